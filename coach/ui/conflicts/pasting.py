"""Where a quarrel is pasted, or opened from a file, and whose side one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.stages import Side
from coach.errors import CoachError, QuestionError
from coach.ports.uploads import LARGEST, TAKEN, Upload
from coach.ui import components, elements, pages, safe_text, words
from coach.ui.conflicts import case, keeping, kept_list

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "conflict-start"
_SIDE, _FILE, _READ = "conflict-side", "conflict-file", "conflict-file-read"
_SIDES = {
    Side.SALES: words.SIDES[Side.SALES],
    Side.MARKETING: words.SIDES[Side.MARKETING],
    Side.OTHER: "Neither",
}
_STAYS = (
    "This is software, not a person. What you paste is read on this machine and lies in this tab's "
    "memory alone: nothing of it is stored or sent anywhere unless you choose to keep it. It is "
    "gone when you close or reload the tab."
)


def draw(services: Services) -> None:
    """Draw the box, the file, the sides and the one button."""
    with st.container(key=KEY):
        st.title("Conflicts", anchor=False)
        st.markdown("Paste the quarrel; read what each side needs, and what to do and say next.")
        st.caption(_STAYS)
        keeping.offer_undo(services)
        _way_on()
        st.text_area(
            "Paste the quarrel: a mail thread, a chat, or what happened in your own words",
            key=case.TEXT,
            height=240,
            persist_state="session",
        )
        st.radio(
            "Whose side are you on?", list(_SIDES), None, key=_SIDE, horizontal=True,
            format_func=_SIDES.__getitem__, persist_state="session",
        )  # fmt: skip
        looked = st.button(
            "Look at both sides", key="conflict-look", type="primary", icon=":material/balance:"
        )
        said = st.container()  # what goes wrong is said beside the button
        _file(services)
        kept_list.draw(services)
    if looked:
        with said:
            _look(services)
    elements.announce("", KEY)


def _look(services: Services) -> None:
    """Look at what was pasted; what can't be taken is said, and stays in the box."""
    try:
        text = str(st.session_state.get(case.TEXT) or "")
        if not text.strip():
            raise QuestionError("There is nothing to read yet.", "Paste it, or tell it in a line.")
        case.look(services, text, st.session_state.get(_SIDE))
    except CoachError as error:
        components.problem(error)
        return
    st.rerun()


def _file(services: Services) -> None:
    st.file_uploader(
        "Or open a file: its text goes into the box",
        [ending.removeprefix(".") for ending in TAKEN],
        key=_FILE,
        max_upload_size=LARGEST // 2**20,
        on_change=_read,
        args=(services,),
    )
    said = st.session_state.pop(_READ, None)
    if isinstance(said, CoachError):
        components.problem(said)
    elif isinstance(said, Upload):
        for warning in said.warnings:
            st.caption(f":material/info: {safe_text.plain(warning)}")


def _read(services: Services) -> None:
    """Put the file's text under what is in the box; where it can't be read, the box stays as is."""
    file = st.session_state.get(_FILE)
    if file is None:
        return
    try:
        upload = services.conflicts.uploads.read(file.name, file.getvalue())
    except CoachError as error:
        st.session_state[_READ] = error
        return
    before = str(st.session_state.get(case.TEXT) or "").rstrip()
    st.session_state[_READ] = upload
    st.session_state[case.TEXT] = f"{before}\n\n{upload.text}" if before else upload.text


def _way_on() -> None:
    if case.opened() is not None:
        with st.container(key="back"):
            st.page_link(
                pages.conflict(),
                label="Go on with what you looked at",
                icon=":material/arrow_forward:",
                query_params=case.READ,
            )
