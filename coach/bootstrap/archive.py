"""All that a person has with the coach, as lines to keep elsewhere and to bring back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.records import open_records
from coach.adapters.local_identity import LocalIdentity
from coach.settings import Settings


def exported(settings: Settings) -> Iterator[str]:
    """Yield what the records hold of the person at this machine, without line ends.

    Raises:
        StorageError: the records cannot be opened or read.
    """
    person, records = LocalIdentity().current(), open_records(settings.data, settings.database)
    try:
        yield from export_workspace(records, person.workspace, person.id)
    finally:
        records.close()


def restored(settings: Settings, lines: Iterable[str]) -> int:
    """Bring back what is not there; return how many rows were added.

    Raises:
        StorageError: the lines are no export, or a damaged one; nothing was added.
    """
    person, records = LocalIdentity().current(), open_records(settings.data, settings.database)
    try:
        return restore_workspace(records, person.workspace, lines)
    finally:
        records.close()
