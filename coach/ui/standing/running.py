"""A round that runs: how many answered, what to send, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.disclosure import LEAST_ANSWERS
from coach.domain.rounds import Count, Round, RoundState
from coach.domain.stages import Side
from coach.services.rounds.keeping import missing
from coach.ui import components, elements, safe_text
from coach.ui.standing import addresses, changing, links, offline, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-round"
LOOK = 5.0  # seconds between two looks at the counts


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw the round, open or in the minute after its end."""
    addresses.way_back()
    with st.container(key=KEY):
        st.title(safe_text.plain(its.title), anchor=False)
        if services.rounds.keeping.state(its) is RoundState.CLOSING:
            _closing(services, person, its)
        else:
            st.markdown(f"Open until {saying.until(its)}.")
        st.fragment(_counts, run_every=LOOK)(services, person, its)
        if services.rounds.keeping.state(its) is RoundState.OPEN:
            links.draw(services, person, its)
            offline.draw(services, person, its)
            changing.draw(services, person, its)
    elements.announce("", "back", its.id)


def counts(services: Services, person: Person, its: Round) -> None:
    """Draw how many answered on each side, against how many are needed; never who."""
    found = services.rounds.keeping.counts(person, its.id)
    short = missing(found)
    with st.container(key="standing-counts", horizontal=True, gap="medium"):
        for side in its.sides:
            with st.container(key=f"standing-count-{side}", gap=None, width="content"):
                st.markdown(saying.SIDES[side])
                _count(side, found[side], short.get(side, 0))


def _count(side: Side, count: Count, short: int) -> None:
    answers = "answer" if count.total == 1 else "answers"
    st.markdown(f"**{count.total}** {answers}")
    if side is Side.OTHER:
        said = f"shown apart, from {LEAST_ANSWERS}"
    elif short:
        said = f"{short} more needed"
    else:
        said = "enough to show"
    typed = f"; {count.typed} typed in" if count.typed else ""
    st.caption(f"{saying.upper(said)}{typed}")


@components.plainly
def _counts(services: Services, person: Person, its: Round) -> None:
    fresh = services.rounds.keeping.get(person, its.id)
    if services.rounds.keeping.state(fresh) is RoundState.CLOSED:
        st.rerun()
    counts(services, person, fresh)


def _closing(services: Services, person: Person, its: Round) -> None:
    with st.container(key="standing-closing", gap="small"):
        at = its.final_at.astimezone(components.zone())
        st.markdown(
            f"**Closed.** Answers on their way still count for a minute; the results are here at "
            f"{at:%H:%M:%S}."
        )
        st.button(
            "Open it again",
            key="standing-reopen",
            icon=":material/undo:",
            on_click=reopen,
            args=(services, person, its),
        )


@components.plainly
def reopen(services: Services, person: Person, its: Round) -> None:
    """Open a round again whose results nobody can have seen."""
    services.rounds.keeping.reopen(person, its.id)
