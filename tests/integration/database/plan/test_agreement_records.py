"""Agreements and shared words in real records: kept exactly, carried elsewhere, gone for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from coach.adapters.database.agreements import SqlAgreements
from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.records import Records, open_records
from coach.adapters.database.shared_words import SqlSharedWords
from coach.domain.agreement import Agreement
from coach.domain.conversation import Person
from coach.domain.leads import Term
from coach.domain.shared_words import SharedWord, accepted, worded, written
from coach.domain.stages import Side
from coach.errors import NotFound
from tests.agreement_fakes import GIVEN, TERMS, a_month
from tests.fakes import ME, START, FakeClock, FakeIds
from tests.plan_fakes import TODAY

THEM = Person("me", "another workspace")
ODD = "Übergabe \"quoted\" \\ 'x'; DROP TABLE agreements -- 🙂 שלום\u2028"
GRACE = timedelta(seconds=10)
EXACT = replace(
    TERMS, given=GIVEN | {Term.WIN: Fraction(1, 3)}, response=Fraction(1, 7), definition=ODD,
    reasons=(ODD, "b"), sales_owner=ODD,
)  # fmt: skip
AGREED = Agreement(
    id="a1", terms=EXACT, agreed_on=TODAY, months=(a_month(response=Fraction(1, 3)),)
)


@pytest.fixture
def agreements(records: Records, clock: FakeClock) -> SqlAgreements:
    return SqlAgreements(records, clock)


@pytest.fixture
def words(records: Records, clock: FakeClock) -> SqlSharedWords:
    return SqlSharedWords(records, clock, FakeIds())


def both(words: SqlSharedWords, word: str, text: str = ODD) -> SharedWord:
    words.change(ME, word, lambda w: written(w, Side.SALES, text, "key"))
    return words.change(ME, word, lambda w: written(w, Side.MARKETING, text))


def test_an_agreement_comes_back_exactly_and_the_latest_stands(
    agreements: SqlAgreements, clock: FakeClock
) -> None:
    assert agreements.current(ME) is None
    agreements.add(ME, replace(AGREED, id="a0"))
    clock.advance(1)
    agreements.add(ME, AGREED)
    assert agreements.current(ME) == AGREED
    changed = agreements.change(ME, "a1", lambda a: replace(a, months=()))

    assert agreements.current(ME) == changed
    assert changed.terms == EXACT


def test_a_word_comes_back_with_texts_consents_and_keys(words: SqlSharedWords) -> None:
    both(words, "urgent")
    words.change(ME, "urgent", lambda w: worded(w, "A call today."))
    stored = words.change(ME, "urgent", lambda w: accepted(w, Side.SALES, "A call today.", START))

    assert words.list(ME) == [stored]
    assert stored.own(Side.SALES, "key") == ODD.strip()
    assert stored.accepted == {Side.SALES: START}


def test_another_workspace_sees_and_changes_nothing(
    agreements: SqlAgreements, words: SqlSharedWords
) -> None:
    agreements.add(ME, AGREED)
    word = both(words, "urgent")

    assert agreements.current(THEM) is None
    assert words.list(THEM) == []
    theirs = words.change(THEM, "urgent", lambda w: written(w, Side.SALES, "theirs"))
    assert theirs.wrote == {Side.SALES}
    assert words.list(ME) == [word]
    for store, id_ in ((agreements, "a1"), (words, word.id)):
        with pytest.raises(NotFound):
            store.hide(THEM, id_)
    with pytest.raises(NotFound):
        agreements.change(THEM, "a1", lambda a: a)


def test_what_is_hidden_comes_back_until_it_is_purged(
    agreements: SqlAgreements, words: SqlSharedWords, clock: FakeClock
) -> None:
    agreements.add(ME, AGREED)
    word = both(words, "urgent")
    for store, id_ in ((agreements, "a1"), (words, word.id)):
        store.hide(ME, id_)
    assert (agreements.current(ME), words.list(ME)) == (None, [])
    for store, id_ in ((agreements, "a1"), (words, word.id)):
        store.unhide(ME, id_)
    assert (agreements.current(ME), words.list(ME)) == (AGREED, [word])
    words.hide(ME, word.id)
    assert words.change(ME, "urgent", lambda w: written(w, Side.SALES, "x")).wrote == {Side.SALES}
    clock.advance(11)

    assert (words.purge(clock.now() - GRACE), agreements.purge(clock.now() - GRACE)) == (1, 0)


def files_with(data: Path, word: str) -> list[str]:
    planted = word.encode()
    return sorted(p.name for p in data.rglob("*") if p.is_file() and planted in p.read_bytes())


def test_a_purge_leaves_no_byte_in_any_file(
    agreements: SqlAgreements, words: SqlSharedWords, records: Records, data: Path, clock: FakeClock
) -> None:
    for word in (planted := [f"planted{n:02}" for n in range(4)]):
        agreements.add(ME, replace(AGREED, id=word, terms=replace(EXACT, definition=word * 99)))
        stored = both(words, word, f"{word} " * 99)
        words.change(ME, word, lambda w, to=f"{word} " * 99: worded(w, to))
        if word in planted[::2]:
            agreements.hide(ME, word)
            words.hide(ME, stored.id)
    clock.advance(11)
    agreements.purge(clock.now() - GRACE)
    words.purge(clock.now() - GRACE)

    assert [word for word in planted if files_with(data, word)] == planted[1::2]
    assert records.warnings == ()


def test_an_export_brings_them_elsewhere_but_no_text_that_nobody_may_see_yet(
    agreements: SqlAgreements, words: SqlSharedWords, records: Records, tmp_path: Path,
    clock: FakeClock,
) -> None:  # fmt: skip
    agreements.add(ME, AGREED)
    shown = both(words, "urgent")
    words.change(ME, "opportunity", lambda w: written(w, Side.SALES, "planted"))
    lines = list(export_workspace(records, ME.workspace))
    assert not any("planted" in line for line in lines)
    other = open_records(tmp_path / "elsewhere")
    for _ in range(2):
        restore_workspace(other, "there", lines)
    them = Person("x", "there")

    assert SqlAgreements(other, clock).current(them) == AGREED
    assert SqlSharedWords(other, clock, FakeIds()).list(them) == [shown]
    other.close()
