"""The thank-you log: one line to the other side, and what was said in the last weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.domain.thanks import LONGEST, ThankYou, of_the_week
from coach.errors import CoachError
from coach.ui import components, elements, safe_text, words
from coach.ui.agendas import saying
from coach.ui.plan import day, fields, undoing, views

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FORM, _SIDE = "plan-thanks", "plan-thanks-side"
_WAYS = {
    Side.SALES: f"{words.SIDES[Side.SALES]} thanks marketing",
    Side.MARKETING: f"{words.SIDES[Side.MARKETING]} thanks sales",
}
_NAME = 80  # characters of whom it is for


def draw(services: Services, person: Person) -> None:
    """Draw the line to write, then the log."""
    st.title("Thank-yous", anchor=False)
    undoing.draw()
    views.ways(views.THANKS)
    st.markdown(
        "Say what one person or team on the other side did, and what it led to. The other side "
        "reads it here, and the week's open your next meeting."
    )
    _say(services, person)
    now, every = day.today(services), services.plans.thanks.latest(person)
    week = of_the_week(every, now)
    _week(services, person, week)
    earlier = [one for one in every if one not in week]
    if earlier:
        st.header("Earlier", anchor=False)
        _list(services, person, earlier)


def _say(services: Services, person: Person) -> None:
    with st.form(_FORM, border=False):
        side = st.radio(
            "Who thanks whom?", list(_WAYS), None, key=_SIDE, horizontal=True,
            format_func=_WAYS.__getitem__,
        )  # fmt: skip
        text = st.text_input(
            "In one line", key=fields.key(_FORM, "text"), max_chars=LONGEST,
            placeholder="The line on security in your deck was what the client repeated.",
        )  # fmt: skip
        to = st.text_input("For whom (if you like)", key=fields.key(_FORM, "to"), max_chars=_NAME)
        pressed = st.form_submit_button("Say thank you", type="primary", icon=":material/favorite:")
        if pressed:
            _take(services, person, side, text or "", to or "")


def _take(services: Services, person: Person, side: Side | None, text: str, to: str) -> None:
    """Write the line; one that is refused stays as it was typed."""
    log = services.plans.thanks
    try:
        said = log.say(person, text, side or Side.OTHER, to, day.today(services))
    except CoachError as error:
        components.problem(error)
        return
    undoing.remember("Said", said.text, lambda: log.delete(person, said.id))
    fields.renew(_FORM)
    st.rerun()


def _week(services: Services, person: Person, week: Sequence[ThankYou]) -> None:
    with st.container(key="plan-week", gap="small"):
        st.header("This week", anchor=False)
        if not week:
            st.markdown("Nobody has said thank you yet in the last seven days.")
            return
        _list(services, person, week)
        text = "\n".join(one.line for one in week)
        elements.copy_button(text, key="plan-thanks-copy", label="Copy this week's")


def _list(services: Services, person: Person, said: Sequence[ThankYou]) -> None:
    for one in said:
        with st.container(key=f"plan-line-{one.id}", horizontal=True, vertical_alignment="center"):
            to = saying.chip(one.to or one.to_side.capitalize(), one.to_side)
            way = f"{saying.chip(one.from_side.capitalize(), one.from_side)} to {to}"
            st.markdown(f"“{safe_text.plain(one.text)}”  \n{way} :small[{day.short(one.on)}]")
            name = safe_text.plain(saying.short(one.text, 80))
            st.button(
                f"Delete: {name}", key=f"icon-plan-{one.id}", icon=":material/close:",
                type="tertiary", on_click=_delete, args=(services, person, one),
            )  # fmt: skip


@components.plainly
def _delete(services: Services, person: Person, one: ThankYou) -> None:
    log = services.plans.thanks
    log.delete(person, one.id)
    undoing.deleted(one.text, lambda: log.undelete(person, one.id))
