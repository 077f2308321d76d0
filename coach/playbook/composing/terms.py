"""Which words of a question tell something, weighed by how few passages hold them.

An author needs to tell sentences of a passage apart, where the search index weighs passages; a
cutting of endings is enough for that.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Longer endings first; what is left must still be a word.
_ENDINGS = ("'s", "’s", "ings", "ing", "ers", "er", "ed", "es", "ly", "s", "y", "e")
_SHORTEST = 3
_LONGEST = 40  # letters; longer ones are no words, and their stems would fill the memory
# Words that ask, point or fill: rare in notes, so that counting alone would take them for telling.
_FILLERS = """
a am an and are be been can could did do does for from get got had has have he her him his how i
if in is it its just like may me might my of on or our out really say says she should so some
still that the their them then there they thing things this those to us was way we went were what
when where which who whom whose why will with would you your im dont doesnt isnt isn't don't
doesn't i'm we're it's what's whats best good need needs want make makes made sense actually about
over up down after before now back here all ever only each other as any more most much no one too
very at by into onto off than also even again always never
not but
"""
_EMPTY = frozenset(_FILLERS.split())


class Terms:
    """Weights of words over a fixed set of texts. Never changes; safe from many threads."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of `texts` each term stands."""
        kept = [terms_in(text) for text in texts]
        counts = Counter(term for terms in kept for term in terms)
        self._weights = {term: math.log(len(kept) / count) for term, count in counts.items()}

    def weigh(self, text: str) -> dict[str, float]:
        """Return the telling terms of `text` that the notes know, each with its weight."""
        found = {term: self._weights.get(term, 0.0) for term in terms_in(text)}
        return {term: weight for term, weight in found.items() if weight > 0}


def terms_in(text: str) -> frozenset[str]:
    """Return the words of `text` in lower case without their endings, empty words left out."""
    words = set(_WORD.findall(text.lower())) - _EMPTY
    return frozenset(_stem(word) for word in words if len(word) <= _LONGEST)


def share(wanted: Mapping[str, float], terms: Iterable[str]) -> float:
    """Return the part (0–1) of the wanted weight that stands among `terms`."""
    whole = sum(wanted.values())
    return sum(wanted.get(term, 0.0) for term in terms) / whole if whole else 0.0


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word.endswith("ies"):
        word = f"{word[:-3]}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
