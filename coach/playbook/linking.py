"""Proves that what notes name exists; what leads nowhere is left out, the note stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from coach.domain.notes import Conflict, Kind, Meeting, Metric, Move, Note
from coach.errors import NoteError
from coach.playbook.files import front_matter, line_of
from coach.playbook.folders import Folders

# Fields that name one other note, and what that note must be.
_FIELDS: dict[str, type[Note]] = {"meeting": Meeting, "metric": Metric, "mirror": Conflict}
_A_NOTE_OF: dict[type[Note], Kind] = {
    Meeting: Kind.MEETING, Metric: Kind.METRIC, Conflict: Kind.CONFLICT,
}  # fmt: skip


def link(
    folders: Folders, notes: Mapping[str, Note], dimensions: Collection[str]
) -> tuple[tuple[Note, ...], list[NoteError]]:
    """Return the notes without what leads nowhere, and a fault for each of those.

    A link leads nowhere if there is no such note; so does what a move `helps` with that is none of
    the survey's `dimensions`, where these are known.
    """
    whole: list[Note] = []
    faults: list[NoteError] = []
    for note in notes.values():
        found = [*_dead(note, notes), *_unknown(note, dimensions)]
        if found:
            matter = front_matter(folders.read(note.file).text)
            for loc, reason in found:
                line = line_of(matter.group(1), loc) + 1 if matter else 1
                faults.append(NoteError(note.file, line, f"{reason}; the link is left out"))
        whole.append(_without(note, [loc for loc, _ in found]))
    return tuple(whole), faults


def _dead(note: Note, notes: Mapping[str, Note]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where the front matter names what is not there, and the reason."""
    for place, name in enumerate(note.links):
        if name not in notes:
            yield ("links", place), f"links to `{name}`, which is no note"
    for field, wanted in _FIELDS.items():
        target = getattr(note, field, None)
        if target is None:
            continue
        if target not in notes:
            yield (field,), f"`{field}` names `{target}`, which is no note"
        elif not isinstance(notes[target], wanted):
            kind = f"of kind {notes[target].kind}, not {_A_NOTE_OF[wanted]}"
            yield (field,), f"`{field}` names `{target}`, which is {kind}"


def _unknown(
    note: Note, dimensions: Collection[str]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where a move helps with what the survey does not ask about, and the reason."""
    for place, key in enumerate(note.helps if isinstance(note, Move) else ()):
        if dimensions and key not in dimensions:
            yield ("helps", place), f"`helps` names `{key}`, which is no dimension of the survey"


def _without(note: Note, dead: list[tuple[str | int, ...]]) -> Note:
    if not dead:
        return note
    fields: dict[str, object] = {str(loc[0]): None for loc in dead if len(loc) == 1}
    for name in {str(loc[0]) for loc in dead if len(loc) == 2}:
        whole = enumerate(getattr(note, name))
        fields[name] = tuple(value for place, value in whole if (name, place) not in dead)
    return replace(note, **fields)  # type: ignore[arg-type]
