"""Kept cases as their owner meets them: kept, reopened, followed up and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coach.domain.cases import (
    LONGEST_CHANGE,
    After,
    FollowUp,
    KeptCase,
    ListedCase,
    NextStep,
    Told,
)
from coach.domain.conflict import Analysis
from coach.domain.conversation import Person
from coach.domain.rehearsal import Debrief
from coach.domain.stages import Side
from coach.errors import CaseError
from coach.ports import Cases, Clock, Exchanges, Ids
from coach.services.cases.following import next_step

MOST_DEBRIEFS = 60
_TWO = (Side.SALES, Side.MARKETING)


@dataclass(frozen=True, slots=True)
class CaseKeeping:
    """Keeps cases for one person each. Lives as long as the app; safe from many threads.

    All methods raise `NotFound` for what is not there, `CaseError` for what cannot be done as it
    stands, and a `StorageError` where the records cannot be used.
    """

    cases: Cases
    exchanges: Exchanges
    clock: Clock
    ids: Ids

    def keep(
        self, person: Person, text: str, side: Side | None, note: str, analysis: Analysis
    ) -> KeptCase:
        """Store a case as it is on the page."""
        case = KeptCase(
            id=self.ids.new(),
            text=text,
            side=side,
            note=note,
            kept_at=self.clock.now(),
            analysis=analysis,
        )
        self.cases.add(person, case)
        return case

    def get(self, person: Person, case: str) -> KeptCase:
        """Return one case as it was shown last."""
        return self.cases.get(person, case)

    def list(self, person: Person) -> Sequence[ListedCase]:
        """Return a line for each case, the latest first."""
        return self.cases.list(person)

    def due(self, person: Person, today: date) -> int:
        """Return how many cases ask how their step went."""
        return self.cases.due(person, today)

    def redo(
        self, person: Person, case: str, side: Side | None, note: str, analysis: Analysis
    ) -> KeptCase:
        """Put another look at the text in the place of what was shown.

        What was told of steps stays; the step that stands now is the new one's.
        """
        asked = self.exchanges.of(person, case)
        running = asked is not None and asked.open(self.clock.now())
        if asked is not None and running and (side not in _TWO or side is asked.side):
            raise CaseError(
                "The other side is being asked, so your side stays as it is.",
                "Take the link back first.",
            )

        def redone(its: KeptCase) -> KeptCase:
            told = its.follow_ups
            if told and told[-1].next.by is not None:
                step = NextStep(After.FIRST, analysis.step.what, analysis.step.by)
                told = (*told[:-1], replace(told[-1], next=step))
            return replace(its, side=side, note=note, analysis=analysis, follow_ups=told)

        return self.cases.change(person, case, redone)

    def follow_up(
        self, person: Person, case: str, told: Told, changed: str, today: date
    ) -> KeptCase:
        """Keep how the step went, with the step that follows from it."""
        line = " ".join(changed.split())
        if len(line) > LONGEST_CHANGE:
            raise CaseError(
                f"The line on what changed holds {LONGEST_CHANGE} characters; yours has "
                f"{len(line)}.",
                "Shorten it: nothing was stored yet.",
            )

        def followed(its: KeptCase) -> KeptCase:
            if its.step.by is None:
                raise CaseError("This case is settled already.")
            step = next_step(its, told, today)
            return replace(its, follow_ups=(*its.follow_ups, FollowUp(today, told, line, step)))

        return self.cases.change(person, case, followed)

    def rehearsed(self, person: Person, case: str, debrief: Debrief) -> KeptCase:
        """Keep the look back on a rehearsal of the case; the same one twice is kept once."""

        def added(its: KeptCase) -> KeptCase:
            if debrief in its.debriefs or not debrief.lines:
                return its
            return replace(its, debriefs=(*its.debriefs, debrief)[-MOST_DEBRIEFS:])

        return self.cases.change(person, case, added)

    def delete(self, person: Person, case: str) -> None:
        """Delete it with all that was written to it; `undo` brings it back for ten seconds."""
        self.cases.hide(person, case)

    def undo(self, person: Person, case: str) -> None:
        """Bring a case back that was just deleted."""
        self.cases.unhide(person, case)
