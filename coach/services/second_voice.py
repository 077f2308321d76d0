"""Reads the meaning of passages for boundaries, where an embedder is there."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from coach.errors import SearchError
from coach.playbook.boundary_rules import Voice
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Embedder
from coach.services.glossing import Glosses
from coach.services.patterns import Sentence

# Passages read at most; each costs two to three milliseconds, a usual question has one to four.
MOST_PASSAGES = 12
LONGEST = 300  # characters of a passage that are read
# The highest of many logits is high by chance: this much is taken off for each e-fold of passages.
CHANCE = 0.3
SHORT = 3  # up to so many sentences each is read alone, too
ENGLISH = "en"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """Two logits: whether to stop, and whether harm is asked for rather than suffered."""

    stop: float
    asked: float


class SecondVoice:
    """A linear head over sentence vectors, fitted by `scripts/fit_boundary_voice.py`.

    The embedder knows English only, so other languages are glossed first. Silent where the
    embedder is not the one the head was fitted for, or fails: then the words alone must hold.
    Lives as long as the app; safe from many threads.
    """

    def __init__(
        self,
        voice: Voice | None,
        embedder: Embedder | None,
        glosses: Glosses,
        vectors: QuestionVectors | None = None,
    ) -> None:
        fits = voice is not None and embedder is not None and voice.embedder == embedder.name
        self._embedder = embedder if fits else None
        self._heads = np.zeros((0, 0), dtype=np.float32)
        if voice is not None:
            rows = [(*head.weights, head.bias) for head in (voice.stop, voice.asked)]
            self._heads = np.array(rows, dtype=np.float32).T
        self._glosses = glosses
        self._vectors = vectors or QuestionVectors()

    def hear(
        self, sentences: Sequence[Sentence], worth: Sequence[float], language: str
    ) -> Heard | None:
        """Return what the most telling passage says, `None` where the voice is silent.

        `worth` says how telling each sentence is by its words: of a long text the most telling
        passages are read, then the first.
        """
        if self._embedder is None or not sentences:
            return None
        if language != ENGLISH and not self._glosses.knows(language):
            return None
        texts = passages([self._said(sentence, language) for sentence in sentences])
        worths = [*worth, 0.0]
        order = sorted(range(len(texts)), key=lambda at: (-_worth(worths, at, len(worth)), at))
        chosen = [texts[at][:LONGEST] for at in order[:MOST_PASSAGES]]
        try:
            vectors = self._vectors.of(chosen, self._embedder)
        except SearchError as exc:
            _log.warning("The second voice on boundaries is silent: %s", exc.message)
            return None
        logits = vectors @ self._heads[:-1] + self._heads[-1]
        stop, asked = logits[int(np.argmax(logits[:, 0]))]
        return Heard(float(stop) - CHANCE * math.log(len(texts)), float(asked))

    def _said(self, sentence: Sentence, language: str) -> str:
        return sentence.text if language == ENGLISH else self._glosses.english(sentence, language)


def passages(said: Sequence[str]) -> list[str]:
    """Return pairs of neighbouring sentences; of a short text each alone and the whole, too."""
    if len(said) == 1:
        return list(said)
    pairs = [f"{one} {two}" for one, two in pairwise(said)]
    if len(said) <= SHORT:
        pairs += said
    if len(said) == SHORT:
        pairs.append(" ".join(said))
    return pairs


def _worth(worths: Sequence[float], at: int, count: int) -> float:
    """Return how telling the pair that begins at `at` is; passages after the pairs come last."""
    return max(worths[at], worths[at + 1]) if at < count else 0.0
