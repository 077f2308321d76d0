"""The words of a text with what tells a name: its capital, and whether a sentence begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.roles import ROLES

_WORD = lazy_pattern(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*")
_POSSESSIVE = lazy_pattern(r"['’]s\Z|['’]S\Z")
_BEGINS = lazy_pattern(
    r"(?:\A|[\n.!?¿¡…:;•|>\"“”„«(\[{*#/]|[-–—] ?|\d\.|\A[ \t]+)[ \t\"“„«(*_>]*\Z"
)
_ADDRESS = lazy_pattern(r"[\w.+'-]{1,64}@[\w.-]{1,190}|https?://\S+|www\.\S+|#[\w-]+")
_NEAR = 12  # characters before a word that tell whether a sentence begins


@dataclass(frozen=True, slots=True)
class Token:
    """One word from `start` to `end`, without a possessive ending.

    `opens`: a sentence, a line or a quotation begins with it, so its capital tells nothing.
    `is_role`: it belongs to a role such as `Head of Sales`. `gap` is what stands before it.
    """

    text: str
    start: int
    end: int
    opens: bool
    is_role: bool
    gap: str

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.casefold()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are, not as an acronym or a product such as `HubSpot`."""
        parts = re.split(r"[-'’.]", self.text)
        return self.text[0].isupper() and all(p[1:] == p[1:].lower() for p in parts if p)

    @property
    def is_loud(self) -> bool:
        """Whether all of it is written in capitals, and it is long enough to be a name."""
        return len(self.text) > 2 and self.text.isupper()


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text in their order; those of addresses and links are left out."""
    taken = [found.span() for found in _ADDRESS.finditer(text)]
    roles = [found.span() for found in ROLES.finditer(text)]
    tokens: list[Token] = []
    before = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        ending = _POSSESSIVE.search(word.group())
        end -= len(ending.group()) if ending else 0
        if not _is_in(start, taken):
            opens = _BEGINS.search(text[max(0, start - _NEAR) : start]) is not None
            is_role = _is_in(start, roles)
            tokens.append(Token(text[start:end], start, end, opens, is_role, text[before:start]))
        before = word.end()
    return tuple(tokens)


def _is_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
