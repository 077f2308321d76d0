"""Reads the meaning of sentences for boundaries, where an embedder is there: English only."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np

from coach.errors import SearchError
from coach.playbook.boundary_rules import Voice
from coach.ports import Embedder
from coach.services.patterns import Sentence

# Sentences read at most: each costs about three milliseconds.
MOST_SENTENCES = 4
_log = logging.getLogger(__name__)


class SecondVoice:
    """A linear head over sentence vectors, fitted on `evals/boundaries_dev.yaml`.

    Silent (0 everywhere) where the embedder is not the one it was fitted for or fails: the words
    alone must hold. Lives as long as the app; safe from many threads.
    """

    def __init__(self, voice: Voice | None, embedder: Embedder | None) -> None:
        fits = voice is not None and embedder is not None and voice.embedder == embedder.name
        self._embedder = embedder if fits else None
        self._weights = np.array(voice.weights if voice else (), dtype=np.float32)
        self._bias = voice.bias if voice else 0.0

    def hear(self, sentences: Sequence[Sentence], worth: Sequence[float]) -> float:
        """Return the highest logit of the text's most telling passages; 0 where silent.

        `worth` says how telling each sentence is by its words; pairs of neighbours are read.
        """
        if self._embedder is None or not sentences:
            return 0.0
        order = sorted(range(len(sentences)), key=lambda at: (-worth[at], at))[:MOST_SENTENCES]
        texts = [" ".join(s.text for s in sentences[max(0, at - 1) : at + 1]) for at in order]
        try:
            vectors = np.array(self._embedder.embed(texts), dtype=np.float32)
        except SearchError as exc:
            _log.warning("The second voice on boundaries is silent: %s", exc.message)
            return 0.0
        return float((vectors @ self._weights).max() + self._bias)
