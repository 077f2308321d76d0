"""The wired services for the plan: what the page and the chat hold on to."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.promises import SqlPromises
from coach.adapters.database.records import Records
from coach.adapters.database.thanks import SqlThanks
from coach.domain.notes import Playbook
from coach.ports import Clock, Ids, Meetings, Promises, Thanks
from coach.services.plans.board import PlanBoard
from coach.services.plans.suggesting import Suggesting
from coach.services.plans.thanking import ThankYous


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """Everything about the plan. Lives as long as the app; safe from many threads.

    `promises` and `log` are where promises and thank-yous are kept.
    """

    suggesting: Suggesting
    board: PlanBoard
    thanks: ThankYous
    promises: Promises
    log: Thanks


def make_plans(
    playbook: Playbook, meetings: Meetings, records: Records, clock: Clock, ids: Ids
) -> Plans:
    """Wire everything about the plan."""
    promises, log = SqlPromises(records, clock), SqlThanks(records, clock)
    return Plans(
        suggesting=Suggesting(playbook),
        board=PlanBoard(promises, meetings, clock, ids),
        thanks=ThankYous(log, ids),
        promises=promises,
        log=log,
    )
