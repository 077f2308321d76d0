"""One note, set to be read: what it says, where that comes from, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.notes import Evidence, Kind, Meeting, Note, Playbook, Source
from coach.ui import asking, elements, pages, safe_text
from coach.ui.notes import names, questions, sections
from coach.ui.notes.browse import link


def draw(playbook: Playbook, note: Note) -> None:
    """Draw the whole note."""
    _way_back(note)
    with st.container(key="note"):
        _head(note)
        _actions(note)
        sections.draw(note)
        _sources(cited(playbook, note))
        _neighbours(playbook, note)
        st.caption(f"File: {safe_text.plain(note.file)}")
    elements.announce(f"Opened: {note.title}", "back", note.id)


def missing() -> None:
    """Say that the address names no note.

    The name is not repeated: whoever made the link would be writing on this page, and even escaped
    text holds web addresses that the browser part makes into links.
    """
    st.title("This note is not in the playbook", anchor=False)
    st.markdown(
        "No note has the name that stands in the address. It may have been renamed or taken out, "
        "or the address was cut on its way."
    )
    with st.container(key="back"):
        label = "Look for it in the playbook"
        st.page_link(pages.playbook(), label=label, icon=":material/search:")


def cited(playbook: Playbook, note: Note) -> Sequence[Source]:
    """Return the sources that the note's text names, in the playbook's order."""
    text = " ".join(section.text for section in note.sections)
    own = note.source if isinstance(note, Evidence) else ""
    return [s for s in playbook.sources if s.key == own or f"({s.label})" in text]


def neighbours(playbook: Playbook, note: Note) -> tuple[list[Note], list[Note]]:
    """Return the notes that this one names, and further ones that name it."""
    named = [found for other in named_by(note) if (found := playbook.get(other))]
    naming = [n for n in playbook.notes if note.id in named_by(n) and n not in named]
    return named, [n for n in naming if n.id != note.id]


def named_by(note: Note) -> list[str]:
    """Return the ids that a note names: its links, its meeting, metric and mirror."""
    further = (getattr(note, name, None) for name in ("meeting", "metric", "mirror"))
    return list(dict.fromkeys((*filter(None, further), *note.links)))


def _way_back(note: Note) -> None:
    with st.container(key="back", horizontal=True, gap="small"):
        st.page_link(pages.playbook(), label="The whole playbook", icon=":material/arrow_back:")
        if note.kind is not Kind.STAGE:
            kind = {"kind": note.kind.value}
            st.page_link(
                pages.playbook(), label=f"All {names.MANY[note.kind].lower()}", query_params=kind
            )


def _head(note: Note) -> None:
    with st.container(key="note-top", gap="small"):
        stages = ", ".join(stage.value.capitalize() for stage in note.stages)
        own = "Your team's own" if note.is_own else ""
        shown = (names.ONE[note.kind], "" if note.kind is Kind.STAGE else stages, own)
        st.caption(" · ".join(part for part in shown if part))
        st.title(safe_text.plain(note.title), anchor=False)
        st.markdown(safe_text.markdown(note.summary))


def _actions(note: Note) -> None:
    with st.container(key="note-actions", horizontal=True, vertical_alignment="center"):
        if st.button("Ask about this", key="ask-about", type="primary", icon=":material/chat:"):
            _ask(questions.about(note))
        if isinstance(note, Meeting) and st.button(
            "Make an agenda from this meeting", key="make-agenda", icon=":material/event_note:"
        ):
            st.switch_page(pages.agenda(), query_params={"from": note.id})
        elements.print_button(key=f"print-{note.id}")
        elements.address_button(f"?note={note.id}", key=f"address-{note.id}")


def _ask(question: str) -> None:
    """Ask in a new conversation of the chat."""
    asking.queue(question)
    st.switch_page(pages.chat())


def _sources(sources: Sequence[Source]) -> None:
    if not sources:
        return
    with st.container(key="note-sources"):
        st.header("Sources", anchor=False)
        lines = [_source(source) for source in sources]
        st.markdown("\n".join(lines))


def _source(source: Source) -> str:
    year = f", {source.year}" if source.year and str(source.year) not in source.title else ""
    strength = names.STRENGTHS[source.strength].split(":")[0]
    said = [
        f"- **{safe_text.plain(source.label)}.** {safe_text.plain(source.title)}{year}. "
        f"{safe_text.plain(source.where)}. *{strength}.*"
    ]
    if source.caveat:
        said.append(f"  {safe_text.plain(source.caveat)}")
    return "  \n".join(said)


def _neighbours(playbook: Playbook, note: Note) -> None:
    named, naming = neighbours(playbook, note)
    with st.container(key="note-links"):
        for heading, notes in (("Goes with", named), ("Notes that point here", naming)):
            if notes:
                st.header(heading, anchor=False)
                with st.container(key=heading.replace(" ", "-").lower(), gap=None):
                    for other in notes:
                        link(other, f"{names.ONE[other.kind]}: {safe_text.plain(other.title)}")
