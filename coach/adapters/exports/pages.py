"""The foot of a PDF's pages: the title, and which page of how many."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from coach.adapters.exports.fonts import Fonts
from coach.adapters.exports.lines import Setting, Style, draw
from coach.adapters.exports.looks import LINE, QUIET

FOOT = Style(8, False, QUIET)
HEIGHT, MARGIN, GAP = 30.0, 57.0, 80.0


class NumberedPages:
    """Makes the canvas of one file and numbers its pages when all of them are there."""

    def __init__(self, fonts: Fonts, title: str, now: datetime) -> None:
        self._fonts, self._title, self._now = fonts, title, now

    def canvas(self, *args: Any, **kwargs: Any) -> Canvas:
        """Return a canvas that keeps its pages until it is saved."""
        return _Numbered(self, *args, **kwargs)

    def stamp(self, canvas: Any) -> None:
        """Give the file its date and its title to viewers."""
        stamp = canvas._doc._timeStamp
        stamp.t, stamp.lt = self._now.timestamp(), self._now.timetuple()
        stamp.YMDhms = tuple(stamp.lt)[:6]
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def foot(self, canvas: Any, number: int, of: int) -> None:
        """Draw the foot of one page."""
        width = canvas._pagesize[0]
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, HEIGHT + 13, width - MARGIN, HEIGHT + 13)
        (count,) = Setting(f"Page {number} of {of}", self._fonts, FOOT).lines(GAP)
        draw(canvas, count, (width - MARGIN - count.width, HEIGHT), self._fonts, FOOT)
        titles = Setting(self._title, self._fonts, FOOT).lines(width - 2 * MARGIN - GAP)
        draw(canvas, titles[0], (MARGIN, HEIGHT), self._fonts, FOOT)


class _Numbered(Canvas):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, pages: NumberedPages, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pages = pages
        self._kept: list[dict[str, Any]] = []
        pages.stamp(self)

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        kept = self._kept
        for number, state in enumerate(kept, 1):
            self.__dict__.update(state)
            self._pages.foot(self, number, len(kept))
            super().showPage()
        super().save()
