"""Somebody who answered nothing, but sees all that is ever shown, learns no one's answer.

What is shown leaves at least two values for each answer of each person. In the second part the
viewer knows more than anybody should be granted: who came and went between two rounds, and that
all others answered the same again.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.cells import Cell, cell_of, differing
from coach.domain.disclosure import LEAST_DIFFERING, Shown, disclosed
from coach.domain.stages import Side
from coach.domain.survey import Response
from tests.survey_answers import ANSWERS, IDS, SURVEY, rounds, side_of, with_answer

Round = list[Response]
Column = tuple[int | None, ...]  # one side's answers to one statement
Values = set[int | None]


def all_shown(*answered: Round) -> tuple[Shown, ...]:
    return disclosed(answered, SURVEY)


def other_worlds(answers: Round, who: int, of: str) -> Iterator[Round]:
    """Yield rounds in which that person answered otherwise: alone, or in another's place."""
    own = answers[who].answers.get(of)
    for answer in ANSWERS:
        if answer != own:
            alone = list(answers)
            alone[who] = with_answer(answers[who], of, answer)
            yield alone
    for place, other in enumerate(answers):
        theirs = other.answers.get(of)
        if other.side is answers[who].side and theirs != own:
            swapped = list(answers)
            swapped[who] = with_answer(answers[who], of, theirs)
            swapped[place] = with_answer(other, of, own)
            yield swapped


@given(rounds(), st.data())
@settings(max_examples=300, deadline=None)
def test_each_answer_keeps_two_values_that_fit_all_that_a_round_shows(
    answers: Round, data: st.DataObject
) -> None:
    who = data.draw(st.integers(0, len(answers) - 1))
    of = data.draw(st.sampled_from(IDS))
    seen = all_shown(answers)

    assert any(all_shown(world) == seen for world in other_worlds(answers, who, of))


def shown_later(before: Column, after: Column) -> Cell:
    """What a second round shows of a column, after the first showed its own."""
    if differing(before, after) < LEAST_DIFFERING:
        return cell_of(before).as_held()
    return cell_of(after)


def columns(people: int) -> list[Column]:
    return list(combinations_with_replacement(ANSWERS, people))


@pytest.mark.parametrize("sizes", [(4, 4), (4, 5), (5, 4), (5, 5), (4, 6), (6, 4), (4, 7)])
def test_each_answer_keeps_two_values_that_fit_all_that_two_rounds_show(
    sizes: tuple[int, int],
) -> None:
    """Every pair of columns is tried: who gave which answer of a column is told by nothing."""
    fitting: defaultdict[tuple[Cell, Cell], tuple[Values, Values]] = defaultdict(
        lambda: (set(), set())
    )
    for first in columns(sizes[0]):
        seen = cell_of(first)
        for second in columns(sizes[1]):
            in_first, in_second = fitting[seen, shown_later(first, second)]
            in_first.update(first)
            in_second.update(second)

    assert all(len(values) > 1 for both in fitting.values() for values in both)


@given(rounds(), rounds())
@settings(max_examples=50, deadline=None)
def test_two_rounds_show_of_a_column_what_the_column_alone_decides(
    first: Round, second: Round
) -> None:
    before, after = all_shown(first, second)

    for of in IDS:
        for side in (Side.SALES, Side.MARKETING):
            one, two = (tuple(r.answers.get(of) for r in answered if r.side is side)
                        for answered in (first, second))  # fmt: skip
            assert before.cells[of][side] == cell_of(one)
            assert after.cells[of][side] == shown_later(one, two)


@given(rounds(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_nothing_shown_ties_one_answer_of_a_person_to_another(
    answers: Round, chance: Random
) -> None:
    mixed = list(answers)
    for of in IDS:
        for side in (Side.SALES, Side.MARKETING):
            places = [n for n, one in enumerate(mixed) if one.side is side]
            column = [mixed[n].answers.get(of) for n in places]
            chance.shuffle(column)
            for place, answer in zip(places, column, strict=True):
                mixed[place] = with_answer(mixed[place], of, answer)

    assert all_shown(mixed) == all_shown(answers)


@given(rounds(), side_of(Side.SALES, 1, 2), st.integers(0, 2), st.data())
@settings(max_examples=200, deadline=None)
def test_who_comes_keeps_every_value_against_a_viewer_who_subtracts(
    before: Round, coming: Round, leaving: int, data: st.DataObject
) -> None:
    after = [*before[leaving:], *coming]
    who = data.draw(st.integers(len(after) - len(coming), len(after) - 1))
    of = data.draw(st.sampled_from(IDS))
    seen = all_shown(before, after)

    for answer in ANSWERS:
        world = list(after)
        world[who] = with_answer(after[who], of, answer)
        assert all_shown(before, world) == seen


@given(rounds(least=6), st.integers(1, 2), st.data())
@settings(max_examples=200, deadline=None)
def test_who_leaves_keeps_two_values_against_a_viewer_who_subtracts(
    before: Round, leaving: int, data: st.DataObject
) -> None:
    who = data.draw(st.integers(0, leaving - 1))
    of = data.draw(st.sampled_from(IDS))
    seen = all_shown(before, before[leaving:])

    assert any(all_shown(world, world[leaving:]) == seen for world in other_worlds(before, who, of))
