"""Vectors of questions, kept: a follow-up is read with earlier questions, embedded before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from coach.ports import Embedder, Matrix

KEPT = 2048  # about 3 MB at 384 dimensions


class QuestionVectors:
    """Embeds questions, each once while it is among the last `kept` used.

    Lives as long as the app; safe from many threads. Two embedders never share a vector.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._vectors: OrderedDict[tuple[str, str], Matrix] = OrderedDict()
        self._lock = Lock()

    def of(self, texts: Sequence[str], embedder: Embedder) -> Matrix:
        """Return one row a text, in order; what is not kept is embedded in one call.

        Raises:
            SearchError: the embedder cannot be loaded or reached.
        """
        known = self._look_up(texts, embedder.name)
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            rows = np.asarray(embedder.embed(missing), dtype=np.float32)
            known.update(zip(missing, rows, strict=True))
            self._keep(embedder.name, known)
        return np.stack([known[text] for text in texts])

    def _look_up(self, texts: Sequence[str], name: str) -> dict[str, Matrix]:
        with self._lock:
            known = {}
            for text in texts:
                if (name, text) in self._vectors:
                    self._vectors.move_to_end((name, text))
                    known[text] = self._vectors[name, text]
            return known

    def _keep(self, name: str, vectors: dict[str, Matrix]) -> None:
        with self._lock:
            for text, vector in vectors.items():
                self._vectors[name, text] = vector
                self._vectors.move_to_end((name, text))
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
