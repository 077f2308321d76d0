"""The words to settle, where each of them stands, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.shared_words import SharedWord, Word
from coach.ui import safe_text, sample
from coach.ui.plan import undoing, views
from coach.ui.plan.words import links, settling, writing

if TYPE_CHECKING:
    from coach.bootstrap import Services

_CHOSEN = "plan-word-chosen"


def draw(services: Services, person: Person) -> None:
    """Draw the list, then the chosen word."""
    st.title("Shared words", anchor=False)
    undoing.draw()
    views.ways(views.WORDS)
    if sample.is_on():  # a settled word would stand in the playbook of the team that looks
        st.markdown("The invented team settles no words. Remove the sample to work on yours.")
        return
    words = services.agreements.settling.words
    begun = services.agreements.settling.begun(person)
    names = {word.key: word.name.capitalize() for word in words}
    st.markdown(
        "A quarrel about leads is often one word with two meanings. Each side writes what it "
        "means, apart; nobody sees the other's text before both have written. Then you see where "
        "you differ, settle one wording, and the coach cites it from then on."
    )
    key = st.radio(
        "Which word?", list(names), key=_CHOSEN, persist_state="session",
        format_func=lambda key: names.get(key, ""),
        captions=[state_of(begun.get(word.key)) for word in words],
    )  # fmt: skip
    if key is not None:
        _word(services, person, services.agreements.settling.word(key), begun.get(key))
    links.draw(services, person)


def state_of(stored: SharedWord | None) -> str:
    """Say where a word stands, in few words."""
    if stored is None or not stored.wrote:
        return "Nobody has written yet"
    if not stored.both_wrote:
        (side,) = stored.wrote
        return f"{side.capitalize()} has written"
    if stored.settled:
        return "Settled by both"
    if stored.accepted:
        (side,) = stored.accepted
        return f"Both have written; {side.value} has accepted"
    return "Both have written; to be settled"


def _word(services: Services, person: Person, word: Word, stored: SharedWord | None) -> None:
    with st.container(key="plan-word", gap="small"):
        st.header(f"“{safe_text.plain(word.name)}”", anchor=False)
        if stored is not None and stored.both_wrote:
            settling.draw(services, person, word, stored)
        else:
            writing.draw(services, person, word, stored)
