"""Reads the files of `knowledge/`: text, YAML and fields, each fault with file, line and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from coach.errors import NoteError

LARGEST = 200_000  # characters; a longer file is a mistake, not a note
_DEEPEST = 40  # levels of YAML; libyaml takes the process down where a file nests without end
# libyaml's loader is as safe as PyYAML's own and sixteen times as fast; not every build has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What pydantic finds, in words for people who write notes.
_FENCE = re.compile(r"\A---\r?\n(.*?\r?\n)---\r?\n", re.DOTALL)
_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "unexpected_keyword_argument": "is not a known key",
    "string_type": "must be a text: put it in quotes",
    "string_too_short": "is empty",
    "string_too_long": "has more than {max_length} characters",
    "string_pattern_mismatch": "must be a name in small letters, without spaces",
    "list_type": "must be a list: `[one, two]`, or lines that begin with `- `",
    "too_short": "needs at least {min_length}",
    "too_long": "takes at most {max_length}",
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "model_type": "must have keys and values of its own",
    "dict_type": "must have keys and values of its own",
}
# What libyaml finds, and what a person most likely did.
_HINTS = {
    "mapping values are not allowed in this context": "; a text with `: ` in it stands in quotes",
    "found character that cannot start any token": (
        "; a text that begins with a sign stands in quotes, and no line begins with a tab"
    ),
    "did not find expected key": "; a quote is closed too early or a line is indented wrongly",
    "found unexpected end of stream": "; a quote is not closed",
    "did not find expected ',' or ']'": "; a bracket is not closed",
}


class Strict(BaseModel):
    """A form of what people write: a key that it does not know is a fault."""

    model_config = ConfigDict(extra="forbid")


_Model = TypeVar("_Model", bound=Strict)


@dataclass(frozen=True, slots=True)
class KnowledgeFile:
    """A file of the knowledge folder; `name` is relative to it and safe to print."""

    name: str
    text: str

    def fault(self, offset: int, reason: str) -> NoteError:
        """Return a fault at a place in the text."""
        return NoteError(self.name, self.text.count("\n", 0, offset) + 1, reason)


def name_of(folder: Path, path: Path) -> str:
    """Return the file's name in `folder`; what a terminal would act on is written out."""
    name = path.relative_to(folder).as_posix()
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)


def read_file(folder: Path, path: Path, largest: int = LARGEST) -> KnowledgeFile:
    """Read a file of the folder, of up to `largest` characters.

    Raises:
        NoteError: it lies outside, is no ordinary file, is too long, or is no plain UTF-8 text.
    """
    name = name_of(folder, path)
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise NoteError(name, 1, "the file lies outside the knowledge folder")
        if path.exists() and not path.is_file():
            raise NoteError(name, 1, "this is no ordinary file")
        if (size := path.stat().st_size) > 4 * largest:
            raise NoteError(name, 1, _too_long(size, "bytes", largest))
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as exc:
        line = exc.object.count(b"\n", 0, exc.start) + 1
        raise NoteError(name, line, "the file is not UTF-8") from exc
    except (OSError, RuntimeError) as exc:  # RuntimeError: links that lead in a circle
        reason = getattr(exc, "strerror", None) or "its links lead in a circle"
        raise NoteError(name, 1, f"the file cannot be read: {reason}") from exc
    if len(text) > largest:
        raise NoteError(name, 1, _too_long(len(text), "characters", largest))
    file = KnowledgeFile(name, text)
    if (place := text.find("\0")) >= 0:
        raise file.fault(place, "a NUL character")
    return file


def _too_long(size: int, unit: str, largest: int) -> str:
    return f"{size:,} {unit}; a file has at most {largest:,} characters"


def fields_of(file: KnowledgeFile, model: type[_Model]) -> _Model:
    """Return a file that is YAML from its first line to its last as `model` knows it.

    Raises:
        NoteError: it is no YAML, or the first field that is wrong, with its line.
    """
    return validated(file, model, mapping_in(file, file.text, 0), file.text, 0)


def mapping_in(file: KnowledgeFile, source: str, offset_line: int) -> dict[str, Any]:
    """Return the keys and values of YAML that begins below line `offset_line`.

    Raises:
        NoteError: it is no YAML, no mapping, or nested without end.
    """
    try:
        _measure_depth(file, source, offset_line)
        data = yaml.load(source, Loader=_LOADER)
    except yaml.MarkedYAMLError as exc:
        last = source.rstrip().count("\n")  # what is missing is missed below the last line
        line = min(exc.problem_mark.line if exc.problem_mark else 0, last) + 1 + offset_line
        reason = f"bad YAML: {exc.problem}{_HINTS.get(exc.problem or '', '')}"
        raise NoteError(file.name, line, reason) from exc
    except (yaml.YAMLError, ValueError) as exc:  # ValueError: a date such as 2020-99-99
        raise NoteError(file.name, 1 + offset_line, f"bad YAML: {exc}") from exc
    if not isinstance(data, dict):
        raise NoteError(file.name, 1 + offset_line, "there must be `key: value` lines")
    return {str(key): value for key, value in data.items()}


def _measure_depth(file: KnowledgeFile, source: str, offset_line: int) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            line = (event.start_mark.line if event.start_mark else 0) + 1 + offset_line
            raise NoteError(file.name, line, f"more than {_DEEPEST} levels of YAML")


def validated(
    file: KnowledgeFile, model: type[_Model], data: dict[str, Any], source: str, offset_line: int
) -> _Model:
    """Return the fields as `model` knows them.

    Raises:
        NoteError: the first field that is wrong, with its line.
    """
    try:
        return model.model_validate(data)
    except ValidationError as exc:
        raise fault_of(file, exc, source, offset_line) from exc


def fault_of(
    file: KnowledgeFile,
    exc: ValidationError,
    source: str,
    offset_line: int,
    within: tuple[str | int, ...] = (),
) -> NoteError:
    """Return the first thing pydantic found, with its line; `within` is where the fields stand."""
    first = exc.errors()[0]
    loc = (*within, *first["loc"])
    field = "".join(c if c.isprintable() else "?" for c in ".".join(str(part) for part in loc))
    named = f"`{field}` " if field else ""  # what is said of all the fields names them itself
    reason = f"{named}{_in_plain_words(first)}"
    return NoteError(file.name, line_of(source, loc) + offset_line, reason)


def _in_plain_words(found: Mapping[str, Any]) -> str:
    context = found.get("ctx", {})
    if context.get("pattern") == r"\?$":
        return "must end with a question mark"
    if (reason := _REASONS.get(found["type"])) is not None:
        return reason.format(**context)
    return str(found["msg"]).removeprefix("Value error, ")


def front_matter(text: str) -> re.Match[str] | None:
    """Return the YAML between the two `---` lines that a note begins with, as group 1."""
    return _FENCE.match(text)


@lru_cache(maxsize=1)  # the faults of one file come one after the other
def _composed(source: str) -> yaml.Node | None:
    return yaml.compose(source, Loader=_LOADER)


def line_of(source: str, loc: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the deepest part of `loc` that stands in the YAML."""
    node, line = _composed(source), 1
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == str(part)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
