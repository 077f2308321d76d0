"""The lines of a pasted text, each with how deep it is quoted, and where somebody begins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from coach.domain.lazily import lazy_pattern
from coach.services.conflicts.reading.speakers import Speaker

_MARKS = lazy_pattern(r"\s*(?:>[ \t]?)+")
_FACE = lazy_pattern(r"\s*>+[:=;]['-]?[(\[/|]")  # `>:(` is no quotation
_MORE_THAN = lazy_pattern(r"\s*>[ \t]?\d[\d.,]*[ \t]?(?:%|k\b|per\b)")  # nor is `> 50 %`


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its quotation marks: `text` stands from `start` to `end`."""

    start: int
    end: int
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Where somebody begins to speak: from `start` to `end` stands who, then what they say.

    `is_of_quoted`: what is quoted below is theirs, not what follows at the same depth.
    """

    start: int
    end: int
    depth: int
    speaker: Speaker
    is_of_quoted: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` in their order."""
    rows = text.split("\n")
    starts = accumulate((len(row) + 1 for row in rows), initial=0)
    quoted = [row.lstrip().startswith(">") for row in rows]
    around = zip([False, *quoted], [*quoted[1:], False], strict=False)
    return [
        _quoted(row, start, before or after) if is_quoted else Line(start, start + len(row), 0, row)
        for row, start, is_quoted, (before, after) in zip(
            rows, starts, quoted, around, strict=False
        )
    ]


def next_with_words(lines: list[Line], at: int) -> Line | None:
    """Return the first of the next few lines from `at` on that is not blank."""
    return next((line for line in lines[at : at + 4] if line.text.strip()), None)


def _quoted(row: str, start: int, is_among_quoted: bool) -> Line:
    marks = _MARKS.match(row)
    is_sign = _FACE.match(row) or (not is_among_quoted and _MORE_THAN.match(row))
    if marks is None or is_sign:
        return Line(start, start + len(row), 0, row)
    words = row[marks.end() :]
    return Line(start + marks.end(), start + len(row), marks.group().count(">"), words)
