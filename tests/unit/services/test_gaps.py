"""Who may read what the coach could not answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from coach.domain.conversation import Person, Role
from coach.domain.gaps import Gap
from coach.errors import NotFound
from coach.services.gaps import Gaps
from tests.fakes import ME, START

GAP = Gap("t-1", "What of partners?", START, covered=False)


@dataclass
class MemoryGaps:
    """`GapRecords` in memory."""

    rows: list[Gap] = field(default_factory=lambda: [GAP])

    def gaps(self, person: Person, seen: bool, limit: int) -> Sequence[Gap]:
        return [gap for gap in self.rows if bool(gap.seen_by) is seen][:limit]

    def close_gap(self, person: Person, turn: str) -> None:
        self.rows = [replace(g, seen_by=person.id) if g.turn == turn else g for g in self.rows]

    def reopen_gap(self, person: Person, turn: str) -> None:
        self.rows = [replace(g, seen_by="") if g.turn == turn else g for g in self.rows]


def test_an_owner_closes_an_entry_and_takes_that_back() -> None:
    gaps = Gaps(MemoryGaps())
    gaps.close(ME, GAP.turn)
    assert [gap.seen_by for gap in gaps.seen(ME)] == [ME.id]
    assert gaps.open(ME) == []
    gaps.reopen(ME, GAP.turn)

    assert gaps.open(ME) == [GAP]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.MANAGER])
def test_other_peoples_questions_are_for_the_owner_only(role: Role) -> None:
    gaps, person = Gaps(MemoryGaps()), replace(ME, role=role)
    assert not gaps.may_read(person)
    for refused in (gaps.open, gaps.seen):
        with pytest.raises(NotFound, match="owner"):
            refused(person)
    with pytest.raises(NotFound):
        gaps.close(person, GAP.turn)
    with pytest.raises(NotFound):
        gaps.reopen(person, GAP.turn)
