"""A round without links: on paper, or in a file that is filled in and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.errors import CoachError, RoundError
from coach.services.rounds.answering import MOST_TYPED
from coach.services.standing.table import read_answers
from coach.ui import components

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FORM, _SHEET = "/answer-blank", "/answer-blank.csv"
_LARGEST = 2  # megabytes; the rows allowed take a tenth of it
_FILE, _GIVEN = "standing-file", "standing-file-turn"


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw the printable form, the blank sheet, and where a filled one is read."""
    local = services.rounds.linking.local
    with st.expander("On paper, or in a file", expanded=local, key="standing-offline"):
        st.markdown(
            "Print the form, let people fill it in without their names, and have somebody outside "
            "both teams type it into the file: a row for each person, 1 to 4, or `dk`."
        )
        with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
            base = services.rounds.linking.prefix
            st.link_button(
                "Printable form", f"{base}{_FORM}", type="tertiary", icon=":material/print:"
            )
            st.link_button(
                "Blank CSV", f"{base}{_SHEET}", type="tertiary", icon=":material/download:"
            )
        _taking(services, person, its)


def _taking(services: Services, person: Person, its: Round) -> None:
    turn = st.session_state.get(_GIVEN, 0)  # a file that was taken makes room for the next
    file = st.file_uploader(
        "Read a filled CSV", ["csv"], key=f"{_FILE}-{turn}", max_upload_size=_LARGEST
    )
    st.caption("Whoever reads a file in could see its answers, so it is counted as typed in.")
    if file is None:
        return
    try:
        taken = take(services, person, its, file.getvalue())
    except CoachError as error:
        components.problem(error)
        return
    st.session_state[_GIVEN] = turn + 1
    st.toast(f"{taken} {'answer' if taken == 1 else 'answers'} taken.")
    st.rerun()


def take(services: Services, person: Person, its: Round, content: bytes) -> int:
    """Read a filled sheet into a round, all of it or nothing; return how many answers.

    Raises:
        RoundError: it is no such sheet, holds none or too many, or the round takes none.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines(keepends=True)
        responses = []
        for response in read_answers(lines, services.rounds.survey):
            responses.append(response)
            if len(responses) > MOST_TYPED:
                break
    except UnicodeDecodeError as exc:
        raise RoundError(
            "The file is not in UTF-8, so it can't be read; nothing was taken.",
            "Save it from the spreadsheet as “CSV UTF-8”.",
        ) from exc
    except ValueError as exc:
        raise RoundError(
            f"{exc} Nothing was taken.", "Correct the file and read it again."
        ) from exc
    if not responses:
        raise RoundError("The file holds no answers; nothing was taken.", "Fill in a row.")
    services.rounds.answering.take(person, its.id, responses)
    return len(responses)
