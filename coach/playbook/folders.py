"""The folders that notes come from: the shipped one, and a team's own that is read over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coach.domain.notes import OWN
from coach.errors import NoteError
from coach.playbook.files import KnowledgeFile, read_file

_Read = TypeVar("_Read")
_EMPTY = "which is still empty"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where files are found by the name a note carries: those that begin with `OWN` in `own`."""

    shipped: Path
    own: Path | None = None

    def read(self, name: str) -> KnowledgeFile:
        """Read a file by its name.

        Raises:
            NoteError: it cannot be read, or lies outside its folder.
        """
        if self.own is not None and name.startswith(OWN):
            return read_file(self.own, self.own / name.removeprefix(OWN))
        return read_file(self.shipped, self.shipped / name)

    def has_own(self, file: str) -> bool:
        """Whether a file of that name stands in a team's own folder, whatever it is."""
        path = self.own / file if self.own is not None else None
        return path is not None and (path.is_symlink() or path.exists())

    def load(self, file: str, loader: Callable[[Path], _Read]) -> tuple[_Read, str]:
        """Return what `loader` makes of `file`, and the fault of theirs if ours had to do.

        Theirs is taken where it is there and right, else ours.

        Raises:
            NoteError: ours is missing or faulty.
        """
        if self.own is None or not self.has_own(file):
            return loader(self.shipped), ""
        try:
            self.read(OWN + file)
            return loader(self.own), ""
        except NoteError as exc:
            reason = f"{exc.reason}; the shipped one stays in force"
            fault = NoteError(OWN + exc.file, exc.line, reason)
        return loader(self.shipped), str(fault)


def find_folders(shipped: Path, own: Path | None, usual: Path | None = None) -> tuple[Folders, str]:
    """Return the folders to read, and a sentence where a team's own cannot be used.

    Without a folder of their own a team's notes are in the `usual` one, which may not be there yet.
    """
    if own is None:
        return Folders(shipped, usual), ""
    if problem := _problem(shipped, own):
        sentence = f"`COACH_KNOWLEDGE` names `{own}`, {problem}."
        usable = own if problem == _EMPTY else None  # the first note may be written on the page
        return Folders(shipped, usable), f"{sentence} The coach works with its shipped notes alone."
    return Folders(shipped, own), ""


def _problem(shipped: Path, own: Path) -> str:
    try:
        if not own.exists():
            return "and there is no such folder"
        if not own.is_dir():
            return "which is a file and not a folder"
        ours, theirs = shipped.resolve(), own.resolve()
        if ours.is_relative_to(theirs) or theirs.is_relative_to(ours):
            return "which is not apart from the shipped notes; keep yours in a folder of its own"
        if all(path.name.startswith(".") for path in own.iterdir()):
            return _EMPTY
    except (OSError, RuntimeError) as exc:
        return f"which cannot be read: {getattr(exc, 'strerror', None) or exc}"
    return ""
