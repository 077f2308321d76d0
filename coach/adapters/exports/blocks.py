"""What a PDF's page is made of: paragraphs of any script, marks of a side, boxes to tick."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from coach.adapters.exports.fonts import Fonts
from coach.adapters.exports.lines import Line, Setting, Style, draw
from coach.adapters.exports.looks import LOOKS
from coach.adapters.exports.plain import mark
from coach.domain.stages import Side

BASE = 0.78  # where letters stand in their line, from its top


class Words(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph: aligned by its own direction, broken over pages by lines."""

    def __init__(self, text: str, fonts: Fonts, style: Style, indent: float = 0) -> None:
        super().__init__()
        self._setting = Setting(text, fonts, style)
        self._fonts, self._style, self._indent = fonts, style, indent
        self._lines: list[Line] | None = None
        self._room, self._is_part = 0.0, False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room it takes; a part of a broken paragraph keeps its lines."""
        if self._lines is None or (width != self._room and not self._is_part):
            self._lines = self._setting.lines(width - self._indent)
        self._room = width
        return width, len(self._lines) * self._style.leading

    def split(self, width: float, height: float) -> list[Words]:
        """Return two paragraphs where some lines fit, else none."""
        self.wrap(width, height)
        lines = self._lines or []
        fitting = int(height // self._style.leading)
        if not 0 < fitting < len(lines):
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:])]

    def draw(self) -> None:
        """Draw the lines, those of a right-to-left text from the right."""
        top = len(self._lines or ()) * self._style.leading
        for number, line in enumerate(self._lines or ()):
            y = top - (number + BASE) * self._style.leading
            x = self._room - line.width if line.base else self._indent
            draw(self.canv, line, (x, y), self._fonts, self._style)

    def _part(self, lines: list[Line]) -> Words:
        part: Words = object.__new__(Words)
        part.__dict__.update(self.__dict__)
        part._lines, part._is_part = lines, True
        return part


class SideMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Whose it is: the side's letter on its colour, and its word beside."""

    HEIGHT, BOX = 12.0, 10.0

    def __init__(self, side: Side, fonts: Fonts) -> None:
        super().__init__()
        self._side, self._fonts = side, fonts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room it takes."""
        return width, self.HEIGHT

    def draw(self) -> None:
        """Draw box, letter and word."""
        look = LOOKS[self._side]
        self.canv.setFillColor(look.strong)
        self.canv.roundRect(0, 1, self.BOX, self.BOX, 2, stroke=0, fill=1)
        self._write(mark(self._side), Style(7.5, True, "#ffffff"), centre=self.BOX / 2)
        self._write(self._side.value, Style(8, False, look.text), left=self.BOX + 4)

    def _write(self, text: str, style: Style, left: float = 0, centre: float = 0) -> None:
        (line,) = Setting(text, self._fonts, style).lines(200)
        x = centre - line.width / 2 if centre else left
        draw(self.canv, line, (x, 3.4), self._fonts, style)


class TickBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An empty box to tick on paper."""

    SIZE = 8.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room it takes."""
        return width, self.SIZE + 4

    def draw(self) -> None:
        """Draw the box."""
        canvas: Any = self.canv
        canvas.setStrokeColor("#6b665c")
        canvas.setLineWidth(0.8)
        canvas.roundRect(0.5, 1.5, self.SIZE, self.SIZE, 1.5, stroke=1, fill=0)
