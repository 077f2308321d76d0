"""How far a passage bears a sentence out: signals, and their weights joined to one likelihood."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from coach.services.actors import SIDES
from coach.services.alignment import NOTHING, align
from coach.services.opposites import are_opposite
from coach.services.polarity import ORDER
from coach.services.reading import Reading, Word
from coach.services.sources import Source
from coach.services.strength import CAUSAL, HEDGES, SWEEPING, share

# Fitted on labelled pairs by logistic regression, in the order of the signals (docs/decisions.md).
WEIGHTS = (
    -0.99, -0.82, 0.31, 4.39, -0.58, -1.59, -2.23, -1.65, -1.03, -2.65, -3.03, -2.82, -1.75,
    -1.44, -0.82, -0.27, -0.39,
)  # fmt: skip
BASE = -1.33
KEEP = 0.5  # likelihood from which a sentence is kept
STRIKE = 0.4  # likelihood under which it is struck; between the two it is marked
BY_WORDS = (0.85, 0.55)
ALIGNED = 2  # passage sentences that a sentence is held against most closely


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against; all 0–1 but `cosine` (-1–1). 0 is good but for the cosine."""

    missing: float  # weighted share of content words that stand nowhere in the passage
    missing_aligned: float  # the same, in the best two sentences
    novel: float  # weight of the words missing, of four
    cosine: float  # to the nearest sentence of the passage
    negated: float  # words negated on one side only
    opposite: float
    turned: float  # the repeated sentence turned round by a negation or an opposite
    denied: float  # a negation in only one of the two
    replaced: float  # words put in the place of others in a repeated sentence
    exchanged: float
    other_actor: float
    swapped: float  # what is said of one side is said of the other there
    reordered: float
    sweeping: float
    unhedged: float
    causal: float
    name: float

    def values(self) -> list[float]:
        """Return the signals in the order of the fields."""
        return [float(getattr(self, field.name)) for field in fields(self)]


@dataclass(frozen=True, slots=True)
class Support:
    """The signals of a sentence and the likelihood (0–1) they come to."""

    signals: Signals
    likelihood: float

    def reason(self, passages: str, are_many: bool) -> str:
        """Say what is wrong, by the signals that weigh most."""
        s = self.signals
        where = passages[0].upper() + passages[1:]
        if max(s.turned, s.denied, s.opposite, s.exchanged, s.reordered) >= 0.4:
            return f"{where} {'say' if are_many else 'says'} otherwise."
        if max(s.other_actor, s.swapped) >= 0.4:
            return f"{where} {'say' if are_many else 'says'} this of somebody else."
        verb = "do not" if are_many else "does not"
        if max(s.sweeping, s.unhedged, s.causal) >= 0.5 and s.missing < 0.5:
            return f"{where} {verb} go this far."
        return f"{where} {verb} say this."


def signals(
    sentence: Reading, passage: Sequence[Reading], head: Reading, cosine: float
) -> Signals:
    """Hold `sentence` against the sentences of its passage under the heading `head`."""
    near = aligned(sentence, passage)
    everywhere = frozenset[str]().union(head.roots, *(r.roots for r in passage))
    nearby = frozenset[str]().union(*(r.roots for r in near))
    laid = [align(sentence, reading) for reading in near]
    best = max(laid, key=lambda one: one.repeated, default=NOTHING)
    lost = [word for word in sentence.words if word.root not in everywhere]
    return Signals(
        missing=_share_missing(sentence, everywhere),
        missing_aligned=_share_missing(sentence, nearby | head.roots),
        novel=min(1.0, sum(word.weight for word in lost) / 4),
        cosine=cosine,
        negated=_negation(sentence, near),
        opposite=_opposites(sentence, near),
        turned=best.repeated * best.turned,
        denied=best.repeated * best.denied,
        replaced=best.repeated**2 * min(1.0, len(best.replaced) / 2),
        exchanged=float(best.exchanged),
        other_actor=_other_actor(sentence, passage, near, head),
        swapped=_swapped(sentence, near, head),
        reordered=_reordered(sentence, near),
        sweeping=_new(sentence, passage, SWEEPING),
        unhedged=_unhedged(sentence, near),
        causal=_new(sentence, passage, CAUSAL),
        name=min(1.0, len(_new_names(sentence, passage, head)) / 2),
    )


def weigh(sentence: Reading, sources: Sequence[Source], cosine: float | None) -> Support:
    """Hold a sentence against its sources together; without a cosine by its words alone."""
    passage = [reading for source in sources for reading in source.sentences]
    head = sources[0].head
    found = signals(sentence, passage, head, 0.0 if cosine is None else cosine)
    if cosine is None:
        # The line through the development pairs: cosine against words missing.
        found = replace(found, cosine=BY_WORDS[0] - BY_WORDS[1] * found.missing_aligned)
    return Support(found, likelihood(found))


def likelihood(signals: Signals) -> float:
    """Return the likelihood (0–1) that the passage bears the sentence out."""
    total = BASE + sum(w * v for w, v in zip(WEIGHTS, signals.values(), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def aligned(sentence: Reading, passage: Sequence[Reading]) -> list[Reading]:
    """Return the passage sentences that together hold most of the sentence's words."""
    found: list[Reading] = []
    open_words = {word.root: word.weight for word in sentence.words}
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


def _negation(sentence: Reading, near: Sequence[Reading]) -> float:
    """Words that are negated on one side only, by weight, of two."""
    there: dict[str, set[bool]] = {}
    for reading in near:
        for word in reading.words:
            there.setdefault(word.root, set()).add(word.is_negated)
    turned = sum(
        word.weight
        for word in sentence.words
        if word.root in there and word.is_negated not in there[word.root]
    )
    return min(1.0, turned / 2)


def _opposites(sentence: Reading, near: Sequence[Reading]) -> float:
    """Words of the sentence whose opposite stands in the passage and they themselves do not."""
    here = {word for word in sentence.flat if word.isalpha()}
    found = 0
    for reading in near:
        there = {word for word in reading.flat if word.isalpha()}
        found += sum(
            1
            for mine in here - there
            for yours in there - here
            if are_opposite(mine, yours) and _flag(sentence, mine) == _flag(reading, yours)
        )
    return float(found > 0)


def _flag(reading: Reading, word: str) -> bool:
    return any(w.is_negated for w in reading.words if w.text == word)


def _other_actor(
    sentence: Reading, passage: Sequence[Reading], near: Sequence[Reading], head: Reading
) -> float:
    """1 where somebody is named whom the passage does not name, less where only elsewhere."""
    if not sentence.actors:
        return 0.0
    close = set(near[0].actors) if near else set()
    anywhere = {name for reading in (*passage, head) for name in reading.actors}
    if any(name not in anywhere for name in sentence.actors):
        return 1.0 if close else 0.6
    leads = sentence.actors[0] not in close and sentence.actors[0] not in head.actors
    return 0.7 if leads and close else 0.0


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
            crossed = len(left & other_right) + len(right & other_left)
            if crossed > straight:
                return 1.0
    return 0.0


def _ordered(reading: Reading) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    pairs = []
    for at, word in enumerate(reading.flat):
        if word not in ORDER:
            continue
        kind, direction = ORDER[word]
        left = _roots([w for w in reading.words if at - 6 <= w.place < at])
        right = _roots([w for w in reading.words if at < w.place <= at + 6])
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


def _new_names(
    sentence: Reading, passage: Sequence[Reading], head: Reading
) -> frozenset[str]:
    known = frozenset[str]().union(head.stems, *(reading.stems for reading in passage))
    from coach.services.words import root, stem

    roots = frozenset[str]().union(head.roots, *(reading.roots for reading in passage))
    return frozenset(n for n in sentence.names if stem(n) not in known and root(n) not in roots)
