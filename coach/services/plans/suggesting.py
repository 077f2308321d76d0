"""Which two or three moves to take on: those that serve the biggest gaps at the team's stage."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coach.domain.notes import Conflict, Direction, Meeting, Metric, Move, Note, Playbook
from coach.domain.promises import Draft
from coach.domain.stages import Side, Stage
from coach.services.agendas.owners import HEADS

LEAST, MOST = 2, 3  # moves of one plan
_WEEK = "This week"  # the section that says who does what
_EFFORTS = ("an hour", "a day", "a week", "a month", "a quarter")


class Suggesting:
    """Makes drafts of promises out of the playbook's moves. Lives as long as the app."""

    def __init__(self, playbook: Playbook) -> None:
        self._playbook = playbook

    def suggest(
        self,
        stage: Stage,
        dimensions: Sequence[str] = (),
        *,
        stay: bool = False,
        taken: Collection[str] = (),
    ) -> tuple[Draft, ...]:
        """Return at most three drafts, each of another move, none of a note that is `taken`.

        `dimensions` are keys of the survey, the biggest gap first; each gets the move that serves
        it best, and where there are fewer than two, the easiest moves follow. Who moves on gets
        steps to the next stage. Who stays, or is at the last one, gets what says how to `stay` and
        the steps that led to the stage, to make firm what it rests on.
        """
        steps = self.moves(stage, stay=stay)
        free = [move for move in steps if move.id not in taken]
        chosen = [move for move in free if move.direction is Direction.STAY]
        served: dict[str, str] = {}
        for key in dict.fromkeys(dimensions):
            fitting = [move for move in free if key in move.helps and move not in chosen]
            if fitting and len(chosen) < MOST:
                best = min(fitting, key=lambda move: _rank(move, key, dimensions))
                chosen.append(best)
                served[best.id] = key
        rest = [move for move in free if move not in chosen]
        chosen += rest[: max(0, LEAST - len(chosen))]
        return tuple(self._draft(move, served.get(move.id, "")) for move in chosen)

    def moves(self, stage: Stage, *, stay: bool = False) -> list[Move]:
        """Return what can be taken on at a stage, the easiest first."""
        if stay or stage.next is None:
            fitting = [move for move in self._moves() if _keeps(move, stage)]
        else:
            ups = (move for move in self._moves() if move.direction is Direction.UP)
            fitting = [move for move in ups if move.from_stage is stage]
        return sorted(fitting, key=lambda m: (m.direction is not Direction.STAY, *_ease(m)))

    def of_note(self, note_id: str) -> Draft | None:
        """Return a draft out of any note that says who does what this week, else `None`.

        Where the note names no owners, the heads of both sides stand in.
        """
        note = self._playbook.get(note_id)
        if note is None or note.section(_WEEK) is None:
            return None
        if isinstance(note, Move):
            return self._draft(note, "")
        owned = note if isinstance(note, Conflict) else None
        return Draft(
            what=f"Settle {note.title}" if owned else f"Put into practice: {note.title}",
            note=note.id,
            sales_owner=owned.sales_owner if owned else HEADS[Side.SALES],
            marketing_owner=owned.marketing_owner if owned else HEADS[Side.MARKETING],
            meeting=(owned.meeting if owned else None) or self._linked(note, Meeting),
            metric=(owned.metric if owned else None) or self._linked(note, Metric),
        )

    def _moves(self) -> list[Move]:
        return [note for note in self._playbook.notes if isinstance(note, Move)]

    def _draft(self, move: Move, serves: str) -> Draft:
        return Draft(
            what=move.title,
            note=move.id,
            sales_owner=move.sales_owner,
            marketing_owner=move.marketing_owner,
            meeting=move.meeting or "",
            metric=move.metric or self._linked(move, Metric),
            serves=serves,
        )

    def _linked(self, note: Note, kind: type[Note]) -> str:
        """Return the first note of a kind that a note links to, "" where there is none."""
        linked = (self._playbook.get(name) for name in note.links)
        return next((other.id for other in linked if isinstance(other, kind)), "")


def _keeps(move: Move, stage: Stage) -> bool:
    """Whether a move keeps a team where it is: a reason to stay, or a step that led there."""
    stays = move.direction is Direction.STAY and move.from_stage is stage
    return stays or (move.direction is Direction.UP and move.to_stage is stage)


def _rank(move: Move, key: str, dimensions: Sequence[str]) -> tuple[int, int, int, str]:
    """Return how well a move fits a gap: what it is mostly for, what else it serves, its effort."""
    also = sum(other in move.helps for other in dimensions)
    return (move.helps.index(key), -also, *_ease(move))


def _ease(move: Move) -> tuple[int, str]:
    return _EFFORTS.index(move.effort), move.id
