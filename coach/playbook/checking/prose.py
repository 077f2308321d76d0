"""The prose of the notes as its authors wrote it, source marks and all, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.notes import Note, StageNote
from coach.playbook.composing.blocks import Block
from coach.playbook.folders import Folders

_ITEM = re.compile(r"\s*(?:[-*]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, list item or table row; `heading` is empty for the front matter."""

    file: str
    line: int
    heading: str
    text: str
    is_item: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in order."""
        return Block(self.text).sentences

    @property
    def judged(self) -> tuple[str, ...]:
        """What needs a source by itself: each sentence of a paragraph, an item as a whole."""
        return (self.text,) if self.is_item else self.sentences


def said_in(folders: Folders, note: Note) -> Iterator[Said]:
    """Yield all that a note says in its own voice, in order; what people ask is left out."""
    source = folders.read(note.file).text
    matter = [("summary", note.summary)]
    if isinstance(note, StageNote):
        matter += [(f"  {name}", text) for name, text in note.grid]
    for key, text in matter:
        yield Said(note.file, _line_of_key(source, key), "", text, False)
    for section in note.sections:
        first = source.count("\n", 0, section.start) + 2
        body = source[section.start : section.end].partition("\n")[2]
        for line, text, is_item in _blocks(body):
            yield Said(note.file, first + line, section.heading, text, is_item)


def _blocks(body: str) -> list[tuple[int, str, bool]]:
    """Return line (from 0), text and whether it is an item or row, wrapped lines joined."""
    blocks: list[tuple[int, str, bool]] = []
    is_open = False
    for line, raw in enumerate(body.splitlines()):
        text = raw.strip()
        if not text:
            is_open = False
        elif (item := _ITEM.match(raw)) or text.startswith("|"):
            blocks.append((line, raw[item.end() :].strip() if item else text, True))
            is_open = item is not None
        elif is_open:
            at, before, is_item = blocks[-1]
            blocks[-1] = (at, f"{before} {text}", is_item)
        else:
            blocks.append((line, text, False))
            is_open = True
    return blocks


def _line_of_key(source: str, key: str) -> int:
    found = re.search(rf"^{key}:", source, re.MULTILINE)
    return source.count("\n", 0, found.start()) + 1 if found else 1
