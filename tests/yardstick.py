"""Time told in a yardstick taken in the same moment: a slow machine slows both."""

from __future__ import annotations

import time

_STEPS = 200_000


class Effort:
    """Processor time of what is done inside `with`, in millions of plain Python steps.

    A million steps take 0.05 to 0.15 s. The yardstick is taken before and after; the slower one
    counts.
    """

    millions: float

    def __enter__(self) -> Effort:
        self._yardstick = _yardstick()
        self._began = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        took = time.process_time() - self._began
        self.millions = took / max(self._yardstick, _yardstick())


def _yardstick() -> float:
    began, total = time.process_time(), 0
    for step in range(_STEPS):
        total += step % 7
    return (time.process_time() - began) * 1_000_000 / _STEPS
