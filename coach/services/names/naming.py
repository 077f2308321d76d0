"""Which names leave for a model and which are replaced: for a call, for the page, for a count."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from coach.domain.conversation import Person
from coach.domain.names import NameChoices
from coach.services.names.disguise import Disguise
from coach.services.names.finding import Finder


class Naming:
    """Replaces names before text goes to a model. Lives as long as the app; safe from many threads.

    `on` holds where a person chose nothing; what they chose is remembered until the app ends.
    """

    def __init__(self, finder: Finder, on: bool) -> None:
        self._finder = finder
        self._on = on
        self._chosen: dict[str, NameChoices] = {}
        self._lock = threading.Lock()

    def choices(self, person: Person) -> NameChoices:
        """Return what a person chose so far."""
        with self._lock:
            return self._chosen.get(person.id, NameChoices())

    def choose(self, person: Person, choices: NameChoices) -> None:
        """Remember what a person chose; it holds from their next text on."""
        with self._lock:
            self._chosen[person.id] = choices

    def is_on(self, choices: NameChoices) -> bool:
        """Whether names are replaced for somebody who chose so."""
        return self._on if choices.hide is None else choices.hide

    def disguise(
        self,
        texts: Sequence[str],
        choices: NameChoices | None = None,
        listed: Sequence[str] = (),
        also: Sequence[str] = (),
    ) -> Disguise | None:
        """Return the stand-ins for who is named in `texts` or `listed`; `None` where switched off.

        `also` goes out too, but is not searched for names.
        """
        choices = choices or NameChoices()
        if not self.is_on(choices):
            return None
        people = self._finder.people(texts, listed, choices)
        return Disguise(people, (*texts, *also), self._finder.is_word)

    def names(
        self, texts: Sequence[str], choices: NameChoices, listed: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Return whose names would be replaced in `texts`; none where it is switched off."""
        disguise = self.disguise(texts, choices, listed)
        if disguise is None:
            return ()
        for text in (*texts, *listed):
            disguise.hide(text)
        return disguise.names

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where names stand in a text, whether they are replaced or not."""
        disguise = self.disguise([text], NameChoices(hide=True))
        return () if disguise is None else disguise.places(text)
