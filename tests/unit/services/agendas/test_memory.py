"""What a workspace's meetings hold, found again: of the right kind, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from coach.domain.answers import Question
from coach.domain.conversation import Person
from coach.domain.meetings import ActionState, Kept, Recalled
from coach.services.agendas.asked import Asked, Looking
from coach.services.agendas.memory import MOST, Memory
from coach.services.agendas.told import told
from tests.fakes import ME
from tests.meeting_fakes import MemoryMeetings

DAY = date(2026, 11, 24)


@dataclass
class FoundMeetings(MemoryMeetings):
    """Finds what it is given, whatever is looked for."""

    found: list[Recalled] = field(default_factory=list)

    def search(self, person: Person, text: str, limit: int, series: str = "") -> Sequence[Recalled]:
        self.asked.append(text)
        return self.found[:limit]


def one(
    id_: str, kind: Kept = Kept.DECISION, found: int = 1, ago: int = 0, **more: object
) -> Recalled:
    state = ActionState.OPEN if kind is Kept.ACTION else None
    given = {"state": state, "owner": "Ana" if state else "", "meeting": "m1", **more}
    return Recalled(
        kind=kind, id=id_, text=f"Text {id_}", title="Weekly", on=DAY - timedelta(ago),
        series="s1", found=found, **given,
    )  # type: ignore[arg-type]  # fmt: skip


def recalled(found: list[Recalled], looking: Looking, *topic: str) -> list[str]:
    memory = Memory(FoundMeetings(found=found), ME)
    return [each.id for each in memory.recall(Asked(looking, topic)).found]


DECISION, PROMISE = one("d"), one("a", Kept.ACTION)
DONE = one("done", Kept.ACTION, state=ActionState.DONE)


@pytest.mark.parametrize(
    ("looking", "ids"),
    [
        (Looking.DECIDED, ["d"]),
        (Looking.AGREED, ["d", "a", "done"]),
        (Looking.PROMISED, ["a", "done"]),
        (Looking.OPEN, ["a"]),
    ],
)
def test_only_what_is_looked_for_is_found(looking: Looking, ids: list[str]) -> None:
    assert recalled([DECISION, PROMISE, DONE], looking, "leads") == ids


def test_where_nothing_was_decided_a_promise_is_told() -> None:
    assert recalled([PROMISE], Looking.DECIDED, "leads") == ["a"]


def test_the_newest_come_first_and_the_list_stays_short() -> None:
    found = [one(str(ago), ago=ago) for ago in (9, 3, 7, 1, 5, 2, 8)]

    assert recalled(found, Looking.DECIDED, "leads") == ["1", "2", "3", "5", "7", "8"]
    assert len(recalled(found, Looking.DECIDED, "leads")) == MOST


def test_what_holds_half_of_the_topic_is_found_but_not_as_exact() -> None:
    memory = Memory(FoundMeetings(found=[DECISION]), ME)

    remembered = memory.recall(Asked(Looking.DECIDED, ("lead", "scoring")))

    assert [each.id for each in remembered.found] == ["d"]
    assert not remembered.exact


def test_what_holds_less_than_half_of_the_topic_is_not_found() -> None:
    assert recalled([DECISION], Looking.DECIDED, "lead", "scoring", "model") == []


def test_an_abbreviation_is_looked_for_as_written_too() -> None:
    meetings = FoundMeetings()

    Memory(meetings, ME).recall(Asked(Looking.DECIDED, ("MQLs",)))

    assert meetings.asked == ["MQLs", "marketing qualified lead"]


def test_a_source_without_its_meeting_is_still_one_of_a_meeting() -> None:
    memory = Memory(FoundMeetings(found=[one("a", Kept.ACTION, meeting=None)]), ME)
    asked = Asked(Looking.OPEN, ("leads",))

    answer = told(Question("what's open?"), asked, memory.recall(asked))

    assert answer.recalls
    assert answer.by_code
    assert [(c.note, c.meeting) for c in answer.citations] == [("", "")]
    assert "Ana promised “Text a” (still open) [1]" in answer.text
