"""The wired services for where a team stands: results of rounds, and the stage it begins from."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.promises import SqlPromises
from coach.adapters.database.records import Records
from coach.adapters.database.team_stages import SqlTeamStages
from coach.adapters.database.thanks import SqlThanks
from coach.adapters.system import RandomIds
from coach.bootstrap.rounds import Rounds
from coach.domain.notes import Playbook
from coach.ports import Clock
from coach.services.plans.board import PlanBoard
from coach.services.progress.dashboard import Progress
from coach.services.standing.results import Results
from coach.services.standing.weighing import Weighing
from coach.services.team_context import TeamContext


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingServices:
    """Everything about where a team stands. Lives as long as the app; safe from many threads.

    `results` are what closed rounds may show; `team` is the stage that everything begins from;
    `progress` is what changed over time.
    """

    results: Results
    team: TeamContext
    progress: Progress


def make_standing(
    rounds: Rounds, playbook: Playbook, records: Records, clock: Clock
) -> StandingServices:
    """Wire everything about where a team stands."""
    weighing = Weighing(rounds.survey, playbook)
    results = Results(rounds.kept, rounds.survey, weighing, clock)
    meetings = SqlMeetings(records, clock)
    board = PlanBoard(SqlPromises(records, clock), meetings, clock, RandomIds())
    return StandingServices(
        results=results,
        team=TeamContext(SqlTeamStages(records), clock),
        progress=Progress(results, rounds.survey, board, meetings, SqlThanks(records, clock)),
    )
