"""The results of a closed round: the gap first, then the stage, then what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.disclosure import Shown
from coach.domain.rounds import Round
from coach.domain.scoring import Picture
from coach.domain.stages import Side
from coach.domain.standing import Standing
from coach.services.rounds.keeping import missing
from coach.ui import elements, safe_text
from coach.ui.standing import addresses, changing, evidence, gaps, links, running, saying, telling

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-results"


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw what may be shown of the round, or how many answers it is short of."""
    found = services.standing.results.of(person, its)
    short = missing(services.rounds.keeping.counts(person, its.id))
    addresses.way_back()
    with st.container(key=KEY):
        st.title(safe_text.plain(its.title), anchor=False)
        st.caption(f"Closed on {saying.until(its)}. Nobody's own answers are on this page.")
        if short or found.shown.picture is None or found.standing is None:
            _short(services, person, its, short)
            return
        services.standing.team.adopt(person, its, found.standing.verdict)
        _results(services, person, its, found.shown, found.shown.picture, found.standing)
        with st.container(key="standing-ends", horizontal=True, gap="small"):
            elements.print_button(key="standing-print")
            changing.end(services, person, its)
    elements.announce("The results are on the page.", "back", its.id)


def _results(
    services: Services,
    person: Person,
    its: Round,
    shown: Shown,
    picture: Picture,
    standing: Standing,
) -> None:
    survey = services.rounds.survey
    with st.container(key="standing-headline"):
        st.markdown(telling.headline(picture, survey))
    gaps.draw(its, shown, picture, survey)
    gaps.dimensions(its, picture, survey)
    evidence.road(its, picture, standing)
    evidence.draw(standing, survey)
    gaps.unknown(shown, survey)
    _lines(shown, 0 if shown.lines else services.standing.results.lines_kept_back(person, its))
    _onward(its, standing)


def _lines(shown: Shown, kept_back: int) -> None:
    if not shown.lines and not kept_back:
        return
    with st.container(key="standing-lines", gap="small"):
        st.header("In people's own words", anchor=False)
        if kept_back:
            written = "1 line was" if kept_back == 1 else f"{kept_back} lines were"
            st.markdown(f"{written} written; they show from five on.")
            return
        st.caption("From both sides, shuffled.")
        st.markdown("\n".join(f"- “{safe_text.plain(line)}”" for line in shown.lines))


def _onward(its: Round, standing: Standing) -> None:
    with st.container(key="standing-onward", gap="small"):
        st.header("Should you move at all?", anchor=False)
        st.markdown(
            f"To be {saying.where(standing.verdict)} is no fault, and staying can be the right "
            "choice. A few questions about your business help to decide."
        )
        st.button(
            "Answer them together",
            key="standing-move",
            type="primary",
            on_click=addresses.go,
            args=(addresses.MOVE, its.id),
        )


def _short(services: Services, person: Person, its: Round, short: Mapping[Side, int]) -> None:
    """Say how many answers are missing on which side, and what can be done."""
    with st.container(key="standing-short", gap="small"):
        st.markdown(f"**{_missing(short)}** Nothing is shown below four answers a side, "
                    "so that nobody's can be guessed.")  # fmt: skip
        running.counts(services, person, its)
        _again(services, person, its)
        changing.end(services, person, its)


def _again(services: Services, person: Person, its: Round) -> None:
    st.markdown(
        "You can open it again for two weeks and remind everybody: links that nobody has used "
        "still work, and what was answered stays."
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            "Open it again",
            key="standing-reopen",
            type="primary",
            icon=":material/undo:",
            on_click=running.reopen,
            args=(services, person, its),
        )
        elements.copy_button(links.reminder(its), key="standing-remind", label="Copy a reminder")


def _missing(short: Mapping[Side, int]) -> str:
    if not short:
        return "Too few people could say anything."
    sides = [
        f"{side.capitalize()} is {number} {'answer' if number == 1 else 'answers'} short"
        for side, number in short.items()
    ]
    return f"{', and '.join((sides[0], *(side.lower() for side in sides[1:])))}."
