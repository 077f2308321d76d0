"""The quick check: six questions to one person, one at a time, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.survey import Statement, Survey
from coach.domain.team_stage import Origin
from coach.services.quick_check.finding import Checked, Seen, checked
from coach.services.standing.changing import named
from coach.ui import components, elements, safe_text
from coach.ui.standing import addresses, saying, scales

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-check"
_ANSWERS, _PLACE, _PICKED = "standing-answers", "standing-place", "standing-answer"
_ONE_VIEW = ":material/person: Your view only"


def draw(services: Services, person: Person) -> None:
    """Draw the question that is next, or the result."""
    survey, place = services.rounds.survey, st.session_state.get(_PLACE, 0)
    addresses.way_back()
    with st.container(key=KEY):
        st.title("Quick check", anchor=False)
        st.caption(f"{_ONE_VIEW}. Nothing of it is stored as a round.")
        if place < len(survey.quick):
            _question(survey, place)
        else:
            _result(services, person, checked(survey, st.session_state.get(_ANSWERS, {})))
    elements.announce(_announced(survey, place), KEY, str(place))


def _announced(survey: Survey, place: int) -> str:
    if place >= len(survey.quick):
        return "Your result is on the page."
    return f"Question {place + 1} of {len(survey.quick)}." if place else ""


def _question(survey: Survey, place: int) -> None:
    statement = survey.quick[place]
    stages = list(statement.anchors.values())
    options = [*stages, survey.dont_know.label]
    given = st.session_state.get(_ANSWERS, {})
    before = None
    if statement.id in given:
        value = given[statement.id]
        before = len(stages) if value is None else value - 1
    st.progress(place / len(survey.quick), f"Question {place + 1} of {len(survey.quick)}")
    key = f"{_PICKED}-{statement.id}"
    st.radio(f"{statement.text} What is closest to what you have seen?", options, before, key=key)
    with st.container(horizontal=True, gap="small", key="standing-steps"):
        st.button(
            "Back", key="standing-previous", icon=":material/arrow_back:", disabled=place == 0,
            on_click=_step, args=(statement, options, place - 1),
        )  # fmt: skip
        last = place + 1 == len(survey.quick)
        st.button(
            "See the result" if last else "Next",
            key="standing-next",
            type="primary",
            disabled=st.session_state[key] is None,
            on_click=_step,
            args=(statement, options, place + 1),
        )


def _step(statement: Statement, options: Sequence[str], place: int) -> None:
    """Keep what is chosen, where something is, and go on or back."""
    picked = st.session_state.get(f"{_PICKED}-{statement.id}")
    if picked is not None:
        number = options.index(picked) + 1
        answers = st.session_state.setdefault(_ANSWERS, {})
        answers[statement.id] = number if number < len(options) else None
    st.session_state[_PLACE] = place


def _result(services: Services, person: Person, found: Checked) -> None:
    if not found.verdict:
        st.markdown(
            "**You could tell nothing of it, which is a finding, too.** Ask somebody of each side "
            "to take you along for a day, or ask both sides."
        )
    else:
        _verdict(found)
    with st.container(key="standing-then", gap="small"):
        st.button(
            "Ask both sides", key="standing-ask", type="primary", icon=":material/forum:",
            on_click=addresses.go, args=(addresses.ASK,),
        )  # fmt: skip
        with st.container(horizontal=True, gap="small"):
            if found.verdict:
                st.button(
                    "Begin from this stage for now", key="standing-keep",
                    on_click=_keep, args=(services, person, found),
                )  # fmt: skip
            st.button("Start again", key="standing-again", type="tertiary", on_click=_again)


def _verdict(found: Checked) -> None:
    st.header(f"As you see it: {named(found.verdict)}", anchor=False)
    st.markdown(saying.meaning(found.verdict))
    st.html(scales.road([("You", found.distribution)]))
    st.caption(
        "How likely each stage is by your six answers. One person sees one corner, so it is "
        "spread wide; the other side may well see another stage."
    )
    _list("What speaks for it", found.evidence)
    _list("What speaks against it", found.against)
    if found.unknown:
        st.subheader("What you can't tell", anchor=False)
        st.markdown("\n".join(f"- “{safe_text.plain(one.text)}”" for one in found.unknown))


def _list(heading: str, seen: Sequence[Seen]) -> None:
    if seen:
        st.subheader(heading, anchor=False)
        lines = (
            f"- “{safe_text.plain(one.statement.text)}” {safe_text.plain(one.anchor)} "
            f"*({one.stage.capitalize()})*"
            for one in seen
        )
        st.markdown("\n".join(lines))


@components.plainly
def _keep(services: Services, person: Person, found: Checked) -> None:
    services.standing.team.choose(person, found.verdict, Origin.CHECK)
    addresses.go()


def _again() -> None:
    for key in [key for key in st.session_state if str(key).startswith(_PICKED)]:
        del st.session_state[key]
    st.session_state.pop(_ANSWERS, None)
    st.session_state[_PLACE] = 0
