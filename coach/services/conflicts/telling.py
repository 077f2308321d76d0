"""The pieces of a pasted text, each where it stands and as it reads in English."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coach.domain.conflict import Span, Thread
from coach.domain.lazily import lazy_pattern
from coach.playbook.fusion import Scores
from coach.services.conflicts.facts import is_order
from coach.services.glossing import Glosses
from coach.services.language import ENGLISH, Languages
from coach.services.patterns import sentences

LONGEST = 45  # words of a piece; people who rant write no full stops
WINDOW = 3  # pieces read together: one alone seldom says what it is about
MOST = 8  # windows whose meaning is read, each three to five milliseconds
LONGEST_READ = 160  # characters of a window; twice as many found no more
_SENTENCE = lazy_pattern(r"[^.!?…\n]+(?:[.!?…](?=\S)[^.!?…\n]*)*[.!?…]*")
_RUN = lazy_pattern(rf"(?:\S+\s+){{0,{LONGEST - 1}}}\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a part of a long one; `said` is what it says in (rough) English."""

    span: Span
    said: str


class Pieces:
    """Cuts texts of any language. Lives as long as the app; safe from many threads."""

    def __init__(self, languages: Languages, glosses: Glosses) -> None:
        self._languages = languages
        self._glosses = glosses

    def of(self, thread: Thread) -> list[Piece]:
        """Return the pieces in order, without what speaks to a machine."""
        language = self._languages.detect(thread.text)
        return [
            Piece(span, self._said(span.text, language))
            for message in thread.messages
            for span in _spans(message.body)
            if not is_order(span.text)
        ]

    def _said(self, text: str, language: str) -> str:
        if language == ENGLISH or not self._glosses.knows(language):
            return text
        return " ".join(self._glosses.english(part, language) for part in sentences(text))


def _spans(body: Span) -> list[Span]:
    spans = []
    for sentence in _SENTENCE.finditer(body.text):
        for run in _RUN.finditer(body.text, *sentence.span()):
            if any(char.isalnum() for char in run.group()):
                start, end = run.span()
                spans.append(Span(body.start + start, body.start + end, run.group()))
    return spans


def most_telling(said: list[str], scores: Scores) -> list[str]:
    """Return the windows of neighbouring pieces that set one quarrel apart, in order.

    `scores` has a row a piece, a column a quarrel.
    """
    count = max(1, len(said) - WINDOW + 1)
    sums = np.stack([scores[at : at + WINDOW].sum(axis=0) for at in range(count)])
    best = np.argsort(sums.mean(axis=1) - sums.max(axis=1), kind="stable")[:MOST]
    return [" ".join(said[at : at + WINDOW])[:LONGEST_READ] for at in sorted(best.tolist())]
