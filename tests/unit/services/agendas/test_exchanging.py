"""Another question in the place of one: from the notes, each once, round and round."""

from __future__ import annotations

from dataclasses import replace

from coach.domain import editing
from coach.domain.agenda import Agenda, Where
from coach.domain.agenda_rules import broken
from coach.domain.notes import AgendaItem, Outcome, Playbook
from coach.services.agendas.choosing import Choosing
from coach.services.agendas.exchanging import Exchanging
from coach.services.agendas.items import noted
from tests.agenda_strategies import ANA, asked, question
from tests.fakes import FakeIndex, hit
from tests.small_playbook import MEETING


def noting(name: str, outcome: Outcome = Outcome.DISCUSS, minimum: int = 3) -> AgendaItem:
    return replace(MEETING.items[0], question=name, outcome=outcome, minimum=minimum, prework="")


FIRST = replace(MEETING, id="first", items=tuple(map(noting, ("A?", "B?", "C?"))))
SECOND = replace(MEETING, id="second", items=tuple(map(noting, ("B?", "D?"))))
EXCHANGING = Exchanging(
    Choosing(Playbook(notes=(FIRST, SECOND), sources=()), FakeIndex((hit("Text.", 1, "second"),)))
)


def planned(*names: str) -> Agenda:
    """Return an agenda of the first meeting with these of the notes' questions."""
    items = {item.question: item for item in (*noted(FIRST), *noted(SECOND))}
    whole = asked(60, [question(Outcome.DISCUSS) for _ in names])
    for place, name in enumerate(names):
        whole = editing.exchange(whole, place, items[name])
    return replace(whole, note="first", left_out=())


def after(agenda: Agenda, place: int = 0) -> Agenda:
    other = EXCHANGING.another(agenda, place, "talk about leads")
    assert other is not None
    return other


def names(agenda: Agenda) -> list[str]:
    return [item.question for item in agenda.matters]


def test_the_meetings_own_questions_come_first_then_those_of_others_and_round_again() -> None:
    plan, seen = planned("A?", "B?"), []
    for _ in range(4):
        plan = after(plan)
        seen.append(names(plan))

    assert seen == [["C?", "B?"], ["D?", "B?"], ["A?", "B?"], ["C?", "B?"]]


def test_owner_and_fixed_minutes_stay_and_the_sum_is_exact() -> None:
    plan = editing.give(editing.lock(planned("A?", "B?"), 0, 7), 0, ANA)
    other = after(plan)

    assert (other.matters[0].minutes, other.matters[0].locked) == (7, True)
    assert (other.matters[0].owner, other.matters[0].side) == (ANA.name, ANA.side)
    assert other.total == 60
    assert broken(other) == broken(plan)


def test_ones_own_question_is_kept_for_next_time_and_a_notes_is_not() -> None:
    own = editing.add(planned("A?"), editing.blank(planned("A?"), "Mine?", ANA))
    other = after(own, 1)

    assert names(other) == ["A?", "B?"]
    assert [(left.item.question, left.where) for left in other.left_out] == [("Mine?", Where.NEXT)]
    assert after(other, 1).left_out == other.left_out


def test_what_was_left_out_and_comes_in_is_left_out_no_more() -> None:
    plan = editing.remove(planned("A?", "B?"), 1)

    assert after(plan).left_out == ()


def test_what_would_break_a_rule_is_passed_over() -> None:
    longer = replace(FIRST, items=(noting("A?"), noting("Long?", minimum=60), noting("C?")))
    notes = Playbook(notes=(longer,), sources=())
    found = Exchanging(Choosing(notes, FakeIndex())).another(planned("A?", "B?"), 0, "")

    assert found is not None
    assert names(found) == ["C?", "B?"]


def test_there_is_none_where_every_question_stands_already_or_is_about_a_person() -> None:
    personal = replace(FIRST, items=(noting("A?"), noting("How do we let go of Kevin?")))
    only = Exchanging(Choosing(Playbook(notes=(personal,), sources=()), FakeIndex()))

    assert only.another(planned("A?"), 0, "") is None
