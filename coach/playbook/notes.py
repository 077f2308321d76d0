"""From files to notes: reads `knowledge/`, checks every note, names each fault's file and line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from coach.domain.notes import (
    AgendaItem,
    Conflict,
    Evidence,
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
from coach.playbook.schemas import (
    MATTERS,
    SECTIONS,
    ItemMatter,
    MetricMatter,
    OptionMatter,
    SourceMatter,
)

LARGEST_NOTE = 200_000  # characters; a longer file is a mistake, not a note
_FENCE = re.compile(r"\A---\r?\n(.*?\r?\n)---\r?\n", re.DOTALL)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_MARK = re.compile(r" ?\[@([a-z0-9-]+)\]")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
# libyaml's loader is as safe as PyYAML's own and sixteen times as fast; not every build has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINKING = ("meeting", "metric", "mirror")  # fields that name one other note
_Model = TypeVar("_Model", bound=BaseModel)
_TYPES: dict[Kind, type[Note]] = {
    Kind.STAGE: StageNote,
    Kind.MOVE: Move,
    Kind.MEETING: Meeting,
    Kind.CONFLICT: Conflict,
    Kind.METRIC: Metric,
    Kind.EVIDENCE: Evidence,
}


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: str

    def fault(self, offset: int, reason: str) -> NoteError:
        return NoteError(self.name, self.text.count("\n", 0, offset) + 1, reason)


def load_playbook(folder: Path) -> Playbook:
    """Read all notes and sources; faulty ones are left out and listed in `faults`."""
    sources, faults = _load_sources(folder)
    notes: dict[str, Note] = {}
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        if name == "README.md":
            continue
        try:
            note = read_note(folder, path, sources)
            if note.id in notes:
                raise NoteError(name, 1, f"id `{note.id}` is taken by {notes[note.id].file}")
            notes[note.id] = note
        except NoteError as exc:
            faults.append(exc)
    faults += _dead_links(notes)
    return Playbook(
        notes=tuple(notes.values()),
        sources=tuple(sources.values()),
        faults=tuple(str(fault) for fault in faults),
    )


def read_note(folder: Path, path: Path, sources: dict[str, Source]) -> Note:
    """Read and check one note.

    Raises:
        NoteError: the first fault, with file and line.
    """
    file = _read(folder, path)
    fence = _FENCE.match(file.text)
    if fence is None:
        raise NoteError(file.name, 1, "a note starts with front matter between two `---` lines")
    data = _mapping(file, fence.group(1), offset_line=1)
    kind = _kind(file, data, fence.group(1))
    matter = _validate(file, MATTERS[kind], data, fence.group(1), offset_line=1)
    sections = _sections(file, fence.end(), kind, sources)
    return _build(kind, path.stem, file.name, matter, sections)


def _read(folder: Path, path: Path) -> _File:
    name = path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder.resolve()):
        raise NoteError(name, 1, "the file lies outside the knowledge folder")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as exc:
        line = exc.object.count(b"\n", 0, exc.start) + 1
        raise NoteError(name, line, "the file is not UTF-8") from exc
    except OSError as exc:
        raise NoteError(name, 1, f"the file cannot be read: {exc.strerror}") from exc
    if len(text) > LARGEST_NOTE:
        raise NoteError(name, 1, f"{len(text):,} characters; a note has at most {LARGEST_NOTE:,}")
    if "\0" in text:
        raise NoteError(name, text.count("\n", 0, text.index("\0")) + 1, "a NUL character")
    return _File(name, text)


def _mapping(file: _File, source: str, offset_line: int) -> dict[str, Any]:
    try:
        data = yaml.load(source, Loader=_LOADER)
    except yaml.MarkedYAMLError as exc:
        line = (exc.problem_mark.line if exc.problem_mark else 0) + 1 + offset_line
        raise NoteError(file.name, line, f"bad YAML: {exc.problem}") from exc
    except yaml.YAMLError as exc:
        raise NoteError(file.name, 1 + offset_line, f"bad YAML: {exc}") from exc
    if not isinstance(data, dict):
        raise NoteError(file.name, 1 + offset_line, "front matter is a list of `key: value` lines")
    return data


def _kind(file: _File, data: dict[str, Any], source: str) -> Kind:
    try:
        return Kind(str(data.get("kind", "")))
    except ValueError as exc:
        line = _line_of(source, ("kind",)) + 1
        known = ", ".join(Kind)
        raise NoteError(file.name, line, f"`kind` must be one of: {known}") from exc


def _validate(
    file: _File, model: type[_Model], data: dict[str, Any], source: str, offset_line: int
) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as exc:
        first = exc.errors()[0]
        line = _line_of(source, first["loc"]) + offset_line
        field = ".".join(str(part) for part in first["loc"]) or "front matter"
        reason = {"missing": "is missing", "extra_forbidden": "is not a known key"}.get(
            first["type"], first["msg"].removeprefix("Value error, ")
        )
        raise NoteError(file.name, line, f"`{field}` {reason}") from exc


def _line_of(source: str, loc: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the deepest part of `loc` that stands in the YAML."""
    node, line = yaml.compose(source, Loader=yaml.SafeLoader), 1
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line


def _sections(
    file: _File, body_start: int, kind: Kind, sources: dict[str, Source]
) -> tuple[Section, ...]:
    if "<" in file.text[body_start:] and (tag := _TAG.search(file.text, body_start)):
        raise file.fault(tag.start(), f"HTML is not allowed in a note: `{tag.group()}`")
    marks = list(_HEADING.finditer(file.text, body_start))
    if stray := file.text[body_start : marks[0].start() if marks else None].strip():
        raise file.fault(file.text.index(stray, body_start), "text before the first `## ` heading")
    ends = [mark.start() for mark in marks[1:]] + [len(file.text)]
    sections = [_section(file, mark, end, sources) for mark, end in zip(marks, ends, strict=True)]
    names = [section.heading for section in sections]
    for name in SECTIONS[kind]:
        if name not in names:
            raise file.fault(len(file.text), f"the section `## {name}` is missing")
    if twice := next((n for n in names if names.count(n) > 1), None):
        raise file.fault(marks[names.index(twice)].start(), f"`## {twice}` stands twice")
    return tuple(sections)


def _section(file: _File, mark: re.Match[str], end: int, sources: dict[str, Source]) -> Section:
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
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", note_id):
        raise NoteError(file, 1, "a note's file name has only a-z, 0-9 and single dashes")
    return _TYPES.get(kind, Note)(id=note_id, kind=kind, file=file, sections=sections, **values)


def _value(item: object) -> object:
    if isinstance(item, ItemMatter):
        return AgendaItem(**item.model_dump())
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
        file = _read(folder, path)
        data = _mapping(file, file.text, offset_line=0)
    except NoteError as exc:
        return {}, [exc]
    for key, value in data.items():
        try:
            entry = value if isinstance(value, dict) else {}
            matter = SourceMatter.model_validate(entry)
            sources[str(key)] = Source(key=str(key), **matter.model_dump())
        except ValidationError as exc:
            first = exc.errors()[0]
            line = _line_of(file.text, (str(key), *first["loc"]))
            field = ".".join(str(part) for part in first["loc"])
            faults.append(NoteError(file.name, line, f"`{key}.{field}`: {first['msg']}"))
    return sources, faults


def _dead_links(notes: dict[str, Note]) -> list[NoteError]:
    faults = []
    for note in notes.values():
        named = dict.fromkeys(note.links)
        named |= {v: None for f in _LINKING if (v := getattr(note, f, None))}
        faults += [
            NoteError(note.file, 1, f"links to `{name}`, which is no note")
            for name in named
            if name not in notes
        ]
    return faults
