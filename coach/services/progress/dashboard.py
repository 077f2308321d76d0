"""The dashboard of a workspace, read from its records."""

from __future__ import annotations

from datetime import datetime

from coach.domain.conversation import Person
from coach.domain.progress import Dashboard, Quarrels
from coach.domain.survey import Survey
from coach.ports import Meetings, Thanks
from coach.services.cases.recurring import Patterns
from coach.services.plans.board import PlanBoard
from coach.services.progress.months import YEAR, meetings_of, quarrels_of, thanks_of, work_of
from coach.services.progress.rounds import gaps_of, stages_of
from coach.services.standing.results import Results

MOST = 2000  # meetings or lines of thanks that are counted, the latest first


class Progress:
    """Counts what changed between the sides. Lives as long as the app; safe from many threads.

    Raises a `StorageError` where the records cannot be used.
    """

    def __init__(
        self,
        results: Results,
        survey: Survey,
        board: PlanBoard,
        meetings: Meetings,
        thanks: Thanks,
        patterns: Patterns,
    ) -> None:
        self._results, self._survey, self._board = results, survey, board
        self._meetings, self._thanks, self._patterns = meetings, thanks, patterns

    def of(self, person: Person, now: datetime) -> Dashboard:
        """Return everything as it stands; days are those of the time zone of `now`."""
        zone, today = now.tzinfo, now.date()
        if zone is None:
            raise ValueError("The time has no zone, so no day can be told.")
        rounds = self._results.shown(person)
        met = (self._meetings.list(person, over, "", MOST) for over in (True, False))
        return Dashboard(
            stages=tuple(stages_of(rounds, zone)),
            gaps=tuple(gaps_of(rounds, self._survey, zone)),
            work=work_of(self._board.show(person, today).rows, today),
            meetings=meetings_of((meeting for part in met for meeting in part), now),
            thanks=thanks_of(self._thanks.list(person, MOST), now),
            quarrels=self._quarrels(person, now),
        )

    def _quarrels(self, person: Person, now: datetime) -> Quarrels:
        cases = self._patterns.cases
        mine = cases.list(person)
        return Quarrels(
            back=self._patterns.recurring(person, now.date()),
            months=quarrels_of(cases.counted(person, now - YEAR), now),
            mine=len(mine),
            told=sum(case.told is not None for case in mine),
        )
