"""Thank-yous are one line, and the week's open the next meeting as they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.domain.agenda import Agenda, Part
from coach.domain.fitting import FRAME
from coach.domain.stages import Side
from coach.domain.thanks import LONGEST, of_the_week, opened_with, thanked
from coach.errors import Unfit
from tests.meeting_fakes import an_agenda
from tests.plan_fakes import TODAY, a_thanks

DAY = timedelta(days=1)
USUAL = FRAME[Part.OPENING][2]


def agenda(prework: str = USUAL) -> Agenda:
    opening, *rest = an_agenda().items
    return an_agenda().with_items((replace(opening, prework=prework), *rest))


def opening(of: Agenda) -> str:
    return of.items[0].prework


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_a_thank_you_is_one_line_with_words_in_it(text: str) -> None:
    with pytest.raises(Unfit):
        thanked(text, Side.SALES, "", "t1", TODAY)


@pytest.mark.parametrize("side", [Side.BOTH, Side.OTHER])
def test_it_goes_from_one_of_the_two_sides_to_the_other(side: Side) -> None:
    with pytest.raises(Unfit):
        thanked("Thanks.", side, "", "t1", TODAY)

    said = thanked(" The\nslide ", Side.MARKETING, " Ana ", "t1", TODAY)
    assert (said.text, said.to_side, said.to) == ("The slide", Side.SALES, "Ana")


def test_the_week_is_the_last_seven_days() -> None:
    days = [a_thanks(str(n), on=TODAY - n * DAY) for n in range(9)]

    assert [one.id for one in of_the_week(days, TODAY)] == list("0123456")


def test_the_opening_quotes_the_latest_of_each_direction_word_for_word() -> None:
    week = [
        a_thanks("t1", Side.SALES, "The line on security was what the client repeated.", TODAY),
        a_thanks("t2", Side.SALES, "Older.", TODAY - DAY),
        replace(a_thanks("t3", Side.MARKETING, "You rang all ten"), to="Ana"),
    ]

    assert opening(opened_with(agenda(), week, TODAY)) == (
        "Sales thanks marketing: “The line on security was what the client repeated.” "
        "Marketing thanks sales, for Ana: “You rang all ten”."
    )


def test_a_direction_without_one_is_asked_to_bring_it() -> None:
    said = opening(opened_with(agenda(), [a_thanks()], TODAY))

    assert said.startswith("Sales thanks marketing: “The slide won it.”")
    assert said.endswith("Marketing brings one thing sales did for it since last time.")


def test_last_weeks_quotes_give_way_and_what_a_person_wrote_stays() -> None:
    before = opened_with(agenda(), [a_thanks()], TODAY)

    assert opening(opened_with(before, [a_thanks()], TODAY + 7 * DAY)) == USUAL
    assert opening(opened_with(agenda("Bring cake."), [a_thanks()], TODAY)) == "Bring cake."
