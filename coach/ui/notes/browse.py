"""The map of the playbook, its lists by stage and kind, and its search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.notes import Kind, Note
from coach.ui import asking, components, elements, pages, safe_text, words
from coach.ui.notes import finding, names
from coach.ui.notes.road import Place, in_order, places

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "playbook"
_FIELD, _SEARCH, _KEPT = "search-notes", "q", "searched-notes"
_EVERY = "every"
_FOR = {  # what stands beside the road, and when to look there
    Kind.EVIDENCE: "What has been shown, and what not",
    Kind.METRIC: "Numbers both sides may watch",
    Kind.TEMPLATE: "Texts to copy and fill in",
    Kind.ADAPTATION: "When your market or team is different",
    Kind.ARTICLE: "The whole thought in one read",
}


def draw(services: Services, person: Person) -> None:
    """Draw the first view: the search, and what it found, or else the map."""
    wanted = st.query_params.get(_SEARCH, "")
    known = _FIELD in st.session_state and wanted == st.session_state.get(_KEPT)
    if not known:  # a link or the way back changed the address
        st.session_state[_FIELD] = wanted
    _first_view(services, person)
    elements.announce("", KEY)


@st.fragment
@components.plainly
def _first_view(services: Services, person: Person) -> None:
    notes = services.playbook.notes
    with st.container(key=KEY):
        st.title("Playbook", anchor=False)
        st.caption(
            f"{len(notes)} notes on the road from Undefined to Integrated: what to do, with whom, "
            "and how far each thing is proved."
        )
        typed = st.text_input(
            "Search the notes",
            key=_FIELD,
            type="search",
            placeholder="lead definition, who owns follow-up, weekly meeting …",
            icon=":material/search:",
            live=True,
            max_chars=300,
        )
        text = (typed or "").strip()
        _keep(text)
        if text:
            _found(services, text)
        else:
            _map(notes)
            _care(services, person)


def _keep(text: str) -> None:
    """Put what is searched for into the address: the way back from a note leads to it again."""
    st.session_state[_KEPT] = text
    if text != st.query_params.get(_SEARCH, ""):
        st.query_params.from_dict({_SEARCH: text} if text else {})


def draw_list(notes: Sequence[Note], kind: Kind, stage: str) -> None:
    """Draw all notes of one kind, at one station where `stage` names it."""
    _back()
    place = next((p for p in places(notes) if _name(p) == stage), None)
    chosen = place.of(kind) if place else in_order(n for n in notes if n.kind is kind)
    with st.container(key="note-list"):
        st.title(names.MANY[kind], anchor=False)
        _stations(notes, kind, place)
        if not chosen:
            st.caption("There is no such note yet.")
        for note in chosen:
            _item(note)
    elements.announce(f"{names.MANY[kind]}: {len(chosen)}", "back", f"{kind}-{stage}")


def link(note: Note, label: str = "") -> None:
    """Draw the way to a note."""
    st.page_link(
        pages.playbook(),
        label=label or safe_text.plain(note.title),
        query_params={"note": note.id},
        width="stretch",
    )


def _back() -> None:
    with st.container(key="back"):
        st.page_link(pages.playbook(), label="The whole playbook", icon=":material/arrow_back:")


def _found(services: Services, typed: str) -> None:
    notes = finding.find(services, typed)
    number = f"{len(notes)} note{'s' if len(notes) != 1 else ''}, best first"
    with st.container(key="found"):
        st.markdown(f":small[{number if notes else 'No note is about that.'}]")
        for note in notes:
            _item(note, kind=True)
        if st.button("Ask the coach instead", key="ask-instead", icon=":material/chat:"):
            asking.queue(typed)
            st.switch_page(pages.chat())
    elements.announce(number if notes else "No note is about that.", key="found-said")


def _map(notes: Sequence[Note]) -> None:
    *stations, everywhere = places(notes)
    with st.container(key="road"):
        for column, place in zip(st.columns(len(stations)), stations, strict=True):
            with column:
                _station(place)
    with st.container(key="everywhere"):
        st.header("At every stage", anchor=False)
        with st.container(key="everywhere-kinds"):
            for kind, group in everywhere.groups:
                with st.container(key=f"kind-{kind}", gap=None):
                    _kind_link(names.count(len(group), kind), kind, _EVERY)
                    st.caption(_FOR.get(kind, "Useful wherever you are"))


def _station(place: Place) -> None:
    stage = place.stage
    if stage is None:
        return
    with st.container(key=f"station-{stage.number}", gap="small"):
        st.markdown(f":small[{stage.number}]")
        st.header(stage.value.capitalize(), anchor=False)
        st.caption(words.MEANINGS[stage])
        with st.container(gap=None):
            if place.note is not None:
                link(place.note, "What it looks like")
            for kind, group in place.groups:
                _kind_link(names.count(len(group), kind), kind, stage.value)


def _kind_link(label: str, kind: Kind, stage: str, *, in_a_row: bool = False) -> None:
    address: Mapping[str, str] = {"kind": kind.value} | ({"stage": stage} if stage else {})
    width: Literal["content", "stretch"] = "content" if in_a_row else "stretch"
    st.page_link(pages.playbook(), label=label, query_params=address, width=width)


def _stations(notes: Sequence[Note], kind: Kind, chosen: Place | None) -> None:
    """Draw the ways to the same kind of note elsewhere on the road."""
    with st.container(key="elsewhere", horizontal=True, vertical_alignment="center"):
        for place in places(notes):
            group = place.of(kind)
            label = f"{_called(place)} {len(group)}"
            if group and place == chosen:
                st.markdown(f"**{label}**")
            elif group:
                _kind_link(label, kind, _name(place), in_a_row=True)
        total = sum(note.kind is kind for note in notes)
        if chosen is None:
            st.markdown(f"**All {total}**")
        else:
            _kind_link(f"All {total}", kind, "", in_a_row=True)


def _item(note: Note, kind: bool = False) -> None:
    with st.container(key=f"item-{note.id}", gap=None):
        link(note)
        parts = [names.ONE[note.kind] if kind else "", names.at_a_glance(note)]
        glance = " · ".join(safe_text.plain(part) for part in parts if part)
        st.caption(
            f"{glance}  \n{safe_text.plain(note.summary)}"
            if glance
            else safe_text.plain(note.summary)
        )


def _care(services: Services, person: Person) -> None:
    """Draw what only the playbook's owner sees."""
    if not services.gaps.may_read(person):
        return
    open_ones, faults = len(services.gaps.open(person)), len(services.playbook.faults)
    with st.container(key="care"):
        st.header("Looking after it", anchor=False)
        number = (
            f"{open_ones} question{'s' if open_ones > 1 else ''}" if open_ones else "No question"
        )
        label = f"{number} without a good answer"
        st.page_link(pages.playbook(), label=label, query_params={"view": "gaps"}, width="stretch")
        if faults:
            left_out = f"{faults} fault{'s' if faults != 1 else ''} in the notes"
            st.page_link(
                pages.playbook(), label=left_out, query_params={"view": "gaps"}, width="stretch"
            )


def _name(place: Place) -> str:
    return place.stage.value if place.stage else _EVERY


def _called(place: Place) -> str:
    return place.stage.value.capitalize() if place.stage else "At every stage"
