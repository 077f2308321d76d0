"""Should the team move at all? Questions about the business, and what the replies speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.domain.scoring import Picture
from coach.domain.stages import Stage
from coach.domain.standing import Advice, Choice, Condition, Reply, Standing
from coach.services.rounds.keeping import missing
from coach.ui import elements, pages, safe_text
from coach.ui.plan import views as plan
from coach.ui.standing import addresses, closed, saying, telling

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-moving"
_REPLY = "standing-reply"
_REPLIES = {Reply.YES: "Yes", Reply.NO: "No", Reply.UNSURE: "Unsure"}
_MOST_GAPS = 3


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw the questions, and beneath them what the replies given so far come to."""
    found = services.standing.results.of(person, its, _replies(its))
    short = missing(services.rounds.keeping.counts(person, its.id))
    if short or found.standing is None or found.shown.picture is None:
        closed.draw(services, person, its)
        return
    addresses.way_back("Results", round_id=its.id)
    with st.container(key=KEY):
        st.title("Should you move at all?", anchor=False)
        st.markdown(
            f"By these answers you stand **{saying.where(found.standing.verdict)}**. A higher "
            "stage costs time and is not better for every business. Go through these together."
        )
        for condition in found.standing.advice.conditions:
            _question(its, condition)
        _advice(services, found.standing, found.shown.picture)
    elements.announce("", "back", its.id)


def _question(its: Round, condition: Condition) -> None:
    st.radio(
        condition.question,
        list(Reply),
        None,
        key=f"{_REPLY}-{its.id}-{condition.id}",
        format_func=_REPLIES.__getitem__,
        horizontal=True,
        persist_state="session",
    )


def _replies(its: Round) -> dict[str, Reply]:
    """Return what was replied so far in this tab, by the conditions' ids."""
    begin = f"{_REPLY}-{its.id}-"
    return {
        str(key).removeprefix(begin): Reply(value)
        for key, value in st.session_state.items()
        if str(key).startswith(begin) and value is not None
    }


def _advice(services: Services, standing: Standing, picture: Picture) -> None:
    advice = standing.advice
    stage = standing.verdict[0]
    with st.container(key="standing-advice", gap="small"):
        st.header(_heading(advice.choice, stage), anchor=False)
        st.markdown("\n".join(f"- {safe_text.plain(reason)}" for reason in advice.reasons))
        note = services.playbook.get(advice.note) if advice.note else None
        if note is not None:
            st.page_link(
                pages.playbook(),
                label=f"Read on: {safe_text.plain(note.title)}",
                query_params={"note": note.id},
                width="stretch",
            )
        _onward(advice, stage, picture)


def _heading(choice: Choice, stage: Stage) -> str:
    if choice is Choice.STAY:
        return f"Stay at {stage.capitalize()}"
    if choice is Choice.UNDECIDED:
        return "Not decided yet"
    return f"Move on to {stage.next.capitalize()}" if stage.next else "Step back"


def _onward(advice: Advice, stage: Stage, picture: Picture) -> None:
    if advice.choice is Choice.UNDECIDED:
        return
    stays = advice.choice is Choice.STAY
    gaps = telling.widest(picture, _MOST_GAPS)
    address = {plan.VIEW: plan.CHOOSE, plan.STAGE: stage.value, plan.GAPS: ",".join(gaps)}
    if stays:
        address[plan.STAY] = "yes"
    with st.container(key="plan-from-standing"):
        st.page_link(
            pages.plan(),
            label="Promise steps that keep it firm" if stays else "Choose two or three steps",
            icon=":material/checklist:",
            query_params=address,
        )
