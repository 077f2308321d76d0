from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import coach.adapters.database
from coach.adapters.database import (
    agreement_tables,
    case_tables,
    draft_tables,
    link_tables,
    meeting_tables,
    migration,
    promise_tables,
    round_tables,
    team_stage_tables,
)
from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.endpoints import SqlConsents
from coach.adapters.database.records import FILE, Records, open_records
from coach.adapters.database.tables import REVISION, metadata
from coach.adapters.system import RandomIds
from coach.domain.conversation import Person
from coach.errors import StorageError
from tests.fakes import ME, START, FakeClock

FOLLOWING = f"{int(REVISION) + 1:04d}"
NEXT = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{FOLLOWING}", "{REVISION}"


def upgrade():
    with op.batch_alter_table("conversations", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.String(20)))
    {{then}}
"""


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A version of the coach with one migration more; returns where that is written."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(coach.adapters.database.__path__[0]) / "migrations", scripts)
    monkeypatch.setattr(migration, "SCRIPTS", str(scripts))
    monkeypatch.setattr(migration, "REVISION", FOLLOWING)
    return scripts / "versions" / f"{FOLLOWING}_colours.py"


def with_a_turn(data: Path) -> str:
    records = open_records(data)
    store = SqlConversations(records, FakeClock(), RandomIds())
    conversation = store.create(ME, "From the old version").id
    store.add_turn(ME, conversation, "Still there?", None, None)
    records.close()
    return conversation


def columns(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(conversations)")]


def test_the_migrations_make_exactly_the_tables_that_the_code_uses(records: Records) -> None:
    kept = (
        agreement_tables,
        case_tables,
        draft_tables,
        link_tables,
        meeting_tables,
        promise_tables,
        round_tables,
        team_stage_tables,
    )
    for tables in kept:
        assert tables.metadata is metadata
    with records.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_migration_is_the_one_the_code_asks_for() -> None:
    config = Config()
    config.set_main_option("script_location", migration.SCRIPTS)
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_new_records_need_no_backup(records: Records, data: Path) -> None:
    assert records.revision() == REVISION
    assert not (data / "backups").exists()


def test_a_backup_is_made_before_a_migration_and_no_row_is_lost(
    data: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migration, "REVISION", REVISION)
        conversation = with_a_turn(data)
    next_version.write_text(NEXT.format(then=""), encoding="utf-8")
    records = open_records(data)
    store = SqlConversations(records, FakeClock(), RandomIds())
    assert records.revision() == FOLLOWING
    assert "colour" in columns(data / FILE)
    assert [t.question for t in store.turns(ME, conversation)] == ["Still there?"]
    with records.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    records.close()
    (backup,) = (data / "backups").iterdir()
    assert backup.name.startswith(f"records-{REVISION}-")
    assert "colour" not in columns(backup)
    shutil.copy(backup, data / FILE)  # restoring is copying it back
    restored = open_records(data)
    store = SqlConversations(restored, FakeClock(), RandomIds())
    assert [t.question for t in store.turns(ME, conversation)] == ["Still there?"]
    restored.close()


def test_a_migration_that_fails_halfway_changes_nothing(
    data: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migration, "REVISION", REVISION)
        with_a_turn(data)
    next_version.write_text(NEXT.format(then="raise RuntimeError"), encoding="utf-8")
    with pytest.raises(StorageError, match="stay as they were"):
        open_records(data)
    assert "colour" not in columns(data / FILE)
    assert len(list((data / "backups").iterdir())) == 1


def test_what_somebody_agreed_to_for_all_stays_theirs_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migration, "REVISION", "0002")
        records = open_records(data)
        SqlConsents(records, FakeClock()).give(ME, "api.example.com", "m")
        records.close()
    records = open_records(data)
    consents = SqlConsents(records, FakeClock())
    consents.give(Person("colleague", ME.workspace), "api.example.com", "m")
    assert records.revision() == REVISION
    assert consents.since(ME, "api.example.com", "m") == START
    records.close()


@pytest.mark.parametrize("before", ["0003", "0004", "0005", "0009"])
def test_records_made_before_there_were_meetings_rounds_or_a_plan_get_their_tables_and_lose_nothing(
    before: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        scripts = tmp_path / "migrations"
        shutil.copytree(Path(coach.adapters.database.__path__[0]) / "migrations", scripts)
        for later in (scripts / "versions").glob("0*.py"):
            if later.name[:4] > before:
                later.unlink()
        earlier.setattr(migration, "SCRIPTS", str(scripts))
        earlier.setattr(migration, "REVISION", before)
        conversation = with_a_turn(data)
    with closing(sqlite3.connect(data / FILE)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchall() == [(before,)]
    records = open_records(data)
    store = SqlConversations(records, FakeClock(), RandomIds())
    assert records.revision() == REVISION
    assert [t.question for t in store.turns(ME, conversation)] == ["Still there?"]
    with records.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    records.close()
    (backup,) = (data / "backups").iterdir()
    assert backup.name.startswith(f"records-{before}-")
