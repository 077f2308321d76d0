"""Text of any script broken into lines and drawn: each run in its font, in its direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from coach.adapters.exports.bidi import MIRRORED, base_level, levels, order
from coach.adapters.exports.fonts import CJK, LATIN, SHAPED, Fonts, shape


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; `colour` as `#rrggbb`. `left`: whatever its own direction is."""

    size: float = 9.5
    bold: bool = False
    colour: str = "#26241f"
    left: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one font and one direction, in the order of reading."""

    text: str
    family: str
    level: int
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text in the order of reading, its runs from left to right."""

    text: str
    runs: tuple[Run, ...]
    base: int

    @property
    def width(self) -> float:
        """How wide it is."""
        return sum(run.width for run in self.runs)


class Setting:
    """Sets one text in one style."""

    def __init__(self, text: str, fonts: Fonts, style: Style) -> None:
        self._fonts, self._size, self._bold = fonts, style.size, style.bold
        self._text = fonts.drawn(text)
        self._base = 0 if style.left else base_level(self._text)
        self._levels = levels(self._text, self._base)
        self._families = list(_families(self._text, fonts))

    def lines(self, width: float) -> list[Line]:
        """Break it: at spaces, between Chinese and Japanese characters, in a word as a last way."""
        lines, start, used = [], 0, 0.0
        for begin, end in self._units(width):
            wide = self._width(begin, end)
            bare = self._width(begin, begin + len(self._text[begin:end].rstrip()))
            if used and used + bare > width:
                lines.append(self._line(start, begin))
                start, used = begin, 0.0
            used += wide
        lines.append(self._line(start, len(self._text)))
        return lines

    def _units(self, width: float) -> Iterator[tuple[int, int]]:
        """Yield what is kept on one line, with the spaces after it; cut where wider than one."""
        start = 0
        for at in range(1, len(self._text) + 1):
            if at < len(self._text) and not self._may_break(at):
                continue
            if self._width(start, at) <= width:
                yield start, at
            else:
                yield from self._cut(start, at, width)
            start = at

    def _cut(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        begin, used = start, 0.0
        for at in range(start, end):
            wide = self._width(at, at + 1)
            if used and used + wide > width and not unicodedata.combining(self._text[at]):
                yield begin, at
                begin, used = at, 0.0
            used += wide
        yield begin, end

    def _may_break(self, at: int) -> bool:
        before, after = self._text[at - 1], self._text[at]
        if after == " ":
            return False
        if before in " -/–—":
            return True
        wide = self._families[at] == CJK or self._families[at - 1] == CJK
        return wide and unicodedata.category(after) not in ("Pe", "Po", "Pf", "Mn")

    def _width(self, start: int, end: int) -> float:
        runs = groupby(range(start, end), key=self._families.__getitem__)
        return sum(
            self._fonts.width("".join(self._text[i] for i in same), family, self._size, self._bold)
            for family, same in runs
        )

    def _line(self, start: int, end: int) -> Line:
        end = start + len(self._text[start:end].rstrip())
        runs = [
            run
            for begin, stop, level in order(self._levels[start:end], self._base)
            for run in self._runs(start + begin, start + stop, level)
        ]
        return Line(self._text[start:end], tuple(runs), self._base)

    def _runs(self, start: int, end: int, level: int) -> list[Run]:
        """Return the runs of one direction from left to right."""
        found = []
        for family, same in groupby(range(start, end), key=self._families.__getitem__):
            text = "".join(self._text[i] for i in same)
            wide = self._fonts.width(text, family, self._size, self._bold)
            found.append(Run(text, family, level, wide))
        return found[::-1] if level % 2 else found


def draw(canvas: Any, line: Line, at: tuple[float, float], fonts: Fonts, style: Style) -> None:
    """Draw a line from `at`; one not in the order of reading carries its text for readers."""
    x, y = at
    turned = any(run.level or run.family in SHAPED for run in line.runs)
    if turned:
        actual = line.text.encode("utf-16-be").hex()
        canvas._code.append(f"/Span <</ActualText <feff{actual}>>> BDC")
    canvas.setFillColor(style.colour)
    for run in line.runs:
        font = fonts.font(run.family, style.bold)
        canvas.setFont(font.fontName, style.size)
        canvas.drawString(x, y, _glyphs(run, fonts, style))
        x += run.width
    if turned:
        canvas._code.append("EMC")


def _glyphs(run: Run, fonts: Fonts, style: Style) -> str:
    if not run.level % 2:
        return run.text
    if run.family in SHAPED:
        return shape(run.text, fonts.font(run.family, style.bold), style.size)
    return "".join(MIRRORED.get(char, char) for char in reversed(run.text))


def _families(text: str, fonts: Fonts) -> Iterator[str]:
    """Yield each character's family; a mark stays with what it stands on where that font has it."""
    before = LATIN
    for char in text:
        family = fonts.family(char) or LATIN
        if unicodedata.category(char) in ("Mn", "Cf") and fonts.has(before, char):
            family = before
        yield family
        before = family
