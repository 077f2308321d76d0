"""The pages, what their addresses mean, and the ways between them."""

from __future__ import annotations

import streamlit as st

_LAST, _READ, _DRAWN = "last-conversation", "last-read", "drawn-page"
_PLAYBOOK, _AGENDA, _CONFLICT = "playbook", "agenda", "conflict"
_STANDING, _PLAN = "standing", "plan"


def run() -> None:
    """Draw the page that the address names."""
    everything = [chat(), playbook(), agenda(), conflict(), standing(), plan()]
    page = st.navigation(everything, position="hidden")
    stays, st.session_state[_DRAWN] = page.url_path == st.session_state.get(_DRAWN), page.url_path
    if reading():
        if st.session_state.get("new"):  # pressed in the sidebar, which is the chat's
            st.switch_page(chat())
        _mend_address(stays)
        page.run()
        return
    _remember()
    page.run()
    _remember()  # the first question of a conversation is what began it


def reading() -> bool:
    """Whether the page being drawn is another than the chat."""
    return st.session_state.get(_DRAWN) in (
        *(_PLAYBOOK, _AGENDA, _CONFLICT),
        *(_STANDING, _PLAN),
    )


def chat() -> st.Page:
    """Return the page where questions are asked."""
    return st.Page(_chat, title="Chat", default=True)


def playbook() -> st.Page:
    """Return the page where the notes are read."""
    return st.Page(_read, title="Playbook", url_path=_PLAYBOOK)


def agenda() -> st.Page:
    """Return the page where agendas are made, kept and run."""
    return st.Page(_plan, title="Agenda", url_path=_AGENDA)


def conflict() -> st.Page:
    """Return the page where a quarrel is pasted and answered for both sides."""
    return st.Page(_mediate, title="Conflicts", url_path=_CONFLICT)


def standing() -> st.Page:
    """Return the page that asks both sides and shows where they stand."""
    return st.Page(_stand, title="Where we stand", url_path=_STANDING)


def plan() -> st.Page:
    """Return the page where both sides' promises and thank-yous stand."""
    return st.Page(_promise, title="Plan", url_path=_PLAN)


def links() -> None:
    """Draw the ways to the pages; the chat opens at the conversation it was left at."""
    with st.container(key="pages", horizontal=True, gap="small"):
        last = st.session_state.get(_LAST)
        address = {"c": last} if last else None
        st.page_link(chat(), label="Chat", icon=":material/chat:", query_params=address)
        st.page_link(playbook(), label="Playbook", icon=":material/menu_book:")
        st.page_link(agenda(), label="Agenda", icon=":material/event_note:")
        st.page_link(conflict(), label="Conflicts", icon=":material/balance:")
        st.page_link(standing(), label="Where we stand", icon=":material/signpost:")
        st.page_link(plan(), label="Plan", icon=":material/checklist:")


def _remember() -> None:
    st.session_state[_LAST] = st.query_params.get("c")


def _mend_address(stays: bool) -> None:
    """Write into the browser what Streamlit leaves out or puts in by mistake.

    A link within one page leaves the old address there. On the way from here to the chat, the
    chat's address is written beside this page's name: who comes back to that comes from a question
    asked here, and sees what they had read. A link from the chat must be left alone, because the
    new address would be written beside the old page's name.
    """
    address, page = st.query_params.to_dict(), st.session_state[_DRAWN]
    read = st.session_state.setdefault(_READ, {})  # by page
    if "c" in address:
        address, stays = read.get(page, {}), True
    read[page] = address
    if stays:
        st.query_params.from_dict(address)


def _chat() -> None:
    from coach.ui.chat_page import draw

    draw()


def _read() -> None:
    from coach.ui.playbook_page import draw  # only who reads the notes waits for what draws them

    draw()


def _plan() -> None:
    from coach.ui.agenda_page import draw  # likewise

    draw()


def _mediate() -> None:
    from coach.ui.conflict_page import draw  # likewise

    draw()


def _stand() -> None:
    from coach.ui.standing_page import draw  # likewise

    draw()


def _promise() -> None:
    from coach.ui.plan_page import draw  # likewise

    draw()
