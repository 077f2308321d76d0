"""What two texts on one word share and where they differ, found by code: criteria, numbers, roles.

A criterion is a part of a sentence that stands for itself. Two are the same where half of the
telling words of the shorter one stand in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from coach.playbook.composing.terms import terms_in
from coach.services.checking.figures import Figure, figures_in
from coach.services.shared_words.counting import phrases
from coach.services.shared_words.telling import is_telling

ALIKE = Fraction(1, 2)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|•")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s*")
# What a sentence lists may stand for itself where each part says something.
_LISTED = re.compile(r",?\s+(?:and|und|et|y)\s+|,\s+|\s+–\s+")
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|none|without|except|n't|isn't|aren't|don't|doesn't|can't|won't)\b"
    r"|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_LEAST = 2  # telling words of a part that stands for itself
_ROLES = {
    "sales": r"sales|sellers?|reps?|salespeople|account executives?|AEs?",
    "marketing": r"marketing|marketers?",
    "SDRs": r"SDRs?|BDRs?|callers?",
    "customers": r"customers?|clients?|buyers?|prospects?",
    "managers": r"managers?|heads?|leaders?|boss(?:es)?",
    "operations": r"ops|revops|operations|CRM",
}
_ROLE = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _ROLES.items()}


@dataclass(frozen=True, slots=True)
class Pair:
    """A criterion of both; `clash` where numbers differ or one of them says *not*."""

    sales: str
    marketing: str
    clash: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share, and what only one of them says."""

    shared: tuple[Pair, ...]
    only_sales: tuple[str, ...]
    only_marketing: tuple[str, ...]
    numbers: tuple[tuple[str, ...], tuple[str, ...]]  # of sales and marketing, where they differ
    roles: tuple[tuple[str, ...], tuple[str, ...]]  # named by only one of them
    words: tuple[tuple[str, ...], tuple[str, ...]]  # used by only one of them

    @property
    def agrees(self) -> bool:
        """Whether nothing differs that has to be talked about."""
        return not (self.only_sales or self.only_marketing or any(p.clash for p in self.shared))


def compare(sales: str, marketing: str) -> Comparison:
    """Return what the two texts share and where they differ."""
    ours, theirs = criteria_in(sales), criteria_in(marketing)
    pairs = _pairs(ours, theirs)
    left = {a for a, _ in pairs}, {b for _, b in pairs}
    return Comparison(
        shared=tuple(Pair(ours[a], theirs[b], clashes(ours[a], theirs[b])) for a, b in pairs),
        only_sales=tuple(c for place, c in enumerate(ours) if place not in left[0]),
        only_marketing=tuple(c for place, c in enumerate(theirs) if place not in left[1]),
        numbers=(_unmatched(sales, marketing), _unmatched(marketing, sales)),
        roles=_apart(_roles_in(sales), _roles_in(marketing)),
        words=_apart(_words_in(sales, marketing), _words_in(marketing, sales)),
    )


def criteria_in(text: str) -> tuple[str, ...]:
    """Return the criteria of a text as they stand in it, each once."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE.split(text):
        for part in _parts(_BULLET.sub("", sentence).strip()):
            found.setdefault(part)
    return tuple(found)


def clashes(one: str, other: str) -> bool:
    """Whether two criteria can't both hold: other numbers, or only one of them says *not*."""
    ours, theirs = figures_in(one), figures_in(other)
    differ = bool(ours and theirs) and not _agree(ours, theirs)
    return differ or bool(_NOT.search(one)) != bool(_NOT.search(other))


def denies(criterion: str) -> bool:
    """Whether a criterion says what something is not."""
    return _NOT.search(criterion) is not None


def _parts(sentence: str) -> Iterable[str]:
    """Yield a sentence, or what it lists where every part says enough to stand for itself."""
    plain = sentence.strip(" .;!,")
    if not plain:
        return []
    parts = [part.strip() for part in _LISTED.split(plain) if part.strip()]
    if len(parts) > 1 and all(len(terms_in(part)) >= _LEAST for part in parts):
        return parts
    return [plain]


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return which criteria are the same, the most alike first, each once, in our order."""
    alike = sorted((-_alike(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    pairs: list[tuple[int, int]] = []
    for likeness, i, j in alike:
        taken = any(i == a or j == b for a, b in pairs)
        if -likeness >= ALIKE and not taken:
            pairs.append((i, j))
    return sorted(pairs)


def _alike(one: str, other: str) -> Fraction:
    ours, theirs = terms_in(one), terms_in(other)
    least = min(len(ours), len(theirs))
    return Fraction(len(ours & theirs), least) if least else Fraction(0)


def _unmatched(text: str, other: str) -> tuple[str, ...]:
    theirs = figures_in(other)
    mine = figures_in(text)
    wanted = (figure for figure in mine if not any(figure.agrees(one) for one in theirs))
    return tuple(dict.fromkeys(phrases(text, mine, wanted)))


def _agree(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    few, many = sorted((ours, theirs), key=len)
    return all(any(a.agrees(b) for b in many) for a in few)


def _roles_in(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _ROLE.items() if pattern.search(text))


def _words_in(text: str, other: str) -> tuple[str, ...]:
    """Return the telling words that the other text does not use; roles are told apart from them."""
    theirs = terms_in(other)
    counted = " ".join(figure.text for figure in figures_in(text)).lower().split()
    found: dict[str, None] = {}
    for word in _WORD.findall(text.lower()):
        named = any(pattern.fullmatch(word) for pattern in _ROLE.values())
        if is_telling(word) and not named and word not in counted and terms_in(word) - theirs:
            found.setdefault(word)
    return tuple(found)


def _apart(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        tuple(one for one in ours if one not in theirs),
        tuple(one for one in theirs if one not in ours),
    )
