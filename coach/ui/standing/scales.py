"""Both sides on the scale of the four stages, drawn with boxes and marks that need no script.

A drawing says in words what it shows, for those who can't see it; what it shows stands in a table
and a file, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from coach.domain.cells import Cell
from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage
from coach.ui import words

SIDES = (Side.SALES, Side.MARKETING, Side.OTHER)
NAMES = {Side.SALES: "Sales", Side.MARKETING: "Marketing", Side.OTHER: "Others"}
_LOWEST, _HIGHEST = 1, len(Stage)


@dataclass(frozen=True, slots=True)
class Lane:
    """What one side shows on a scale: a mark at `value`, and a band where one is known."""

    side: Side
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    known: bool = True  # whether a mark may stand there, or the band alone

    @property
    def said(self) -> str:
        """The lane in words."""
        name = NAMES[self.side]
        if self.value is None:
            return f"{name}: too few know."
        if not self.known and self.low is not None and self.high is not None:
            return f"{name}: {step(self.low)} to {step(self.high)}."
        band = ""
        if self.low is not None and self.high is not None and self.low != self.high:
            band = f", the middle half from {step(self.low)} to {step(self.high)}"
        return f"{name}: {step(self.value)}{band}."


def lanes_of(cells: Mapping[Side, Cell]) -> list[Lane]:
    """Return the lanes of the two sides for a statement."""
    shown = ((side, cells.get(side)) for side in (Side.SALES, Side.MARKETING))
    return [
        Lane(side, cell.value, cell.low, cell.high, cell.median is not None)
        for side, cell in shown
        if cell is not None
    ]


def axis() -> str:
    """Return the four stages as the head of a scale."""
    names = "".join(
        f'<span style="left:{_place(Fraction(stage.number)):.1f}%">{step(Fraction(stage.number))}'
        "</span>"
        for stage in Stage
    )
    return f'<div class="scale-axis" aria-hidden="true"><div>{names}</div></div>'


def scale(lanes: Iterable[Lane]) -> str:
    """Return a drawing of some lanes, one below the other."""
    shown = list(lanes)
    said = " ".join(lane.said for lane in shown)
    drawn = "".join(_lane(lane) for lane in shown)
    return f'<div class="scale" role="img" aria-label="{escape(said)}">{drawn}</div>'


def road(rows: Iterable[tuple[str, Distribution]]) -> str:
    """Return how likely each stage is, a row for each who sees it, as a table that is drawn in."""
    heads = "".join(
        f'<th role="columnheader" scope="col">{stage.number} {stage.value.capitalize()}</th>'
        for stage in Stage
    )
    body = "".join(_odds(name, odds) for name, odds in rows)
    return (
        '<table role="table" class="road" aria-label="How likely each stage is">'
        f'<thead role="rowgroup"><tr role="row"><td role="cell"></td>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def step(value: Fraction) -> str:
    """Say a place on the scale to half a step: a stage, or between two."""
    half = Fraction(round(value * 2), 2)
    stages = list(Stage)
    lower = stages[int(half) - 1].value.capitalize()
    if half.denominator == 1:
        return lower
    return f"between {lower} and {stages[int(half)].value.capitalize()}"


def number(value: Fraction | None) -> str:
    """Write a place on the scale in digits, empty where none is known."""
    return "" if value is None else f"{float(value):.2f}".rstrip("0").rstrip(".")


def _lane(lane: Lane) -> str:
    shape = words.SHAPES[lane.side][1]
    band = mark = ""
    if lane.low is not None and lane.high is not None:
        left, right = _place(lane.low), _place(lane.high)
        band = f'<i style="left:{left:.1f}%;width:{max(right - left, 1):.1f}%"></i>'
    if lane.value is None:
        mark = "<em>too few know</em>"
    elif lane.known:
        mark = f'<b style="left:{_place(lane.value):.1f}%">{shape}</b>'
    return (
        f'<div class="lane {lane.side.value}"><span>{shape} {NAMES[lane.side]}</span>'
        f"<div>{band}{mark}</div></div>"
    )


def _odds(name: str, odds: Distribution) -> str:
    cells = "".join(
        f'<td role="cell"><i style="width:{float(odds[stage]) * 100:.0f}%"></i>'
        f"<span>{percent(odds[stage])}</span></td>"
        for stage in Stage
    )
    return f'<tr role="row"><th role="rowheader" scope="row">{escape(name)}</th>{cells}</tr>'


def percent(share: Fraction) -> str:
    """Write a share to the nearest five in a hundred: more would only look exact."""
    near = round(share * 20) * 5
    return "under 5 %" if near == 0 else f"{min(near, 95)} %" if share < 1 else "100 %"


def _place(value: Fraction) -> float:
    return float((value - _LOWEST) / (_HIGHEST - _LOWEST)) * 100
