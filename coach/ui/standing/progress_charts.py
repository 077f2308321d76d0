"""The drawings over rounds: the stage as a road of four, and the gap by dimension."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from coach.domain.progress import GapStep, Hold, StageStep
from coach.domain.stages import Side, Stage
from coach.services.standing.changing import named
from coach.ui.standing import scales
from coach.ui.standing.progress_looks import Look
from coach.ui.standing.progress_tables import HOLDS, days

_STAGES = [stage.value.capitalize() for stage in Stage]
_EDGES = [0.5, len(Stage) + 0.5]
_FEW = 6  # rounds up to which each gap has its number beside it
_FILLED = {Hold.NEW: 0.95, Hold.PART: 0.4, Hold.HELD: 0.0}
_ROW = 62  # of a dimension, in pixels
_LEAST, _MORE = 40, 420  # of a mark, in square pixels: for no gap, and for each step of it
_SIDES = ((Side.SALES, "square", -9), (Side.MARKETING, "circle", 9))


def data(values: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Return rows as a chart takes them without a frame."""
    return alt.InlineData(values=list(values))


def plain(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """Return what the browser draws from, each layer with its own rows.

    Altair puts the rows aside, and Streamlit would then make frames of them; nor is the chart held
    against Altair's schema once more, which takes longer than all the rest.
    """
    made = chart.to_dict(validate=False)
    rows, common = made.pop("datasets", {}), made.pop("data", {})
    for layer in made["layer"]:
        source = layer.get("data", common)
        layer["data"] = {"values": rows[source["name"]]}
    return made


def stages(steps: Sequence[StageStep], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw each round on the road: a bar for the likely stages, a mark for the team and sides."""
    x = alt.X(
        "day:O",
        sort=None,
        title=None,
        axis=alt.Axis(labelAngle=0, labelOverlap="greedy", labelColor=look.quiet),
    )
    base = alt.Chart(data(_places(steps))).encode(x=x)
    team = alt.Y("team:Q")
    tip = [alt.Tooltip(f"{field}:N", title=name) for field, name in _TOLD]
    band = base.mark_bar(size=18, cornerRadius=9, opacity=0.22, color=look.ink).encode(
        y=alt.Y("low:Q"), y2="high:Q", tooltip=tip
    )
    line = base.mark_line(color=look.ink, strokeWidth=2).encode(y=team)
    mark = base.mark_point(shape="diamond", size=150, filled=True, opacity=1, color=look.ink)
    sides = (
        base.mark_point(
            shape=shape, size=90, filled=True, opacity=1, color=look.of(side), xOffset=off
        ).encode(y=f"{side.value}:Q", tooltip=tip)
        for side, shape, off in _SIDES
    )
    return alt.layer(_road(look), band, line, mark.encode(y=team, tooltip=tip), *sides).properties(
        height=300
    )


def gaps(steps: Sequence[GapStep], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw a mark for each dimension and round: its size is the gap, its shape who sees more."""
    rounds = len({step.on for step in steps})
    rows = list(dict.fromkeys(step.dimension for step in steps))
    y = alt.Y("part:N", sort=None, title=None, axis=None)
    x = alt.X(
        "day:O",
        sort=None,
        title=None,
        axis=alt.Axis(labelAngle=0, labelOverlap="greedy", labelColor=look.quiet),
    )
    base = alt.Chart(data(_bubbles(steps, look))).encode(x=x, y=y)
    dots = base.mark_point(strokeWidth=2, opacity=1).encode(
        size=alt.Size("apart:Q", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        fillOpacity=alt.FillOpacity("filled:Q", scale=None),
        strokeOpacity=alt.value(1),
        tooltip=[alt.Tooltip(f"{field}:N", title=name) for field, name in _GAP_TOLD],
    )
    names = alt.Chart(data([{"part": row} for row in rows])).mark_text(
        align="left", dy=-24, color=look.ink, fontSize=13, fontWeight=600
    )
    line = alt.Chart(data([{"part": row} for row in rows])).mark_rule(color=look.line)
    layers: list[alt.Chart] = [
        line.encode(y=y),
        dots,
        names.encode(x=alt.value(0), y=y, text="part:N"),
    ]
    if rounds <= _FEW:
        beside = base.mark_text(align="left", dx=18, dy=-9, color=look.quiet, fontSize=12)
        layers.append(beside.encode(text="said:N"))
    return alt.layer(*layers).properties(height=_ROW * len(rows) + 8)


_TOLD = (
    ("day", "Closed"), ("verdict", "Stage"), ("likely", "Eight in ten"),
    ("by_sales", "Sales"), ("by_marketing", "Marketing"),
)  # fmt: skip
_GAP_TOLD = (
    ("part", "Part"), ("day", "Closed"), ("by_sales", "Sales"), ("by_marketing", "Marketing"),
    ("said", "Gap"), ("hold", "What is new"),
)  # fmt: skip


def _road(look: Look) -> alt.Chart:
    rows = [
        {"from": stage.number - 0.5, "to": stage.number + 0.5, "colour": colour}
        for stage, colour in zip(Stage, look.road, strict=True)
    ]
    names = f"{['', *_STAGES]}[datum.value]"
    axis = alt.Axis(
        values=[stage.number for stage in Stage], labelExpr=names, grid=False, title=None,
        ticks=False, domain=False, labelColor=look.ink,
    )  # fmt: skip
    scale = alt.Scale(domain=_EDGES, nice=False, zero=False)
    drawn: alt.Chart = (
        alt.Chart(data(rows))
        .mark_rect()
        .encode(
            y=alt.Y("from:Q", scale=scale, axis=axis),
            y2="to:Q",
            color=alt.Color("colour:N", scale=None),
        )
    )
    return drawn


def _places(steps: Sequence[StageStep]) -> list[dict[str, Any]]:
    return [
        {
            "day": day,
            "low": step.low.number - 0.5,
            "high": step.high.number + 0.5,
            "team": _float(step.team),
            "sales": _float(step.sales),
            "marketing": _float(step.marketing),
            "verdict": named(step.verdict),
            "likely": likely(step),
            "by_sales": scales.number(step.sales),
            "by_marketing": scales.number(step.marketing),
        }
        for day, step in zip(days(steps), steps, strict=True)
    ]


def likely(step: StageStep) -> str:
    """Name the stages that hold eight chances in ten."""
    low, high = step.low.value.capitalize(), step.high.value.capitalize()
    return low if low == high else f"{low} to {high}"


def _bubbles(steps: Sequence[GapStep], look: Look) -> list[dict[str, Any]]:
    found = []
    for day, step in zip(days(steps), steps, strict=True):
        apart = abs(step.gap) if step.gap is not None else None
        shape, colour = "diamond", look.quiet
        if step.gap is not None and round(step.gap * 2):
            higher = Side.MARKETING if step.gap > 0 else Side.SALES
            shape = "circle" if higher is Side.MARKETING else "square"
            colour = look.of(higher)
        found.append(
            {
                "day": day,
                "part": step.dimension,
                "apart": _LEAST + _MORE * float(apart or 0),
                "shape": "cross" if apart is None else shape,
                "colour": colour,
                "filled": _FILLED[step.hold],
                "said": "can't tell" if apart is None else f"{float(apart):.1f}",
                "by_sales": scales.number(step.sales),
                "by_marketing": scales.number(step.marketing),
                "hold": HOLDS[step.hold],
            }
        )
    return found


def _float(value: Any) -> float | None:
    return None if value is None else round(float(value), 2)
