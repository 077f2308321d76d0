"""Proves that what notes name exists; a link that leads nowhere is left out, the note stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coach.domain.notes import Conflict, Kind, Meeting, Metric, Note
from coach.errors import NoteError
from coach.playbook.files import front_matter, line_of
from coach.playbook.folders import Folders

# Fields that name one other note, and what that note must be.
_FIELDS: dict[str, type[Note]] = {"meeting": Meeting, "metric": Metric, "mirror": Conflict}
_A_NOTE_OF: dict[type[Note], Kind] = {
    Meeting: Kind.MEETING, Metric: Kind.METRIC, Conflict: Kind.CONFLICT,
}  # fmt: skip


def link(folders: Folders, notes: Mapping[str, Note]) -> tuple[tuple[Note, ...], list[NoteError]]:
    """Return the notes without the links that lead nowhere, and a fault for each of those."""
    whole: list[Note] = []
    faults: list[NoteError] = []
    for note in notes.values():
        found = list(_dead(note, notes))
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


def _without(note: Note, dead: list[tuple[str | int, ...]]) -> Note:
    if not dead:
        return note
    places = {loc[1] for loc in dead if len(loc) == 2}
    fields = {str(loc[0]): None for loc in dead if len(loc) == 1}
    links = tuple(name for place, name in enumerate(note.links) if place not in places)
    return replace(note, links=links, **fields)  # type: ignore[arg-type]
