"""The wired services for what both sides owe each other for leads."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.agreements import SqlAgreements
from coach.adapters.database.records import Records
from coach.ports import Clock, Ids
from coach.ports.agreements import Agreements as Kept
from coach.services.agreements.keeping import AgreementKeeping


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """Everything about agreements. Lives as long as the app; safe from many threads.

    `kept` is where they are kept.
    """

    kept: Kept
    keeping: AgreementKeeping

    @property
    def purged(self) -> tuple[Kept, ...]:
        """What keeps things that were deleted for a moment."""
        return (self.kept,)


def make_agreements(records: Records, clock: Clock, ids: Ids) -> Agreements:
    """Wire everything about agreements."""
    kept = SqlAgreements(records, clock)
    return Agreements(kept=kept, keeping=AgreementKeeping(kept, clock, ids))
