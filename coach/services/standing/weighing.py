"""Where a team stands, and whether it should move at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from coach.domain.notes import Direction, Move, Playbook, StageNote
from coach.domain.scoring import Gap, Picture
from coach.domain.stages import Stage
from coach.domain.standing import Advice, Choice, Condition, Reply, Standing, choose, verdict_of
from coach.domain.survey import Survey
from coach.services.standing.changing import named, sides_apart, would_change
from coach.services.standing.evidence import evidence_for

_HALF = Fraction(1, 2)


class Weighing:
    """Weighs a picture, exact or shown, by the survey's and the notes' words.

    Holds nothing of a round; lives as long as the app; safe from many threads.
    """

    def __init__(self, survey: Survey, playbook: Playbook) -> None:
        self._survey = survey
        self._stages = {n.stage: n for n in playbook.notes if isinstance(n, StageNote)}
        self._stays = {
            move.from_stage: move.id
            for move in playbook.notes
            if isinstance(move, Move) and move.direction is Direction.STAY
        }

    def of(self, picture: Picture, replies: Mapping[str, Reply] | None = None) -> Standing:
        """Return the verdict with its evidence, and what the replies make of it.

        `replies` go by the ids of the conditions in `advice`; a condition that was not replied to,
        but is plainly seen in both sides' answers, counts as a yes.
        """
        verdict = verdict_of(picture.team.distribution)
        for_it, against = evidence_for(verdict, picture, self._survey)
        return Standing(
            verdict=verdict,
            distribution=picture.team.distribution,
            evidence=for_it,
            against=against,
            would_change=tuple(would_change(verdict, picture)),
            advice=self._advice(verdict[0], picture, replies or {}),
        )

    def _advice(self, stage: Stage, picture: Picture, replies: Mapping[str, Reply]) -> Advice:
        """Weigh whether to leave `stage`, the lower one where the verdict names two."""
        note = self._stages.get(stage)
        if note is None:  # a team's own playbook may lack it
            return Advice(Choice.UNDECIDED, ("No note says when to leave this stage.",), "", ())
        conditions = tuple(_conditions(note))
        seen = {} if sides_apart(picture) else _seen(note, picture)
        given = {**seen, **replies}
        choice = choose(conditions, given, note.stay_needs_all)
        reasons = [_reason(c, c.id in seen and c.id not in replies) for c in conditions
                   if given.get(c.id) is Reply.YES]  # fmt: skip
        if sides_apart(picture):
            choice = Choice.UNDECIDED
            sales = named(verdict_of(picture.sales.distribution))
            marketing = named(verdict_of(picture.marketing.distribution))
            reasons.insert(
                0,
                f"Sales sees {sales}, marketing {marketing}: agree on where you stand before you"
                " decide where to go.",
            )
        reasons += _rest(choice, reasons, conditions)
        return Advice(choice, tuple(reasons), self._read_on(choice, note), conditions)

    def _read_on(self, choice: Choice, note: StageNote) -> str:
        if choice is Choice.STAY:
            return self._stays.get(note.stage, note.id)
        above = None if note.stage.next is None else self._stages.get(note.stage.next)
        return above.id if choice is Choice.MOVE and above is not None else note.id


def _conditions(note: StageNote) -> Iterator[Condition]:
    for speaks_for, grounds in ((Choice.STAY, note.stay_if), (Choice.MOVE, note.move_if)):
        for ground in grounds:
            yield Condition(
                id=f"{note.stage}.{ground.key}",
                stage=note.stage,
                speaks_for=speaks_for,
                question=ground.ask,
                reason=ground.because,
                note=note.id,
            )


def _seen(note: StageNote, picture: Picture) -> dict[str, Reply]:
    """Return a yes for each ground that both sides' answers tell of by themselves."""
    gaps = {gap.of: gap for gap in picture.gaps}
    return {
        f"{note.stage}.{ground.key}": Reply.YES
        for ground in (*note.stay_if, *note.move_if)
        if ground.seen_in
        and all(_both_at(gaps.get(of), note.stage) for of in ground.seen_in)
    }  # fmt: skip


def _both_at(gap: Gap | None, stage: Stage) -> bool:
    if gap is None or gap.sales is None or gap.marketing is None:
        return False
    return max(abs(gap.sales - stage.number), abs(gap.marketing - stage.number)) < _HALF


def _reason(condition: Condition, is_seen: bool) -> str:
    moving = "stepping back" if condition.stage.next is None else "moving"
    to = "staying" if condition.speaks_for is Choice.STAY else moving
    told = " Both sides' answers say so." if is_seen else ""
    return f"For {to}: {condition.reason}{told}"


def _rest(choice: Choice, reasons: Sequence[str], conditions: Sequence[Condition]) -> Iterator[str]:
    """Yield the reason that no single reply gives."""
    if choice is Choice.STAY and not reasons:
        yield "For staying: nothing that would speak for moving is the case."
    if choice is Choice.UNDECIDED and not reasons:
        yield (
            "The answers say where you stand. Whether to move depends on your business, and"
            f" {len(conditions)} short questions are to be asked first."
        )
    elif choice is Choice.UNDECIDED:
        yield "That does not settle it: talk it over, both sides together."
