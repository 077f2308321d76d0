"""Where a rehearsal begins: whom one speaks with, how hard, and who plays them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.domain.rehearsal import Difficulty, Role
from coach.ui import components, places, safe_text
from coach.ui.rehearsal import looks, stage
from coach.ui.rehearsal.stage import Stage

if TYPE_CHECKING:
    from coach.bootstrap import Services

_ROLE, _HARD, _PLAYED = "rehearsal-role", "rehearsal-hard", "rehearsal-played"
_ROLES = {
    Role.HEAD_OF_SALES: "Head of sales",
    Role.REP: "Sales rep",
    Role.CMO: "CMO",
    Role.FOUNDER: "Founder",
}
_HARDNESS = {
    Difficulty.EASY: "Easy: willing to talk",
    Difficulty.NORMAL: "Normal: busy and guarded",
    Difficulty.HARD: "Hard: annoyed, softens slowly",
}
_GUIDED = "The playbook, on this machine"
_SAID_GUIDED = (
    "A guided rehearsal: you hear three things that this side may well say, out of the playbook's "
    "note on this quarrel, and after each of your lines a good answer to compare with. Nobody "
    "answers what you say in particular. It stays on this machine."
)
_EPHEMERAL = (
    "What you say lies in this tab's memory, like the case: nothing of it is stored, and it is "
    "gone when you close or reload the tab."
)
_KEPT = (
    "What you say lies in this tab's memory. The look back is stored with the kept case, your own "
    "quoted words in it, until you delete the case; what the other side was played to say is not."
)


def draw(services: Services, analysis: Analysis, is_kept: bool = False) -> None:
    """Draw the choices, what will be looked at, and the one button."""
    stays = _KEPT if is_kept else _EPHEMERAL
    model = _model(services)
    st.markdown("Say it here first, as you would say it. Type *stop* whenever it is enough.")
    by_model = False
    if model:
        played = [_GUIDED, model]
        who = st.radio("Who plays the other side?", played, 0, key=_PLAYED)
        by_model = who == model
    st.caption(stays if by_model else f"{_SAID_GUIDED} {stays}")
    if by_model:
        st.caption(_sent(services))
    roles = list(_ROLES) if by_model else [role for role in _ROLES if role is not Role.FOUNDER]
    st.radio(
        "Whom do you speak with?", roles, 0, key=_ROLE, horizontal=True,
        format_func=_ROLES.__getitem__,
    )  # fmt: skip
    st.radio(
        "How hard do they make it?", list(_HARDNESS), 1, key=_HARD, horizontal=True,
        format_func=_HARDNESS.__getitem__,
    )  # fmt: skip
    looks.rubric()
    st.button(
        "Begin", key="rehearsal-begin", type="primary", icon=":material/forum:",
        on_click=_begin, args=(services, analysis, by_model),
    )  # fmt: skip


def name_of(role: Role) -> str:
    """Return a role as the page names it."""
    return _ROLES[role]


def _model(services: Services) -> str:
    """Return the choice that is a model, "" where none may read the case."""
    partner = services.rehearsing.partner
    if partner is None or places.writer(services.consent) is not None:
        return ""
    name, where = safe_text.plain(partner.name), places.writer(services.remote)
    return f"{name} at {safe_text.plain(where.host)}" if where else f"{name}, on this machine"


def _sent(services: Services) -> str:
    where = places.writer(services.remote)
    if where is None:
        return "The model runs on this machine; nothing leaves it."
    naming, person = services.naming, services.identity.current()
    hidden = naming is not None and naming.is_on(naming.choices(person))
    names = "names replaced by stand-ins" if hidden else "names as they stand"
    return f"The facts of the case and what you say go to {safe_text.plain(where.host)}, {names}."


@components.plainly
def _begin(services: Services, analysis: Analysis, by_model: bool) -> None:
    naming = services.naming
    chosen = naming.choices(services.identity.current()) if naming else None
    scene = services.rehearsing.begin(
        analysis,
        st.session_state.get(_ROLE, Role.HEAD_OF_SALES),
        st.session_state.get(_HARD, Difficulty.NORMAL),
        chosen,
    )
    if scene is not None:
        stage.put(Stage(analysis, scene, by_model))
