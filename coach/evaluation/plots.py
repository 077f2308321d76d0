"""Bar charts as plain SVG: nothing to load, sharp in print, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, LABELS, GAP, COUNTS = 960, 172, 26, 34  # in the SVG's own units
ROW, BAR, HEAD, LEGEND = 26, 19, 26, 26
DIGIT, LETTER = 7.5, 6.9  # how wide a character is, about
SMALLEST = 14.0  # a part with a number in it is never narrower, however few it stands for
# From dark to light, so that a copy without colour still tells them apart; each with its ink.
DARK, MIDDLE, LIGHT, PALE = "#1d4e89", "#5b8fc7", "#a9c8e8", "#dfeaf5"
SAND, RUST = "#e6c98f", "#b5532d"
_INK = {DARK: "#fff", MIDDLE: "#10243b", RUST: "#fff"}
_TEXT = "#1d2433"


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of outcome, with its colour."""

    name: str
    fill: str


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: how many there are of each series, in their order."""

    label: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under one heading."""

    heading: str
    rows: tuple[Row, ...]


def stacked(name: str, series: Sequence[Series], panels: Sequence[Panel]) -> str:
    """Return panels side by side as one SVG: a bar a row, as long as all others, cut by share.

    Rows of one label stand on one line; the number behind a bar says how many it stands for.
    `name` is read to those who cannot see it.
    """
    labels = list(dict.fromkeys(row.label for panel in panels for row in panel.rows))
    height = LEGEND + HEAD + ROW * len(labels)
    width = (WIDTH - LABELS - GAP * (len(panels) - 1)) / max(1, len(panels))
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(name)}"'
        ' xmlns="http://www.w3.org/2000/svg" font-size="13" font-family="inherit"'
        f' fill="{_TEXT}">',
        *_legend(series),
    ]
    parts += (_text(0, _line(i), label) for i, label in enumerate(labels))
    for number, panel in enumerate(panels):
        left = LABELS + number * (width + GAP)
        parts.append(_text(left, LEGEND + 17, panel.heading, 'font-weight="600"'))
        for row in panel.rows:
            parts += _bar(left, labels.index(row.label), width - COUNTS, row, series)
    return "\n".join([*parts, "</svg>"])


def _legend(series: Sequence[Series]) -> Iterator[str]:
    left = float(LABELS)
    for one in series:
        yield _box(left, 3, 13, 13, one.fill)
        yield _text(left + 18, 14, one.name)
        left += 18 + LETTER * len(one.name) + 20


def _line(number: int) -> float:
    return LEGEND + HEAD + ROW * number + 14


def _bar(left: float, line: int, width: float, row: Row, series: Sequence[Series]) -> Iterator[str]:
    if not row.total:
        return
    x, top = left, LEGEND + HEAD + ROW * line
    for one, count, wide in zip(series, row.counts, _widths(row, width), strict=True):
        if not count:
            continue
        title = f"{row.label}: {count} of {row.total} {one.name}"
        yield f"<g><title>{escape(title)}</title>{_box(x, top, wide, BAR, one.fill)}"
        if wide >= DIGIT * len(str(count)) + 3:
            ink = f'fill="{_INK.get(one.fill, _TEXT)}" text-anchor="middle" font-size="12"'
            yield _text(x + wide / 2, top + 14, str(count), ink)
        yield "</g>"
        x += wide
    yield _text(left + width + 6, top + 14, str(row.total), 'fill="#5b6474" font-size="12"')


def _widths(row: Row, width: float) -> list[float]:
    """Return how wide each part is: its share; a small one takes from the others to be seen."""
    shares = [width * n / row.total for n in row.counts]
    small = [0 < share < SMALLEST for share in shares]
    large = sum(share for share, is_small in zip(shares, small, strict=True) if not is_small)
    left = (width - SMALLEST * sum(small)) / large
    return [SMALLEST if s else share * left for s, share in zip(small, shares, strict=True)]


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{fill}" stroke="#fff"/>'


def _text(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{escape(text)}</text>'
