"""Takes out what a reasoning model thinks aloud before it answers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

OPEN, CLOSE = "<think>", "</think>"


def without_thinking(pieces: Iterator[str]) -> Iterator[str]:
    """Yield pieces of an answer without the `<think>` block it may begin with.

    Some local servers pass a reasoning model's thoughts on as text. Nothing is held back but a
    beginning that may still become the tag.
    """
    begun = ""
    for piece in pieces:
        begun += piece
        start = begun.lstrip()
        if start and not OPEN.startswith(start[: len(OPEN)]):
            yield begun
            yield from pieces
            return
        if start.startswith(OPEN) and CLOSE in start:
            yield from _trimmed(itertools.chain([start.partition(CLOSE)[2]], pieces))
            return
    if not begun.lstrip().startswith(OPEN):
        yield begun


def _trimmed(pieces: Iterator[str]) -> Iterator[str]:
    """Yield pieces without the white space they begin with."""
    for piece in pieces:
        if piece := piece.lstrip():
            yield piece
            break
    yield from pieces
