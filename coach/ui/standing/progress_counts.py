"""The drawings of what was counted: promises by side, meetings, quarrels and thank-yous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from coach.domain.progress import MeetingMonth, QuarrelMonth, Quarrels, ThanksMonth, Work
from coach.domain.stages import Side
from coach.ui import words
from coach.ui.standing.progress_charts import data
from coach.ui.standing.progress_looks import Look
from coach.ui.standing.progress_tables import WORK

_SIDES = (Side.SALES, Side.MARKETING)
_MONTH = "%b"


def work(counted: Sequence[Work], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw what became of what each side took on, a pair of bars for each."""
    rows = [
        {
            "became": name,
            "side": one.side.value,
            "count": getattr(one, field),
            "said": f"{words.SHAPES[one.side][1]} {getattr(one, field)}",
            "colour": look.of(one.side),
        }
        for field, name in WORK.items()
        for one in counted
    ]
    most = max((row["count"] for row in rows), default=0)
    base = alt.Chart(data(rows)).encode(
        y=alt.Y("became:N", sort=list(WORK.values()), title=None, axis=_quiet(look)),
        yOffset=alt.YOffset("side:N", sort=[side.value for side in _SIDES]),
        x=alt.X("count:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 1.15 or 1])),
        tooltip=[
            alt.Tooltip("became:N", title="Became"),
            alt.Tooltip("side:N", title="Side"),
            alt.Tooltip("count:Q", title="Number"),
        ],
    )
    bars = base.mark_bar(cornerRadiusEnd=3).encode(color=alt.Color("colour:N", scale=None))
    ends = base.mark_text(align="left", dx=5, fontSize=13).encode(
        text="said:N", color=alt.Color("colour:N", scale=None)
    )
    return alt.layer(bars, ends).properties(height=230)


def meetings(months: Sequence[MeetingMonth], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw the planned meetings of each month: held ones filled, the others in outline."""
    parts = {
        f"{m.month:{_MONTH}}": {"held": m.held, "called off": m.cancelled, "not held": m.missed}
        for m in months
    }
    return _stacked(parts, look)


def responses(months: Sequence[QuarrelMonth], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw the kept quarrels of each month: filled where the step was done, else in outline."""
    parts = {
        f"{m.month:{_MONTH}}": {
            "step done": m.done, "dropped": m.dropped, "open": m.not_yet + m.waiting,
        }
        for m in months
    }  # fmt: skip
    return _stacked(parts, look)


def thanks(months: Sequence[ThanksMonth], look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw thank-yous by month: sales to marketing upwards, marketing to sales downwards."""
    most = max((max(one.sales, one.marketing) for one in months), default=1)
    rows = [
        {
            "month": f"{one.month:{_MONTH}}",
            "count": count if side is Side.SALES else -count,
            "end": (1 if side is Side.SALES else -1) * (count + most * 0.09),
            "from": side.value,
            "number": count,
            "said": f"{words.SHAPES[side][1]} {count}",
            "colour": look.of(side),
        }
        for one in months
        for side, count in ((Side.SALES, one.sales), (Side.MARKETING, one.marketing))
        if count
    ]
    base = alt.Chart(data(rows)).encode(
        x=_months(look, [f"{one.month:{_MONTH}}" for one in months]),
        y=alt.Y(
            "count:Q", title=None, axis=None, scale=alt.Scale(domain=[-most * 1.2, most * 1.2])
        ),
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("month:N", title="Month"),
            alt.Tooltip("from:N", title="From"),
            alt.Tooltip("number:Q", title="Number"),
        ],
    )
    ends = base.mark_text(fontSize=12).encode(y="end:Q", text="said:N")
    bars = base.mark_bar(size=18, cornerRadius=2)
    return alt.layer(bars, ends).properties(height=190)


def quarrels(found: Quarrels, look: Look) -> alt.LayerChart | alt.FacetChart:
    """Draw how often each quarrel that came back was kept this quarter."""
    rows = [
        {"quarrel": one.title, "count": one.count, "said": f"{one.count} times"}
        for one in found.back
    ]
    most = max(one.count for one in found.back)
    y = alt.Y("quarrel:N", sort=None, title=None, axis=None)
    base = alt.Chart(data(rows)).encode(
        y=y, x=alt.X("count:Q", axis=None, scale=alt.Scale(domain=[0, most * 1.4]))
    )
    bars = base.mark_bar(size=12, yOffset=10, cornerRadiusEnd=3, color=look.done)
    ends = base.mark_text(align="left", dx=6, dy=10, color=look.ink, fontSize=12)
    names = base.mark_text(align="left", dy=-9, color=look.ink, fontSize=13)
    return alt.layer(
        bars, ends.encode(text="said:N"), names.encode(x=alt.value(0), text="quarrel:N")
    ).properties(height=50 * len(rows))


def _stacked(
    months: Mapping[str, Mapping[str, int]], look: Look
) -> alt.LayerChart | alt.FacetChart:
    """Draw a bar a month of what came well, was given up, and is neither; above it how many did."""
    fillings = (look.done, look.done), (look.line, look.quiet), ("transparent", look.quiet)
    rows = [
        {"month": month, "what": what, "count": count, "order": order, "fill": fill, "stroke": edge}
        for month, parts in months.items()
        for order, ((what, count), (fill, edge)) in enumerate(
            zip(parts.items(), fillings, strict=True)
        )
    ]
    totals: list[dict[str, Any]] = [
        {"month": month, "all": whole, "said": f"{next(iter(parts.values()))}/{whole}"}
        for month, parts in months.items()
        if (whole := sum(parts.values()))
    ]
    bars = alt.Chart(data(rows)).mark_bar(size=18, strokeWidth=1.5, cornerRadius=2).encode(
        x=_months(look),
        y=alt.Y("count:Q", stack="zero", title=None, axis=None),
        order="order:Q",
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
        tooltip=[
            alt.Tooltip("month:N", title="Month"),
            alt.Tooltip("what:N", title="Became"),
            alt.Tooltip("count:Q", title="Number"),
        ],
    )  # fmt: skip
    heads = alt.Chart(data(totals)).mark_text(dy=-9, color=look.ink, fontSize=12)
    heads = heads.encode(x=_months(look), y="all:Q", text="said:N")
    return alt.layer(bars, heads).properties(height=190)


def _months(look: Look, named: Sequence[str] | None = None) -> alt.X:
    scale = alt.Undefined if named is None else alt.Scale(domain=list(named))
    axis = alt.Axis(labelAngle=0, domain=False, ticks=False, labelColor=look.quiet)
    return alt.X("month:O", sort=None, title=None, axis=axis, scale=scale)


def _quiet(look: Look) -> alt.Axis:
    return alt.Axis(domain=False, ticks=False, labelColor=look.ink, labelFontSize=13)
