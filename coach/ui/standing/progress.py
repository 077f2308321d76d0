"""The dashboard: what changed between the sides, each part a sentence, a drawing and its table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.progress import Dashboard
from coach.services.progress.steering import steering
from coach.ui import components, elements, safe_text, sample, view
from coach.ui.notes import table
from coach.ui.standing import addresses, files

if TYPE_CHECKING:
    from coach.bootstrap import Services
    from coach.ui.standing.progress_parts import Part

KEY = "progress"
_TITLE = "Progress"
_STYLE = Path(__file__).resolve().parent / "progress.css"


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
        if not found.is_empty:
            _page(services, found, now.date())
        sample.offer(services)
        _parts(found)
    elements.announce("", KEY)


def _page(services: Services, found: Dashboard, today: date) -> None:
    """Draw the button that saves one page for the people both sides answer to."""
    title, of = sample.titled(addresses.TITLE), f"{today.day} {today:%B %Y}"

    def written() -> bytes:
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


def _parts(found: Dashboard) -> None:
    from coach.ui.standing import progress_looks, progress_parts  # only this view waits for charts

    for part in progress_parts.parts(found, progress_looks.current()):
        _draw(part)


def _draw(part: Part) -> None:
    with st.container(key=f"progress-{part.name}", gap="small"):
        st.header(part.heading, anchor=False)
        if not part.sentence:
            st.markdown(part.teaching)
            label, page = part.way
            st.page_link(page, label=label, icon=":material/arrow_forward:", width="stretch")
            return
        st.markdown(f"**{safe_text.plain(part.sentence)}**")
        if part.chart is not None:
            st.vega_lite_chart(
                part.chart(),
                width="stretch",
                alt=f"{part.heading}. {part.sentence} The table below holds the same.",
                key=f"progress-chart-{part.name}",
            )
        st.caption(part.reading)
        if part.chart is not None:
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
