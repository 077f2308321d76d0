from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.adapters.database.backups import KEPT_FOR, copies, purge_copies
from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import Records, open_records
from coach.adapters.system import RandomIds
from coach.domain.answers import Answer, AnswerKind, Check, Segment
from coach.domain.conversation import Feedback, TurnState, Verdict
from coach.errors import StorageLocked
from tests.fakes import ME, START, FakeClock

LEASE = START + timedelta(days=1)


def files_with(data: Path, word: str) -> list[str]:
    planted = word.encode()
    return sorted(p.name for p in data.rglob("*") if p.is_file() and planted in p.read_bytes())


def talk(store: SqlConversations, word: str) -> str:
    """A conversation with `word` in everything a person or a model can write."""
    conversation = store.create(ME, f"Title {word}").id
    for number in (1, 2):
        turn = store.add_turn(ME, conversation, f"{word} {number}? " * 20, None, None).id
        store.claim(turn, "w", LEASE)
        text = ""
        for step in range(8):  # it grows past a page, so that rows move between pages
            text += f"Sentence {step} about {word}. " * 20
            store.write(turn, "w", text, (Segment(text, Check.CHECKING, word),), LEASE)
        answer = Answer(AnswerKind.ANSWER, text, (Segment(text, Check.KEPT),))
        store.finish(turn, "w", TurnState.DONE, answer, f"error {word}")
        store.feedback(ME, turn, Feedback(Verdict.MISSING, f"comment {word}"))
    store.add_turn(ME, conversation, f"edited {word}", None, None, after=1)
    store.rename(ME, conversation, f"Renamed {word}")
    return conversation


def test_a_purge_leaves_no_byte_of_the_conversation_in_any_file(
    store: SqlConversations, records: Records, data: Path, clock: FakeClock
) -> None:
    words = [f"planted{n:02}" for n in range(12)]
    talks = [talk(store, word) for word in words]
    gone = list(zip(words, talks, strict=True))[::2]
    assert all(files_with(data, word) for word in words)
    for _, conversation in gone:
        store.hide(ME, conversation)
    clock.advance(11)
    assert store.purge(clock.now() - timedelta(seconds=10)) == 6
    assert {word: files_with(data, word) for word, _ in gone} == {word: [] for word, _ in gone}
    assert all(files_with(data, word) for word in words[1::2])
    records.close()
    assert not any(files_with(data, word) for word, _ in gone)


def test_deleting_twice_as_much_does_not_make_the_file_twice_as_large(
    store: SqlConversations, data: Path, clock: FakeClock
) -> None:
    def fill_and_purge() -> int:
        for _ in range(3):
            store.hide(ME, talk(store, "passing"))
        store.purge(clock.now() + timedelta(seconds=1))
        return (data / "records.db").stat().st_size

    assert fill_and_purge() == fill_and_purge()


def test_a_purge_says_when_a_reader_keeps_the_log_and_the_next_one_wipes_it(
    store: SqlConversations, data: Path, clock: FakeClock
) -> None:
    conversation = talk(store, "planted")
    other = open_records(data)
    with other.reading() as reader:
        reader.exec_driver_sql("SELECT * FROM turns").all()
        store.hide(ME, conversation)
        clock.advance(1)
        with pytest.raises(StorageLocked):
            store.purge(clock.now())
    assert files_with(data, "planted")
    assert store.purge(clock.now()) == 0
    assert files_with(data, "planted") == []
    other.close()


def test_a_start_wipes_what_a_killed_process_left_in_the_log(data: Path, tmp_path: Path) -> None:
    records = open_records(data)
    store = SqlConversations(records, FakeClock(), RandomIds())
    conversation = talk(store, "planted")
    with records.writing() as connection:
        connection.exec_driver_sql(f"DELETE FROM conversations WHERE id = '{conversation}'")
    killed = tmp_path / "killed"
    killed.mkdir()
    for path in data.iterdir():  # the files as a kill at this moment leaves them
        (killed / path.name).write_bytes(path.read_bytes())
    records.close()
    assert files_with(killed, "planted")
    open_records(killed).close()
    assert files_with(killed, "planted") == []


def test_copies_are_listed_and_deleted_after_fourteen_days(data: Path) -> None:
    now = datetime.now(UTC)
    for folder, name, age in (
        ("backups", "old.db", KEPT_FOR + timedelta(hours=1)),
        ("backups", "young.db", KEPT_FOR - timedelta(hours=1)),
        ("kept-aside", "old.db", timedelta(days=30)),
    ):
        path = data / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        os.utime(path, ((now - age).timestamp(),) * 2)
    (data / "kept-aside" / "old-folder").mkdir()
    os.utime(data / "kept-aside" / "old-folder", (0, 0))
    assert len(copies(data)) == 4
    assert len(purge_copies(data, now)) == 3
    assert [path.name for path in copies(data)] == ["young.db"]
    assert copies(data / "nowhere") == []
