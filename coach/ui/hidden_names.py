"""Whose names were replaced before a text left, and the choice of whose are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.services.names.naming import Naming
from coach.ui import components, places, safe_text

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FEW = 3  # names that a label has room for
_LONGEST = 60  # characters of a name that is added by hand


def of_text(services: Services, person: Person, text: str, listed: Sequence[str] = ()) -> None:
    """Say whose names would be replaced in `text` and a list of people, before they leave."""
    naming = services.naming
    if naming is not None and _host(services):
        found = naming.names([text], naming.choices(person), listed)
        _draw(services, naming, person, found, _said(found, "first"), "first")


def of_answer(
    services: Services, person: Person, key: str, hidden: tuple[str, ...], *, last: bool
) -> None:
    """Say whose names were replaced for an answer; under the `last` one that can be changed."""
    naming = services.naming
    if naming is None or not (hidden or (last and _host(services))):
        return
    label = _said(hidden, f"before this went to {_host(services) or 'the model'}")
    if last:
        _draw(services, naming, person, hidden, label, key)
    else:
        st.caption(label)


def _draw(
    services: Services,
    naming: Naming,
    person: Person,
    hidden: tuple[str, ...],
    label: str,
    key: str,
) -> None:
    choices = naming.choices(person)
    host = _host(services) or "the model"
    with st.popover(label, key=f"names-{key}", type="tertiary", icon=":material/badge:"):
        st.markdown(
            "The model reads a stand-in such as *Person A* for each name; you read the name. What "
            "you change holds from the next text on, until the coach is started again."
        )
        st.toggle(
            f"Replace names before text goes to {host}",
            naming.is_on(choices),
            key=f"names-on-{key}",
            on_change=_switch,
            args=(naming, person, f"names-on-{key}"),
        )
        if naming.is_on(choices):
            _names(naming, person, (*hidden, *sorted(choices.shown)), key)


def _names(naming: Naming, person: Person, names: tuple[str, ...], key: str) -> None:
    choices = naming.choices(person)
    shown = {name.casefold() for name in choices.shown}
    listed = {name.casefold(): name for name in reversed((*names, *choices.added))}
    for low in sorted(listed):
        st.checkbox(
            safe_text.plain(listed[low]),
            low not in shown,
            key=f"name-{low}-{key}",
            on_change=_tick,
            args=(naming, person, listed[low], f"name-{low}-{key}"),
        )
    with st.form(f"names-more-{key}", border=False, clear_on_submit=True):
        st.text_input("A name that is missing", key=f"names-add-{key}", max_chars=_LONGEST)
        st.form_submit_button(
            "Replace it too", on_click=_add, args=(naming, person, f"names-add-{key}")
        )


def _said(names: tuple[str, ...], when: str) -> str:
    if not names:
        return f"No names replaced {when}"
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return f"Names replaced {when}: {', '.join(map(safe_text.plain, names[:_FEW]))}{more}"


def _host(services: Services) -> str:
    """Return where the model runs that writes, "" where that is this machine."""
    place = places.writer(services.remote)
    return safe_text.plain(place.host) if place is not None else ""


@components.plainly
def _switch(naming: Naming, person: Person, key: str) -> None:
    choices = naming.choices(person)
    naming.choose(person, replace(choices, hide=bool(st.session_state[key])))


@components.plainly
def _tick(naming: Naming, person: Person, name: str, key: str) -> None:
    choices = naming.choices(person)
    others = frozenset(one for one in choices.shown if one.casefold() != name.casefold())
    shown = others if st.session_state[key] else others | {name}
    naming.choose(person, replace(choices, shown=shown))


@components.plainly
def _add(naming: Naming, person: Person, key: str) -> None:
    choices, name = naming.choices(person), " ".join(str(st.session_state[key]).split())
    if name:
        shown = frozenset(one for one in choices.shown if one.casefold() != name.casefold())
        added = tuple(dict.fromkeys((*choices.added, name)))
        naming.choose(person, replace(choices, shown=shown, added=added))
