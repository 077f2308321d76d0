"""Vectors in one matrix: exact cosines, and exact search where the matrix is small enough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coach.ports import Matrix


class ExactVectors:
    """A `VectorIndex` that compares with every vector: right, and slow from 100,000 on.

    `rows` may be mapped from a file; only what is looked at is then read. `ids` and rows never
    change.
    """

    def __init__(self, ids: Sequence[str], rows: Matrix) -> None:
        self.ids = list(ids)
        self._row = {id_: row for row, id_ in enumerate(self.ids)}
        self._rows = rows

    def nearest(self, vector: Matrix, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their cosines, best first."""
        if not self.ids or k <= 0:
            return []
        cosines = self._rows @ np.asarray(vector, dtype=np.float32)
        best = np.argpartition(cosines, max(0, len(cosines) - k))[-k:]
        best = best[np.lexsort((best, -cosines[best]))]
        return [(self.ids[row], float(cosines[row])) for row in best]

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> list[float]:
        """Return the exact cosine to each passage, in the order of `ids`; 0 for an unknown id."""
        return list((self.vectors(ids) @ np.asarray(vector, dtype=np.float32)).tolist())

    def vectors(self, ids: Sequence[str]) -> Matrix:
        """Return one row a passage, in the order of `ids`; zeros for an unknown id."""
        places = np.array([self._row.get(id_, -1) for id_ in ids], dtype=np.int64)
        found = np.zeros((len(places), self._rows.shape[1]), dtype=np.float32)
        known = places >= 0
        found[known] = self._rows[places[known]]
        return found
