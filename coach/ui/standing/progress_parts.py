"""The parts of the dashboard: what each says, how it is drawn and read, and how it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coach.domain.progress import Dashboard, Hold
from coach.services.progress import saying
from coach.ui import pages
from coach.ui.standing import progress_charts, progress_counts, progress_tables
from coach.ui.standing.progress_charts import plain
from coach.ui.standing.progress_looks import Look

_SIDES = ":blue[■] sales :orange[●] marketing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: what it says, how it is drawn, how that is read, and what it needs to begin."""

    name: str
    heading: str
    sentence: str
    chart: Callable[[], dict[str, Any]] | None
    rows: progress_tables.Rows
    reading: str
    teaching: str
    way: tuple[str, st.Page]


def parts(found: Dashboard, look: Look) -> Iterator[Part]:
    """Yield the parts in the order in which they are read."""
    yield from _of_rounds(found, look)
    yield from _of_work(found, look)
    yield from _of_dealings(found, look)


def _of_rounds(found: Dashboard, look: Look) -> Iterator[Part]:
    ask = "Ask both sides", pages.standing()
    yield Part(
        name="stage",
        heading="The stage over rounds",
        sentence=saying.of_stages(found.stages),
        chart=lambda: plain(progress_charts.stages(found.stages, look)),
        rows=progress_tables.stages(found.stages),
        reading=f"◆ the team, {_SIDES}. The grey bar holds the stages with eight chances in "
        "ten: the shorter, the surer.",
        teaching="A round of the survey is one stop on the road. From the second on, you see "
        "which way you are going, and how sure that is.",
        way=ask,
    )
    yield Part(
        name="gaps",
        heading="The gap by part of the work",
        sentence=saying.of_gaps(found.gaps),
        chart=lambda: plain(progress_charts.gaps(found.gaps, look)),
        rows=progress_tables.gaps(found.gaps),
        reading=_reading(found),
        teaching="Six parts of working together, each as both sides see it. What shrinks is "
        "what you have learned to see alike.",
        way=ask,
    )


def _of_work(found: Dashboard, look: Look) -> Iterator[Part]:
    yield Part(
        name="promises",
        heading="What became of promises",
        sentence=saying.of_work(found.work),
        chart=lambda: plain(progress_counts.work(found.work, look)),
        rows=progress_tables.work(found.work),
        reading=f"{_SIDES}. Taken on in the last year, on the plan or in a meeting; what is "
        "promised together counts for both.",
        teaching="Two or three promises for thirty days, each with an owner on both sides: "
        "what was kept, and what was too much, shows here.",
        way=("Open the plan", pages.plan()),
    )
    yield Part(
        name="meetings",
        heading="Meetings held against planned",
        sentence=saying.of_meetings(found.meetings),
        chart=lambda: plain(progress_counts.meetings(found.meetings, look)),
        rows=progress_tables.meetings(found.meetings),
        reading="Filled: held. Grey: called off. Empty: the day went by. Above each month, "
        "held out of planned.",
        teaching="Meetings that you plan here and hold show month by month, so that it is "
        "seen early when they begin to slip.",
        way=("Plan a meeting", pages.agenda()),
    )


def _of_dealings(found: Dashboard, look: Look) -> Iterator[Part]:
    yield Part(
        name="responses",
        heading="Response to conflicts",
        sentence=saying.of_responses(found.quarrels.months),
        chart=lambda: plain(progress_counts.responses(found.quarrels.months, look)),
        rows=progress_tables.responses(found.quarrels.months),
        reading="Filled: its step was done. Grey: dropped. Empty: not yet done, or not told. Above "
        "each month, done out of kept. All that people here kept in a year, never by whom.",
        teaching="From three kept quarrels on, you see how many of the agreed steps were done.",
        way=("Look at a quarrel", pages.conflict()),
    )
    yield Part(
        name="quarrels",
        heading="Quarrels that came back",
        sentence=saying.of_quarrels(found.quarrels),
        chart=(lambda: plain(progress_counts.quarrels(found.quarrels, look)))
        if found.quarrels.back
        else None,
        rows=progress_tables.quarrels(found.quarrels),
        reading="What was kept at least twice this quarter, never by whom. You kept "
        f"{found.quarrels.mine} yourself; {found.quarrels.told} of these say how the step "
        "went. Only you see that.",
        teaching="Quarrels that people keep are counted by kind from the second one in a "
        "quarter on, without a name: what comes back needs a rule, not another talk.",
        way=("Look at a quarrel", pages.conflict()),
    )
    yield Part(
        name="thanks",
        heading="Thank-yous",
        sentence=saying.of_thanks(found.thanks),
        chart=lambda: plain(progress_counts.thanks(found.thanks, look)),
        rows=progress_tables.thanks(found.thanks),
        reading=":blue[■] upwards, sales to marketing; :orange[●] downwards, marketing to sales.",
        teaching="A line of thanks to the other side opens your next meeting. How often each "
        "side says it shows here.",
        way=("Say thank you", pages.plan()),
    )


def _reading(found: Dashboard) -> str:
    said = (
        "The larger, the farther apart; :blue[■] sales sees it higher, :orange[●] marketing does, "
        "◆ seen alike."
    )
    if any(step.hold is not Hold.NEW for step in found.gaps):
        said += (
            " Hollow, or pale where it is part of them: too few people answered otherwise than in "
            "an earlier round, so those figures stand and show no difference."
        )
    return said
