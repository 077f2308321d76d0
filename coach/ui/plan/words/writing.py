"""What one side means by a word: written here, and not shown again before the other has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.shared_words import LONGEST, SIDES, SharedWord, Word
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.ui import components, pages, safe_text, words
from coach.ui.plan import fields

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FORM, _SIDE = "plan-word-write", "plan-word-side"


def draw(services: Services, person: Person, word: Word, stored: SharedWord | None) -> None:
    """Draw the form for the side that writes, and what has been written so far: by whom alone."""
    wrote = stored.wrote if stored is not None else frozenset()
    for first in wrote:
        st.markdown(
            f"{words.SIDES[first]} has written. The text stays hidden until the other side has "
            "written, too: by its link below, or here, one after the other."
        )
    side = st.radio(
        "Which side do you write for?", SIDES, None, key=_SIDE, horizontal=True,
        format_func=words.SIDES.__getitem__, persist_state="session",
    )  # fmt: skip
    if side is None:
        return
    if side in wrote:
        with st.expander(f"Write it anew for {side.value}"):
            _form(services, person, word, side)
    else:
        _form(services, person, word, side)
    _helps(services, word)


def _form(services: Services, person: Person, word: Word, side: Side) -> None:
    form = f"{_FORM}-{word.key}-{side.value}"
    with st.form(form, border=False):
        text = st.text_area(
            safe_text.plain(word.question), key=fields.key(form, "text"), max_chars=LONGEST,
            height=130, placeholder=f"For instance: {word.example}",
        )  # fmt: skip
        if not st.form_submit_button("Store it", type="primary"):
            return
    try:
        services.agreements.settling.write(person, word.key, side, text or "")
    except CoachError as error:
        components.problem(error)
        return
    fields.renew(form)
    st.rerun()


def _helps(services: Services, word: Word) -> None:
    """Draw the ways to notes that help to write it."""
    notes = [services.playbook.get(note) for note in (word.sheet, *word.notes)]
    with st.container(key="plan-onward-word", horizontal=True, gap="small"):
        for note in notes:
            if note is not None:
                st.page_link(
                    pages.playbook(), label=safe_text.plain(note.title),
                    icon=":material/menu_book:", query_params={"note": note.id},
                )  # fmt: skip
