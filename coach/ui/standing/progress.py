"""The dashboard: what changed between the sides, each part a sentence, a drawing and its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.progress import Dashboard, Hold
from coach.services.progress import saying
from coach.services.progress.steering import steering
from coach.ui import components, elements, pages, sample, view
from coach.ui.notes import table
from coach.ui.standing import addresses, files, progress_tables

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "progress"
_TITLE = "Progress"
_STYLE = Path(__file__).resolve().parent / "progress.css"
_SIDES = ":blue[■] sales :orange[●] marketing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: what it says, how it is drawn, how that is read, and what it needs to begin."""

    name: str
    heading: str
    sentence: str
    chart: Callable[[], Any]
    rows: progress_tables.Rows
    reading: str
    teaching: str
    way: tuple[str, st.Page]


def draw(services: Services, person: Person) -> None:
    """Draw the dashboard as the records have it now."""
    addresses.way_back()
    view.configure(sample.titled(_TITLE))
    st.html(_STYLE)
    now = services.coaching.clock.now().astimezone(components.zone())
    found = services.standing.progress.of(person, now)
    with st.container(key=KEY):
        st.title(sample.titled(_TITLE), anchor=False)
        st.caption("By side, never by person: nobody's answers and nobody's score are here.")
        if found.is_empty:
            sample.offer(services)
        else:
            _page(services, found, now.date())
        for part in _parts(found):
            _draw(part)
    elements.announce("", KEY)


def _page(services: Services, found: Dashboard, today: date) -> None:
    """Draw the button that saves one page for the people both sides answer to."""

    def written() -> bytes:
        title, of = sample.titled(addresses.TITLE), f"{today.day} {today:%B %Y}"
        return services.standing.pages.export(steering(found, title, of)).data

    st.download_button(
        "One page for the steering meeting",
        written,
        file_name=f"{'sample-' if sample.is_on() else ''}where-we-stand-{today}.pdf",
        mime="application/pdf",
        key="progress-pdf",
        on_click="ignore",
        icon=":material/picture_as_pdf:",
    )


def _draw(part: Part) -> None:
    with st.container(key=f"progress-{part.name}", gap="small"):
        st.header(part.heading, anchor=False)
        if not part.sentence:
            st.markdown(part.teaching)
            label, page = part.way
            st.page_link(page, label=label, icon=":material/arrow_forward:", width="stretch")
            return
        st.markdown(f"**{part.sentence}**")
        st.altair_chart(
            part.chart(),
            width="stretch",
            alt=f"{part.heading}. {part.sentence} The table below holds the same.",
            key=f"progress-chart-{part.name}",
        )
        st.caption(part.reading)
        _as_rows(part)


def _as_rows(part: Part) -> None:
    heads, *rows = part.rows
    with st.container(key=f"progress-rows-{part.name}", gap="small"):
        with st.expander("As a table", key=f"progress-table-{part.name}"):
            st.html(table.written(part.heading, heads, rows))
        st.download_button(
            "Download as CSV",
            files.written(part.rows),
            file_name=f"{'sample-' if sample.is_on() else ''}progress-{part.name}.csv",
            mime="text/csv",
            key=f"progress-csv-{part.name}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _parts(found: Dashboard) -> list[Part]:
    """Return the parts in the order in which they are read."""
    from coach.ui.standing import progress_charts, progress_counts, progress_looks

    look = progress_looks.current()
    ask = "Ask both sides", pages.standing()
    return [
        Part(
            name="stage",
            heading="The stage over rounds",
            sentence=saying.of_stages(found.stages),
            chart=lambda: progress_charts.stages(found.stages, look),
            rows=progress_tables.stages(found.stages),
            reading=f"◆ the team, {_SIDES}. The grey bar holds the stages with eight chances in "
            "ten: the shorter, the surer.",
            teaching="A round of the survey is one stop on the road. From the second on, you see "
            "which way you are going, and how sure that is.",
            way=ask,
        ),
        Part(
            name="gaps",
            heading="The gap by part of the work",
            sentence=saying.of_gaps(found.gaps),
            chart=lambda: progress_charts.gaps(found.gaps, look),
            rows=progress_tables.gaps(found.gaps),
            reading=_reading(found),
            teaching="Six parts of working together, each as both sides see it. What shrinks is "
            "what you have learned to see alike.",
            way=ask,
        ),
        Part(
            name="promises",
            heading="What became of promises",
            sentence=saying.of_work(found.work),
            chart=lambda: progress_counts.work(found.work, look),
            rows=progress_tables.work(found.work),
            reading=f"{_SIDES}. Taken on in the last year, on the plan or in a meeting; what is "
            "promised together counts for both.",
            teaching="Two or three promises for thirty days, each with an owner on both sides: "
            "what was kept, and what was too much, shows here.",
            way=("Open the plan", pages.plan()),
        ),
        Part(
            name="meetings",
            heading="Meetings held against planned",
            sentence=saying.of_meetings(found.meetings),
            chart=lambda: progress_counts.meetings(found.meetings, look),
            rows=progress_tables.meetings(found.meetings),
            reading="Filled: held. Grey: called off. Empty: the day went by. Above each month, "
            "held out of planned.",
            teaching="Meetings that you plan here and hold show month by month, so that it is "
            "seen early when they begin to slip.",
            way=("Plan a meeting", pages.agenda()),
        ),
        Part(
            name="thanks",
            heading="Thank-yous",
            sentence=saying.of_thanks(found.thanks),
            chart=lambda: progress_counts.thanks(found.thanks, look),
            rows=progress_tables.thanks(found.thanks),
            reading=":blue[■] upwards, sales to marketing; :orange[●] downwards, marketing to "
            "sales.",
            teaching="A line of thanks to the other side opens your next meeting. How often each "
            "side says it shows here.",
            way=("Say thank you", pages.plan()),
        ),
    ]


def _reading(found: Dashboard) -> str:
    said = (
        "The larger, the farther apart; :blue[■] sales sees it higher, :orange[●] marketing does, "
        "◆ seen alike."
    )
    if any(step.hold is not Hold.NEW for step in found.gaps):
        said += (
            " Hollow or pale: too few people answered otherwise than in an earlier round, so its "
            "figures stand and no difference is shown."
        )
    return said
