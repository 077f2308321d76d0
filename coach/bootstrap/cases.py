"""The wired services for kept quarrels: what the page and the other side's form hold on to."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.cases import SqlCases
from coach.adapters.database.exchanges import SqlExchanges
from coach.adapters.database.records import Records
from coach.adapters.system import RandomSecrets
from coach.bootstrap.conflicts import Conflicts
from coach.ports import Cases as Kept
from coach.ports import Clock, Ids
from coach.services.cases.asking import AccountAsking
from coach.services.cases.giving import AccountGiving
from coach.services.cases.keeping import CaseKeeping
from coach.services.cases.recurring import Patterns
from coach.services.linking import Linking


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Everything about kept cases. Lives as long as the app; safe from many threads.

    `kept` is where they are stored; `keeping` and `asking` are for whoever kept a case, `giving`
    for its other side, who comes with nothing but a link; `patterns` is for the whole workspace.
    """

    kept: Kept
    linking: Linking
    keeping: CaseKeeping
    asking: AccountAsking
    giving: AccountGiving
    patterns: Patterns

    def title(self, note: str) -> str:
        """Return the title of a quarrel, its id where the note is gone."""
        found = self.patterns.playbook.get(note)
        return found.title if found is not None else note


def make_cases(
    conflicts: Conflicts, linking: Linking, records: Records, clock: Clock, ids: Ids
) -> Cases:
    """Wire everything about kept cases, with the boundaries that quarrels have."""
    kept, exchanges, read = SqlCases(records, clock), SqlExchanges(records), conflicts.mediating
    return Cases(
        kept=kept,
        linking=linking,
        keeping=CaseKeeping(kept, exchanges, clock, ids),
        asking=AccountAsking(kept, exchanges, linking, read.boundaries, read.languages, clock),
        giving=AccountGiving(
            exchanges, read.boundaries, read.languages, read.matching, clock, RandomSecrets()
        ),
        patterns=Patterns(kept, read.playbook),
    )
