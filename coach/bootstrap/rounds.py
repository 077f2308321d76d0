"""The wired services for rounds of the survey, and for the links that people answer through."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.links import SqlLinks
from coach.adapters.database.records import Records
from coach.adapters.database.rounds import SqlRounds
from coach.adapters.system import RandomSecrets
from coach.domain.survey import Survey
from coach.ports import Clock, Ids
from coach.ports import Rounds as Kept
from coach.services.linking import Linking
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """Everything about rounds. Lives as long as the app; safe from many threads.

    `kept` is where they are kept; `keeping` is for those who run them, `answering` for those who
    answer with nothing but a link.
    """

    kept: Kept
    linking: Linking
    keeping: RoundKeeping
    answering: RoundAnswering

    @property
    def survey(self) -> Survey:
        """What is asked."""
        return self.answering.survey


def make_rounds(
    survey: Survey, records: Records, clock: Clock, ids: Ids, public_url: str = ""
) -> Rounds:
    """Wire everything about rounds; links begin with `public_url`."""
    kept, secrets = SqlRounds(records, clock, ids), RandomSecrets()
    linking = Linking(SqlLinks(records), clock, ids, secrets, public_url)
    return Rounds(
        kept=kept,
        linking=linking,
        keeping=RoundKeeping(kept, linking, clock, ids),
        answering=RoundAnswering(kept, survey, clock, secrets),
    )
