"""Reads what was fitted to find a boundary in a pasted page: heads for pairs of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.errors import NoteError
from coach.playbook.heads import Head

FILE = "boundary_pages.npz"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The head over hashed runs of words and letters: one weight a place."""

    weights: NDArray[np.float32]
    bias: float


@dataclass(frozen=True, slots=True)
class PageRules:
    """What reads a pair of sentences: its wording by `phrases`, vectors of `embedder` by `meant`.

    `by_all` weighs signs, wording and meaning, `by_words` signs and wording alone; from 0 up a pair
    crosses a boundary.
    """

    embedder: str
    meant: Head
    phrases: Phrases
    by_all: Head
    by_words: Head


def load_page_rules(folder: Path) -> PageRules | None:
    """Read the heads; `None` where there is no file of them.

    Raises:
        NoteError: the file is damaged.
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as kept:
            return PageRules(
                embedder=str(kept["embedder"]),
                meant=_head(kept["meant"]),
                phrases=Phrases(kept["phrases"].astype(np.float32), float(kept["bias"])),
                by_all=_head(kept["by_all"]),
                by_words=_head(kept["by_words"]),
            )
    except (OSError, ValueError, KeyError) as exc:
        raise NoteError(FILE, 1, "the file is damaged") from exc


def _head(row: NDArray[np.float32]) -> Head:
    *weights, bias = row.tolist()
    return Head(tuple(weights), bias)
