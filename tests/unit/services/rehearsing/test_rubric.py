"""The look at a line finds what is there, in the person's own words, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.rehearsal import Criterion, Mark
from coach.services.rehearsing.rubric import marks_of

GOOD = (
    "On Tuesday eighteen people asked for a call and nobody rang them, so I lost two of them. "
    "I know your quarter ends on Friday. Could you try five by Thursday?"
)
BAD = "You people never call anybody. Your team is lazy, it's always the same."


def found(*lines: str, constraint: str = "") -> dict[Criterion, Mark]:
    return {mark.criterion: mark for mark in marks_of(lines, constraint)}


def test_a_good_line_meets_all_seven() -> None:
    assert all(mark.met for mark in marks_of([GOOD]))


def test_an_angry_line_is_told_by_its_own_words() -> None:
    marks = found(BAD)

    assert marks[Criterion.NO_BLAME].quotes == (
        "You people never call anybody.",
        "Your team is lazy, it's always the same.",
    )
    assert not marks[Criterion.NO_ALWAYS].met
    assert not any(marks[one].met for one in (Criterion.FACT, Criterion.ASK, Criterion.QUESTION))


@pytest.mark.parametrize(
    ("line", "criterion", "met"),
    [
        ("I counted the calls in the system.", Criterion.FACT, True),
        ("Things are bad between us.", Criterion.FACT, False),
        ("It leaves us with an empty spring.", Criterion.IMPACT, True),
        ("The list is long.", Criterion.IMPACT, False),
        ("Please send me the ten names.", Criterion.ASK, True),
        ("I see that your target comes from above.", Criterion.CONSTRAINT, True),
        ("I want more calls.", Criterion.CONSTRAINT, False),
        ("I'm not saying you're to blame.", Criterion.NO_BLAME, True),
        ("It was our fault that the list came late.", Criterion.NO_BLAME, True),
        ("You just don't care.", Criterion.NO_BLAME, False),
        ("It's your fault.", Criterion.NO_BLAME, False),
        ("Every single time it is the same.", Criterion.NO_ALWAYS, False),
        ("What gets in the way?", Criterion.QUESTION, True),
    ],
)
def test_each_criterion_is_read_from_plain_words(
    line: str, criterion: Criterion, met: bool
) -> None:
    assert found(line)[criterion].met is met


def test_the_words_of_the_note_count_as_the_other_sides_constraint() -> None:
    line = "Those commissions and the league tables must weigh on you."

    assert not found(line)[Criterion.CONSTRAINT].met
    assert found(line, constraint="League tables name single sellers and commissions.")[
        Criterion.CONSTRAINT
    ].met


def test_nothing_said_meets_nothing() -> None:
    assert not any(mark.met for mark in marks_of([]))


@given(st.lists(st.text(max_size=60) | st.sampled_from([GOOD, BAD]), max_size=4))
def test_every_quote_stands_in_the_lines(lines: list[str]) -> None:
    for mark in marks_of(lines):
        assert all(any(quote in line for line in lines) for quote in mark.quotes)
