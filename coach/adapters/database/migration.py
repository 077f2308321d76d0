"""Brings records of any earlier version to the tables of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from coach.adapters.database.engine import references_hold
from coach.adapters.database.tables import REVISION
from coach.errors import StorageError

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = "coach.adapters.database:migrations"
EMPTY = ""
"""The revision of a database that holds nothing yet."""

_FAILED = "The records could not be brought to this version; they stay as they were."


def revision_of(connection: Connection) -> str:
    """Return the revision the records carry, `EMPTY` for a new database.

    Raises:
        StorageError: the database holds something else than our records.
    """
    names = inspect(connection).get_table_names()
    if "alembic_version" in names:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or EMPTY)
    if names:
        raise StorageError(
            "The database holds other tables than the coach's; it was left as it is.",
            "Name another database in `COACH_DATABASE` or another folder in `COACH_DATA`.",
        )
    return EMPTY


def behind(revision: str) -> bool:
    """Return whether records of `revision` need a migration.

    Raises:
        StorageError: a newer version of the coach wrote them.
    """
    if revision == REVISION:
        return False
    if revision != EMPTY and revision not in _known():
        raise StorageError(
            f"The records were written by a newer version of the coach (revision {revision}); "
            "they were left as they are.",
            "Install the newer version again, or name another folder in `COACH_DATA`.",
        )
    return True


def migrate(connection: Connection) -> None:
    """Apply the missing migrations within the open transaction of `connection`.

    Raises:
        StorageError: a migration failed; nothing of it may be committed.
    """
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (SQLAlchemyError, OSError):
        raise  # a full or locked disk is named as such further out
    except Exception as exc:
        raise StorageError(_FAILED) from exc
    if not references_hold(connection):
        raise StorageError(_FAILED)


def _known() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> Config:
    from alembic.config import Config  # half a second to import, and seldom needed

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return config
