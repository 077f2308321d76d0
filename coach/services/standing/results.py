"""The results of closed rounds: what may be shown of each, and what it says about the stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.domain.conversation import Person
from coach.domain.disclosure import LEAST_LINES, Shown, disclosed
from coach.domain.rounds import Round, RoundState
from coach.domain.standing import Reply, Standing
from coach.domain.survey import Survey
from coach.errors import NotFound
from coach.ports import Clock, Rounds
from coach.services.rounds.keeping import missing
from coach.services.standing.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Result:
    """What there is to see of a closed round; `standing` is `None` where the picture is."""

    round: Round
    shown: Shown
    standing: Standing | None


class Results:
    """The only way from answers to a page: everything passes what may be shown.

    Lives as long as the app; safe from many threads. Raises a `StorageError` where the records
    cannot be used.
    """

    def __init__(self, rounds: Rounds, survey: Survey, weighing: Weighing, clock: Clock) -> None:
        self._rounds, self._survey = rounds, survey
        self._weighing, self._clock = weighing, clock

    def of(self, person: Person, its: Round, replies: Mapping[str, Reply] | None = None) -> Result:
        """Return the result of one closed round; `replies` are for whether to move.

        Raises:
            NotFound: there is no such closed round.
        """
        for found, shown in self.shown(person):
            if found.id == its.id:
                return self._result(found, shown, replies)
        raise NotFound("This round is not there, or not closed yet.", "Choose one from the list.")

    def all(self, person: Person) -> Sequence[Result]:
        """Return the results of all closed rounds, oldest first."""
        return [self._result(its, shown, None) for its, shown in self.shown(person)]

    def shown(self, person: Person) -> Sequence[tuple[Round, Shown]]:
        """Return every closed round with what may be shown: one can't be judged by itself.

        What a round once showed is kept, and stands from then on.
        """
        now = self._clock.now()
        closed = [r for r in self._rounds.list(person) if r.state(now) is RoundState.CLOSED]
        closed.sort(key=lambda r: (r.closes_at, r.started_at, r.id))
        kept = self._rounds.shown(person)
        before = [kept.get(its.id) or self._too_few(person, its) for its in closed]
        if None not in before:  # nothing is new, so no answer has to be read
            return [(its, known) for its, known in zip(closed, before, strict=True) if known]
        answers = [self._rounds.responses(person, its.id) for its in closed]
        shown = disclosed(answers, self._survey, before)
        new = {its.id: s for its, s in zip(closed, shown, strict=True) if s.cells}
        if new.keys() - kept.keys():
            self._rounds.keep_shown(person, new)
        return list(zip(closed, shown, strict=True))

    def lines_kept_back(self, person: Person, its: Round) -> int:
        """Return how many free lines were written where they are too few to be shown, else 0."""
        written = sum(bool(r.line.strip()) for r in self._rounds.responses(person, its.id))
        return written if written < LEAST_LINES else 0

    def _too_few(self, person: Person, its: Round) -> Shown | None:
        """Return that nothing is shown, where those who typed answers in know too many of them."""
        short = missing(self._rounds.counts(person, its.id))
        return Shown(short, {}, None) if short else None

    def _result(self, its: Round, shown: Shown, replies: Mapping[str, Reply] | None) -> Result:
        weighed = None if shown.picture is None else self._weighing.of(shown.picture, replies)
        return Result(its, shown, weighed)
