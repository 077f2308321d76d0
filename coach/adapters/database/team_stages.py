"""The stage a team is at, in the records."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, or_, select

from coach.adapters.database.records import Records
from coach.adapters.database.round_tables import rounds
from coach.adapters.database.team_stage_tables import team_stages
from coach.domain.conversation import Person
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin, TeamStage


class SqlTeamStages:
    """The port `TeamStages` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, person: Person) -> TeamStage | None:
        """Return the newest finding; `None` where none is, or its round is hidden."""
        with self._records.reading() as connection:
            return _found(connection, person.workspace)

    def put(self, person: Person, found: TeamStage) -> None:
        """Store a finding, unless a newer one stands; it goes for good with its round."""
        row = {
            "workspace": person.workspace,
            "owner": person.id,
            "verdict": " ".join(found.verdict),
            "origin": found.origin.value,
            "round": found.round or None,
            "found_at": found.found_at,
        }
        mine = team_stages.c.workspace == person.workspace
        with self._records.writing() as connection:
            before = _found(connection, person.workspace)
            if before is None or before.found_at <= found.found_at:
                connection.execute(delete(team_stages).where(mine))
                connection.execute(insert(team_stages).values(row))

    def remove(self, person: Person) -> None:
        """Keep nothing of the workspace any more."""
        with self._records.writing() as connection:
            mine = team_stages.c.workspace == person.workspace
            connection.execute(delete(team_stages).where(mine))


def _found(connection: Connection, workspace: str) -> TeamStage | None:
    shown = or_(team_stages.c.round.is_(None), rounds.c.hidden_at.is_(None))
    its = (
        select(team_stages)
        .outerjoin(rounds, rounds.c.id == team_stages.c.round)
        .where(team_stages.c.workspace == workspace, shown)
    )
    row = connection.execute(its).one_or_none()
    if row is None:
        return None
    verdict = tuple(Stage(stage) for stage in row.verdict.split())
    return TeamStage(verdict, Origin(row.origin), row.found_at, row.round or "")
