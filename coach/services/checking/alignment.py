"""Lays a sentence beside the passage sentence it repeats, and finds what was changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from coach.services.checking.clauses import is_soft
from coach.services.checking.opposites import are_opposite, opposites
from coach.services.checking.polarity import NEGATORS
from coach.services.checking.reading import Reading
from coach.services.checking.units import TIME
from coach.services.checking.words import root, stem, weight

_LONGEST = 60  # telling words compared; a sentence has about twelve
_REACH = 4  # telling words after a "not" that it may deny


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that carries the sense: content, negation or direction."""

    text: str
    root: str
    is_negator: bool
    clause: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a sentence differs from the one it repeats.

    `repeated` is the share (0–1) of its telling words found there in the same order; `replaced`
    are words that stand in the place of others, of no like meaning; `exchanged` says that two
    words changed places; `turned` that a negation or an opposite turns it round; `denied` that
    only one of the two has a negation at all.
    """

    repeated: float
    replaced: tuple[tuple[str, str], ...]
    exchanged: bool
    turned: bool
    denied: bool


NOTHING = Alignment(0.0, (), False, False, False)  # no word of the sentence stands there


def telling(reading: Reading) -> list[Telling]:
    """Return the telling words in order."""
    found = []
    clause = 0
    for word in reading.flat:
        if not word[:1].isalnum():
            clause += 1
            continue
        is_negator = word in NEGATORS or word.endswith("n't")
        if word in TIME:
            continue  # compared by value, as figures
        if is_negator or weight(word) > 0 or stem(word) in opposites():
            found.append(Telling(word, "not" if is_negator else root(word), is_negator, clause))
    return found[:_LONGEST]


def align(sentence: Reading, other: Reading) -> Alignment:
    """Lay `sentence` beside `other`."""
    mine, yours = telling(sentence), telling(other)
    a, b = [t.root for t in mine], [t.root for t in yours]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return NOTHING
    kept = sum(block.size for block in blocks)
    held = {at for block in blocks for at in range(block.b, block.b + block.size)}
    heard = _heard(yours, held)
    changes = [
        (mine[i1:i2], [yours[j] for j in range(j1, j2) if j in heard])
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]
    replaced = [
        (one.text, two.text)
        for ours, theirs in changes
        if len(ours) == len(theirs) <= 2
        for one, two in zip(ours, theirs, strict=True)
        if not (one.is_negator or two.is_negator)
    ]
    return Alignment(
        repeated=_repeated(mine, yours, held),
        replaced=tuple(replaced),
        exchanged=_exchanged(a, b, kept),
        turned=_turns(changes) > 0,
        denied=_denied(mine, [yours[at] for at in sorted(heard)]),
    )


def _repeated(mine: Sequence[Telling], yours: Sequence[Telling], held: set[int]) -> float:
    """Return the share of words found, negations aside: one more of them repeats no less."""
    words = sum(not t.is_negator for t in mine)
    found = sum(not yours[at].is_negator for at in held)
    return found / words if words else 0.0


def _denied(mine: Sequence[Telling], yours: Sequence[Telling]) -> bool:
    """Whether only one of the two denies, and the other does not even half deny."""
    here, there = (any(t.is_negator for t in side) for side in (mine, yours))
    denying, other = (mine, yours) if here else (yours, mine)
    known = {t.root for t in denying}
    return here != there and not any(is_soft(t.text) and t.root not in known for t in other)


def _heard(yours: Sequence[Telling], held: set[int]) -> set[int]:
    """Return the places that count: what stands in a clause, or its list, that is repeated."""
    clauses = {yours[at].clause for at in held}
    heard = {at for at, word in enumerate(yours) if word.clause in clauses}
    # A "not" far from what is repeated denies something else.
    return {
        at
        for at in heard
        if not yours[at].is_negator
        or any(at < other <= at + _REACH for other in held)
        or at in held
    }


def _turns(changes: Sequence[tuple[Sequence[Telling], Sequence[Telling]]]) -> int:
    """Count the changes that turn the sense round; a negation that only moved turns nothing."""
    opposite = added = dropped = 0
    for ours, theirs in changes:
        nots = sum(t.is_negator for t in ours) - sum(t.is_negator for t in theirs)
        pairs = sum(any(are_opposite(one.text, two.text) for two in theirs) for one in ours)
        if pairs and nots:
            continue  # "not late" for "early"
        opposite += pairs
        added, dropped = added + max(0, nots), dropped + max(0, -nots)
    return opposite + abs(added - dropped)


def _exchanged(a: Sequence[str], b: Sequence[str], kept: int) -> bool:
    """Whether putting two words in each other's place brings the sentences closer together."""
    if kept < 2 or kept / len(a) < 0.4:
        return False
    before = _common(a, b)
    known = [at for at, word in enumerate(a) if a.count(word) == 1 and b.count(word) == 1]
    for i, j in combinations(known, 2):
        if b.index(a[i]) < b.index(a[j]):
            continue
        tried = list(a)
        tried[i], tried[j] = a[j], a[i]
        if _common(tried, b) >= before + 2:
            return True
    return False


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        previous = 0
        for at, other in enumerate(b, 1):
            held = row[at]
            row[at] = previous + 1 if word == other else max(row[at], row[at - 1])
            previous = held
    return row[-1]
