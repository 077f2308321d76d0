"""The wired services for where a team stands: results of rounds, and the stage it begins from."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.records import Records
from coach.adapters.database.team_stages import SqlTeamStages
from coach.bootstrap.rounds import Rounds
from coach.domain.notes import Playbook
from coach.ports import Clock
from coach.services.standing.results import Results
from coach.services.standing.weighing import Weighing
from coach.services.team_context import TeamContext


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingServices:
    """Everything about where a team stands. Lives as long as the app; safe from many threads.

    `results` are what closed rounds may show; `team` is the stage that everything begins from.
    """

    results: Results
    team: TeamContext


def make_standing(
    rounds: Rounds, playbook: Playbook, records: Records, clock: Clock
) -> StandingServices:
    """Wire everything about where a team stands."""
    weighing = Weighing(rounds.survey, playbook)
    return StandingServices(
        results=Results(rounds.kept, rounds.survey, weighing, clock),
        team=TeamContext(SqlTeamStages(records), clock),
    )
