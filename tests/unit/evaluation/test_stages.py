"""Simulated teams answer as was fixed beforehand, and are counted as they should be."""

from collections import Counter
from fractions import Fraction as F

import pytest
from pydantic import ValidationError

from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage
from coach.evaluation.counting import Count
from coach.evaluation.simulated import Half, Simulation, load_simulation, simulated
from coach.evaluation.stages import (
    LEAST_IN_BIN,
    JudgedTeam,
    bins,
    holding,
    judge,
    right,
    right_as_shown,
    table,
)
from coach.settings import ROOT
from tests.survey_answers import SURVEY

FIXED = Simulation(
    shift=0.5, one_off=0.25, unknown=0.05, teams={5: 400}, seeds={"tuned": "a", "reported": "b"}
)


def shares(defined: F) -> Distribution:
    return {
        Stage.UNDEFINED: F(0), Stage.DEFINED: defined, Stage.ALIGNED: 1 - defined,
        Stage.INTEGRATED: F(0),
    }  # fmt: skip


def team(stage: Stage, defined: F, half: Half = "reported", a_side: int = 5) -> JudgedTeam:
    return JudgedTeam(half, a_side, stage, shares(defined))


def test_the_shipped_noise_is_what_was_agreed_beforehand() -> None:
    shipped = load_simulation(ROOT / "evals" / "stages.yaml")

    assert (shipped.shift, shipped.one_off, shipped.unknown) == (0.5, 0.25, 0.05)
    assert set(shipped.teams) >= {4, 5, 10, 20}
    assert shipped.teams[5] >= 2000
    assert shipped.seeds["tuned"] != shipped.seeds["reported"]


def test_a_seed_gives_the_same_teams_and_another_other_ones() -> None:
    first, again = (list(simulated(SURVEY, FIXED, 5, "tuned")) for _ in range(2))

    assert first == again
    assert first != list(simulated(SURVEY, FIXED, 5, "reported"))


def test_each_stage_comes_as_often_with_as_many_people_a_side() -> None:
    made = list(simulated(SURVEY, FIXED, 5, "tuned"))

    assert Counter(stage for stage, _ in made) == dict.fromkeys(Stage, 100)
    assert {Counter(one.side for one in answers)[side] for _, answers in made
            for side in (Side.SALES, Side.MARKETING)} == {5}  # fmt: skip


@pytest.mark.parametrize("stage", Stage)
def test_an_answer_is_one_anchor_off_one_time_in_four_at_the_ends_too(stage: Stage) -> None:
    plain = FIXED.model_copy(update={"shift": 0.0})
    answers = [
        answer
        for found, people in simulated(SURVEY, plain, 5, "tuned")
        if found is stage
        for one in people
        for answer in one.answers.values()
    ]
    known = [answer for answer in answers if answer is not None]
    off = [answer for answer in known if answer != stage.number]

    assert {abs(answer - stage.number) for answer in off} == {1}
    assert len(off) / len(known) == pytest.approx(0.25, abs=0.03)
    assert 1 - len(known) / len(answers) == pytest.approx(0.05, abs=0.015)


def test_people_differ_by_half_an_anchor() -> None:
    shifted = FIXED.model_copy(update={"one_off": 0.0, "unknown": 0.0})
    seen = Counter(
        answer
        for stage, people in simulated(SURVEY, shifted, 5, "tuned")
        if stage is Stage.DEFINED
        for one in people
        for answer in one.answers.values()
    )

    assert seen[2] / seen.total() == pytest.approx(0.683, abs=0.06)
    assert seen[1] / seen.total() == pytest.approx(0.159, abs=0.05)


def test_only_the_stage_itself_is_right_and_nothing_between() -> None:
    teams = [
        team(Stage.DEFINED, F(9, 10)), team(Stage.DEFINED, F(55, 100)),
        team(Stage.ALIGNED, F(9, 10)), team(Stage.ALIGNED, F(1, 10), a_side=4),
    ]  # fmt: skip

    assert right(teams) == Count(1, 3)
    assert right(teams, 4) == Count(1, 1)
    assert right_as_shown(teams) == Count(0, 0)


def test_a_stated_share_holds_within_five_points_where_there_are_enough_teams() -> None:
    most = LEAST_IN_BIN * 3 // 4
    said = F(78, 100)
    near = [team(Stage.DEFINED, said)] * most + [team(Stage.ALIGNED, said)] * (LEAST_IN_BIN - most)
    far = [team(Stage.DEFINED, F(95, 100))] * most + [team(Stage.ALIGNED, F(95, 100))] * (
        LEAST_IN_BIN - most
    )
    few = [team(Stage.ALIGNED, F(6, 10))] * (LEAST_IN_BIN - 1)

    assert holding([*near, *far, *few]) == Count(1, 2)
    assert [(one.teams, round(one.so, 2)) for one in bins([*near, *few])] == [(LEAST_IN_BIN, 0.75)]


def test_a_small_run_finds_most_and_says_so_in_a_table() -> None:
    judged = judge(SURVEY, FIXED)
    lines = table(judged).splitlines()

    assert right([one for one in judged if one.half == "tuned"]).share > 0.85
    assert right_as_shown(judged).of == 800
    assert lines[0] == "| half | a side | right | as a page shows it |"
    assert [line.split("|")[1].strip() for line in lines[2:4]] == ["tuned", "reported"]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Simulation.model_validate({**FIXED.model_dump(), "luck": 1})
