"""Promises and thank-yous in real records: kept, changed, carried elsewhere, gone for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.promises import SqlPromises
from coach.adapters.database.records import Records, open_records
from coach.adapters.database.thanks import SqlThanks
from coach.domain.conversation import Person
from coach.domain.promises import PromiseState, carried_on, closed, reworded
from coach.domain.stages import Side
from coach.errors import NotFound
from tests.fakes import ME, START, FakeClock
from tests.plan_fakes import DRAFT, TODAY, a_promise, a_thanks

THEM = Person("me", "another workspace")
ODD = "Übergabe \"quoted\" \\ 'x'; DROP TABLE promises -- 🙂 שלום\u2028"
GRACE = timedelta(seconds=10)


@pytest.fixture
def promises(records: Records, clock: FakeClock) -> SqlPromises:
    return SqlPromises(records, clock)


@pytest.fixture
def thanks(records: Records, clock: FakeClock) -> SqlThanks:
    return SqlThanks(records, clock)


def test_a_promise_comes_back_as_it_was_stored_with_its_history(promises: SqlPromises) -> None:
    promise = a_promise(draft=replace(DRAFT, what=ODD, sales_owner=ODD))
    promises.add(ME, promise)
    promises.add(ME, a_promise("p2"))
    changed = promises.change(
        ME,
        "p1",
        lambda p: carried_on(reworded(p, "Ana", "Ben", p.due_on, "me", START), "me", START, TODAY),
    )

    assert promises.list(ME) == [changed, a_promise("p2")]
    assert changed.state is PromiseState.CARRIED
    assert [before.sales_owner for before in changed.history] == [ODD.strip(), "Ana"]


def test_a_thank_you_comes_back_as_it_was_written_the_newest_first(thanks: SqlThanks) -> None:
    old = a_thanks("t1", on=TODAY - timedelta(days=3))
    new = replace(a_thanks("t2", Side.MARKETING, ODD), to="Ana")
    for one in (new, old):
        thanks.add(ME, one)

    assert thanks.list(ME, 9) == [new, old]
    assert thanks.list(ME, 1) == [new]


def test_another_workspace_sees_changes_and_hides_nothing_of_it(
    promises: SqlPromises, thanks: SqlThanks
) -> None:
    promises.add(ME, a_promise())
    thanks.add(ME, a_thanks())

    assert promises.list(THEM) == []
    assert thanks.list(THEM, 9) == []
    for store, id_ in ((promises, "p1"), (thanks, "t1")):
        with pytest.raises(NotFound):
            store.hide(THEM, id_)
        with pytest.raises(NotFound):
            store.unhide(THEM, id_)
    with pytest.raises(NotFound):
        promises.change(THEM, "p1", lambda p: p)


def test_what_is_hidden_can_be_brought_back_until_it_is_purged(
    promises: SqlPromises, thanks: SqlThanks, clock: FakeClock
) -> None:
    promises.add(ME, a_promise())
    thanks.add(ME, a_thanks())
    for store, id_ in ((promises, "p1"), (thanks, "t1")):
        store.hide(ME, id_)
        store.unhide(ME, id_)
    assert (promises.list(ME), thanks.list(ME, 9)) == ([a_promise()], [a_thanks()])
    promises.hide(ME, "p1")
    thanks.hide(ME, "t1")
    clock.advance(11)

    assert (promises.purge(clock.now() - GRACE), thanks.purge(clock.now() - GRACE)) == (1, 1)
    with pytest.raises(NotFound):
        promises.unhide(ME, "p1")


def files_with(data: Path, word: str) -> list[str]:
    planted = word.encode()
    return sorted(p.name for p in data.rglob("*") if p.is_file() and planted in p.read_bytes())


def test_a_purge_leaves_no_byte_of_them_in_any_file(
    promises: SqlPromises, thanks: SqlThanks, records: Records, data: Path, clock: FakeClock
) -> None:
    words = [f"planted{n:02}" for n in range(6)]
    for word in words:
        draft = replace(DRAFT, what=f"{word} " * 99, sales_owner=word, marketing_owner=word)
        promises.add(ME, a_promise(word, draft=draft))
        for step in range(12):  # it grows past a page, so that rows move between pages
            owner = f"{word} {step} " * 20
            promises.change(
                ME, word, lambda p, to=owner: reworded(p, to, to, p.due_on, "me", START)
            )
        promises.change(ME, word, lambda p: closed(p, PromiseState.DONE, "me", START))
        thanks.add(ME, replace(a_thanks(word, text=f"for {word} " * 20), to=word))
    gone, stay = words[::2], words[1::2]
    assert all(files_with(data, word) for word in words)
    for word in gone:
        promises.hide(ME, word)
        thanks.hide(ME, word)
    clock.advance(11)

    assert (promises.purge(clock.now() - GRACE), thanks.purge(clock.now() - GRACE)) == (3, 3)
    assert {word: files_with(data, word) for word in gone} == {word: [] for word in gone}
    assert all(files_with(data, word) for word in stay)
    records.close()
    assert not any(files_with(data, word) for word in gone)


def test_an_export_restored_elsewhere_is_equal_and_twice_is_once(
    promises: SqlPromises, thanks: SqlThanks, records: Records, tmp_path: Path, clock: FakeClock
) -> None:
    promises.add(ME, a_promise(draft=replace(DRAFT, what=ODD)))
    promises.change(ME, "p1", lambda p: carried_on(p, "me", START, TODAY))
    promises.add(ME, a_promise("hidden"))
    promises.hide(ME, "hidden")
    thanks.add(ME, a_thanks(text=ODD))
    exported = list(export_workspace(records, ME.workspace))
    elsewhere = open_records(tmp_path / "elsewhere")
    for _ in range(2):
        restore_workspace(elsewhere, ME.workspace, exported)

    assert SqlPromises(elsewhere, clock).list(ME) == promises.list(ME)
    assert SqlThanks(elsewhere, clock).list(ME, 9) == thanks.list(ME, 9)
    assert list(export_workspace(elsewhere, ME.workspace)) == exported
    elsewhere.close()
