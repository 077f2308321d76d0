"""The next agenda of a series, made from the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.domain.agenda import Action, Agenda, Attendee, LeftOut, Part, Repeat, Where
from coach.domain.fitting import fitted
from coach.domain.meetings import Decision, Meeting, MeetingState, Parked
from coach.domain.stages import Side
from coach.services.agendas.following import following
from coach.services.agendas.items import again
from tests.meeting_fakes import ANA, BEN, TUESDAY, WHERE, WHICH, a_meeting, an_agenda

NEXT = TUESDAY + timedelta(days=7)
OPEN = Action("a1", "Send ten leads", "Ana", Side.SALES, carried=1)
NOTED = replace(an_agenda().items[1], question="Which number moved?", note="weekly", weight=2.0)
OTHER = replace(NOTED, question="What do we tell others?", owner="Ben", side=Side.MARKETING)
FAIR = Parked("p1", "The fair in May")
ASKED = "What do we do about The fair in May?"


def last(agenda: Agenda | None = None, *decided: str, parked: tuple[Parked, ...] = ()) -> Meeting:
    """Return a meeting of an hour that was held."""
    plan = agenda or replace(an_agenda(), minutes=60, chair="Ben", note_taker="Ana")
    made = tuple(Decision(q, "Yes.", q, "m1", date(2026, 11, 24)) for q in decided)
    held = replace(a_meeting(plan), state=MeetingState.HELD, held_at=TUESDAY)
    return replace(held, decisions=made, parked=parked)


def asked(agenda: Agenda) -> list[str]:
    return [item.question for item in agenda.matters]


def test_title_outcome_people_length_and_questions_stay_as_they_were_worded() -> None:
    agenda = replace(an_agenda("Our own title"), minutes=60, outcome="Our own end.", note="weekly")
    mine = replace(
        agenda.items[1], question="My own words?", done_when="We can say it.", locked=True
    )
    before = last(agenda.with_items((agenda.items[0], mine, *agenda.items[2:])))
    then = following(before, (), NEXT)

    assert (then.title, then.outcome, then.note) == ("Our own title", "Our own end.", "weekly")
    assert (then.people, then.minutes, then.start) == ((ANA, BEN), 60, NEXT)
    assert asked(then) == ["My own words?", WHERE]
    assert (then.matters[0].done_when, then.matters[0].locked) == ("We can say it.", False)


def test_the_minutes_add_up_whatever_comes_in() -> None:
    parked = tuple(Parked(str(n), f"Matter number {n}") for n in range(12))
    for minutes in (10, 30, 60, 240):
        before = last(replace(an_agenda(), minutes=minutes), parked=parked)
        then = following(before, [replace(OPEN, carried=3)], NEXT)

        assert then.total == then.minutes == minutes
        assert len(then.matters) + len(then.left_out) >= 12


def test_a_question_of_ones_own_goes_once_it_is_decided_and_one_of_the_playbook_stays() -> None:
    agenda = replace(an_agenda(), minutes=60)
    before = agenda.with_items((*agenda.items[:-1], NOTED))
    then = following(last(before, WHICH, NOTED.question), (), NEXT)

    assert asked(then) == [WHERE, NOTED.question]


def test_what_was_left_for_next_time_and_the_parking_lot_come_in_and_no_more() -> None:
    left = (
        LeftOut(OTHER, Where.NEXT, "no room"),
        LeftOut(replace(OTHER, question="What is new?"), Where.WRITTEN, "it can be read"),
    )
    before = last(replace(an_agenda(), minutes=60, left_out=left), parked=(FAIR,))
    then = following(before, (), NEXT)

    assert asked(then) == [WHICH, WHERE, OTHER.question, ASKED]
    assert then.left_out == ()


ROWS = tuple(replace(NOTED, question=f"Number {n}?") for n in range(3))
FULL = fitted(replace(an_agenda(), minutes=30).with_items(ROWS))  # one of them finds no room


def test_a_question_that_found_no_room_pushes_out_none_that_was_not_settled() -> None:
    (waits,) = [left.item.question for left in FULL.left_out]
    then = following(last(FULL), (), NEXT)

    assert asked(then) == asked(FULL)
    assert [(left.item.question, left.where) for left in then.left_out] == [(waits, Where.NEXT)]


def test_a_question_that_found_no_room_comes_in_for_one_that_was_settled() -> None:
    (waits,) = [left.item.question for left in FULL.left_out]
    stays, settled = asked(FULL)
    then = following(last(FULL, settled), (), NEXT)

    assert asked(then) == [stays, waits]
    assert [(left.item.question, left.where) for left in then.left_out] == [(settled, Where.NEXT)]


def test_a_full_parking_lot_does_not_push_out_the_questions_that_stay() -> None:
    parked = tuple(Parked(str(n), f"Matter number {n}") for n in range(12))
    then = following(last(FULL, parked=parked), (), NEXT)

    assert "What do we do about Matter number 0?" in asked(then)
    assert set(asked(FULL)) & set(asked(then))


def test_what_is_parked_about_one_person_goes_to_no_group() -> None:
    then = following(last(parked=(Parked("p1", "Kevin's attitude"),)), (), NEXT)

    assert asked(then) == [WHICH, WHERE]
    assert [left.where for left in then.left_out] == [Where.ELSEWHERE]
    assert "Kevin" not in str(then)


def test_open_promises_are_reviewed_and_one_open_three_times_is_asked_about() -> None:
    twice, thrice = (following(last(), [replace(OPEN, carried=n)], NEXT) for n in (2, 3))

    assert Part.CARRIED in [item.part for item in twice.items]
    assert asked(twice) == [WHICH, WHERE]
    assert asked(thrice)[0].endswith("drop it, change it or do it?")


def test_a_promise_that_was_closed_is_not_asked_about_again() -> None:
    old = replace(OPEN, carried=3)
    agenda = replace(an_agenda(), minutes=60, actions=(old,))
    before = last(agenda.with_items((*again([old]), *agenda.items)))

    assert asked(following(before, (), NEXT)) == [WHICH, WHERE]
    assert len(asked(following(before, [replace(old, carried=4)], NEXT))) == 3


def test_chair_and_note_taker_change_places_once_the_meeting_was_held() -> None:
    held = last()
    then = following(held, (), NEXT)
    planned = following(replace(held, state=MeetingState.PLANNED), (), NEXT)

    assert (then.chair, then.note_taker) == ("Ana", "Ben")
    assert (planned.chair, planned.note_taker) == ("Ben", "Ana")
    assert {item.owner for item in then.items if item.part is Part.OPENING} == {"Ana"}


def test_a_chair_who_no_longer_comes_is_followed_by_one_who_does() -> None:
    then = following(last(replace(an_agenda(), minutes=60, chair="Zoe")), (), NEXT)

    assert {then.chair, then.note_taker} == {"Ana", "Ben"}


@pytest.mark.parametrize("people", [(), (ANA,), (ANA, BEN, Attendee("Ola", Side.OTHER))])
def test_every_question_has_an_owner_who_comes(people: tuple[Attendee, ...]) -> None:
    before = last(replace(an_agenda(), minutes=60, people=people), parked=(FAIR,))
    then = following(before, (), NEXT)
    names = {person.name for person in people}

    assert not people or {item.owner for item in then.matters} <= names


def test_when_everything_was_decided_nothing_is_left_to_meet_for_and_it_says_so() -> None:
    then = following(last(None, WHICH, WHERE), (), NEXT)

    assert (asked(then), then.total) == ([], 60)
    assert then.warnings


def test_how_often_and_in_which_zone_is_as_the_series_has_it_now() -> None:
    before = last()
    moved = replace(before.series, repeat=Repeat.MONTHLY, zone="Europe/Lisbon")
    then = following(replace(before, series=moved), (), None)

    assert (then.repeat, then.zone, then.start) == (Repeat.MONTHLY, "Europe/Lisbon", None)
