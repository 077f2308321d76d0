"""A team's own notes, written by the coach: checked like every note, then read at once."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from coach.domain.notes import OWN, Note, Playbook
from coach.errors import NoteError, StorageError, StorageFull
from coach.playbook.folders import Folders
from coach.playbook.notes import load_playbook, read_note

FOLDER = "our-words"  # of the notes that are written here, beside those of a team's own making
_NOWHERE = (
    "There is no folder for your team's own notes.",
    "Make the folder that `COACH_KNOWLEDGE` names, start the coach again and accept once more.",
)


class OwnNotes:
    """Writes and removes a team's own notes. Lives as long as the app; safe from many threads.

    `read` is told when the playbook holds other notes, to index them.
    """

    def __init__(self, folders: Folders, playbook: Playbook, read: Callable[[], None]) -> None:
        self._folders, self._playbook, self._read = folders, playbook, read
        self._writing = threading.Lock()

    def write(self, note_id: str, text: str) -> Note:
        """Store a note, in the place of an earlier one written here, and read it.

        Raises:
            NoteError: it breaks the form of its kind, or a note of another origin has this id.
            StorageError: the folder cannot be written.
        """
        with self._writing:
            own = self._own()
            standing = self._playbook.get(note_id)
            path = own / FOLDER / f"{note_id}.md"
            if standing is not None and not (standing.is_own and path.exists()):
                raise NoteError(path.name, 1, f"a note with the id `{note_id}` is there already")
            self._check(note_id, text)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                _replace(path, text)
            except OSError as exc:
                raise _unwritable(own, exc) from exc
            self._renew()
        note = self._playbook.get(note_id)
        if note is None:
            raise NoteError(path.name, 1, "the note was written and cannot be read")
        return note

    def remove(self, note_id: str) -> str:
        """Take a note away that was written here; return its text, "" where there is none.

        Raises:
            StorageError: the folder cannot be written.
        """
        with self._writing:
            path = self._own() / FOLDER / f"{note_id}.md"
            try:
                text = path.read_text(encoding="utf-8") if path.is_file() else ""
                path.unlink(missing_ok=True)
            except (OSError, UnicodeError) as exc:
                raise _unwritable(path.parent, exc) from exc
            self._renew()
            return text

    def _own(self) -> Path:
        if self._folders.own is None:
            raise StorageError(*_NOWHERE)
        return self._folders.own

    def _check(self, note_id: str, text: str) -> None:
        """Read the note as it would be read, before anything is stored."""
        sources = {source.key: source for source in self._playbook.sources}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{note_id}.md"
            path.write_text(text, encoding="utf-8")
            read_note(Path(folder), path, sources)

    def _renew(self) -> None:
        self._playbook.renew(load_playbook(self._folders.shipped, self._folders.own))
        self._read()


def is_settled(note: Note) -> bool:
    """Whether it holds what both sides settled: a wording of theirs, whose figures are promises."""
    return note.file.startswith(f"{OWN}{FOLDER}/")


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _unwritable(folder: Path, exc: Exception) -> StorageFull:
    reason = getattr(exc, "strerror", None) or str(exc)
    return StorageFull(f"The folder of your own notes, `{folder}`, cannot be written: {reason}.")
