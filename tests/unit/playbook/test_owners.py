"""This week has an owner on each side, in an order that makes sense."""

from dataclasses import replace

import pytest

from coach.domain.answers import Question
from coach.domain.stages import Side
from coach.playbook.composing.choosing import Wish
from coach.playbook.composing.material import Material
from coach.playbook.composing.owners import side_of, this_week
from coach.playbook.composing.shapes import Shape
from tests.small_playbook import PRACTICE as NOTE
from tests.small_playbook import brief, sections


def week(*lines: str, side: Side | None = None, most: int = 3) -> list[str]:
    text = "\n".join(f"- {line}" for line in lines)
    note = replace(NOTE, sections=sections(This_week=text))
    sources = Material(brief("x", note).hits).section(NOTE.id, "This week")
    wish = Wish(Question("x", side=side), Shape.PLAIN, {}, side)
    return [line.text for line in this_week(sources, wish, most)]


@pytest.mark.parametrize(
    ("owner", "side"),
    [
        ("Head of sales, by Friday", Side.SALES),
        ("Two reps, by Friday", Side.SALES),
        ("Demand marketer, by Friday", Side.MARKETING),
        ("Both, by Friday", Side.BOTH),
        ("A seller and a marketer, by Friday", Side.BOTH),
        ("Founder, by Friday", Side.OTHER),
    ],
)
def test_the_owner_shows_the_side(owner: str, side: Side) -> None:
    assert side_of(owner) is side


SALES = "**Head of sales, by Friday:** count leads."
MORE_SALES = "**Two reps, by Friday:** call them."
MARKETING = "**Head of marketing, by Friday:** count forms."


def test_both_sides_have_an_owner_before_one_has_two() -> None:
    assert week(SALES, MORE_SALES, MARKETING, most=2) == [SALES, MARKETING]


def test_the_askers_line_comes_first() -> None:
    assert week(SALES, MARKETING, side=Side.MARKETING) == [MARKETING, SALES]


def test_a_line_due_later_waits_its_turn() -> None:
    early = "**Head of sales, by Monday:** count leads."

    assert week(early, MARKETING, side=Side.MARKETING) == [early, MARKETING]


def test_do_the_same_stays_behind_what_it_repeats() -> None:
    same = "**Head of marketing, by Friday:** do the same."

    assert week(SALES, same, side=Side.MARKETING) == [SALES, same]
    assert week(SALES, MORE_SALES, same, most=2) == [SALES, MORE_SALES, same]
