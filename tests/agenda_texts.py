"""A drafted agenda and replies to it, for whatever tests the model's version of one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from coach.domain.agenda import Agenda, Attendee, Item, Part
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.ports import EditTask, Reply

ANA = Attendee("Ana", Side.SALES, "head of sales")
BEN = Attendee("Ben", Side.MARKETING, "demand lead")
OPENING = Item(
    "What is settled at the end?", Outcome.INFORM, "Ana", Side.SALES, 2, part=Part.OPENING
)
FIRST = Item(
    "Which ten leads do we sort, each on our own?",
    Outcome.DISCUSS,
    "Ana",
    Side.SALES,
    12,
    minimum=8,
    ideal=12,
    prework="Bring ten leads of last month.",
    done_when="All ten are sorted.",
    note="lead-definition-workshop",
)
SECOND = Item(
    "Which two words do we write down as our definition?",
    Outcome.DECIDE,
    "Ben",
    Side.MARKETING,
    15,
    minimum=10,
    ideal=15,
    done_when="Both words stand in the shared page.",
    note="lead-definition-workshop",
)
BUFFER = Item("Time in hand", Outcome.INFORM, "Ana", Side.SALES, 5, part=Part.BUFFER)
CLOSE = Item("Who does what by when?", Outcome.INFORM, "Ana", Side.SALES, 3, part=Part.CLOSE)
DRAFT = Agenda(
    title="What is a qualified lead?",
    outcome="We have one written definition.",
    minutes=37,
    people=(ANA, BEN),
    items=(
        OPENING,
        FIRST,
        SECOND,
        BUFFER,
        CLOSE,
    ),
    chair="Ana",
    note_taker="Ben",
    note="lead-definition-workshop",
)


def row(question: str, source: int | None = None, **more: Any) -> dict[str, Any]:
    """A row as a model writes it that keeps to the prompt."""
    said = {"outcome": "discuss", "owner": "Ana", "prework": "", "done_when": "", "minutes": 10}
    return {"from": source, "question": question} | said | more


def reply(*rows: dict[str, Any]) -> str:
    """A reply as a model writes it that keeps to the prompt."""
    return json.dumps({"items": rows})


@dataclass
class FakeEdit:
    found: Reply | CoachError
    cancelled: bool = False

    def reply(self) -> Reply:
        if isinstance(self.found, CoachError):
            raise self.found
        return Reply() if self.cancelled else self.found

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class FakeEditor:
    """Gives the replies in turn (the last one again after that) and keeps its tasks."""

    replies: list[Reply | CoachError]
    tasks: list[EditTask] = field(default_factory=list)
    edits: list[FakeEdit] = field(default_factory=list)

    def edit(self, task: EditTask) -> FakeEdit:
        found = self.replies[min(len(self.tasks), len(self.replies) - 1)]
        self.tasks.append(task)
        self.edits.append(FakeEdit(found))
        return self.edits[-1]
