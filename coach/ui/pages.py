"""The two pages, what their addresses mean, and the ways between them."""

from __future__ import annotations

import streamlit as st

SEARCH = "q"  # what is searched for on the playbook page, in the address
_LAST = "last-conversation"
_PLAYBOOK = "playbook"


def run() -> None:
    """Draw the page that the address names."""
    page = st.navigation([chat(), playbook()], position="hidden")
    if page.url_path == _PLAYBOOK:
        if _wants_conversation():
            st.switch_page(chat(), query_params=_opened(st.query_params.get("c")))
        _tell_browser()
        page.run()
        return
    _remember()
    page.run()
    _remember()  # the first question of a conversation is what began it


def chat() -> st.Page:
    """Return the page where questions are asked."""
    return st.Page(_chat, title="Chat", default=True)


def playbook() -> st.Page:
    """Return the page where the notes are read."""
    return st.Page(_read, title="Playbook", url_path=_PLAYBOOK)


def links() -> None:
    """Draw the ways to both pages; the chat opens at the conversation it was left at."""
    with st.container(key="pages", horizontal=True, gap="small"):
        last = _opened(st.session_state.get(_LAST))
        st.page_link(chat(), label="Chat", icon=":material/chat:", query_params=last)
        st.page_link(playbook(), label="Playbook", icon=":material/menu_book:")


def _remember() -> None:
    st.session_state[_LAST] = st.query_params.get("c")


def _opened(conversation: str | None) -> dict[str, str]:
    return {"c": conversation} if conversation else {}


def _wants_conversation() -> bool:
    """Whether a conversation was opened or begun from the sidebar of the other page."""
    return "c" in st.query_params or bool(st.session_state.get("new"))


def _tell_browser() -> None:
    """Write the address into the browser: a link within one page leaves the old one there."""
    address = st.query_params.to_dict()
    if SEARCH not in address:  # the search writes itself
        st.query_params.from_dict(address)


def _chat() -> None:
    from coach.ui.chat_page import draw

    draw()


def _read() -> None:
    from coach.ui.playbook_page import draw  # only who reads the notes waits for what draws them

    draw()
