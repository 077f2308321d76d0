"""An agenda's questions: what was asked for, what the playbook's meeting has, old promises."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.agenda import Action, Item
from coach.domain.notes import AgendaItem, Meeting, Outcome
from coach.domain.stages import Side
from coach.services.agendas.owners import HEADS
from coach.services.agendas.persons import about_a_person
from coach.services.agendas.reading import side_of
from coach.services.agendas.wording import neutral, question_in, question_of

MOST_OWN = 3  # questions out of the brief's own words
EARLIER = 0.15  # what a meeting asks first prepares the rest, so it weighs more
AGAIN = 3  # an action open so often is asked about
OWN, ASKED_AGAIN = 5.0, 4.0  # weights: what was asked for goes before what a note brings
_WEIGHTS = {Outcome.DECIDE: 2.0, Outcome.REPAIR: 1.9, Outcome.DISCUSS: 1.5, Outcome.INFORM: 1.0}
_WORD = re.compile(r"[^\W\d_]{4,}")
_LOOSE = """
with from that this about into their them they what when where which while want need make have
meeting agenda sales marketing team teams people minutes hour both sides together agree decide plan
discuss review talk weekly monthly next week quarter joint learn from change ready sees settle does
"""
_EMPTY = frozenset(word[:6] for word in _LOOSE.split())
_PARTS = re.compile(r"(?<!\b[A-Za-z])[.!](?=\s|$)|[;\n]+|(?<=\?)|,? and then |, then | and also ")


def topics_of(text: str) -> list[str]:
    """Return what a brief consists of: its sentences and the parts of a list."""
    return [part.strip() for part in _PARTS.split(text) if part.strip(" .,;!?")]


def asked_for(topics: Sequence[str], problems: Sequence[str], meeting: Meeting) -> list[Item]:
    """Return what somebody asked for in their own words and the meeting's note lacks."""
    asked = [found for topic in topics if (found := question_in(topic)) is not None]
    asked = [found for found in asked if _is_new(found[0], meeting)][:MOST_OWN]
    asked += [question_of(text) for text in problems if not about_a_person(text)]
    said = {question_of(text)[0]: text for text in (*topics, *problems) if neutral(text) != text}
    return [
        _own(question, outcome, place, said.get(question, ""))
        for place, (question, outcome) in enumerate(dict(asked).items())
    ]


def noted(meeting: Meeting) -> list[Item]:
    """Return the questions of the playbook's meeting."""
    return [_noted(item, place, meeting) for place, item in enumerate(meeting.items)]


def again(actions: Sequence[Action]) -> list[Item]:
    """Return a question for each promise that was carried over too often."""
    return [
        Item(
            f"“{action.text}” has been open three times: drop it, change it or do it?",
            Outcome.DECIDE,
            action.owner,
            action.side,
            minimum=5,
            ideal=5,
            prework="Its owner says in one sentence what keeps it from being done.",
            done_when="It is dropped, changed or done by a date.",
            weight=ASKED_AGAIN,
        )
        for action in actions
        if action.carried + 1 >= AGAIN
    ]


def title_of(topics: Sequence[str], meeting: Meeting) -> str:
    """Return the purpose as a title where it is short and blames nobody, else the note's."""
    first = topics[0].strip(" .!") if topics else ""
    words = first.split()
    if not 3 <= len(words) <= 10 or first.endswith("?") or neutral(first) != first:
        return meeting.title
    return first[0].upper() + first[1:]


def _is_new(question: str, meeting: Meeting) -> bool:
    """Whether a question asks what the meeting's note doesn't."""
    own = f"{meeting.title} {meeting.purpose} {' '.join(meeting.aliases)} "
    own += " ".join(f"{i.question} {i.prework} {i.done_when}" for i in meeting.items)
    return bool(_stems(question) - _EMPTY - _stems(own))


def _stems(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text.casefold())}


def _own(question: str, outcome: Outcome, place: int, was: str) -> Item:
    """Return a question somebody asked for; the heads of both sides own such ones in turn."""
    side = (Side.SALES, Side.MARKETING)[place % 2]
    return Item(
        question,
        outcome,
        HEADS[side],
        side,
        minimum=10 if outcome is Outcome.DECIDE else 5,
        ideal=12,
        weight=OWN - place / 100,
        done_when="One answer that both sides can repeat, with an owner and a date.",
        was=was,
    )


def _noted(item: AgendaItem, place: int, meeting: Meeting) -> Item:
    return Item(
        item.question,
        item.outcome,
        item.owner,
        side_of(item.owner),
        minimum=item.minimum,
        ideal=item.ideal,
        prework=item.prework,
        done_when=item.done_when,
        note=meeting.id,
        weight=_WEIGHTS[item.outcome] - EARLIER * place,
        one_side=item.presenter == "one_side",
    )
