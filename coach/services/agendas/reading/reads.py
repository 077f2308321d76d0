"""What one reader made of a text: the value, the letters it took, what it was unsure of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Span = tuple[int, int]
GAP = "\x1f"  # stands where letters were taken; no cleaned text holds it


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value with the places it was read from; `warnings` are plain sentences."""

    value: T
    spans: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()


def without(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with gaps over the spans; every other letter keeps its place."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = GAP * (end - start)
    return "".join(letters)
