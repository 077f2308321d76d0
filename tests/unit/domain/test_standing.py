"""The verdict names one stage or two, and staying comes out as plainly as moving."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.scoring import Distribution
from coach.domain.stages import Stage
from coach.domain.standing import Advice, Choice, Condition, Reply, Standing, choose, verdict_of


def shares(*tenths: int) -> Distribution:
    return {stage: F(part, 10) for stage, part in zip(Stage, tenths, strict=True)}


def standing(*verdict: Stage) -> Standing:
    return Standing(verdict, shares(1, 2, 3, 4), (), (), (), Advice(Choice.STAY, (), "", ()))


@pytest.mark.parametrize(
    ("distribution", "code"),
    [
        (shares(0, 10, 0, 0), "defined"),
        (shares(0, 6, 4, 0), "defined"),
        (shares(0, 5, 5, 0), "between:defined:aligned"),
        (shares(0, 4, 5, 1), "between:defined:aligned"),
        (shares(5, 0, 5, 0), "between:undefined:aligned"),
        (shares(0, 0, 3, 7), "integrated"),
    ],
)
def test_one_stage_needs_three_in_five_else_it_lies_between_the_two_likeliest(
    distribution: Distribution, code: str
) -> None:
    assert standing(*verdict_of(distribution)).code == code


REPLIES = {"y": Reply.YES, "n": Reply.NO, "?": Reply.UNSURE}


def chosen(staying: str, moving: str, needs_all: bool = False) -> Choice:
    """Two reasons to stay and two to move, a letter each for what was replied; `-` for nothing."""
    told = {f"stay{n}": said for n, said in enumerate(staying)}
    told |= {f"move{n}": said for n, said in enumerate(moving)}
    conditions = [
        Condition(name, Stage.DEFINED, Choice(name[:4]), "Is it so?", "It is.", "defined")
        for name in told
    ]
    replies = {name: REPLIES[said] for name, said in told.items() if said != "-"}
    return choose(conditions, replies, needs_all)


@pytest.mark.parametrize(
    ("staying", "moving", "choice"),
    [
        ("--", "--", Choice.UNDECIDED),
        ("y-", "--", Choice.STAY),
        ("yn", "nn", Choice.STAY),
        ("nn", "y-", Choice.MOVE),
        ("--", "y-", Choice.MOVE),
        ("y-", "y-", Choice.UNDECIDED),
        ("??", "??", Choice.UNDECIDED),
        ("nn", "nn", Choice.STAY),
        ("nn", "n?", Choice.UNDECIDED),
    ],
)
def test_one_reason_is_enough_unless_another_speaks_against_it(
    staying: str, moving: str, choice: Choice
) -> None:
    assert chosen(staying, moving) is choice


@pytest.mark.parametrize(
    ("staying", "moving", "choice"),
    [
        ("yy", "--", Choice.STAY),
        ("y-", "--", Choice.UNDECIDED),
        ("y?", "y-", Choice.UNDECIDED),
        ("yn", "y-", Choice.MOVE),
        ("yn", "??", Choice.UNDECIDED),
        ("yn", "nn", Choice.STAY),
    ],
)
def test_where_staying_needs_all_its_reasons_one_no_takes_it_away(
    staying: str, moving: str, choice: Choice
) -> None:
    assert chosen(staying, moving, needs_all=True) is choice


def test_without_a_question_nothing_is_decided() -> None:
    assert choose((), {}) is Choice.UNDECIDED
    assert choose((), {}, stay_needs_all=True) is Choice.UNDECIDED


@given(st.text("yn?-", max_size=4), st.text("yn?-", max_size=4), st.booleans())
def test_a_further_reason_to_move_never_makes_it_stay(
    staying: str, moving: str, needs_all: bool
) -> None:
    if chosen(staying, moving, needs_all) is not Choice.STAY:
        assert chosen(staying, moving + "y", needs_all) is not Choice.STAY
