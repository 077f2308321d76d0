"""The team's stage beside what was found for one quarrel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.stages import Stage
from coach.ui import words

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, belongs: Stage | None) -> None:
    """Say where the team stands, and whether a quarrel that `belongs` to a stage fits that."""
    found = services.standing.team.current(services.identity.current())
    if found is None:
        return
    said = f"Your team: {words.of_the_team(found)}."
    if belongs is not None and belongs not in found.verdict:
        earlier = found.stage is not None and belongs.number < found.stage.number
        said += (
            " So this may be something left over from before."
            if earlier
            else " So this comes early: settle it simply, without the rules of a later stage."
        )
    st.caption(said)
