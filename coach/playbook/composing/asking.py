"""Three questions for the other side, out of a quarrel's or a meeting's fields."""

from __future__ import annotations

import re

from coach.domain.notes import Conflict, Meeting
from coach.domain.stages import Side
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.parts import Line, Part

MOST = 3
_ASKED = {
    Side.SALES: re.compile(r"\bask (?:\w+ ){0,2}?(?:sales|reps?|sellers?|sdrs?)\b", re.IGNORECASE),
    Side.MARKETING: re.compile(r"\bask (?:\w+ ){0,2}?market\w+\b", re.IGNORECASE),
}
_OTHER = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}


def questions_to_ask(desk: Desk) -> list[Part]:
    """Return exactly three questions and what to bear in mind; nothing where no field has them."""
    note = desk.note
    if isinstance(note, Meeting):
        sources = desk.section("Agenda")
        lines = [Line(item.question, sources[0].n) for item in note.items] if sources else []
        return [_numbered(lines, "questions for the meeting")] if len(lines) >= MOST else []
    if not isinstance(note, Conflict):
        return []
    held = next((source.n for source in desk.section("Questions to ask")), None)
    side = _side(desk)
    asked = note.ask_sales if side is Side.SALES else note.ask_marketing
    return [
        _numbered([Line(text, held) for text in asked], f"questions to ask {side.value}"),
        desk.prose(f"What constrains {side.value}", 35, "Bear in mind", whole=True),
        desk.prose("In short", 45, "Then", whole=True),
    ]


def _numbered(lines: list[Line], name: str) -> Part:
    numbered = [Line(line.text, line.n, f"{n}. ") for n, line in enumerate(lines[:MOST], 1)]
    return Part(tuple(numbered), f"Three {name}", fixed=True)


def _side(desk: Desk) -> Side:
    """Return who is to be asked: whom the words name, else the other side than the asker's."""
    text = desk.wish.question.text
    named = [side for side, rule in _ASKED.items() if rule.search(text)]
    if len(named) == 1:
        return named[0]
    return _OTHER.get(desk.wish.side or Side.OTHER, Side.SALES)
