from __future__ import annotations

import pytest

from tests.integration.cli.commands import ALWAYS, Coach

PAIRS = ("target=2.4e6", "deal=30000", "win=0.2", "share=0.4", "mql_to_opp=0.15")
PLAN = {"deals": 80, "opportunities": 400, "marketing_opportunities": 160, "mqls": 1067}


@pytest.mark.parametrize(
    "given",
    [
        PAIRS,
        PAIRS[::-1],
        ("target=2.4M", "deal=30k", "win=20%", "share=40 %", "mql_to_opp=.15"),
        ("target=€2.4M", "deal=30,000 EUR", "win=20 percent", "share=two fifths",
         "mql_to_opp=15 per cent"),
        ("target=two million four hundred thousand", "deal=30 grand", "win=one in five",
         "share=40%", "mql_to_opp=3 out of 20"),
        ("15 % of MQLs become opportunities, we win one in five, 40 % from marketing, "
         "30k a deal, target 2,400,000",),
    ],
)  # fmt: skip
def test_leads_are_worked_back_from_the_target(coach: Coach, given: tuple[str, ...]) -> None:
    said = coach("leads", *given, "--json")

    assert said.code == 0
    assert set(said.object) == ALWAYS | {"leads"}
    assert said.object["kind"] == "calculation"
    assert set(said.object["leads"]) == {*PLAN, "steps", "missing"}
    assert PLAN.items() <= said.object["leads"].items()
    assert said.object["leads"]["missing"] == []
    assert said.object["leads"]["steps"][-1].endswith("1,066.7, so 1,067")


def test_what_is_won_already_is_taken_off_the_target(coach: Coach) -> None:
    said = coach("leads", "target=2.4M", "won=600k", *PAIRS[1:], "--json").object["leads"]

    assert said["steps"][0] == "Still to win: 2,400,000 − 600,000 = 1,800,000"
    assert (said["deals"], said["mqls"]) == (60, 800)


def test_what_is_missing_is_named_and_asked_for(coach: Coach) -> None:
    as_object = coach("leads", "target=2.4e6", "win=0.2", "--json").object["leads"]
    as_text = coach("leads", "target=2.4e6", "win=0.2")

    assert as_object["missing"] == ["deal", "share", "mql_to_opp"]
    assert as_object["deals"] is None
    assert "How much is an average deal worth?" in as_text.out
    assert as_text.code == 0


@pytest.mark.parametrize(
    "given",
    [
        (), ("hello",), ("target=",), ("target=much",), ("target=-1",), ("deal=0",), ("win=20",),
        ("win=1.1",), ("profit=3",), ("target=1", "target=2"), ("target=nan",), ("target=inf",),
        ("target=1e999999999",), ("target=1e-999999999",), ("deal=1,2,3",), ("=3",),
            ("deal=30.000",), ("minutes=1 hour 5",), ("target=2M", "won=2M"),
    ],
)  # fmt: skip
def test_leads_refuse_what_makes_no_sense(coach: Coach, given: tuple[str, ...]) -> None:
    said = coach("leads", *given)

    assert said.code == 2
    assert said.out == ""
    assert said.err
