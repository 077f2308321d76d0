"""The wired rehearsals."""

from __future__ import annotations

from coach.adapters.database.endpoints import SqlEndpoints
from coach.adapters.database.records import Records
from coach.bootstrap.conflicts import Conflicts
from coach.bootstrap.model import Model
from coach.ports import Clock
from coach.services.names.naming import Naming
from coach.services.names.partners import UnnamingPartner
from coach.services.rehearsing.rehearsing import Rehearsing


def make_rehearsing(
    conflicts: Conflicts,
    model: Model | None,
    naming: Naming | None,
    records: Records,
    clock: Clock,
) -> Rehearsing:
    """Wire the rehearsals of quarrels, with the boundaries that quarrels have."""
    mediating = conflicts.mediating
    partner = None
    if model is not None and naming is not None:
        played = model.author.partner(SqlEndpoints(records, clock))
        partner = UnnamingPartner(played, naming)
    return Rehearsing(
        playbook=mediating.playbook,
        boundaries=mediating.boundaries,
        languages=mediating.languages,
        clock=clock,
        partner=partner,
    )
