"""The second view: every note of the playbook, to find, read, print and ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.notes import Kind
from coach.ui import components, view
from coach.ui.notes import browse, gaps, note

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    view.draw("Playbook", _view)


def _view(services: Services, person: Person) -> None:
    address = st.query_params
    if "note" in address:
        found = services.playbook.get(address["note"])
        if found is None:
            note.missing()
            return
        view.configure(found.title)
        note.draw(services.playbook, found)
    elif address.get("view") == "gaps":
        gaps.draw(services, person)
    elif address.get("kind") in set(Kind):
        browse.draw_list(services.playbook.notes, Kind(address["kind"]), address.get("stage", ""))
    else:
        browse.draw(services, person)
