"""The kept cases, and the quarrels that come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import ListedCase, Recurring, Told
from coach.services.conflicts.reporting import day
from coach.ui import components, pages, safe_text
from coach.ui.conflicts import case

if TYPE_CHECKING:
    from coach.bootstrap import Services

_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def draw(services: Services) -> None:
    """Draw both lists; without a kept case, nothing."""
    kept = services.cases.keeping.list(services.identity.current())
    if kept:
        _cases(kept, case.today(services))
    coming_back(services)


def coming_back(services: Services) -> None:
    """Draw which quarrels come back; where none does, nothing."""
    person, today = services.identity.current(), case.today(services)
    recurring = services.cases.patterns.recurring(person, today)
    if recurring:
        _recurring(recurring)


def how_often(one: Recurring) -> str:
    """Say how often a quarrel came back this quarter."""
    times = _TIMES.get(one.count, f"{one.count} times")
    return f"{safe_text.plain(one.title)}: **{times} this quarter**"


def _cases(kept: Sequence[ListedCase], today: date) -> None:
    with st.container(key="conflict-kept", gap="small"):
        st.header("Kept cases", anchor=False)
        for its in sorted(kept, key=lambda one: not one.asks(today)):
            with st.container(gap=None):
                st.page_link(
                    pages.conflict(),
                    label=safe_text.plain(its.title),
                    query_params={case.KEPT: its.id},
                    width="stretch",
                )
                at = its.kept_at.astimezone(components.zone())
                begins = safe_text.plain(" ".join(its.begins.split()))
                st.caption(f"“{begins}…”  \nKept on {at:%-d %B %Y} · {_state(its, today)}")


def _state(its: ListedCase, today: date) -> str:
    if its.due_on is None:
        return "settled"
    if its.asks(today):
        return "**how did the step go?**"
    again = {Told.NOT_YET: "not done yet; ", Told.DROPPED: "dropped, next step set; "}
    return f"{again.get(its.told, '') if its.told else ''}asks on {day(its.due_on)}"


def _recurring(recurring: Sequence[Recurring]) -> None:
    with st.container(key="conflict-recurring", gap="small"):
        st.header("What comes back", anchor=False)
        st.caption("Kept cases of everybody here, counted without names.")
        for one in recurring:
            with st.container(gap=None):
                st.markdown(how_often(one))
                address = {"note": one.prevents or one.note}
                label = "What prevents it" if one.prevents else "Read about it"
                with st.container(horizontal=True, gap="small"):
                    st.page_link(pages.playbook(), label=label, query_params=address)
                    if one.meeting:
                        st.page_link(
                            pages.agenda(),
                            label="Put it on an agenda",
                            query_params={"from": one.meeting},
                        )
