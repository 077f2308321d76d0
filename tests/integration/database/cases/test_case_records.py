"""Kept cases in the records: whole, their owner's alone, and gone for good once deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.case_rows import UNREADABLE
from coach.adapters.database.case_tables import cases
from coach.adapters.database.cases import SqlCases
from coach.adapters.database.exchanges import SqlExchanges
from coach.adapters.database.records import Records, open_records
from coach.domain.accounts import Account, Exchange, OpenedAccount, Quote
from coach.domain.cases import After, CountedCase, FollowUp, KeptCase, NextStep, Told
from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose, fingerprint
from coach.domain.rehearsal import Criterion, Debrief, Difficulty, Mark, Role
from coach.domain.stages import Side
from coach.errors import NotFound
from tests.case_fakes import a_case
from tests.fakes import ME, START, FakeClock

WORD = "heliotrope"
TOKEN, KEY = "t" * 43, "k" * 43
UNTIL = START + timedelta(days=14)
COLLEAGUE = Person("colleague", ME.workspace)
DEBRIEF = Debrief(
    START, "lead-quality", Role.CMO, Difficulty.HARD, "playbook", 2,
    (Mark(Criterion.FACT, True, ("12 of 20",)), Mark(Criterion.ASK, False)),
)  # fmt: skip
FOLLOWED = FollowUp(
    date(2026, 12, 1), Told.NOT_YET, "ill", NextStep(After.AGAIN, "once more", date(2026, 12, 8))
)


def full() -> KeptCase:
    return replace(a_case(), follow_ups=(FOLLOWED,), debriefs=(DEBRIEF,))


def ask(exchanges: SqlExchanges, case: str = "case1") -> Exchange:
    asked = Exchange(
        case=case, side=Side.MARKETING, by="Anna", subject="Leads", asked_at=START,
        expires_at=UNTIL,
    )  # fmt: skip
    link = Link(
        id=f"link-{case}", purpose=Purpose.ACCOUNT, subject=case, side=Side.MARKETING,
        expires_at=UNTIL,
    )  # fmt: skip
    exchanges.ask(ME, asked, (link, fingerprint(TOKEN)))
    return asked


def write(exchanges: SqlExchanges, text: str = f"The word is {WORD}.") -> None:
    account = Account(text, (Quote(text),), ("events",), "lead-quality")

    def reply(_: KeptCase, opened: OpenedAccount) -> Exchange:
        return opened.exchange.wrote(account, START)

    assert exchanges.answer(fingerprint(TOKEN), fingerprint(KEY), reply) is not None


def everything(data: Path) -> bytes:
    return b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())


def test_a_case_comes_back_whole_with_all_that_was_told_and_rehearsed(kept: SqlCases) -> None:
    kept.add(ME, full())

    assert kept.get(ME, "case1") == full()
    (line,) = kept.list(ME)
    assert line.begins == full().text[:90]
    assert (line.title, line.told, line.due_on) == (
        full().title, Told.NOT_YET, date(2026, 12, 8),
    )  # fmt: skip


def test_nobody_else_of_the_workspace_sees_changes_or_deletes_it(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    kept.add(ME, full())
    ask(exchanges)
    for tried in (
        lambda: kept.get(COLLEAGUE, "case1"),
        lambda: kept.change(COLLEAGUE, "case1", lambda its: its),
        lambda: kept.hide(COLLEAGUE, "case1"),
        lambda: kept.unhide(COLLEAGUE, "case1"),
        lambda: exchanges.of(COLLEAGUE, "case1"),
        lambda: exchanges.settle(COLLEAGUE, "case1", lambda _, its: its),
    ):
        with pytest.raises(NotFound):
            tried()
    assert list(kept.list(COLLEAGUE)) == []
    assert kept.due(COLLEAGUE, date(2027, 1, 1)) == 0


def test_what_is_counted_is_the_workspaces_without_whose_it_is(kept: SqlCases) -> None:
    done = FollowUp(date(2026, 12, 1), Told.DONE, "", NextStep(After.SETTLED, "", None))
    kept.add(ME, replace(a_case("case1"), follow_ups=(done,)))
    kept.add(COLLEAGUE, a_case("case2"))
    kept.add(Person("x", "elsewhere"), a_case("case3"))
    kept.add(ME, replace(a_case("case4"), kept_at=START - timedelta(days=99)))

    assert list(kept.counted(ME, START - timedelta(days=1))) == [
        CountedCase("lead-quality", START, told) for told in (Told.DONE, None)
    ]


def test_a_case_asks_from_the_day_of_its_step_on(kept: SqlCases) -> None:
    kept.add(ME, a_case())

    assert kept.due(ME, date(2026, 11, 30)) == 0
    assert kept.due(ME, date(2026, 12, 1)) == 1


def test_a_deleted_case_is_hidden_at_once_comes_back_and_its_link_leads_nowhere(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    kept.add(ME, a_case())
    ask(exchanges)
    kept.hide(ME, "case1")
    assert list(kept.list(ME)) == []
    assert exchanges.open(fingerprint(TOKEN)) is None
    kept.unhide(ME, "case1")

    assert kept.get(ME, "case1") == a_case()
    assert exchanges.open(fingerprint(TOKEN)) is not None


def test_a_purge_leaves_no_byte_of_either_sides_words(
    kept: SqlCases, exchanges: SqlExchanges, data: Path, clock: FakeClock
) -> None:
    kept.add(ME, full())
    ask(exchanges)
    write(exchanges)
    assert WORD.encode() in everything(data)
    kept.hide(ME, "case1")
    clock.advance(11)
    assert kept.purge(clock.now() - timedelta(seconds=10)) == 1

    assert WORD.encode() not in everything(data)
    assert exchanges.open(fingerprint(TOKEN)) is None


def test_an_account_that_is_taken_back_or_too_late_leaves_no_byte(
    kept: SqlCases, exchanges: SqlExchanges, data: Path
) -> None:
    kept.add(ME, a_case(text="nothing to see"))
    ask(exchanges)
    write(exchanges)
    write(exchanges, "Another one.")
    assert WORD.encode() not in everything(data)
    write(exchanges)
    kept.purge(UNTIL + timedelta(seconds=1))

    assert WORD.encode() not in everything(data)
    asked = exchanges.of(ME, "case1")
    assert asked is not None
    assert asked.theirs is None


def test_neither_token_nor_key_is_in_any_byte(
    kept: SqlCases, exchanges: SqlExchanges, data: Path
) -> None:
    kept.add(ME, a_case())
    ask(exchanges)
    write(exchanges)

    assert TOKEN.encode() not in everything(data)
    assert KEY.encode() not in everything(data)


def test_the_first_account_uses_the_link_up_and_only_its_device_comes_back(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    kept.add(ME, a_case())
    ask(exchanges)
    write(exchanges)
    again, other = (exchanges.open(fingerprint(TOKEN), k) for k in (fingerprint(KEY), "other"))
    assert again is not None
    assert other is not None

    assert (again.mine, other.mine, other.link.uses_left) == (True, False, 0)


def test_asking_again_takes_the_older_link_and_account_away(
    kept: SqlCases, exchanges: SqlExchanges
) -> None:
    kept.add(ME, a_case())
    ask(exchanges)
    write(exchanges)
    ask(exchanges)
    opened = exchanges.open(fingerprint(TOKEN), fingerprint(KEY))
    assert opened is not None

    assert (opened.mine, opened.exchange.theirs, opened.link.uses_left) == (False, None, 1)


def test_an_analysis_of_another_version_says_so_and_keeps_the_text(
    kept: SqlCases, records: Records
) -> None:
    kept.add(ME, a_case())
    with records.writing() as connection:
        connection.execute(update(cases).values(analysis='{"shape": "new"}'))
    kept.change(ME, "case1", lambda its: replace(its, follow_ups=(FOLLOWED,)))
    its = kept.get(ME, "case1")
    with records.reading() as connection:
        assert connection.scalar(select(cases.c.analysis)) == '{"shape": "new"}'

    assert its.analysis.warnings == (UNREADABLE,)
    assert (its.title, its.text) == (a_case().title, a_case().text)


def test_an_export_holds_the_persons_own_cases_no_others_and_no_word_of_another_side(
    records: Records, kept: SqlCases, exchanges: SqlExchanges, tmp_path: Path
) -> None:
    kept.add(ME, replace(full(), text="mine"))
    kept.add(COLLEAGUE, a_case("case2", text="theirs"))
    ask(exchanges)
    write(exchanges)
    lines = list(export_workspace(records, ME.workspace, ME.id))
    elsewhere = open_records(tmp_path / "elsewhere")
    for _ in range(2):
        restore_workspace(elsewhere, ME.workspace, lines)
    there = SqlCases(elsewhere, FakeClock())

    assert there.get(ME, "case1") == replace(full(), text="mine")
    assert "theirs" not in "".join(lines)
    assert WORD not in "".join(lines)
    assert fingerprint(TOKEN) not in "".join(lines)
    assert not any('"cases"' in line for line in export_workspace(records, ME.workspace))
    elsewhere.close()


def test_the_clock_of_a_case_is_in_utc(kept: SqlCases) -> None:
    kept.add(ME, a_case())

    assert kept.get(ME, "case1").kept_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
