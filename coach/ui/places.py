"""Where the person's text goes, in the page's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.domain.status import Consent, Use
from coach.ui import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.bootstrap import Services


def used(services: Services) -> tuple[Consent, ...]:
    """Return the models elsewhere that this person's text goes to, or would once they agree.

    Empty where they said "not now": then all of it stays on this machine.
    """
    return () if keeps_all_here(services) else tuple(services.remote)


def keeps_all_here(services: Services) -> bool:
    """Whether the person said "not now" and has not agreed since."""
    return services.declined and bool(services.consent)


def writer(places: Sequence[Consent]) -> Consent | None:
    """Return the place that writes the answers."""
    return next((place for place in places if place.use is Use.WRITING), None)


def searcher(places: Sequence[Consent]) -> Consent | None:
    """Return the place that searches by meaning."""
    return next((place for place in places if place.use is Use.SEARCHING), None)


def where_text_goes(services: Services) -> str:
    """Say who writes and who else gets to read the text."""
    places, model = used(services), services.status().model
    going = " and to ".join(_reads(place) for place in places)
    if writer(places) is not None:
        return f"What you type goes to {going}; every sentence is checked against the playbook."
    if model is not None and writer(services.remote) is None:
        here = (
            f"Answers are written by {safe_text.plain(model)} on this machine, and every sentence "
            "is checked against the playbook"
        )
    else:
        here = "Answers come from the playbook on this machine"
    return f"{here}. What you type goes to {going}." if going else f"{here}; {_NOTHING}."


_NOTHING = "nothing you type leaves it"


def asked(places: Sequence[Consent]) -> str:
    """Say what would go where, and what for."""
    said = [f"Your questions would go to {_names(place)}." for place in places[:1]]
    said += [f"They would also go to {_names(place)}." for place in places[1:]]
    with_them = []
    if writer(places) is not None:
        with_them.append("The passages of the playbook that fit go with a question to be answered.")
    if searcher(places) is not None:
        with_them.append("To be searched, the notes go there too, your team's own among them.")
    return " ".join((*said, *with_them, "Nothing you typed has been sent there yet."))


def _reads(place: Consent) -> str:
    return f"{safe_text.plain(place.host)}, model {safe_text.plain(place.model)}, which {place.use}"


def _names(place: Consent) -> str:
    host, model = safe_text.plain(place.host), safe_text.plain(place.model)
    return f"**{host}**, where the model **{model}** {place.use}"
