"""The sources under an answer, and the note they open, at the very passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.answers import Answer, AnswerKind, Citation
from coach.domain.conversation import Turn
from coach.domain.notes import Note
from coach.ui import components, safe_text

if TYPE_CHECKING:
    from coach.bootstrap import Services

_NEAREST = 3  # notes named where none answers


def chips(services: Services, turn: Turn, answer: Answer) -> None:
    """Draw a numbered chip a source; each opens its passage."""
    citations = answer.citations
    if answer.kind is AnswerKind.NOT_COVERED and not citations:
        citations = _nearest(answer)
    if not citations:
        return
    name = "Open a nearby note" if answer.kind is AnswerKind.NOT_COVERED else "Sources"
    st.markdown(f":small[**{name}**]")
    with st.container(horizontal=True, key=f"sources-{turn.id}", gap="small"):
        for citation in citations:
            label = f"**{citation.n}**  {_name(citation)}"
            if st.button(label, key=f"source-{turn.id}-{citation.n}"):
                _open(services, citation)


def _open(services: Services, citation: Citation) -> None:
    title = f"{citation.n} · {safe_text.plain(citation.title)}"
    st.dialog(title, width="medium")(_passage)(services, citation)


@components.plainly
def _passage(services: Services, citation: Citation) -> None:
    note = services.playbook.get(citation.note)
    st.caption(_where(citation))
    if note is None:
        st.markdown(
            "*This note is no longer in the playbook. This is the passage as it was cited.*"
        )
        _quote(citation)
        return
    section = note.section(citation.heading)
    at = section.text.find(citation.quote.strip()) if section is not None else -1
    if section is not None and at >= 0:
        lit = (at, at + len(citation.quote.strip()))
        st.markdown(safe_text.markdown(section.text, lit=lit))
    else:
        if section is not None:
            st.markdown("*The note has changed since. This is the passage as it was cited.*")
        _quote(citation)
    _rest(note, citation)


def _quote(citation: Citation) -> None:
    st.markdown(safe_text.markdown(citation.quote, lit=(0, len(citation.quote))))


def _rest(note: Note, citation: Citation) -> None:
    others = [section for section in note.sections if section.heading != citation.heading]
    with st.expander("The rest of the note"):
        st.markdown(safe_text.markdown(note.summary))
        for section in others:
            st.markdown(f"**{safe_text.plain(section.heading)}**")
            st.markdown(safe_text.markdown(section.text))


def _name(citation: Citation) -> str:
    parts = (citation.title, citation.heading)
    return ": ".join(safe_text.plain(part) for part in parts if part)


def _where(citation: Citation) -> str:
    parts = [citation.heading, citation.file]
    return " · ".join(safe_text.plain(part) for part in parts if part)


def _nearest(answer: Answer) -> tuple[Citation, ...]:
    """Return the notes nearest to a question that none of them answers."""
    first = {hit.passage.note: hit.passage for hit in reversed(answer.hits)}
    best = dict.fromkeys(hit.passage.note for hit in answer.hits)
    passages = [first[note] for note in best][:_NEAREST]
    return tuple(
        Citation(n, p.note, p.title, p.heading, p.text, p.file, p.start, p.end)
        for n, p in enumerate(passages, 1)
    )
