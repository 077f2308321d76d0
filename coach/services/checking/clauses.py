"""Cuts a sentence into clauses and tells which of them another text turns round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.services.checking.opposites import are_opposite, opposites
from coach.services.checking.polarity import NEGATORS, SOFT
from coach.services.checking.words import root, stem, vocabulary, weight

_OPENERS = vocabulary(
    """because but so if when unless until while which since although though whereas where who
    rather instead without before after than"""
)
_FEWEST = 2  # telling words that a clause needs to be compared
_ENOUGH = 0.6  # share of its words that another clause must hold
_ALIKE = 0.15  # how much worse a clause may match and still count as meant


@dataclass(frozen=True, slots=True)
class Clause:
    """The telling words of a clause as `(text, root)`, and how many negations it holds."""

    words: tuple[tuple[str, str], ...]
    negations: int
    soft: frozenset[str] = frozenset()  # words such as "hard", "unused" that half deny

    @property
    def roots(self) -> frozenset[str]:
        """What its words are compared by."""
        return frozenset(root for _, root in self.words)


def clauses(flat: Sequence[str]) -> list[Clause]:
    """Cut words and clause marks into clauses; a negating word that opens one belongs to it."""
    found: list[Clause] = []
    words: list[tuple[str, str]] = []
    negations = 0
    soft: set[str] = set()
    for word in (*flat, "."):
        is_break = not word[:1].isalnum()
        opens = word in _OPENERS
        if is_break or opens:
            if words:
                found.append(Clause(tuple(words), negations, frozenset(soft)))
                words, negations, soft = [], 0, set()
            elif is_break:
                negations = 0
        if is_break:
            continue
        if word in NEGATORS or word.endswith("n't"):
            negations += 1
            continue
        if is_soft(word):
            soft.add(root(word))
        if weight(word) > 0 or stem(word) in opposites():
            words.append((word, root(word)))
    return found


def is_soft(word: str) -> bool:
    """Whether a word half denies: `hard`, `unused`, `less`."""
    return word in SOFT or (word.startswith("un") and len(word) > 5 and word[2:4] != "de")


def turned(mine: Sequence[Clause], theirs: Sequence[Clause]) -> float:
    """Return how surely one of the clauses is turned round (0–1): its share of words found."""
    worst = 0.0
    for clause in mine:
        if len(clause.words) < _FEWEST:
            continue
        fits = [(_fit(clause, other), other) for other in theirs]
        best = max((fit for fit, _ in fits), default=0.0)
        if best < _ENOUGH:
            continue
        meant = [other for fit, other in fits if fit >= max(_ENOUGH, best - _ALIKE)]
        if all(_is_turned(clause, other) for other in meant):
            worst = max(worst, best)
    return worst


def _fit(clause: Clause, other: Clause) -> float:
    held = sum(root in other.roots for _, root in clause.words)
    opposed = sum(
        _has_opposite(text, other) for text, root in clause.words if root not in other.roots
    )
    return (held + opposed) / len(clause.words)


def _has_opposite(text: str, other: Clause) -> bool:
    return any(are_opposite(text, word) for word, _ in other.words)


def _is_turned(clause: Clause, other: Clause) -> bool:
    half_denied = (clause.soft | other.soft) - (clause.roots & other.roots)
    if (clause.negations > 0) != (other.negations > 0) and half_denied:
        return False
    turns = (clause.negations > 0) + (other.negations > 0)
    turns += sum(
        _has_opposite(text, other) for text, root in clause.words if root not in other.roots
    )
    return turns % 2 == 1
