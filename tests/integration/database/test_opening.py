from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import FILE, Records, open_records
from coach.adapters.system import RandomIds
from coach.errors import StorageError, StorageFull, StorageLocked
from tests.fakes import ME, FakeClock

NOBODY = 65534


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != "records.lock"}


@contextmanager
def held_by_another_process(file: Path, statements: str) -> Iterator[None]:
    """Another process runs `statements` on the file and holds on to it."""
    code = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for s in sys.argv[2].split(';'): c.execute(s)\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-S", "-c", code, str(file), statements]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        assert process.stdin is not None
        process.stdin.close()


def test_a_missing_data_folder_is_made(tmp_path: Path) -> None:
    records = open_records(tmp_path / "not" / "yet")
    assert records.warnings == ()
    assert (tmp_path / "not" / "yet" / FILE).exists()
    records.close()


def test_opening_again_finds_everything_and_warns_of_nothing(
    store: SqlConversations, records: Records, data: Path
) -> None:
    conversation = store.create(ME, "Kept")
    records.close()
    again = open_records(data)
    assert again.warnings == ()
    assert SqlConversations(again, FakeClock(), RandomIds()).list(ME) == [conversation]
    again.close()


@pytest.mark.usefixtures("data")
def test_the_file_keeps_a_log_foreign_keys_and_deletes_securely(records: Records) -> None:
    with records.reading() as connection:
        pragmas = ("journal_mode", "foreign_keys", "secure_delete")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert found == ["wal", 1, 1]


@pytest.mark.parametrize("before", ["an empty folder", "records of earlier"])
def test_a_read_only_folder_is_named_as_such(before: str) -> None:
    # Whoever may do anything has to step down first: file modes do not hold root back.
    code = (
        "import os, sys; from pathlib import Path\n"
        "import coach.adapters.database.records as records; import alembic.command\n"
        "from coach.errors import StorageFull\n"
        f"if os.getuid() == 0: os.setresuid({NOBODY}, {NOBODY}, {NOBODY})\n"
        "try: records.open_records(Path(sys.argv[1]), patience=0.3)\n"
        "except StorageFull as exc: print(exc.message, end='')\n"
    )
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    if before == "records of earlier":
        open_records(data).close()
    data.chmod(0o555)
    command = [sys.executable, "-c", code, str(data)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.stdout == ("The records cannot be written: their folder or file is read-only."), (
        said.stderr
    )
    data.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_where_the_folder_should_be_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError):
        open_records(tmp_path / "data")


@pytest.mark.usefixtures("data")
def test_a_full_disk_refuses_the_question_and_keeps_what_was_there(
    store: SqlConversations, records: Records
) -> None:
    conversation = store.create(ME, "Before").id
    store.add_turn(ME, conversation, "stored before", None, None)
    records.close()  # connections made from here on get no further page

    @event.listens_for(records.engine, "connect")
    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    with pytest.raises(StorageFull, match="no space left"):
        store.add_turn(ME, conversation, "too much " * 10_000, None, None)
    assert [t.question for t in store.turns(ME, conversation)] == ["stored before"]
    event.remove(records.engine, "connect", no_more_pages)
    records.close()
    store.add_turn(ME, conversation, "space again " * 10_000, None, None)
    assert len(store.turns(ME, conversation)) == 2


def test_records_locked_by_another_process_are_waited_for_then_named(
    store: SqlConversations, data: Path
) -> None:
    conversation = store.create(ME, "Mine").id
    with held_by_another_process(data / FILE, "BEGIN IMMEDIATE"):
        with pytest.raises(StorageLocked):
            store.add_turn(ME, conversation, "Now?", None, None)
        assert store.turns(ME, conversation) == []
    store.add_turn(ME, conversation, "Now!", None, None)


def test_a_start_on_records_held_exclusively_leaves_them_alone(data: Path) -> None:
    open_records(data).close()
    with held_by_another_process(
        data / FILE, "PRAGMA locking_mode=EXCLUSIVE;BEGIN EXCLUSIVE;COMMIT"
    ):
        with pytest.raises(StorageLocked):
            open_records(data, patience=0.2)
        assert not (data / "kept-aside").exists()
    open_records(data).close()


def damage_header(content: bytes) -> bytes:
    return b"not a database at all" + content[21:]


def damage_pages(content: bytes) -> bytes:
    return content[:8192] + os.urandom(len(content) - 8192)


def cut_off(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("damage", [damage_header, damage_pages, cut_off])
def test_a_damaged_file_is_kept_aside_unchanged_and_new_records_start(
    store: SqlConversations, records: Records, data: Path, damage: type[bytes]
) -> None:
    store.create(ME, "Before the damage")
    records.close()
    damaged = damage((data / FILE).read_bytes())
    (data / FILE).write_bytes(damaged)
    again = open_records(data)
    (kept,) = (data / "kept-aside").iterdir()
    assert kept.read_bytes() == damaged
    assert kept.name.startswith("records-")
    assert str(kept) in again.warnings[0]
    fresh = SqlConversations(again, FakeClock(), RandomIds())
    assert fresh.list(ME) == []
    fresh.create(ME, "After the damage")
    again.close()
    quiet = open_records(data)
    assert quiet.warnings == ()
    quiet.close()


def test_records_of_a_newer_version_are_left_as_they_are(data: Path) -> None:
    open_records(data).close()
    with closing(sqlite3.connect(data / FILE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = contents(data)
    with pytest.raises(StorageError, match="newer version"):
        open_records(data)
    assert contents(data) == before


def test_a_database_of_another_program_is_left_as_it_is(data: Path) -> None:
    data.mkdir()
    with closing(sqlite3.connect(data / FILE)) as connection, connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    before = contents(data)
    with pytest.raises(StorageError, match="other tables"):
        open_records(data)
    assert contents(data) == before


@pytest.mark.parametrize("url", ["nonsense", "nosuch://host/db", "oracle://host/db"])
def test_an_address_nobody_can_use_is_named(data: Path, url: str) -> None:
    with pytest.raises(StorageError, match="COACH_DATABASE"):
        open_records(data, url)


def test_a_sqlite_address_may_name_another_file(data: Path, tmp_path: Path) -> None:
    records = open_records(data, f"sqlite:///{tmp_path}/elsewhere.db")
    assert records.file == tmp_path / "elsewhere.db"
    assert records.file.exists()
    records.close()
