"""`coach stage`: one object, worked out exactly; a bad file is refused in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.integration.cli.commands import ALWAYS, Coach
from tests.yardstick import Effort

IDS = [f"q{n:02}" for n in range(1, 17)]
HEAD = ",".join(["side", *IDS])
KEYS = {
    "sales", "marketing", "team", "gaps", "verdict", "stay_or_move", "reasons", "evidence",
}  # fmt: skip


def row(side: str, *answers: object) -> str:
    """A person's row: the answers told, then 2 for whatever is asked besides."""
    return ",".join([side, *map(str, answers), *["2"] * (16 - len(answers))])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


def write(file: Path, rows: Sequence[str], encoding: str = "utf-8") -> Path:
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding=encoding)
    return file


def test_the_object_holds_both_sides_the_gaps_and_the_verdict(coach: Coach, file: Path) -> None:
    write(file, [row("sales", 1, "dk"), row("sales", 1, "")] * 2 + [row("marketing", 3, 1)] * 4)

    said = coach("stage", "--answers", str(file), "--json")
    found = said.object["stage"]

    assert (said.code, said.err, said.object["warnings"]) == (0, "", [])
    assert set(said.object) == ALWAYS | {"stage"}
    assert said.object["kind"] == "stage"
    assert set(found) == KEYS
    # Sales: 1 + 14 × 2 over 15 answers each; marketing: 3 + 1 + 14 × 2 over 16.
    assert (found["sales"]["n"], found["sales"]["score"], found["sales"]["unknown"]) == (4, 1.93, 4)
    assert (found["marketing"]["score"], found["marketing"]["unknown"]) == (2.0, 0)
    assert (found["team"]["n"], found["team"]["score"], found["team"]["unknown"]) == (8, 1.97, 4)
    assert found["gaps"][0] == {"statement": "q01", "sales": 1.0, "marketing": 3.0, "gap": 2.0}
    assert found["gaps"][-1] == {"statement": "q02", "sales": None, "marketing": 1.0, "gap": None}
    assert [gap["statement"] for gap in found["gaps"]] == ["q01", *IDS[2:], "q02"]
    assert (found["verdict"], found["stay_or_move"]) == ("defined", "undecided")
    assert {one["speaks"] for one in found["evidence"]} == {"for", "against"}
    assert said.object["answer"].startswith("Defined (")


def test_shares_sum_to_one_and_the_teams_are_the_mean_of_the_sides(
    coach: Coach, file: Path
) -> None:
    write(file, [row("sales", *[3] * 7)] * 5 + [row("marketing", *[1] * 6)] * 4)
    found = coach("stage", "--answers", str(file), "--json").object["stage"]
    sales, marketing, team = (found[of]["distribution"] for of in ("sales", "marketing", "team"))

    assert list(team) == ["undefined", "defined", "aligned", "integrated"]
    for shares in (sales, marketing, team):
        assert sum(shares.values()) == pytest.approx(1, abs=1e-9)
    for stage, share in team.items():
        assert share == pytest.approx((sales[stage] + marketing[stage]) / 2)


@pytest.mark.parametrize(
    ("sales", "marketing", "verdict"),
    [(1, 1, "undefined"), (2, 2, "defined"), (3, 3, "aligned"), (4, 4, "integrated"),
     (2, 3, "between:defined:aligned"), (4, 1, "between:undefined:integrated")],
)  # fmt: skip
def test_the_verdict_is_a_stage_or_lies_between_two(
    coach: Coach, file: Path, sales: int, marketing: int, verdict: str
) -> None:
    write(file, [row("sales", *[sales] * 16)] * 5 + [row("marketing", *[marketing] * 16)] * 5)

    found = coach("stage", "--answers", str(file), "--json").object["stage"]

    assert found["verdict"] == verdict
    assert found["gaps"][0]["gap"] == marketing - sales


def test_below_four_a_side_it_warns_and_still_computes(coach: Coach, file: Path) -> None:
    write(file, [row("sales")] * 3 + [row("marketing")])

    said = coach("stage", "--answers", str(file), "--json")

    assert said.code == 0
    assert [warning.split(".")[0] for warning in said.object["warnings"]] == [
        "Sales has 3 answers", "Marketing has 1 answer",
    ]  # fmt: skip
    assert "Note: Sales has 3 answers" in said.err


def test_replies_make_it_stay_or_move(coach: Coach, file: Path) -> None:
    write(file, [row("sales")] * 4 + [row("marketing")] * 4)
    asked = ("stage", "--answers", str(file), "--json")
    stays = [f"defined.{key}=yes" for key in ("settled", "roles_fit", "no_reason")]

    stay = coach(*asked, *(part for reply in stays for part in ("--reply", reply)))
    move = coach(*asked, "--reply", "defined.shaped=yes", "--reply", "defined.settled=no")

    assert stay.object["stage"]["stay_or_move"] == "stay"
    assert len(stay.object["stage"]["reasons"]) == 3
    assert move.object["stage"]["stay_or_move"] == "move"


def test_the_text_begins_with_the_stage_then_the_gaps(coach: Coach, file: Path) -> None:
    write(file, [row("sales", 1)] * 4 + [row("marketing", 4)] * 4 + [row("other", 3)])
    said = coach("stage", "--answers", str(file))

    assert said.out.startswith("Defined (Undefined")
    assert "+3.00  q01" in said.out
    assert "Others: 2.06 of 4, 1 person." in said.out
    assert "Stay or move: undecided." in said.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_says_the_encoding(coach: Coach, file: Path, encoding: str) -> None:
    write(file, [row("sales")] * 4 + [row("marketing")] * 4, encoding)

    assert coach("stage", "--answers", str(file), "--json").code == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Line 1 is empty"),
        (b"\x89PNG\r\n\x1a\n\xff\xff\x00", "no text in UTF-8"),
        (b"\x00" * 5000, "Line 1 lacks the columns"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (HEAD.encode(), "Nobody answered for sales"),
        (f"{HEAD}\n{row('sales')}\n".encode(), "Nobody answered for marketing"),
        (f"{HEAD}\n{row('sales', 6)}\n".encode(), "Line 2, column q01: `6` is not"),
        (f"{HEAD}\n{row('sales', 'often')}\n".encode(), "Line 2, column q01: `often` is not"),
        (b"side,q01\nsales,1\n", "Line 1 lacks the columns `q02`"),
        (f"{HEAD},q03\n".encode(), "names the column `q03` 2 times"),
        (b"side" + b"x" * 2_000_000, "Line 1 is longer than any row"),
        (f"{HEAD}\n{row('sales', 'x' * 140_000)}\n".encode(), "Line 2 can't be read as a row"),
        ("\n".join([HEAD] + [",".join([side, *["dk"] * 16]) for side in ("sales", "marketing")])
         .encode(), "nothing to score"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_a_sentence(
    coach: Coach, file: Path, content: bytes, says: str
) -> None:
    file.write_bytes(content)

    said = coach("stage", "--answers", str(file), "--json")

    assert (said.code, said.out) == (2, "")
    assert says in said.err
    assert len(said.err) < 300


def test_no_file_or_a_reply_to_nothing_is_a_matter_of_usage(coach: Coach, file: Path) -> None:
    write(file, [row("sales")] * 4 + [row("marketing")] * 4)
    asked = ("stage", "--answers", str(file))

    assert coach("stage").code == 2
    assert coach("stage", "--answers", str(file.parent)).code == 2
    assert "cannot be read" in coach("stage", "--answers", str(file) + "x").err
    assert "is no reply" in coach(*asked, "--reply", "defined.settled=perhaps").err
    assert "Nothing asks for" in coach(*asked, "--reply", "aligned.short=yes").err


def test_a_hundred_thousand_rows_take_seconds(coach: Coach, file: Path) -> None:
    write(file, [row("sales"), row("marketing", 3)] * 50_000)
    with Effort() as effort:
        said = coach("stage", "--answers", str(file), "--json")

    assert effort.millions < 250
    assert said.object["stage"]["team"]["n"] == 100_000
