"""What speaks for and against a sentence when it is held beside a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from coach.services.checking.actors import SIDES, actor
from coach.services.checking.alignment import NOTHING, Alignment, align
from coach.services.checking.clauses import turned
from coach.services.checking.opposites import are_opposite
from coach.services.checking.polarity import ORDER
from coach.services.checking.reading import Reading, Word
from coach.services.checking.strength import HEDGES, SWEEPING, share
from coach.services.checking.words import root, stem

_ADDED = 0.25  # of its words that a second passage sentence must add to be summed up too
_SPAN = 9  # words on either side of "before" or "than" that it sets in order
ALIGNED = 2  # passage sentences that a sentence is held against most closely


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against; all 0–1 but `cosine` (-1–1). 0 is good but for the cosine."""

    missing: float  # weighted share of content words that stand nowhere in the passage
    missing_aligned: float  # the same, in the best two sentences
    cosine: float  # to the nearest sentence of the passage
    opposite: float
    denied: float  # a negation in only one of the two
    clause_turned: float
    dropped_not: float  # denied there and plainly said here
    edited: float  # turned, and otherwise nearly word for word
    added_not: float  # denied here, plainly said there, and otherwise nearly word for word
    replaced: float  # words put in the place of others in a repeated sentence
    exchanged: float
    other_actor: float
    other_lead: float  # another person than the one who is to act there
    swapped: float  # what is said of one side is said of the other there
    reordered: float
    sweeping: float
    unhedged: float
    name: float

    def values(self) -> list[float]:
        """Return the signals in the order of the fields."""
        return [float(getattr(self, field.name)) for field in fields(self)]


def signals(sentence: Reading, passage: Sequence[Reading], head: Reading) -> Signals:
    """Hold `sentence` against the sentences of its passage under the heading `head`."""
    near = aligned(sentence, passage)
    everywhere = frozenset[str]().union(head.roots, *(r.roots for r in passage))
    nearby = frozenset[str]().union(*(r.roots for r in near))
    best = _best(sentence, near)
    return Signals(
        missing=_share_missing(sentence, everywhere),
        missing_aligned=_share_missing(sentence, nearby | head.roots),
        cosine=0.0,
        opposite=_opposites(sentence, near),
        denied=best.repeated * best.denied,
        clause_turned=turned(sentence.clauses, [c for r in passage for c in r.clauses]),
        dropped_not=_one_sided(near, [sentence]),
        edited=max(0.0, best.repeated - 0.6) / 0.4 * (best.turned or best.denied),
        added_not=best.repeated**2 * _one_sided([sentence], near),
        replaced=best.repeated**2 * min(1.0, len(best.replaced) / 2),
        exchanged=float(best.exchanged),
        other_actor=_other_actor(sentence, passage, near, head),
        other_lead=_other_lead(sentence, near),
        swapped=_swapped(sentence, near, head),
        reordered=_reordered(sentence, near),
        sweeping=_new(sentence, passage, SWEEPING),
        unhedged=_unhedged(sentence, near),
        name=min(1.0, len(_new_names(sentence, passage, head)) / 2),
    )


def _best(sentence: Reading, near: Sequence[Reading]) -> Alignment:
    """Return the alignment with the sentence repeated most; with both only where they add much."""
    alone = _most([align(sentence, reading) for reading in near])
    both = _most([align(sentence, reading) for reading in _joined(near)])
    return both if both.repeated > alone.repeated + _ADDED else alone


def _most(laid: Sequence[Alignment]) -> Alignment:
    return max(laid, key=lambda one: one.repeated, default=NOTHING)


def _joined(near: Sequence[Reading]) -> list[Reading]:
    """Return the two nearest sentences as one, in either order: a sentence may sum up both."""
    if len(near) < 2:
        return []
    one, other = (reading.text.strip().rstrip(".") for reading in near)
    return [Reading(f"{one}; {other}."), Reading(f"{other}; {one}.")]


def aligned(sentence: Reading, passage: Sequence[Reading]) -> list[Reading]:
    """Return the passage sentences that together hold most of the sentence's words."""
    found: list[Reading] = []
    # Who is named may be what was changed: the rest of the sentence finds its place.
    open_words = {w.root: w.weight * (0.2 if actor(w.text) else 1.0) for w in sentence.words}
    for _ in range(ALIGNED):
        best, gain = None, 0.0
        for reading in passage:
            if reading in found:
                continue
            held = sum(w for r, w in open_words.items() if r in reading.roots)
            held += 0.01 * held / (1 + len(reading.roots))
            if held > gain:
                best, gain = reading, held
        if best is None:
            break
        found.append(best)
        open_words = {r: w for r, w in open_words.items() if r not in best.roots}
    return found


def _share_missing(sentence: Reading, roots: frozenset[str]) -> float:
    total = sum(word.weight for word in sentence.words)
    lost = sum(word.weight for word in sentence.words if word.root not in roots)
    return lost / total if total else 0.0


def _one_sided(denying: Sequence[Reading], saying: Sequence[Reading]) -> float:
    """1 where a word is denied wherever the one side has it, and plainly said by the other."""
    known = frozenset[str]().union(*(r.roots for r in denying))
    words = [word for r in saying for word in r.words]
    plain = {word.root for word in words if word.is_plain and not word.soft - known}
    unclear = {word.root for word in words if not word.is_plain or word.soft - known}
    denied = {word.root for r in denying for word in r.words if word.is_negated}
    said = {word.root for r in denying for word in r.words if not word.is_negated}
    return min(1.0, len((denied - said) & (plain - unclear)) / 2)


def _opposites(sentence: Reading, near: Sequence[Reading]) -> float:
    """1 where a word's opposite stands in the passage, the word does not, and neither is denied."""
    here = {word for word in sentence.flat if word.isalpha()}
    for reading in near:
        there = {word for word in reading.flat if word.isalpha()}
        mine = [word for word in here - there if root(word) not in reading.roots]
        theirs = [word for word in there - here if root(word) not in sentence.roots]
        for one in mine:
            for other in theirs:
                if are_opposite(one, other) and _flag(sentence, one) == _flag(reading, other):
                    return 1.0
    return 0.0


def _flag(reading: Reading, word: str) -> bool:
    return any(w.is_negated for w in reading.words if w.text == word)


def _other_actor(
    sentence: Reading, passage: Sequence[Reading], near: Sequence[Reading], head: Reading
) -> float:
    """1 where somebody is named whom the passage does not name, less where only elsewhere."""
    if not sentence.actors:
        return 0.0
    close = set(near[0].actors) if near else set()
    anywhere = {name for reading in passage for name in reading.actors}
    # "The two heads" may be told apart; "the head of sales" is not the head of marketing.
    strange = [
        name
        for name in sentence.actors
        if name not in anywhere and not ("head" in name and "head" in anywhere)
    ]
    if any(name not in head.actors for name in strange):
        return 1.0 if close else 0.6
    if strange:
        return 0.5 if close else 0.2
    return 0.0


def _other_lead(sentence: Reading, near: Sequence[Reading]) -> float:
    """1 where the passage says who is to act and the sentence names somebody else only."""
    lead = near[0].lead if near else []
    return float(bool(lead and sentence.actors and lead[0] not in sentence.actors))


def _swapped(sentence: Reading, near: Sequence[Reading], head: Reading) -> float:
    """How far what is said of one side is said of the other side in the passage (0–1)."""
    default = next((name for name in head.actors if name in SIDES), None)
    there: dict[str, set[str]] = {}
    for reading in near:
        for word in reading.words:
            side = word.side or default
            if side is not None:
                there.setdefault(word.root, set()).add(side)
    same = other = 0.0
    for word in sentence.words:
        if word.side is None or word.root not in there or word.text in SIDES:
            continue
        if word.side in there[word.root]:
            same += word.weight
        else:
            other += word.weight
    return other / (same + other) if same + other else 0.0


def _reordered(sentence: Reading, near: Sequence[Reading]) -> float:
    """1 where what stands before and after an ordering word has changed places."""
    mine = _ordered(sentence)
    theirs = [pair for reading in near for pair in _ordered(reading)]
    for kind, left, right in mine:
        for other_kind, other_left, other_right in theirs:
            if kind != other_kind:
                continue
            straight = len(left & other_left) + len(right & other_right)
            crossed = left & other_right, right & other_left
            if all(crossed) and sum(map(len, crossed)) > straight:
                return 1.0
    return 0.0


def _ordered(reading: Reading) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    pairs = []
    for at, word in enumerate(reading.flat):
        if word not in ORDER:
            continue
        kind, direction = ORDER[word]
        left = _roots([w for w in reading.words if at - _SPAN <= w.place < at])
        right = _roots([w for w in reading.words if at < w.place <= at + _SPAN])
        pairs.append((kind, left, right) if direction > 0 else (kind, right, left))
    return pairs


def _roots(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.root for word in words)


def _new(sentence: Reading, passage: Sequence[Reading], kind: frozenset[str]) -> float:
    """Words of one kind that the passage does not use, of two."""
    there = frozenset[str]().union(*(share(reading.flat, kind) for reading in passage))
    return min(1.0, len(share(sentence.flat, kind) - there) / 2)


def _unhedged(sentence: Reading, near: Sequence[Reading]) -> float:
    """How much more the nearest sentence hedges, of two words."""
    if not near or share(sentence.flat, HEDGES):
        return 0.0
    return min(1.0, len(share(near[0].flat, HEDGES)) / 2)


def _new_names(sentence: Reading, passage: Sequence[Reading], head: Reading) -> frozenset[str]:
    known = frozenset[str]().union(head.stems, *(reading.stems for reading in passage))
    roots = frozenset[str]().union(head.roots, *(reading.roots for reading in passage))
    return frozenset(n for n in sentence.names if stem(n) not in known and root(n) not in roots)
