"""The sidebar: conversations, and what works right now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Conversation, Person
from coach.ui import asking, components, deleted, pages, places, safe_text, transcript, words
from coach.ui.conflicts import due

if TYPE_CHECKING:
    from coach.bootstrap import Services

PAGE = 12  # conversations shown before "Show more"
_PLACE = "conversation"  # of what was deleted
_SEEN = 24  # characters of a title that the list has room for


def head() -> None:
    """Draw what needs no services."""
    st.logo(str(components.MARK), size="large")
    with st.sidebar:
        with st.container(key="brand"):
            st.markdown(words.NAME)
        pages.links()
        st.button(
            "New conversation",
            key="new",
            icon=":material/add:",
            width="stretch",
            on_click=open_conversation,
            args=(None,),
        )


def draw(services: Services, person: Person, opened: Conversation | None) -> None:
    """Draw the whole sidebar."""
    head()
    with st.sidebar:
        due.line(services, person)
        deleted.offer(_PLACE, lambda its: _unhide(services, person, its), box=True)
        found = st.text_input(
            "Search conversations",
            key="search",
            placeholder="Search conversations",
            icon=":material/search:",
            label_visibility="collapsed",
        )
        limit = st.session_state.get("shown", PAGE)
        listed = services.conversations.list(person, found.strip(), limit + 1)
        if not listed:
            st.caption("Nothing found." if found else "Your conversations will be listed here.")
        with st.container(key="list"):
            if opened is not None and opened.id not in (c.id for c in listed[:limit]):
                _row(services, person, opened, opened)
            when = told_apart(listed[:limit], components.zone())
            for conversation in listed[:limit]:
                _row(services, person, conversation, opened, when.get(conversation.id, ""))
        if len(listed) > limit:
            st.button("Show more", key="more", type="tertiary", on_click=_show_more)
        _status(services)


def open_conversation(conversation: str | None) -> None:
    """Open a conversation in the next run; `None` begins a new one."""
    if conversation is None:
        st.query_params.pop("c", None)
    else:
        st.query_params["c"] = conversation


def _show_more() -> None:
    st.session_state["shown"] = st.session_state.get("shown", PAGE) + PAGE


def told_apart(listed: Sequence[Conversation], zone: tzinfo) -> dict[str, str]:
    """Return, by id, when each began of those that bear the same title, with a number if need be.

    Titles that only differ where the list cuts them off count as the same.
    """
    titles = {c.id: c.title.strip().casefold()[:_SEEN] for c in listed}
    often = Counter(titles.values())
    alike = [c for c in listed if often[titles[c.id]] > 1]
    times = {c.id: f"{c.created_at.astimezone(zone):%-d %b, %H:%M}" for c in alike}
    same: Counter[tuple[str, str]] = Counter()
    said = {}
    for conversation in sorted(alike, key=lambda c: c.created_at):
        time_of = times[conversation.id]
        same[titles[conversation.id], time_of] += 1
        number = same[titles[conversation.id], time_of]
        said[conversation.id] = f"{time_of} ({number})" if number > 1 else time_of
    return said


def _row(
    services: Services,
    person: Person,
    conversation: Conversation,
    opened: Conversation | None,
    when: str = "",
) -> None:
    if opened is None or opened.id != conversation.id:
        _show_button(conversation, when)
        return
    with st.container(key=f"open-{conversation.id}", gap=None):
        _show_button(conversation, when)
        _do(services, person, conversation)


def _show_button(conversation: Conversation, when: str) -> None:
    title = components.title_of(conversation, 60) + (f"  \n:small[{when}]" if when else "")
    if pages.reading():
        address = {"c": conversation.id}
        st.page_link(pages.chat(), label=title, query_params=address, width="stretch")
        return
    st.button(
        title,
        key=f"show-{conversation.id}",
        type="tertiary",
        width="stretch",
        on_click=open_conversation,
        args=(conversation.id,),
    )


def _do(services: Services, person: Person, conversation: Conversation) -> None:
    with st.container(horizontal=True, key="conversation"):
        if st.button("Rename", key="rename", type="tertiary"):
            st.dialog("Rename this conversation")(_rename)(services, person, conversation)
        st.download_button(
            "Export",
            lambda: transcript.of_conversation(
                conversation, services.conversations.turns(person, conversation.id)
            ),
            file_name=transcript.file_name(conversation),
            mime="text/markdown",
            key="export",
            on_click="ignore",
            type="tertiary",
            help="Save the whole conversation as a Markdown file",
        )
        st.button(
            "Delete",
            key="delete",
            type="tertiary",
            on_click=_hide,
            args=(services, person, conversation),
        )


@components.plainly
def _rename(services: Services, person: Person, conversation: Conversation) -> None:
    with st.form("renaming", border=False):
        title = st.text_input("Name", conversation.title, max_chars=200)
        if st.form_submit_button("Rename", type="primary") and title.strip():
            services.conversations.rename(person, conversation.id, title.strip())
            st.rerun()


@components.plainly
def _hide(services: Services, person: Person, conversation: Conversation) -> None:
    services.conversations.hide(person, conversation.id)
    deleted.remember(_PLACE, conversation.id, conversation.title)
    open_conversation(None)


def _unhide(services: Services, person: Person, conversation: str) -> None:
    services.conversations.unhide(person, conversation)
    open_conversation(conversation)


def _status(services: Services) -> None:
    growing = services.status().indexing
    st.fragment(_status_lines, run_every=1.0 if growing else None)(services, growing)


@components.plainly
def _status_lines(services: Services, growing: bool) -> None:
    status = services.status()
    if growing and not status.indexing:
        st.rerun()  # nothing more to wait for: the page stops asking
    with st.container(key="status"):
        _author(services, status.model, status.host)
        if status.indexing:
            share = status.done / max(status.total, 1)
            st.progress(share, text=f"{safe_text.plain(status.name)} … {share:.0%}")
        for warning in status.warnings:
            st.caption(f":material/info: {safe_text.markdown(warning)}")


def _author(services: Services, model: str | None, host: str | None) -> None:
    """Say who writes and who searches elsewhere."""
    if model is None or asking.stays_here(services):
        st.caption(":material/menu_book: Answers come from the playbook on this machine.")
    else:
        where = f" at {safe_text.plain(host)}" if host else ""
        st.caption(f":material/edit: Answers are written by {safe_text.plain(model)}{where}.")
    searcher = places.searcher(services.remote)
    if searcher is not None and not services.consent:
        name, where = safe_text.plain(searcher.model), safe_text.plain(searcher.host)
        st.caption(f":material/search: {name} at {where} {searcher.use}.")
    if places.keeps_all_here(services) and not pages.reading():  # it is asked for in the chat
        _offer(services)


def _offer(services: Services) -> None:
    """Let who said "not now" ask for what they declined."""
    if (writer := places.writer(services.consent)) is not None:
        name = f"Let {safe_text.plain(writer.model)} answer"
    else:
        name = "Search by meaning"
    if st.button(name, key="want-model", type="tertiary", icon=":material/edit:"):
        asking.ask_consent_for("")
        st.rerun()
