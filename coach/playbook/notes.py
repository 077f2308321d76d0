"""From files to notes: reads folders, checks every note, names each fault's file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from coach.domain.notes import (
    AgendaItem,
    Conflict,
    Evidence,
    Exchange,
    Kind,
    Meeting,
    Metric,
    Move,
    Note,
    Option,
    Playbook,
    Section,
    Source,
    StageNote,
)
from coach.errors import NoteError
from coach.playbook.fields import GroundMatter, ItemMatter, OptionMatter, ReplyMatter
from coach.playbook.files import (
    KnowledgeFile,
    fault_of,
    front_matter,
    line_of,
    mapping_in,
    name_of,
    read_file,
    validated,
)
from coach.playbook.folders import Folders
from coach.playbook.linking import link
from coach.playbook.overlay import laid_over, their_fault, unread
from coach.playbook.schemas import MATTERS, SECTIONS, EvidenceMatter, MetricMatter, SourceMatter
from coach.playbook.survey import FILE as SURVEY
from coach.playbook.survey import load_survey

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_MARK = re.compile(r" ?\[@([a-z0-9-]+)\]")
_TAG = re.compile(r"<(?:!--|/?[a-zA-Z][^<>]*>)")
_TYPES: dict[Kind, type[Note]] = {
    Kind.STAGE: StageNote,
    Kind.MOVE: Move,
    Kind.MEETING: Meeting,
    Kind.CONFLICT: Conflict,
    Kind.METRIC: Metric,
    Kind.EVIDENCE: Evidence,
}


def load_playbook(folder: Path, own: Path | None = None) -> Playbook:
    """Read all notes and sources; faulty ones are left out and listed in `faults`.

    So is a link that leads nowhere, while its note stays. Notes and sources of `own`, a team's own
    folder, are added; with the id of a shipped one they take its place.
    """
    sources, faults = _load_sources(folder)
    theirs, their_faults = _load_sources(own) if own is not None else ({}, [])
    sources |= theirs
    notes, found = _load_notes(folder, sources)
    faults += found
    if own is not None:
        added, found = _load_notes(own, sources)
        their_faults += [*found, *_unread(own)]
        faults += [their_fault(fault, notes.keys() - added.keys()) for fault in their_faults]
        notes, found = laid_over(notes, added)
        faults += found
    folders = Folders(folder, own)
    linked, dead = link(folders, notes, _dimensions(folders))
    return Playbook(
        notes=linked,
        sources=tuple(sources.values()),
        faults=tuple(str(fault) for fault in [*faults, *dead]),
    )


def _dimensions(folders: Folders) -> set[str]:
    """Return what the survey asks about; nothing where it cannot be read."""
    try:
        return {dimension.key for dimension in folders.load(SURVEY, load_survey)[0].dimensions}
    except NoteError:
        return set()


def _load_notes(
    folder: Path, sources: dict[str, Source]
) -> tuple[dict[str, Note], list[NoteError]]:
    notes: dict[str, Note] = {}
    faults: list[NoteError] = []
    for path in _files(folder):
        name = name_of(folder, path)
        if path.is_symlink() and path.is_dir():
            faults.append(NoteError(name, 1, "a link to a folder is not followed"))
        if path.suffix != ".md" or name == "README.md":
            continue
        try:
            note = read_note(folder, path, sources)
            if note.id in notes:
                raise NoteError(name, 1, f"id `{note.id}` is taken by {notes[note.id].file}")
            notes[note.id] = note
        except NoteError as exc:
            faults.append(exc)
    return notes, faults


def _files(folder: Path) -> Iterator[Path]:
    """Yield what a folder holds in order, but for what editors and version control keep in it."""
    for path in sorted(folder.rglob("*")):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts[:-1]):
            yield path


def _unread(own: Path) -> list[NoteError]:
    names = (name_of(own, path) for path in _files(own) if not path.is_dir())
    return [NoteError(name, 1, reason) for name in names if (reason := unread(name))]


def read_note(folder: Path, path: Path, sources: dict[str, Source]) -> Note:
    """Read and check one note.

    Raises:
        NoteError: the first fault, with file and line.
    """
    file = read_file(folder, path)
    _check_name(path.relative_to(folder), file)
    fence = front_matter(file.text)
    if fence is None:
        raise NoteError(file.name, 1, "a note starts with front matter between two `---` lines")
    data = mapping_in(file, fence.group(1), offset_line=1)
    kind = _kind(file, data, fence.group(1))
    matter = validated(file, MATTERS[kind], data, fence.group(1), offset_line=1)
    if isinstance(matter, EvidenceMatter) and matter.source not in sources:
        line = line_of(fence.group(1), ("source",)) + 1
        raise NoteError(file.name, line, f"source `{matter.source}` is not in sources.yaml")
    sections = _sections(file, fence.end(), kind, sources)
    return _build(kind, path.stem, file.name, matter, sections)


def _check_name(path: Path, file: KnowledgeFile) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        reason = "a note's file name has only a-z, 0-9 and single dashes"
        raise NoteError(file.name, 1, reason)
    if path.as_posix() != file.name:
        raise NoteError(file.name, 1, "a folder's name has characters that cannot be printed")


def _kind(file: KnowledgeFile, data: dict[str, Any], source: str) -> Kind:
    try:
        return Kind(str(data.get("kind", "")))
    except ValueError as exc:
        line = line_of(source, ("kind",)) + 1
        known = ", ".join(Kind)
        raise NoteError(file.name, line, f"`kind` must be one of: {known}") from exc


def _sections(
    file: KnowledgeFile, body_start: int, kind: Kind, sources: dict[str, Source]
) -> tuple[Section, ...]:
    if "<" in file.text and (tag := _TAG.search(file.text)):
        raise file.fault(tag.start(), f"HTML is not allowed in a note: `{tag.group()}`")
    marks = list(_HEADING.finditer(file.text, body_start))
    if stray := file.text[body_start : marks[0].start() if marks else None].strip():
        raise file.fault(file.text.index(stray, body_start), "text before the first `## ` heading")
    ends = [mark.start() for mark in marks[1:]] + [len(file.text)]
    sections = [_section(file, mark, end, sources) for mark, end in zip(marks, ends, strict=True)]
    _check_headings(file, kind, [(mark.group(1), mark.start()) for mark in marks])
    return tuple(sections)


def _check_headings(file: KnowledgeFile, kind: Kind, headings: list[tuple[str, int]]) -> None:
    """Prove that each section of the kind stands once, in its order; others may come between."""
    places = dict(reversed(headings))
    for name, place in headings:
        if place != places[name]:
            raise file.fault(place, f"`## {name}` stands twice")
    before = -1
    for name in SECTIONS[kind]:
        if name not in places:
            raise file.fault(len(file.text), f"the section `## {name}` is missing")
        if places[name] < before:
            order = ", ".join(SECTIONS[kind])
            raise file.fault(places[name], f"`## {name}` comes too early; the order is {order}")
        before = places[name]


def _section(
    file: KnowledgeFile, mark: re.Match[str], end: int, sources: dict[str, Source]
) -> Section:
    raw = file.text[mark.end() : end]
    for source in _MARK.finditer(raw):
        if source.group(1) not in sources:
            reason = f"source `{source.group(1)}` is not in sources.yaml"
            raise file.fault(mark.end() + source.start(), reason)
    text = _MARK.sub(lambda m: f" ({sources[m.group(1)].label})", raw).strip()
    if not text:
        raise file.fault(mark.start(), f"the section `## {mark.group(1)}` is empty")
    return Section(heading=mark.group(1), text=text, start=mark.start(), end=end)


def _build(
    kind: Kind, note_id: str, file: str, matter: BaseModel, sections: tuple[Section, ...]
) -> Note:
    values = {name: getattr(matter, name) for name in type(matter).model_fields if name != "kind"}
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(_value(item) for item in value)
    if isinstance(matter, MetricMatter):
        values["formula"] = matter.formula.value()
    if kind is Kind.STAGE:
        values["grid"] = tuple(values["grid"].model_dump().items())
    return _TYPES.get(kind, Note)(id=note_id, kind=kind, file=file, sections=sections, **values)


def _value(item: object) -> object:
    if isinstance(item, ItemMatter):
        return AgendaItem(**item.model_dump())
    if isinstance(item, GroundMatter):
        return item.value()
    if isinstance(item, ReplyMatter):
        return Exchange(**item.model_dump())
    if isinstance(item, OptionMatter):
        return Option(**item.model_dump())
    return item


def _load_sources(folder: Path) -> tuple[dict[str, Source], list[NoteError]]:
    path = folder / "sources.yaml"
    if not path.exists():
        return {}, []
    sources: dict[str, Source] = {}
    faults: list[NoteError] = []
    try:
        file = read_file(folder, path)
        data = mapping_in(file, file.text, offset_line=0)
    except NoteError as exc:
        return {}, [exc]
    for key, value in data.items():
        try:
            entry = value if isinstance(value, dict) else {}
            matter = SourceMatter.model_validate(entry)
            sources[key] = Source(key=key, **matter.model_dump())
        except ValidationError as exc:
            faults.append(fault_of(file, exc, file.text, offset_line=0, within=(key,)))
    return sources, faults
