"""Whose names stand in texts, each person once with every form of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.domain.names import NameChoices
from coach.services.agendas.reading.roles import is_role
from coach.services.names.given import ALSO_WORDS, GIVEN
from coach.services.names.others import OTHERS
from coach.services.names.prose import LINKS, Prose
from coach.services.names.scripts import (
    is_bent,
    is_uncased,
    is_unspaced,
    names_without_capitals,
    stem_of,
)
from coach.services.names.structure import ADDRESS, names_in
from coach.services.names.tokens import tokens_of

_MOST_WORDS = 5
_MOST_PEOPLE = 200  # a list of more is no conversation
_LOCAL = lazy_pattern(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person with every form of their name, the fullest first; addresses are forms too."""

    forms: tuple[str, ...]

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.forms[0]


class Finder:
    """Finds people in texts. Lives as long as the app; safe from many threads.

    `known` are words in small letters that name nobody: those of the playbook.
    """

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self._prose = Prose(known)
        self._plain = known | OTHERS

    def is_word(self, form: str) -> bool:
        """Whether a form is a plain word too, so that only its capital makes it a name."""
        return form.casefold() in self._plain

    def people(
        self,
        texts: Sequence[str],
        listed: Sequence[str] = (),
        choices: NameChoices | None = None,
    ) -> tuple[Someone, ...]:
        """Return who is named in any of the texts, in the order of their first name.

        `listed` are people whose names are known to be such; `choices` hold over all of it.
        """
        choices = choices or NameChoices()
        found = [*choices.added, *(name for name in listed if self._is_somebody(name))]
        for text in texts:
            found += dict.fromkeys(self._names(text))
        groups = _grouped([name for name in found if name.strip()])
        for text in texts:
            self._add_addresses(groups, text)
        shown = {name.casefold() for name in choices.shown}
        people = (Someone(tuple(sorted(forms, key=_fullest))) for forms in groups)
        kept = (one for one in people if not any(form.casefold() in shown for form in one.forms))
        return tuple(kept)[:_MOST_PEOPLE]

    def _is_somebody(self, listed: str) -> bool:
        """Whether one of a list of people is named, and not a role or a team."""
        words = tokens_of(listed)
        plain = all(self._prose.is_plain(t) and t.low not in ALSO_WORDS for t in words)
        return bool(words) and not plain and not is_role(listed)

    def _names(self, text: str) -> Iterator[str]:
        tokens = tokens_of(text)
        yield from names_in(text, self._may_be)
        for start, end in self._prose.names(tokens):
            yield " ".join(text[start:end].split())
        yield from names_without_capitals(text)
        yield from (token.text for token in tokens if token.low in GIVEN and is_uncased(token.text))

    def _may_be(self, name: str, sure: bool) -> bool:
        """Whether words can be a name: not plain ones and, where that is not `sure`, capitals."""
        tokens = tokens_of(name)
        words = [token for token in tokens if token.low not in LINKS]
        if not words or len(tokens) > _MOST_WORDS or any(self._prose.is_plain(t) for t in words):
            return False
        if sure or is_uncased(name):
            return sure or not is_unspaced(name)
        return all(t.is_capital or t.is_loud or t.low in GIVEN for t in words) and not (
            len(words) == 1 and words[0].low.endswith("ly") and words[0].low not in GIVEN
        )

    def _add_addresses(self, groups: list[set[str]], text: str) -> None:
        for found in ADDRESS.finditer(text):
            parts = {part.casefold() for part in _LOCAL.findall(found.group().partition("@")[0])}
            if not parts - self._plain:
                continue
            whose = next((forms for forms in groups if parts & _small(forms)), None)
            if whose is None:
                groups.append({found.group()})
            else:
                whose.add(found.group())


def _grouped(names: Sequence[str]) -> list[set[str]]:
    """Return the forms of each person: a name, its parts, and shorter names within it."""
    groups: list[set[str]] = []
    firsts: list[str] = []
    for name in sorted(names, key=lambda name: -len(name.split())):
        parts = parts_of(name)
        first = parts[0].casefold() if parts else name.casefold()
        last = parts[-1].casefold() if len(parts) > 1 else ""
        whose = next(
            (
                at
                for at, forms in enumerate(map(_small, groups))
                if name.casefold() in forms
                or (first == firsts[at] and last in forms)
                or (is_bent(name) and any(form.startswith(stem_of(name)) for form in forms))
            ),
            None,
        )
        if whose is None:
            groups.append({name, *parts})
            firsts.append(first)
        else:
            groups[whose] |= {name, *parts}
    order = {name: at for at, name in reversed(list(enumerate(names)))}
    return sorted(groups, key=lambda forms: min(order.get(form, len(names)) for form in forms))


def parts_of(name: str) -> list[str]:
    """Return the words of a name that stand for it alone: no particles, no initials."""
    words = re.split(r"[ .\-_]+", name) if "@" not in name else []
    whole = [word for word in name.split() if "-" in word] if "@" not in name else []
    parts = [word.strip("'’") for word in words]
    kept = [p for p in parts if len(p) > 1 and p.casefold() not in LINKS and not p.isdigit()]
    return [*kept, *whole] if len(kept) > 1 else kept


def _small(forms: set[str]) -> set[str]:
    return {form.casefold() for form in forms}


def _fullest(form: str) -> tuple[bool, int, str]:
    return ("@" in form, -len(form), form)
