"""The replacement of people's names, wired around whatever model reads text."""

from __future__ import annotations

import re

from coach.bootstrap.model import Model
from coach.domain.notes import Playbook
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming
from coach.settings import Settings

_WORD = re.compile(r"(?<![\w'’])[a-z][a-z'’]+")


def make_naming(settings: Settings, model: Model | None, playbook: Playbook) -> Naming | None:
    """Return what replaces names before they reach the model; `None` where there is none.

    By itself it is on where the model runs on another machine, as long as nobody says otherwise.
    """
    if model is None:
        return None
    on = settings.hide_names == "on" or (settings.hide_names == "auto" and model.remote is not None)
    return Naming(make_finder(playbook), on)


def make_finder(playbook: Playbook) -> Finder:
    """Return what finds names, knowing the playbook's own words for no names."""
    sections = (section.text for note in playbook.notes for section in note.sections)
    return Finder(frozenset(word for text in sections for word in _WORD.findall(text)))
