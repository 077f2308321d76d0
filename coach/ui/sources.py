"""The notes and meetings under an answer; each opens with all that was cited from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.answers import Answer, AnswerKind, Citation
from coach.domain.conversation import Turn
from coach.domain.notes import Note
from coach.ui import components, pages, safe_text
from coach.ui.agendas.keeping import MEETING
from coach.ui.cited import CitedNote, by_note

if TYPE_CHECKING:
    from coach.bootstrap import Services

_NEAREST = 3  # notes named where none answers


def chips(services: Services, turn: Turn, answer: Answer) -> None:
    """Draw a chip a source, with its numbers in the text; each opens all that was cited of it."""
    citations = answer.citations
    if answer.kind is AnswerKind.NOT_COVERED and not citations:
        citations = _nearest(answer)
    if not citations:
        return
    name = "Open a nearby note" if answer.kind is AnswerKind.NOT_COVERED else "Sources"
    row(services, turn.id, citations, name)


def row(services: Services, key: str, citations: Sequence[Citation], name: str = "Sources") -> None:
    """Draw the chips of `citations` in a row under `name`."""
    st.markdown(f":small[**{name}**]")
    with st.container(horizontal=True, key=f"sources-{key}", gap="small"):
        for note in by_note(citations):
            label = f"**{note.numbers}**  {safe_text.plain(note.title)}"
            if st.button(label, key=f"source-{key}-{note.citations[0].n}"):
                _open(services, note)


def _open(services: Services, cited: CitedNote) -> None:
    title = f"{cited.numbers} · {safe_text.plain(cited.title)}"
    if cited.is_kept:
        st.dialog(title, width="medium")(_words)(cited)
    else:
        st.dialog(title, width="medium")(_passages)(services, cited)


@components.plainly
def _words(cited: CitedNote) -> None:
    """Draw what was kept of a meeting, word by word, and the way to it."""
    for citation in cited.citations:
        quote = citation.quote
        st.markdown(safe_text.markdown(quote, lit=[(0, len(quote))]))
    if cited.meeting:
        with st.container(key="elsewhere"):
            address = {MEETING: cited.meeting}
            st.page_link(
                pages.agenda(),
                label="Open the meeting",
                icon=":material/arrow_forward:",
                query_params=address,
            )
    else:
        st.caption("This meeting was deleted; what is open of it is kept.")


@components.plainly
def _passages(services: Services, cited: CitedNote) -> None:
    note = services.playbook.get(cited.id)
    if note is None:
        st.markdown(
            "*This note is no longer in the playbook. These are the passages as they were cited.*"
        )
    elif note.replaces:
        st.caption("Your team's own note, in place of the shipped one.")
    for heading in cited.headings or ("",):
        _section(note, heading, [c for c in cited.citations if c.heading == heading])
    if note is not None:
        _rest(note, cited)


def _section(note: Note | None, heading: str, citations: Sequence[Citation]) -> None:
    """Draw one section with all passages cited from it highlighted."""
    if heading:
        st.markdown(f"**{safe_text.plain(heading)}**")
    section = note.section(heading) if note is not None else None
    lit, gone = [], []
    for citation in citations:
        quote = citation.quote.strip()
        at = section.text.find(quote) if section is not None else -1
        if at >= 0:
            lit.append((at, at + len(quote)))
        else:
            gone.append(citation)
    if section is not None and lit:
        st.markdown(safe_text.markdown(section.text, lit=lit))
    if section is not None and gone:
        st.markdown("*The note has changed since. This is the passage as it was cited.*")
    for citation in gone:
        quote = citation.quote
        st.markdown(safe_text.markdown(quote, lit=[(0, len(quote))]))


def _rest(note: Note, cited: CitedNote) -> None:
    others = [section for section in note.sections if section.heading not in cited.headings]
    with st.expander("The rest of the note"):
        st.markdown(safe_text.markdown(note.summary))
        for section in others:
            st.markdown(f"**{safe_text.plain(section.heading)}**")
            st.markdown(safe_text.markdown(section.text))
        st.caption(f"File: {safe_text.plain(note.file)}")


def _nearest(answer: Answer) -> tuple[Citation, ...]:
    """Return the notes nearest to a question that none of them answers."""
    first = {hit.passage.note: hit.passage for hit in reversed(answer.hits)}
    best = dict.fromkeys(hit.passage.note for hit in answer.hits)
    passages = [first[note] for note in best][:_NEAREST]
    return tuple(
        Citation(n, p.note, p.title, p.heading, p.text, p.file, p.start, p.end)
        for n, p in enumerate(passages, 1)
    )
