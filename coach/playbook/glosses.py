"""Reads `knowledge/glosses.yaml`: English for words of other languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import model_validator

from coach.playbook.files import Strict, fields_of, read_file
from coach.playbook.languages import Code

FILE = "glosses.yaml"
TRADE_FILE = "trade_glosses.yaml"


class _File(Strict):
    languages: list[Code]
    words: list[list[str]]

    @model_validator(mode="after")
    def _rows_are_whole(self) -> _File:
        for row in self.words:
            if len(row) != len(self.languages) + 1 or not row[0]:
                raise ValueError(f"the row {row} needs English and {len(self.languages)} more")
        return self


def load_trade_glosses(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Read the glosses with the words of the trade, whose meaning goes first.

    Raises:
        NoteError: a file is missing or breaks its schema.
    """
    trade, every = load_glosses(folder, TRADE_FILE), load_glosses(folder)
    return {code: {**every.get(code, {}), **trade.get(code, {})} for code in (*every, *trade)}


def load_glosses(folder: Path, name: str = FILE) -> Mapping[str, Mapping[str, str]]:
    """Read the glosses: by language, from a word or row of words to its English.

    Raises:
        NoteError: the file is missing or breaks its schema.
    """
    file = fields_of(read_file(folder, folder / name), _File)
    glosses: dict[str, dict[str, str]] = {code: {} for code in file.languages}
    for english, *cells in file.words:
        for code, cell in zip(file.languages, cells, strict=True):
            for word in filter(None, (part.strip() for part in cell.split(","))):
                glosses[code].setdefault(word, english)
    return glosses
