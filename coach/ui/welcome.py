"""The first screen: what this is, where the text goes, and four questions to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import asking, places, state, words

if TYPE_CHECKING:
    from coach.bootstrap import Services


KEY = "welcome"


def draw(services: Services) -> None:
    """Draw the first screen."""
    with st.container(key=KEY):
        _head(where_text_goes(services))
        _examples()


def waiting() -> None:
    """Draw the first screen while the services are on their way; it takes questions already."""
    if "c" in st.query_params:
        st.markdown(":shimmer[Opening the conversation …]")
    else:
        _head("This is software, not a person. Getting the playbook ready …")
        _examples()
    wait()


def where_text_goes(services: Services) -> str:
    """Say in one line that this is software and who gets to read the text."""
    return f"This is software, not a person. {places.where_text_goes(services)}"


@st.fragment(run_every=0.3)
def wait() -> None:
    """Draw the page again as soon as the services are there."""
    if state.is_ready():
        st.rerun()


def _head(line: str) -> None:
    st.title(words.NAME, anchor=False)
    st.markdown(words.PURPOSE)
    st.caption(line)


def _examples() -> None:
    st.markdown("**Ask in your own words, or start here**")
    with st.container(key="examples"):
        for i, (reader, question) in enumerate(words.EXAMPLES):
            st.button(
                f"**{reader}**  \n{question}",
                key=f"example-{i}",
                width="stretch",
                on_click=asking.queue,
                args=(question,),
            )
