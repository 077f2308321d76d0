"""Was the step done, what changed: asked on its day, and what follows from the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import LONGEST_CHANGE, After, FollowUp, KeptCase, Told
from coach.services.conflicts.reporting import day
from coach.ui import components, safe_text
from coach.ui.conflicts import case

if TYPE_CHECKING:
    from coach.bootstrap import Services

_TOLD = {Told.DONE: "Done", Told.NOT_YET: "Not yet", Told.DROPPED: "Dropped"}
_NEXT = {
    After.FIRST: "The step",
    After.AGAIN: "Once more",
    After.OPTION: "The next way out",
    After.HELP: "Who should step in now",
}


def draw(services: Services, kept: KeptCase) -> None:
    """Draw the question, when it comes, or that it is settled; and what was told before."""
    step, today = kept.step, case.today(services)
    with st.container(key="conflict-follow", gap="small"):
        if step.by is None:
            st.markdown("**Settled.** Nothing more is asked. Keep an eye on the number to watch.")
        elif step.by <= today:
            st.header("Was the step done? What changed?", anchor=False)
            _step(kept)
            _form(services, kept)
        else:
            _step(kept)
            label = f"On {day(step.by)} this page asks how it went. Tell it now"
            with st.expander(label, key="conflict-follow-early", type="compact"):
                _form(services, kept)
        if kept.follow_ups:
            st.markdown("\n".join(_line(told) for told in kept.follow_ups))


def _step(kept: KeptCase) -> None:
    st.markdown(f"**{_NEXT[kept.step.kind]}:** {safe_text.plain(kept.step.what)}")


def _form(services: Services, kept: KeptCase) -> None:
    number = len(kept.follow_ups)  # a new form for each answer
    with st.form(f"conflict-follow-{kept.id}-{number}", border=False):
        told = st.radio(
            "The step is", list(_TOLD), None, key=f"conflict-told-{kept.id}-{number}",
            horizontal=True, format_func=_TOLD.__getitem__,
        )  # fmt: skip
        changed = st.text_input(
            "What changed? One line", key=f"conflict-changed-{kept.id}-{number}",
            max_chars=LONGEST_CHANGE,
        )  # fmt: skip
        if st.form_submit_button("Keep the answer", type="primary"):
            if told is None:
                st.caption(":material/info: Choose done, not yet or dropped.")
            else:
                _tell(services, kept, told, changed)


@components.plainly
def _tell(services: Services, kept: KeptCase, told: Told, changed: str) -> None:
    person, today = services.identity.current(), case.today(services)
    services.cases.keeping.follow_up(person, kept.id, told, changed, today)
    st.rerun()


def _line(told: FollowUp) -> str:
    changed = f": {safe_text.plain(told.changed)}" if told.changed else ""
    return f"- {day(told.on)}: {_TOLD[told.told].lower()}{changed}"
