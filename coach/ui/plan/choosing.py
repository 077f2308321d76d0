"""Where a promise begins: a stage, what hurts most, and the moves that would serve it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.promises import DAYS, Draft
from coach.domain.stages import Stage
from coach.errors import CoachError
from coach.services.plans.suggesting import MOST as ENOUGH
from coach.ui import components, pages, safe_text, words
from coach.ui.plan import fields, undoing, views
from coach.ui.plan.changing import NAME
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

_STAGE, _GAPS, _STAY, _MORE = "plan-stage", "plan-gaps", "plan-stay", "plan-more"
_TAKEN_FROM = "plan-taken-from"
_LINE = 200  # characters of a promise
_MOST_GAPS = 3


def draw(services: Services, person: Person) -> None:
    """Draw the choice, then the moves that fit it."""
    _fill(services)
    if (team := services.standing.team.current(person)) is not None:
        st.session_state.setdefault(_STAGE, team.stage)
    st.title("Promise something", anchor=False)
    undoing.draw()
    views.ways(views.CHOOSE)
    st.markdown(
        f"Take two or three steps for the next {DAYS} days, not more. Each gets an owner on both "
        "sides: a role will do until you know the name."
    )
    stage = st.radio(
        "Where do the two teams stand?", list(Stage), None, key=_STAGE, persist_state="session",
        format_func=words.STAGES.__getitem__, captions=list(words.MEANINGS.values()),
    )  # fmt: skip
    if stage is None:
        st.caption("Not sure? Where we stand asks both sides and finds out.")
    else:
        _moves(services, person, stage)
    _own(services, person)


def _moves(services: Services, person: Person, stage: Stage) -> None:
    titles = {d.key: d.title for d in services.rounds.survey.dimensions}
    gaps = st.multiselect(
        "Where is the gap widest? (if you know)", list(titles), key=_GAPS,
        max_selections=_MOST_GAPS, format_func=titles.__getitem__, placeholder="Choose up to three",
        persist_state="session",
    )  # fmt: skip
    stay = stage.next is not None and st.toggle(
        "We want to stay at this stage and make it firm", key=_STAY, persist_state="session"
    )
    plans = services.plans
    taken = plans.board.notes(person)
    drafts = plans.suggesting.suggest(stage, gaps, stay=stay, taken=taken)
    st.header("These would fit", anchor=False)
    if len(taken) >= ENOUGH:
        st.markdown(
            f"{len(taken)} promises are open already. Keep one of them first: with more at once, "
            "none gets the attention it needs."
        )
    for draft in drafts:
        _draft(services, person, draft, titles.get(draft.serves, ""))
    offered = {draft.note for draft in drafts} | taken
    others = {m.id: m.title for m in plans.suggesting.moves(stage, stay=stay)}
    rest = {note: title for note, title in others.items() if note not in offered}
    if rest:
        other = st.selectbox(
            "Or another one of this stage", list(rest), None, key=_MORE,
            format_func=lambda note: safe_text.clean(rest.get(note, "")),
            placeholder="Choose a move",
        )  # fmt: skip
        chosen = plans.suggesting.of_note(other) if other is not None else None
        if chosen is not None:
            _draft(services, person, chosen, "")


def _draft(services: Services, person: Person, draft: Draft, serves: str) -> None:
    """Draw a move as a promise that can be made, with its owners to fill in."""
    note, meeting, metric = map(services.playbook.get, (draft.note, draft.meeting, draft.metric))
    with st.container(key=f"plan-draft-{draft.note}", gap="small"):
        st.subheader(safe_text.plain(draft.what), anchor=False)
        if note is not None:
            st.markdown(safe_text.plain(note.summary))
        first = f"First meeting: {meeting.title}" if meeting is not None else ""
        watch = f"Number to watch: {metric.title}" if metric is not None else ""
        said = (f"For: {serves}" if serves else "", first, watch)
        st.caption(" · ".join(safe_text.plain(part) for part in said if part))
        _form(services, person, draft)
        if note is not None:
            address = {"note": note.id}
            st.page_link(pages.playbook(), label="Read the whole move", query_params=address)


def _own(services: Services, person: Person) -> None:
    blank = Draft(what="", note="", sales_owner="", marketing_owner="")
    with st.expander("Something of your own", key="plan-own"):
        _form(services, person, blank)


def _form(services: Services, person: Person, draft: Draft) -> None:
    """Draw what a promise still needs; what is refused is said, and stays as it was typed."""
    form = f"plan-form-{draft.note or 'own'}"
    with st.form(form, border=False):
        what = draft.what
        if not what:
            key = fields.key(form, "what")
            what = st.text_input("What will both sides do?", key=key, max_chars=_LINE) or ""
        left, right = st.columns(2)
        sales = left.text_input(
            ":blue[■] Owner in sales", draft.sales_owner, key=fields.key(form, "sales"),
            max_chars=NAME,
        )  # fmt: skip
        marketing = right.text_input(
            ":orange[●] Owner in marketing", draft.marketing_owner,
            key=fields.key(form, "marketing"), max_chars=NAME,
        )  # fmt: skip
        if not st.form_submit_button("Promise it", type="primary"):
            return
    said = replace(draft, what=what, sales_owner=sales or "", marketing_owner=marketing or "")
    try:
        board = services.plans.board
        promise = board.take(person, said, today(services))
    except CoachError as error:
        components.problem(error)
        return
    fields.renew(form)
    undoing.remember("On the board", promise.what, lambda: board.delete(person, promise.id))
    st.rerun()


def _fill(services: Services) -> None:
    """Put what the address brings into the fields, once for each address."""
    address = st.query_params.to_dict()
    brought = {k: address[k] for k in (views.STAGE, views.GAPS, views.STAY) if k in address}
    if not brought or st.session_state.get(_TAKEN_FROM) == brought:
        return
    st.session_state[_TAKEN_FROM] = brought
    if (stage := brought.get(views.STAGE)) in list(Stage):
        st.session_state[_STAGE] = Stage(stage)
    known = [dimension.key for dimension in services.rounds.survey.dimensions]
    gaps = [key for key in brought.get(views.GAPS, "").split(",") if key in known]
    st.session_state[_GAPS] = list(dict.fromkeys(gaps))[:_MOST_GAPS]
    st.session_state[_STAY] = brought.get(views.STAY) == "yes"
