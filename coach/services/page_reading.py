"""Finds the pair of sentences in a pasted page that is no teamwork matter."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np

from coach.errors import SearchError
from coach.playbook.heads import Head
from coach.playbook.page_rules import PageRules
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Embedder, Matrix
from coach.services.glossing import Glosses
from coach.services.language import ENGLISH
from coach.services.patterns import Sentence
from coach.services.phrase_voice import PhraseVoice

MOST_POINTS = 2.0  # more signs than that say no more
READ = 8  # pairs that are read by meaning: the most telling by signs and wording
LONGEST = 300  # characters of a pair that are read by meaning
_log = logging.getLogger(__name__)


class PageReading:
    """Weighs signs, wording and meaning of pairs, fitted on whole pages.

    What weighs a question is fitted on short texts: over a page its noise adds up until most plain
    quarrels stop. These heads know the sentences of plain pages as harmless. Silent in meaning
    where the embedder is another one, or fails. Lives as long as the app; thread-safe.
    """

    def __init__(
        self,
        rules: PageRules,
        embedder: Embedder | None,
        glosses: Glosses,
        vectors: QuestionVectors,
    ) -> None:
        fits = embedder is not None and embedder.name == rules.embedder
        self._rules = rules
        self._embedder = embedder if fits else None
        self._phrases = PhraseVoice(rules.phrases)
        self._glosses = glosses
        self._vectors = vectors

    def crossing(
        self, parts: Sequence[Sentence], points: Sequence[float], language: str
    ) -> int | None:
        """Return with which sentence the pair begins that crosses a boundary most.

        `points` are what the signs say of each pair. `None` where no pair crosses one.
        """
        pairs = [parts[at : at + 2] for at in range(len(points))]
        glossed = language != ENGLISH and self._glosses.knows(language)
        glosses = [self._english(pair, language) if glossed else "" for pair in pairs]
        texts = [" ".join(part.text for part in pair) for pair in pairs]
        worded = [self._phrases.hear(*both) for both in zip(texts, glosses, strict=True)]
        words = np.c_[np.minimum(points, MOST_POINTS), worded]
        said = _weighed(self._rules.by_words, words)
        chosen = np.argsort(-said, kind="stable")[:READ]
        readable = glossed or language == ENGLISH
        read = [(glosses[at] or texts[at])[:LONGEST] for at in chosen] if readable else []
        vectors = self._meaning(read)
        if vectors is None:
            return int(chosen[0]) if said[chosen[0]] >= 0 else None
        meant = _weighed(self._rules.meant, vectors)
        both = _weighed(self._rules.by_all, np.c_[words[chosen], meant])
        best = int(np.argmax(both))
        return int(chosen[best]) if both[best] >= 0 else None

    def _meaning(self, texts: Sequence[str]) -> Matrix | None:
        if self._embedder is None or not texts:
            return None
        try:
            return self._vectors.of(texts, self._embedder)
        except SearchError as exc:
            _log.warning("A page is read for boundaries by its words alone: %s", exc.message)
            return None

    def _english(self, pair: Sequence[Sentence], language: str) -> str:
        return " ".join(self._glosses.english(part, language) for part in pair)


def _weighed(head: Head, rows: Matrix) -> np.ndarray:
    said: np.ndarray = np.asarray(rows) @ np.array(head.weights) + head.bias
    return said
