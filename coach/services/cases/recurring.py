"""Quarrels that come back: counted over a workspace's quarter, without anybody's name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime

from coach.domain.cases import Recurring
from coach.domain.conversation import Person
from coach.domain.notes import Conflict, Kind, Playbook
from coach.ports import Cases

LEAST = 2  # times a quarter: one case tells of one person


@dataclass(frozen=True, slots=True)
class Patterns:
    """Counts what was kept. Lives as long as the app; safe from many threads."""

    cases: Cases
    playbook: Playbook

    def recurring(self, person: Person, today: date) -> tuple[Recurring, ...]:
        """Return what the workspace kept at least twice this quarter, the most frequent first."""
        quarter = (today.month - 1) // 3 + 1
        since = datetime(today.year, 3 * quarter - 2, 1, tzinfo=UTC)
        counts = Counter(case.pattern for case in self.cases.counted(person, since))
        found = [(note, n) for note, n in counts.items() if n >= LEAST]
        found.sort(key=lambda one: (-one[1], one[0]))
        return tuple(
            self._recurring(known, count, today.year, quarter)
            for note, count in found
            if isinstance(known := self.playbook.get(note), Conflict)
        )

    def _recurring(self, note: Conflict, count: int, year: int, quarter: int) -> Recurring:
        linked = [self.playbook.get(link) for link in note.links]
        prevents = next((one.id for one in linked if one and one.kind is Kind.PRACTICE), "")
        return Recurring(note.id, note.title, count, year, quarter, prevents, note.meeting or "")
