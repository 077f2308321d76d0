"""What is checked on agendas, and what of it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coach.domain.agenda import Agenda, Item, LeftOut, Where
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.errors import NoMeeting
from coach.evaluation.agenda_cases import AgendaCase, Expected
from coach.evaluation.agenda_checks import asked, sound, unsaid, whole, without
from coach.evaluation.agendas import NOW, counts, judge, table
from tests.measured import PEOPLE, an_agenda, briefed, small_run


def kept(agenda: Agenda, **expect: Any) -> dict[str, bool]:
    return {check.name: check.kept for check in asked(agenda, Expected(**expect))}


def rules(agenda: Agenda, minutes: int | None = 30) -> set[str]:
    return {check.name for check in sound(agenda, minutes) if not check.kept}


def with_item(place: int, **changes: Any) -> Agenda:
    agenda = an_agenda()
    rows = list(agenda.items)
    rows[place] = replace(rows[place], **changes)
    return agenda.with_items(tuple(rows))


def test_a_sound_agenda_keeps_every_rule() -> None:
    assert rules(an_agenda()) == set()
    assert rules(an_agenda(), None) == set()


def test_another_length_than_asked_for_is_missed() -> None:
    assert rules(an_agenda(), 45) == {"minutes sum"}


def test_minutes_that_do_not_add_up_are_missed() -> None:
    assert rules(with_item(1, minutes=13)) == {"minutes sum", "rules"}


def test_an_owner_who_does_not_come_is_missed() -> None:
    assert "one owner each" in rules(with_item(1, owner="Cleo"))


def test_a_question_under_its_least_minutes_is_missed() -> None:
    assert "least minutes" in rules(with_item(1, minimum=15))


def test_three_questions_of_one_side_are_out_of_balance() -> None:
    agenda = an_agenda()
    more = Item("Which field is due?", Outcome.DISCUSS, "Ana", Side.SALES, 2)
    alike = with_item(2, owner="Ana", side=Side.SALES).items

    assert "balance" in rules(agenda.with_items((*alike, more)))


@pytest.mark.parametrize(
    "text", ["WHICH LEADS", "one rule", "lead rule", "calls"], ids=lambda text: str(text)
)
def test_words_are_found_in_title_outcome_and_questions_whatever_their_case(text: str) -> None:
    assert kept(an_agenda(), mentions=[["nothing", text]]) == {"mentions": True}
    assert kept(an_agenda(), mentions=[["nothing"]]) == {"mentions": False}


def test_the_role_of_an_owner_is_read_with_the_name() -> None:
    assert kept(an_agenda(), owner_roles=[["campaign"]]) == {"owner": True}
    assert kept(an_agenda(), owner_roles=[["finance"]]) == {"owner": False}


def test_flags_ask_for_what_they_say() -> None:
    told = {"decides": True, "repair": True, "sides": "both", "one_side": True, "neutral": True}
    found = kept(an_agenda(), **told, cancel=True, elsewhere=True, off_topic=True)

    assert [name for name, held in found.items() if held] == ["decides", "sides", "neutral"]


def test_an_agenda_to_cancel_has_a_text_to_send() -> None:
    instead = replace(an_agenda(), instead="Hello all")

    assert kept(instead, cancel=True) == {"cancel": True}


def test_one_side_by_itself_is_told_from_both() -> None:
    assert kept(replace(an_agenda(), people=PEOPLE[:1]), one_side=True) == {"one side": True}


@pytest.mark.parametrize("question", ["Why do sales sleep?", "Whose fault is it?"])
def test_a_question_that_accuses_is_not_neutral(question: str) -> None:
    assert kept(with_item(1, question=question), neutral=True) == {"neutral": False}


def test_what_was_left_out_about_a_person_counts_as_said_elsewhere() -> None:
    apart = LeftOut(an_agenda().items[1], Where.ELSEWHERE, "not here")

    assert kept(replace(an_agenda(), left_out=(apart,)), elsewhere=True) == {"elsewhere": True}


def test_words_that_must_never_stand_there_are_looked_for_in_what_was_left_out_too() -> None:
    gone = LeftOut(replace(an_agenda().items[1], question="Kevin?"), Where.NEXT, "no room")
    text = whole(replace(an_agenda(), left_out=(gone,)))

    assert [check.kept for check in unsaid(text, ["kevin", "quota"])] == [False, True]


def test_without_an_agenda_all_that_was_to_be_on_it_is_missed() -> None:
    expect = Expected(mentions=(("lead",),), decides=True, sides="both", elsewhere=True)
    found = {check.name: check.kept for check in without(expect, 30, "handover")}

    assert found == {
        "elsewhere": True, "minutes sum": False, "mentions": False, "decides": False,
        "sides": False,
    }  # fmt: skip


def test_off_topic_and_handed_over_are_told_apart() -> None:
    expect = Expected(off_topic=True, elsewhere=True)

    assert [check.kept for check in without(expect, None, "off_topic")] == [False, True]
    assert [check.kept for check in without(expect, None, "declined")] == [True, False]


def case(**expect: Any) -> AgendaCase:
    return AgendaCase(
        id="a", half="tuned", brief="30 min on the lead rule", expect=Expected(**expect), minutes=30
    )


def test_a_brief_is_read_and_drafted_on_a_fixed_day() -> None:
    seen: list[MeetingBrief] = []

    def draft(brief: MeetingBrief) -> Agenda:
        seen.append(brief)
        return an_agenda()

    (judged,) = judge([case(decides=True)], draft)

    assert seen[0].minutes == 30
    assert seen[0].zone == "Europe/Berlin"
    assert NOW.tzinfo is not None
    assert judged.missed == ()
    assert judged.seconds > 0


def test_a_meeting_that_should_not_be_held_keeps_its_reason() -> None:
    def draft(brief: MeetingBrief) -> Agenda:
        raise NoMeeting("About Kevin.", "Not here.", "handover")

    (judged,) = judge([case(elsewhere=True, never=["kevin"])], draft)

    assert (judged.agenda, judged.kind) == (None, "handover")
    assert judged.reason == "About Kevin. Not here."
    assert [check.name for check in judged.missed] == ["minutes sum", "never"]


def test_the_table_counts_each_half_by_itself() -> None:
    lines = table(small_run().agendas).splitlines()

    assert "| tuned | all | 3 | 6 |" in lines
    assert "| reported | mentions | 2 | 3 |" in lines
    assert counts([briefed("a", "tuned", True, False)])["all"].text.startswith("1 of 2")
