"""Where each note stands on the road from Undefined to Integrated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.domain.notes import Direction, Kind, Move, Note, StageNote
from coach.domain.stages import Stage

ON_THE_ROAD = (Kind.MOVE, Kind.MEETING, Kind.PRACTICE, Kind.CONFLICT)
EVERYWHERE = (Kind.EVIDENCE, Kind.METRIC, Kind.TEMPLATE, Kind.ADAPTATION, Kind.ARTICLE)
_WAYS = (Direction.UP, Direction.STAY, Direction.BACK)


@dataclass(frozen=True, slots=True)
class Place:
    """A station of the road, or with no `stage` the place for what holds at every stage.

    `note` describes the station; `groups` are its other notes by kind, in the order to read them.
    """

    stage: Stage | None
    note: Note | None
    groups: tuple[tuple[Kind, tuple[Note, ...]], ...]

    def of(self, kind: Kind) -> tuple[Note, ...]:
        """Return its notes of one kind."""
        return dict(self.groups).get(kind, ())


def places(notes: Sequence[Note]) -> tuple[Place, ...]:
    """Return the four stations in order, and last the place for what holds everywhere."""
    kinds = (*EVERYWHERE, *ON_THE_ROAD)
    stations = tuple(_place(stage, ON_THE_ROAD, notes) for stage in Stage)
    return (*stations, _place(None, kinds, notes))


def stands_at(note: Note) -> frozenset[Stage]:
    """Return the stations where a note is found; empty for what holds at every stage.

    A move stands where it sets out; evidence, metrics, templates and special cases hold anywhere.
    """
    if isinstance(note, StageNote):
        return frozenset((note.stage,))
    if isinstance(note, Move):
        return frozenset((note.from_stage,))
    if note.kind not in ON_THE_ROAD or len(set(note.stages)) == len(Stage):
        return frozenset()
    return frozenset(note.stages)


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes in the order to read them: ways up first, then by title."""
    return tuple(sorted(notes, key=_rank))


def _place(stage: Stage | None, kinds: Iterable[Kind], notes: Sequence[Note]) -> Place:
    here = [n for n in notes if (stage in stands_at(n) if stage else not stands_at(n))]
    own = next((n for n in here if isinstance(n, StageNote)), None)
    groups = ((kind, in_order(n for n in here if n.kind is kind)) for kind in kinds)
    return Place(stage, own, tuple((kind, group) for kind, group in groups if group))


def _rank(note: Note) -> tuple[int, int, str]:
    way = _WAYS.index(note.direction) if isinstance(note, Move) else 0
    number = note.stage.number if isinstance(note, StageNote) else 0
    return way, number, note.title.strip('"“”').casefold()
