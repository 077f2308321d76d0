"""Both doors at once: nothing that one side does is lost, and nothing is shown too early."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from coach.adapters.database.cases import SqlCases
from coach.adapters.database.exchanges import SqlExchanges
from coach.domain.accounts import Account, Ended, Exchange, OpenedAccount
from coach.domain.cases import KeptCase
from coach.domain.links import Link, Purpose, fingerprint
from coach.domain.stages import Side
from coach.errors import CaseError, CoachError
from coach.services.cases.joining import joining
from tests.case_fakes import a_case
from tests.fakes import ME, START

TOKEN, KEY = fingerprint("token"), fingerprint("key")


def other(its: Exchange, case: KeptCase) -> Exchange:
    return its.other(True, START, joining(case, its, START.date()))


def asked(kept: SqlCases, exchanges: SqlExchanges) -> None:
    until = START + timedelta(days=14)
    kept.add(ME, a_case())
    exchange = Exchange(
        case="case1", side=Side.MARKETING, by="Anna", subject="Leads", asked_at=START,
        expires_at=until,
    )  # fmt: skip
    link = Link(
        id="l", purpose=Purpose.ACCOUNT, subject="case1", side=Side.MARKETING, expires_at=until
    )
    exchanges.ask(ME, exchange, (link, TOKEN))


def write(exchanges: SqlExchanges) -> None:
    def reply(_: KeptCase, opened: OpenedAccount) -> Exchange:
        return opened.exchange.wrote(Account("We sent 40 leads in May."), START)

    exchanges.answer(TOKEN, KEY, reply)


def at_once(*jobs: Callable[[], object]) -> list[CoachError]:
    """Run the jobs side by side; returns what was refused."""
    refused: list[CoachError] = []

    def run(job: Callable[[], object]) -> None:
        try:
            job()
        except CoachError as exc:
            refused.append(exc)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused


def agree(exchanges: SqlExchanges) -> tuple[Callable[[], object], Callable[[], object]]:
    return (
        lambda: exchanges.answer(TOKEN, KEY, lambda case, its: other(its.exchange, case)),
        lambda: exchanges.settle(
            ME, "case1", lambda case, its: its.asker(True, START, joining(case, its, START.date()))
        ),
    )


def test_both_agree_at_the_same_moment_and_the_result_is_there(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    asked(kept, exchanges)
    write(exchanges)
    assert at_once(*agree(exchanges)) == []
    its = exchanges.of(ME, "case1")
    assert its is not None

    assert its.joint is not None
    assert its.asker_agrees
    assert its.other_agrees


def test_an_account_taken_back_while_the_asker_agrees_is_either_in_time_or_refused(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    asked(kept, exchanges)
    write(exchanges)
    first, second = agree(exchanges)
    first()
    refused = at_once(
        second,
        lambda: exchanges.answer(TOKEN, KEY, lambda _, o: o.exchange.end(Ended.DECLINED, START)),
    )
    its = exchanges.of(ME, "case1")
    assert its is not None

    assert [type(one) for one in refused] == [CaseError]
    assert (its.joint is None) is (its.ended is Ended.DECLINED)
    assert (its.theirs is None) is (its.joint is None)
