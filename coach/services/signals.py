"""Adds up what the words of a text say about a boundary, in windows of three sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.playbook.boundary_rules import DECLINED, LEVELS, Signs
from coach.services.patterns import Matcher, Pattern, Sentence, compile_pattern

# A sentence alone hides what three say together ("I told compliance." "Then my leads stopped.");
# wider windows add up the anger of long, harmless mails (measured on the tuned half).
WINDOW = 3
POINTS = {"sure": 1.0, "likely": 0.5, "hint": 0.25}
# What raises or lowers any category, in points: who, how often, before whom, with what feeling.
GENERAL = {
    "power": 0.1, "repeated": 0.15, "public": 0.25, "hush": 0.25, "fear": 0.35,
    "calm": -0.3, "trade": -0.4,
}  # fmt: skip
# How many patterns of one level count, and how far other categories support the strongest.
MOST = 2
SUPPORT = 0.3


@dataclass(frozen=True, slots=True)
class Signal:
    """The strongest reading of a text: 1 point and more is a boundary."""

    points: float = 0.0
    category: str = ""
    patterns: tuple[str, ...] = ()


class Signals:
    """Reads the signs of one language. Lives as long as the app; safe from many threads."""

    def __init__(self, signs: Signs) -> None:
        def compiled(sources: Iterable[str], label: str) -> list[Pattern]:
            return [compile_pattern(source, label, signs.classes) for source in sources]

        self._harmless = Matcher(compiled(signs.harmless, "harmless"))
        patterns = [p for name in signs.general for p in compiled(signs.general[name], name)]
        for (category, level), sources in signs.levels.items():
            patterns += compiled(sources, f"{level}:{category}")
        self._signs = Matcher(patterns)
        self._refers = Matcher(compiled(signs.refers, "refers"))
        self._shifts = Matcher(compiled(signs.shifts, "shifts"))

    def found(self, sentence: Sentence) -> list[Pattern]:
        """Return the patterns in a sentence but those that begin or end in a harmless idiom."""
        idioms = {
            at for match in self._harmless.find(sentence) for at in range(match.start, match.end)
        }
        return [
            match.pattern
            for match in self._signs.find(sentence)
            if match.start not in idioms and match.end - 1 not in idioms
        ]

    def refers(self, sentences: Sequence[Sentence]) -> bool:
        """Whether the text leans on what was said before and does not leave it."""
        leans = any(True for s in sentences for _ in self._refers.find(s))
        return leans and not any(True for s in sentences for _ in self._shifts.find(s))


def strongest(found: Sequence[Sequence[Pattern]]) -> Signal:
    """Return the strongest window; `found` holds the patterns of each sentence in order."""
    best = Signal()
    for first in range(len(found)):
        if found[first] or first == 0:
            signal = _weigh(p for part in found[first : first + WINDOW] for p in part)
            best = max(best, signal, key=lambda s: s.points)
    return best


def _weigh(patterns: Iterable[Pattern]) -> Signal:
    by_label: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        by_label[pattern.label].add(pattern.source)
    categories: dict[str, float] = defaultdict(float)
    mood = 0.0
    for label, sources in by_label.items():
        level, _, category = label.partition(":")
        if level in LEVELS:
            categories[category] += POINTS[level] * min(len(sources), MOST)
        else:
            mood += GENERAL[label]
    if not categories:
        return Signal()
    category = _leading(categories)
    others = min(sum(categories.values()) - categories[category], 1.0)
    found = sorted(
        source
        for label, sources in by_label.items()
        if label.endswith(category)
        for source in sources
    )
    return Signal(categories[category] + SUPPORT * others + mood, category, tuple(found))


def _leading(categories: Mapping[str, float]) -> str:
    """Return the category to answer: a life first, then what was asked for, then the strongest."""
    certain = {name for name, points in categories.items() if points >= 1}
    for urgent in ({"self_harm"}, set(DECLINED)):
        if certain & urgent:
            return max(certain & urgent, key=lambda name: categories[name])
    return max(categories, key=lambda name: categories[name])
