"""Where the page begins: what a round is, the rounds there are, and the team's stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.ui import components, elements, pages, safe_text, sample, words
from coach.ui.conflicts import kept_list
from coach.ui.standing import addresses, deleted, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-home"
_WHAT = (
    "A round asks sales and marketing the same sixteen questions, apart and without names: each "
    "person picks what they have really seen, in about four minutes. When it closes, you see where "
    "the two sides see things differently, which stage that makes, and whether moving on is worth "
    "it. Nobody, you included, ever sees what one person answered."
)


def draw(services: Services, person: Person) -> None:
    """Draw the first view."""
    rounds = services.rounds.keeping.list(person)
    with st.container(key=KEY):
        st.title(addresses.TITLE, anchor=False)
        deleted.offer(services, person)
        _stage(services, person)
        if rounds:
            _rounds(services, rounds)
            _way("Progress", addresses.PROGRESS, "What has changed between you, in pictures.")
        else:
            st.markdown(_WHAT)
        kept_list.coming_back(services)
        _ways(bool(rounds))
        if not rounds:
            sample.offer(services)
    elements.announce("", KEY)


def _ways(again: bool) -> None:
    st.button(
        "Ask both sides again" if again else "Ask both sides",
        key="standing-ask",
        type="primary",
        icon=":material/forum:",
        on_click=addresses.go,
        args=(addresses.ASK,),
    )
    with st.container(key="standing-ways", gap="small"):
        st.markdown("**Or, without the others**")
        _way("Quick check", addresses.CHECK, "Six questions, two minutes, your view only.")
        _way("Pick your stage yourselves", addresses.BY_HAND, "If you know it already.")


def _way(label: str, view: str, what: str) -> None:
    with st.container(gap=None):
        address = addresses.address(view)
        st.page_link(pages.standing(), label=label, query_params=address, width="stretch")
        st.caption(what)


def _stage(services: Services, person: Person) -> None:
    found = services.standing.team.current(person)
    if found is None or found.stage is None:
        return
    with st.container(key="standing-team", gap="small"):
        st.markdown(f"**Your stage: {words.of_the_team(found)}**")
        st.markdown(saying.meaning(found.verdict))
        st.caption(
            f"Kept since {saying.day(found.found_at)}. Chat, agendas and conflicts begin from it."
        )
        st.button(
            "Forget this stage",
            key="standing-clear",
            type="tertiary",
            icon=":material/close:",
            on_click=_clear,
            args=(services, person),
        )


@components.plainly
def _clear(services: Services, person: Person) -> None:
    services.standing.team.clear(person)


def _rounds(services: Services, rounds: Sequence[Round]) -> None:
    st.header("Your rounds", anchor=False)
    with st.container(key="standing-rounds", gap="small"):
        for its in rounds:
            stands = services.rounds.keeping.state(its)
            with st.container(gap=None):
                st.page_link(
                    pages.standing(),
                    label=safe_text.plain(its.title),
                    query_params=addresses.address(round_id=its.id),
                    width="stretch",
                )
                st.caption(saying.upper(saying.state(its, stands)))
