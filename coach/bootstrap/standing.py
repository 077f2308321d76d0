"""The wired services for where a team stands: results of rounds, and the stage it begins from."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.cases import SqlCases
from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.promises import SqlPromises
from coach.adapters.database.records import Records
from coach.adapters.database.team_stages import SqlTeamStages
from coach.adapters.database.thanks import SqlThanks
from coach.adapters.exports.steering import SteeringPdf
from coach.adapters.system import RandomIds
from coach.bootstrap.rounds import Rounds
from coach.domain.notes import Playbook
from coach.playbook.sample import load_sample
from coach.ports import Clock
from coach.ports.exports import SteeringPages
from coach.services.cases.recurring import Patterns
from coach.services.plans.board import PlanBoard
from coach.services.progress.dashboard import Progress
from coach.services.sample.team import Kept, SampleTeam
from coach.services.standing.results import Results
from coach.services.standing.weighing import Weighing
from coach.services.team_context import TeamContext
from coach.settings import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingServices:
    """Everything about where a team stands. Lives as long as the app; safe from many threads.

    `results` are what closed rounds may show; `team` is the stage that everything begins from;
    `progress` is what changed over time, `pages` writes it for a steering meeting; `sample` is an
    invented team to look at.
    """

    results: Results
    team: TeamContext
    progress: Progress
    sample: SampleTeam
    pages: SteeringPages


def make_standing(
    rounds: Rounds, playbook: Playbook, records: Records, clock: Clock
) -> StandingServices:
    """Wire everything about where a team stands."""
    weighing, ids = Weighing(rounds.survey, playbook), RandomIds()
    results = Results(rounds.kept, rounds.survey, weighing, clock)
    kept = Kept(
        rounds=rounds.kept,
        promises=SqlPromises(records, clock),
        thanks=SqlThanks(records, clock),
        meetings=SqlMeetings(records, clock),
        cases=SqlCases(records, clock),
    )
    board = PlanBoard(kept.promises, kept.meetings, clock, ids)
    team = TeamContext(SqlTeamStages(records), clock)
    quarrels = Patterns(kept.cases, playbook)
    return StandingServices(
        results=results,
        team=team,
        progress=Progress(results, rounds.survey, board, kept.meetings, kept.thanks, quarrels),
        sample=SampleTeam(
            lambda: load_sample(ROOT / "knowledge", rounds.survey), kept, results, team, clock, ids
        ),
        pages=SteeringPdf(clock),
    )
