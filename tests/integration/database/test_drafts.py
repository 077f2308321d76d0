"""Agendas that nobody has kept: as they were left, one person's alone, gone when they are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.drafts import SqlDrafts
from coach.adapters.database.records import Records, open_records
from coach.adapters.system import RandomIds
from coach.domain.conversation import Person
from coach.domain.meeting_brief import MeetingBrief
from coach.errors import NotFound
from coach.services.agendas.asides import KEPT_FOR, Asides
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import BEN, TUESDAY, UMLAUTS, an_agenda

BRIEF = MeetingBrief(
    text=f"agree {UMLAUTS}", minutes=45, start=TUESDAY, zone="Europe/Berlin", people=(BEN,)
)
OTHERS = (Person("colleague", ME.workspace), Person(ME.id, "another workspace"))


@pytest.fixture
def asides(records: Records, clock: FakeClock) -> Asides:
    return Asides(SqlDrafts(records, clock), RandomIds())


def files_with(data: Path, word: str) -> list[str]:
    planted = word.encode()
    return sorted(p.name for p in data.rglob("*") if p.is_file() and planted in p.read_bytes())


def test_a_draft_comes_back_as_it_was_left(asides: Asides) -> None:
    draft = asides.begin(ME, an_agenda(UMLAUTS), BRIEF, "weekly", "series")
    asides.change(ME, draft, an_agenda("Changed"))
    found = asides.get(ME, draft.id)

    assert found == replace(draft, agenda=an_agenda("Changed"))
    assert found.brief is not None
    assert found.brief.start is not None
    assert found.brief.start.tzinfo == TUESDAY.tzinfo
    assert asides.begin(ME, an_agenda(), name="turn").brief is None
    assert asides.get(ME, "turn").agenda == an_agenda()


def test_a_draft_is_one_persons_alone(asides: Asides) -> None:
    draft = asides.begin(ME, an_agenda()).id
    for other in OTHERS:
        assert asides.latest(other) is None
        asides.drop(other, draft)
        with pytest.raises(NotFound):
            asides.get(other, draft)

    assert asides.get(ME, draft).id == draft


def test_the_draft_worked_on_last_is_offered_first(asides: Asides, clock: FakeClock) -> None:
    assert asides.latest(ME) is None
    old = asides.begin(ME, an_agenda("Old"))
    clock.advance(1)
    new = asides.begin(ME, an_agenda("New"))
    assert asides.latest(ME) == new
    clock.advance(1)
    asides.change(ME, old, an_agenda("Old, worked on"))

    assert asides.latest(ME) == replace(old, agenda=an_agenda("Old, worked on"))
    asides.drop(ME, old.id)
    assert asides.latest(ME) == new


def test_after_a_week_without_a_change_a_draft_goes(asides: Asides, clock: FakeClock) -> None:
    old = asides.begin(ME, an_agenda())
    clock.advance((KEPT_FOR - timedelta(hours=1)).total_seconds())
    new = asides.begin(ME, an_agenda())
    assert asides.purge(clock.now()) == 0
    clock.advance(7200)
    assert asides.purge(clock.now()) == 1

    assert asides.latest(ME) == new
    with pytest.raises(NotFound):
        asides.get(ME, old.id)


def test_a_dropped_draft_leaves_no_byte_in_any_file(
    asides: Asides, records: Records, data: Path
) -> None:
    gone, stays = (asides.begin(ME, an_agenda(word)).id for word in ("planted1", "planted2"))
    assert files_with(data, "planted1")
    asides.drop(ME, gone)

    assert files_with(data, "planted1") == []
    records.close()
    again = open_records(data)
    assert SqlDrafts(again, FakeClock()).get(ME, stays).agenda.title == "planted2"
    again.close()
