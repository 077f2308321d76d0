"""How well pasted quarrels are matched, and what is stopped or sent away before, half by half."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time

from coach.domain.conflict import LONGEST, Match
from coach.evaluation.conflict_cases import ConflictCase
from coach.evaluation.counting import Count
from coach.services.boundaries import Boundaries
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.reading import read_thread
from coach.services.language import Languages

WORDS = 1_000
_WORD = re.compile(r"\S+\s*")
_END = re.compile(r"([.!?]) ")
RUNS = 5
FIRST_MATCH, IN_THREE = "right pattern first", "right pattern in three"
PLAIN = "other quarrels stopped"
OUTSIDE, STOPPED, LOOK_ALIKES = "outside found as such", "hand-overs stopped", "look-alikes stopped"
Named = tuple[str, Callable[["JudgedConflict"], bool], Callable[["JudgedConflict"], bool]]


@dataclass(frozen=True, slots=True)
class JudgedConflict:
    """A text with what came of it; `stopped` is what the boundaries say, whatever was matched."""

    case: ConflictCase
    matches: tuple[Match, ...]
    stopped: str

    @property
    def first(self) -> bool:
        """Whether the best label is the first match."""
        return self._named[:1] == list(self.case.patterns[:1])

    @property
    def one_of(self) -> bool:
        """Whether the first match is one of the labels: a text may be about two quarrels."""
        return any(note in self.case.patterns for note in self._named[:1])

    @property
    def in_three(self) -> bool:
        """Whether the best label is among the matches."""
        return bool(self.case.patterns) and self.case.patterns[0] in self._named

    @property
    def _named(self) -> list[str]:
        return [match.note for match in self.matches]


ROWS: tuple[Named, ...] = (
    (FIRST_MATCH, lambda one: bool(one.case.patterns), lambda one: one.first),
    ("first is one of its patterns", lambda one: bool(one.case.patterns), lambda one: one.one_of),
    (IN_THREE, lambda one: bool(one.case.patterns), lambda one: one.in_three),
    (
        OUTSIDE,
        lambda one: one.case.kind == "outside",
        lambda one: not one.matches,
    ),
    (STOPPED, lambda one: one.case.kind == "handover", lambda one: bool(one.stopped)),
    (
        LOOK_ALIKES,
        lambda one: one.case.kind == "lookalike",
        lambda one: bool(one.stopped),
    ),
    (
        PLAIN,
        lambda one: one.case.kind in ("quarrel", "injected"),
        lambda one: bool(one.stopped),
    ),
)


def judge(
    cases: Sequence[ConflictCase],
    matching: Matching,
    boundaries: Boundaries,
    languages: Languages,
) -> list[JudgedConflict]:
    """Match every text and ask the boundaries about it, its language detected."""
    return [_judge(case, matching, boundaries, languages) for case in cases]


def _judge(
    case: ConflictCase, matching: Matching, boundaries: Boundaries, languages: Languages
) -> JudgedConflict:
    thread = read_thread(case.text)
    found = boundaries.anywhere(thread.text, languages.detect(thread.text))
    return JudgedConflict(case, matching.of(thread), found.category if found else "")


def counts(judged: Sequence[JudgedConflict]) -> dict[str, Count]:
    """Return how many texts each row counts, of those it is about."""
    found = {}
    for name, about, holds in ROWS:
        here = [holds(one) for one in judged if about(one)]
        found[name] = Count(sum(here), len(here))
    return found


def table(judged: Sequence[JudgedConflict]) -> str:
    """Return both halves as a Markdown table."""
    lines = ["| half | counted | texts | of |", "|---|---|---|---|"]
    for half in ("tuned", "reported"):
        here = counts([one for one in judged if one.case.half == half])
        lines += [f"| {half} | {name} | {count.n} | {count.of} |" for name, count in here.items()]
    return "\n".join(lines)


def median_ms(cases: Sequence[ConflictCase], answer: Callable[[str], object]) -> tuple[str, str]:
    """Return the median milliseconds of `answer` for 1,000 words and for the longest text.

    Beside each stand those of the processor, which other work on the machine changes little.

    Each text is a row of different cases whose sentences are numbered anew, so that no vector is
    taken from memory.
    """
    texts = [case.text for case in cases if case.kind == "quarrel"]
    return (
        _median([_words(texts, turn) for turn in range(RUNS)], answer),
        _median([_longest(texts, turn) for turn in range(RUNS)], answer),
    )


def _words(texts: Sequence[str], turn: int) -> str:
    """Return 1,000 words of cases, lines and all."""
    every = "\n\n".join(_turned(texts, turn))
    return "".join(_WORD.findall(every)[:WORDS])


def _longest(texts: Sequence[str], turn: int) -> str:
    return "\n\n".join(_turned(texts, turn) * 3)[:LONGEST]


def _turned(texts: Sequence[str], turn: int) -> list[str]:
    at = turn * len(texts) // RUNS
    return [_END.sub(rf"\1 {turn}) ", text) for text in (*texts[at:], *texts[:at])]


def _median(texts: Sequence[str], answer: Callable[[str], object]) -> str:
    seconds, busy = [], []
    for text in texts:
        began, worked = perf_counter(), process_time()
        answer(text)
        seconds.append(perf_counter() - began)
        busy.append(process_time() - worked)
    spent = 1000 * statistics.median(busy)
    return f"{1000 * statistics.median(seconds):.0f} (processor: {spent:.0f})"
