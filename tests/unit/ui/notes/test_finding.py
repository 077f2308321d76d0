"""Notes for what is typed into the search."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.domain.notes import Playbook
from coach.domain.passages import Coverage
from coach.ui.notes.finding import find
from tests.fakes import FakeIndex, hit
from tests.small_playbook import CONFLICT, METRIC, NOTES, PRACTICE, TEMPLATE


@dataclass
class Found:
    """What the search needs of the services."""

    reading_index: FakeIndex
    playbook: Playbook = field(default_factory=lambda: Playbook(notes=NOTES, sources=()))


def services(*notes: str, known: float = 1.0, cosine: float | None = 0.6) -> Found:
    hits = tuple(hit(f"Text {n}.", n, note) for n, note in enumerate(notes, 1))
    return Found(FakeIndex(hits, Coverage(cosine, 0.5, known)))


def ids(found: Found, typed: str) -> list[str]:
    return [note.id for note in find(found, typed)]  # type: ignore[arg-type]


def test_notes_come_in_the_searches_order_once_each() -> None:
    found = services(METRIC.id, PRACTICE.id, METRIC.id, "gone")

    assert ids(found, "  win \n rate ") == [METRIC.id, PRACTICE.id]
    assert found.reading_index.asked == [("win rate", ())]


def test_a_word_half_typed_finds_the_notes_that_bear_it_in_a_name() -> None:
    assert ids(services(METRIC.id, known=0.0), "junk le")[0] == CONFLICT.id
    assert ids(services(METRIC.id, known=0.0), "fall through")[0] == PRACTICE.id


def test_two_letters_are_no_name_yet() -> None:
    assert ids(services(TEMPLATE.id, known=0.0), "ju") == [TEMPLATE.id]


def test_what_is_far_from_every_note_finds_none() -> None:
    assert ids(services(METRIC.id, known=0.0, cosine=0.1), "xyzzy") == []
    assert ids(services(METRIC.id, known=0.0, cosine=None), "xyzzy") == []


def test_nothing_typed_finds_nothing_and_asks_nothing() -> None:
    found = services(METRIC.id)

    assert ids(found, "  ") == []
    assert found.reading_index.asked == []
