"""One page for a steering meeting, drawn in place: whatever it holds, it is one page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from reportlab.lib.pagesizes import A4

from coach.adapters.exports.fonts import Fonts
from coach.adapters.exports.lines import Line, Setting, Style, draw
from coach.adapters.exports.looks import GREEN, INK, LINE, LOOKS, PAPER, QUIET
from coach.adapters.exports.pages import NumberedPages
from coach.adapters.exports.pdf import HEADING, LEAD, SMALL, TEXT, TITLE, one_at_a_time
from coach.adapters.exports.plain import short_day, tidy
from coach.domain.progress import GapStep, StageStep, Steering, Work
from coach.domain.stages import Side, Stage

WIDTH, TOP = A4[0], A4[1] - 46
LEFT, NAMES = 57.0, 138.0  # the margin, and the room for names left of a drawing
RIGHT = WIDTH - LEFT
ROAD = ("#f4f1e8", "#e7eee4", "#d5e6dc", "#bcd9cc")  # the four stages, from the first to the last
LANE, BAND, GREY = 25.0, 10.0, "#b4aea1"
MOST_LANES, MOST_ASKED = 4, 4  # of each drawing, and of what is asked: so much has room
SIDES = (Side.SALES, Side.MARKETING)
LABEL = Style(8, False, QUIET)


def written(page: Steering, now: datetime) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what its fonts could not show."""
    with one_at_a_time:
        fonts, file = Fonts(), io.BytesIO()
        title = tidy(page.title) or "Where we stand"
        pages = NumberedPages(fonts, title, now)
        canvas = pages.canvas(file, pagesize=A4, invariant=1, lang="en-GB")
        canvas.setTitle(title)
        canvas.setCreator("Accord")
        canvas.setAuthor("")
        _Page(canvas, fonts).draw(page, title)
        canvas.showPage()
        canvas.save()
        return file.getvalue(), fonts.warnings


class _Page:
    """Draws from the top down; `y` is how far it came."""

    def __init__(self, canvas: Any, fonts: Fonts) -> None:
        self._canvas, self._fonts, self._y = canvas, fonts, TOP

    def draw(self, page: Steering, title: str) -> None:
        self._text(title, TITLE, 2)
        self._text(page.of, SMALL, 1)
        self._part("Where both sides stand", page.stage, "No round is closed yet.")
        if page.stages:
            self._axis()
            for step in page.stages[-MOST_LANES:]:
                self._stage(step)
            self._legend()
        self._part("Where they see it most apart", page.gap, "One closed round shows it.")
        if page.gaps:
            for gap in page.gaps[:MOST_LANES]:
                self._gap(gap)
        self._part("What was promised and kept", page.kept, "Nothing was promised yet.")
        for work in page.work:
            self._work(work, max(one.taken for one in page.work))
        self._part("What is asked of you", "", "")
        for line in page.asked[:MOST_ASKED]:
            self._asked(line)
        self._y -= 6
        self._text("By side, never by person. Answers to the nearest half step.", LABEL, 1)

    def _part(self, heading: str, said: str, instead: str) -> None:
        self._y -= 14
        self._text(heading, HEADING, 1)
        if said or instead:
            self._text(said or instead, LEAD, 2)
        self._y -= 4

    def _text(
        self, text: str, style: Style, most: int, left: float = LEFT, width: float = RIGHT - LEFT
    ) -> None:
        for line in _cut(tidy(text), self._fonts, style, width, most):
            self._y -= style.leading
            x = left + width - line.width if line.base else left
            draw(self._canvas, line, (x, self._y + style.size * 0.3), self._fonts, style)

    def _axis(self) -> None:
        """Draw the names of the four stages."""
        self._y -= 12
        for stage in Stage:
            self._word(stage.value.capitalize(), _at(Fraction(stage.number)), self._y, LABEL)
        self._y -= 4

    def _lane(self, name: str) -> float:
        """Draw the road of a lane with its name; return where its middle is."""
        self._y -= LANE
        middle = float(self._y + LANE / 2)
        for stage, colour in zip(Stage, ROAD, strict=True):
            left, right = _edge(stage.number - 1), _edge(stage.number)
            self._box(left, self._y + 2, right - left, LANE - 4, colour)
        (line,) = _cut(tidy(name), self._fonts, TEXT, NAMES - 8, 1)
        draw(self._canvas, line, (LEFT, middle - 3.5), self._fonts, TEXT)
        return middle

    def _stage(self, step: StageStep) -> None:
        middle = self._lane(short_day(step.on))
        left, right = _edge(step.low.number - 1) + 4, _edge(step.high.number) - 4
        self._box(left, middle - BAND / 2, right - left, BAND, GREY, BAND / 2)
        if step.team is not None:
            self._diamond(_at(step.team), middle)
        for side, score in zip(SIDES, (step.sales, step.marketing), strict=True):
            if score is not None:
                self._mark(side, _at(score), middle + (4.5 if side is Side.SALES else -4.5))

    def _gap(self, step: GapStep) -> None:
        middle = self._lane(step.dimension)
        if step.sales is None or step.marketing is None:
            return
        self._canvas.setStrokeColor(QUIET)
        self._canvas.setLineWidth(1.5)
        self._canvas.line(_at(step.sales), middle, _at(step.marketing), middle)
        for side, score in zip(SIDES, (step.sales, step.marketing), strict=True):
            self._mark(side, _at(score), middle + (3 if side is Side.SALES else -3))

    def _legend(self) -> None:
        self._y -= 14
        x = LEFT + NAMES
        for side, name in zip(SIDES, ("sales", "marketing"), strict=True):
            self._mark(side, x + 4, self._y + 4)
            x = self._word(name, x + 12, self._y + 1, LABEL, centred=False) + 14
        self._diamond(x + 4, self._y + 4)
        said = "both; grey: the stages with eight chances in ten"
        self._word(said, x + 12, self._y + 1, LABEL, centred=False)

    def _work(self, work: Work, most: int) -> None:
        """Draw a side's bar: what was kept in its colour, the rest in its tint."""
        self._y -= LANE
        look, room = LOOKS[work.side], RIGHT - LEFT - NAMES
        self._mark(work.side, LEFT + 4, self._y + LANE / 2)
        self._word(work.side.capitalize(), LEFT + 14, self._y + LANE / 2 - 3.5, TEXT, centred=False)
        bar = room * 0.5 / max(1, most)
        left = LEFT + NAMES
        self._box(left, self._y + 4, bar * work.taken, LANE - 8, look.tint)
        self._box(left, self._y + 4, bar * work.kept, LANE - 8, look.strong)
        parts = ("kept", "carried", "open", "late", "dropped")
        counts = ((getattr(work, part), part) for part in parts)
        said = ", ".join(f"{count:,} {part}" for count, part in counts if count)
        self._word(
            said, left + bar * work.taken + 8, self._y + LANE / 2 - 3.5, LABEL, centred=False
        )

    def _asked(self, line: str) -> None:
        self._canvas.setStrokeColor(GREEN)
        self._canvas.setLineWidth(1)
        self._canvas.roundRect(LEFT, self._y - 12, 8, 8, 1.5, stroke=1, fill=0)
        self._text(line, TEXT, 2, LEFT + 16, RIGHT - LEFT - 16)
        self._y -= 3

    def _mark(self, side: Side, x: float, y: float) -> None:
        """Draw a side's shape in its colour: a square for sales, a circle for marketing."""
        self._canvas.setStrokeColor(PAPER)
        self._canvas.setLineWidth(0.8)
        self._canvas.setFillColor(LOOKS[side].strong)
        if side is Side.SALES:
            self._canvas.rect(x - 4, y - 4, 8, 8, stroke=1, fill=1)
        else:
            self._canvas.circle(x, y, 4.4, stroke=1, fill=1)

    def _diamond(self, x: float, y: float) -> None:
        path = self._canvas.beginPath()
        path.moveTo(x - 5, y)
        for dx, dy in ((0, 5), (5, 0), (0, -5)):
            path.lineTo(x + dx, y + dy)
        path.close()
        self._canvas.setFillColor(INK)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _box(
        self, x: float, y: float, width: float, height: float, fill: str, round_by: float = 2
    ) -> None:
        self._canvas.setStrokeColor(LINE)
        self._canvas.setFillColor(fill)
        self._canvas.roundRect(x, y, width, height, round_by, stroke=0, fill=1)

    def _word(self, text: str, x: float, y: float, style: Style, centred: bool = True) -> float:
        """Draw one line at `x`; return where it ends."""
        (line,) = _cut(text, self._fonts, style, RIGHT - (LEFT if centred else x), 1)
        left = x - line.width / 2 if centred else x
        draw(self._canvas, line, (left, y), self._fonts, style)
        return float(left + line.width)


def _cut(text: str, fonts: Fonts, style: Style, width: float, most: int) -> Sequence[Line]:
    """Return a text's lines, as many as there is room for; what is cut off ends in dots."""
    lines = Setting(text, fonts, style).lines(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].text
    while last:
        ended = Setting(f"{last.rstrip()}…", fonts, style).lines(width)
        if len(ended) == 1:
            return [*lines[: most - 1], ended[0]]
        last = last[:-1]
    return lines[:most]


def _edge(stage: int) -> float:
    """Return where a stage ends on the road, from 0 for its beginning to 4."""
    return float(LEFT + NAMES + (RIGHT - LEFT - NAMES) * stage / len(Stage))


def _at(score: Fraction) -> float:
    """Return where a score stands: the middle of a stage's box is that stage."""
    return _edge(0) + (_edge(len(Stage)) - _edge(0)) * float(score - Fraction(1, 2)) / len(Stage)
