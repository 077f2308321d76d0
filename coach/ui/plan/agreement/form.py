"""The form of an agreement: the numbers in the order in which they are asked for, and the terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import streamlit as st

from coach.domain.agreement import ASKED, CAPACITY, PROMISED, Agreement, Owed, Terms
from coach.domain.conversation import Person
from coach.domain.leads import Term
from coach.errors import CoachError, Unfit
from coach.services.agreements.numbers import given_in, typed_as
from coach.services.agreements.page import capacity, lead_of
from coach.services.agreements.usual import usual_terms
from coach.ui import components, safe_text
from coach.ui.plan import undoing
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

OWN_NOTE = "our-qualified-lead"
KEEP = "Keep as our proposal"
_OPEN, _WORKED, _FORM = "plan-agreement-open", "plan-agreement-worked", "plan-agreement-form"
_NUMBERS = (*PROMISED[:1], Term.WON, *PROMISED[1:])
_HINTS = {
    Term.TARGET: "2.4m", Term.WON: "optional", Term.DEAL: "30,000", Term.WIN: "20 %",
    Term.SHARE: "40 %", Term.MQL_TO_OPP: "15 %", Term.REPS: "4", Term.HOURS: "20",
}  # fmt: skip
_MEANS = {
    Term.MQL_TO_OPP: "MQLs, marketing-qualified leads, are those marketing finds ready for sales."
}
_LONGEST, _LINES = 40, 2000
_STEP = "Here is how far the numbers reach."


def is_open() -> bool:
    """Whether an agreement that stands is being changed."""
    return bool(st.session_state.get(_OPEN))


def open_with(terms: Terms) -> None:
    """Have the next run change an agreement."""
    st.session_state[_OPEN] = True
    st.session_state.pop(_WORKED, None)
    _fill(terms)


def draw(services: Services, person: Person, standing: Agreement | None) -> None:
    """Draw the form, what the numbers come to, and the way to keep it as a proposal."""
    if f"{_FORM}-{Term.TARGET}" not in st.session_state:
        usual = usual_terms(services.playbook, _definition(services))
        _fill(standing.terms if standing is not None else usual)
    st.markdown(
        "Both sides promise something: marketing a number of leads that the target asks for, "
        "sales an answer in time and a reason for each lead it rejects. Fill in what you know; "
        "the coach works back from the target and says what is missing."
    )
    with st.form(_FORM, border=False):
        _numbers("The target", _NUMBERS)
        _numbers("The people who answer the leads", CAPACITY)
        _terms()
        with st.container(horizontal=True, gap="small"):
            if st.form_submit_button("Work it out", type="primary", icon=":material/calculate:"):
                st.session_state[_WORKED] = True
            if standing is not None and st.form_submit_button(
                "Leave it as it was", type="tertiary"
            ):
                _close()
                st.rerun()
    if st.session_state.get(_WORKED):
        _worked(services, person, standing)


def _worked(services: Services, person: Person, standing: Agreement | None) -> None:
    """Draw what the numbers come to; what makes no sense is said, and stays as it was typed."""
    keeping = services.agreements.keeping
    with st.container(key="plan-agreement-worked", gap="small"):
        try:
            terms = _read()
            owed = keeping.owed(terms)
        except CoachError as error:
            components.problem(error)
            return
        _tell(owed)
        if owed.missing:
            return
        # What people have no time for is not urged on them.
        urged: Literal["primary", "secondary"] = "secondary" if owed.fits is False else "primary"
        if not st.button(KEEP, type=urged, icon=":material/edit_document:"):
            return
        try:
            after = keeping.agree(person, terms, today(services))
        except CoachError as error:
            components.problem(error)
            return
    if standing is None:
        undoing.remember("Proposed", lead_of(owed), lambda: keeping.delete(person, after.id))
    else:
        undoing.remember("Changed", lead_of(owed), lambda: keeping.put_back(person, standing))
    _close()
    st.rerun()


def _tell(owed: Owed) -> None:
    if owed.missing:
        st.markdown(f"{_STEP if owed.plan.steps else ''} **{ASKED[owed.missing[0]]}**".strip())
        if rest := owed.missing[1:]:
            st.caption("Then: " + " ".join(ASKED[term] for term in rest))
    else:
        st.markdown(f"**{safe_text.plain(lead_of(owed))}**")
        st.markdown(safe_text.plain(capacity(owed)))
    if owed.plan.steps:
        with st.expander("Step by step", expanded=bool(owed.missing)):
            steps = [f"- {safe_text.plain(step.text)}" for step in owed.plan.steps]
            st.markdown("\n".join(steps))


def _numbers(heading: str, terms: Sequence[Term]) -> None:
    st.header(heading, anchor=False)
    for pair in (terms[at : at + 2] for at in range(0, len(terms), 2)):  # a phone keeps the order
        for column, term in zip(st.columns(2), pair, strict=False):
            column.text_input(
                ASKED[term], key=f"{_FORM}-{term}", max_chars=_LONGEST,
                placeholder=_HINTS.get(term, ""),
            )  # fmt: skip
            if term in _MEANS:
                column.caption(_MEANS[term])


def _terms() -> None:
    st.header("The terms", anchor=False)
    left, right = st.columns(2)
    left.number_input(
        "Sales answers a lead within how many hours?", 0.25, 1000.0,
        key=f"{_FORM}-response", step=1.0, format="%g",
    )  # fmt: skip
    right.number_input(
        "Marketing tells of a campaign how many working days before?", 0, 365, key=f"{_FORM}-notice"
    )
    left.text_input(":blue[■] Who answers for sales?", key=f"{_FORM}-sales", max_chars=80)
    right.text_input(
        ":orange[●] Who answers for marketing?", key=f"{_FORM}-marketing", max_chars=80
    )
    st.text_area(
        "What do both sides call a qualified lead?", key=f"{_FORM}-definition", max_chars=_LINES,
        height=100, placeholder="In a sentence or two; Shared words helps to find it.",
    )  # fmt: skip
    st.text_area(
        "For which reasons may sales reject a lead? One a line.", key=f"{_FORM}-reasons",
        max_chars=_LINES, height=170,
    )  # fmt: skip


def _read() -> Terms:
    """Return what stands in the form.

    Raises:
        Unfit: a field holds no number, or a side has nobody.
    """
    held = st.session_state
    owners = [str(held[f"{_FORM}-{side}"] or "").strip() for side in ("sales", "marketing")]
    if not all(owners):
        raise Unfit("An agreement has somebody on each side.", "A role will do.")
    lines = str(held[f"{_FORM}-reasons"] or "").splitlines()
    response = Fraction(str(held[f"{_FORM}-response"] or 0)).limit_denominator(100)
    return Terms(
        given=given_in({term: str(held[f"{_FORM}-{term}"] or "") for term in _all()}),
        response=response,
        notice=int(held[f"{_FORM}-notice"] or 0),
        reasons=tuple(dict.fromkeys(line.strip(" -*•\t") for line in lines if line.strip())),
        definition=" ".join(str(held[f"{_FORM}-definition"] or "").split()),
        sales_owner=owners[0],
        marketing_owner=owners[1],
    )


def _fill(terms: Terms) -> None:
    held = st.session_state
    given: Mapping[Term, Fraction] = terms.given
    for term in _all():
        held[f"{_FORM}-{term}"] = typed_as(term, given[term]) if term in given else ""
    held[f"{_FORM}-response"], held[f"{_FORM}-notice"] = float(terms.response), terms.notice
    held[f"{_FORM}-sales"] = terms.sales_owner
    held[f"{_FORM}-marketing"] = terms.marketing_owner
    held[f"{_FORM}-definition"] = terms.definition
    held[f"{_FORM}-reasons"] = "\n".join(terms.reasons)


def _all() -> tuple[Term, ...]:
    return (*_NUMBERS, *CAPACITY)


def _close() -> None:
    for name in (_OPEN, _WORKED, f"{_FORM}-{Term.TARGET}"):
        st.session_state.pop(name, None)


def _definition(services: Services) -> str:
    """Return what the team's own note calls a qualified lead, if there is one."""
    note = services.playbook.get(OWN_NOTE)
    short = note.section("In short") if note is not None else None
    return " ".join(short.text.split()) if short is not None else ""
