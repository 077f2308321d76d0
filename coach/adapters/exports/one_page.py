"""A page of headings and points as the lines that every form shows."""

from __future__ import annotations

from coach.adapters.exports.plain import tidy
from coach.adapters.exports.sheet import Entry, Section, Sheet
from coach.domain.one_page import OnePage, Part, Point


def sheet_of(page: OnePage) -> Sheet:
    """Return the page's lines: a sheet of sections, without a meeting."""
    return Sheet(
        title=tidy(page.title),
        outcome=tidy(page.lead),
        facts=tuple(map(tidy, page.facts)),
        people=(),
        rows=(),
        tasks=(),
        actions=(),
        left=(),
        total="",
        instead="",
        start=None,
        sections=tuple(_section(part) for part in page.parts),
        alone=True,
    )


def _section(part: Part) -> Section:
    return Section(tidy(part.heading), tuple(_entry(point) for point in part.points))


def _entry(point: Point) -> Entry:
    return Entry(tidy(point.text), tuple(map(tidy, point.details)), tidy(point.owner), point.side)
