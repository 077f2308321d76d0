"""The rehearsal that goes on: it lies in this session's memory, like the case it is of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import streamlit as st

from coach.domain.conflict import Analysis
from coach.domain.rehearsal import Debrief
from coach.domain.scene import Scene
from coach.services.boundaries import Boundary
from coach.ui.conflicts.case import REHEARSALS

_STAGE, _DEBRIEFS = f"{REHEARSALS}stage", f"{REHEARSALS}debriefs"


@dataclass(frozen=True, slots=True)
class Stage:
    """A rehearsal `of` a case, and how it ended: with a debrief, or at a boundary.

    While it is `ending` the look back is made. `failed` says what broke.
    """

    of: Analysis = field(repr=False)
    scene: Scene
    by_model: bool
    ending: bool = False
    debrief: Debrief | None = None
    boundary: Boundary | None = None
    failed: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more is said."""
        return self.debrief is not None or self.boundary is not None


def on(analysis: Analysis) -> Stage | None:
    """Return the rehearsal of a case that goes on or has just ended."""
    stage = st.session_state.get(_STAGE)
    return stage if isinstance(stage, Stage) and stage.of == analysis else None


def put(stage: Stage) -> None:
    """Remember how the rehearsal stands."""
    st.session_state[_STAGE] = stage


def leave() -> None:
    """Take it off the stage; its debrief stays."""
    st.session_state.pop(_STAGE, None)


def end(stage: Stage, debrief: Debrief) -> None:
    """End it with a look back, which is kept as long as the tab."""
    put(replace(stage, debrief=debrief))
    st.session_state[_DEBRIEFS] = [*debriefs(), debrief]


def debriefs() -> list[Debrief]:
    """Return the debriefs of this session, oldest first."""
    kept = st.session_state.get(_DEBRIEFS)
    return kept if isinstance(kept, list) else []
