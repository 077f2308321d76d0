"""Reads how people tell of each recurring quarrel, and the heads that were fitted on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.errors import NoteError
from coach.playbook.files import Strict, fields_of, read_file
from coach.playbook.glosses import load_trade_glosses
from coach.playbook.heads import Head
from coach.ports import Matrix

FILE = "quarrels.yaml"
PAGES_FILE = "quarrel_pages.yaml"
HEADS_FILE = "quarrel_heads.npz"


@dataclass(frozen=True, slots=True)
class QuarrelVoice:
    """What vectors of `embedder` say.

    `vectors` has a row for each text that a quarrel was told by, `owners` says which of `notes` it
    is of. `telling` has a row of weights for each of `notes`, its bias last: together they tell the
    quarrels apart. `inside` tells a quarrel between sales and marketing from any other text.
    """

    embedder: str
    notes: tuple[str, ...]
    vectors: Matrix
    owners: NDArray[np.int16]
    telling: Matrix
    inside: Head


@dataclass(frozen=True, slots=True)
class QuarrelRules:
    """`told` holds texts by the note they are about, `elsewhere` texts about no such quarrel.

    `by_both` weighs the signs of words and, last, the voice; `by_words` the words alone; from 0 up
    it is a quarrel between sales and marketing. `sharpness` turns scores into confidence, with the
    voice and without. `glosses` put the words of the trade into English.
    """

    told: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    voice: QuarrelVoice
    by_both: Head
    by_words: Head
    sharpness: tuple[float, float]
    glosses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class _File(Strict):
    told: dict[str, list[str]]
    elsewhere: tuple[str, ...] = ()


def load_told(folder: Path) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """Read the texts: by note, and those about no such quarrel.

    Raises:
        NoteError: a file is missing or breaks its schema.
    """
    files = [fields_of(read_file(folder, folder / name), _File) for name in (FILE, PAGES_FILE)]
    told: dict[str, tuple[str, ...]] = {}
    for file in files:
        for note, texts in file.told.items():
            told[note] = (*told.get(note, ()), *texts)
    return told, tuple(text for file in files for text in file.elsewhere)


def load_quarrel_rules(folder: Path) -> QuarrelRules:
    """Read texts and heads.

    Raises:
        NoteError: a file is missing or broken.
    """
    told, elsewhere = load_told(folder)
    glosses = load_trade_glosses(folder)
    try:
        with np.load(folder / HEADS_FILE, allow_pickle=False) as kept:
            voice = QuarrelVoice(
                embedder=str(kept["embedder"]),
                notes=tuple(map(str, kept["notes"])),
                vectors=kept["vectors"].astype(np.float32),
                owners=kept["owners"].astype(np.int16),
                telling=kept["telling"].astype(np.float32),
                inside=_head(kept["inside"]),
            )
            with_voice, alone = kept["sharpness"].tolist()
            return QuarrelRules(
                told, elsewhere, voice, _head(kept["by_both"]), _head(kept["by_words"]),
                (with_voice, alone), glosses,
            )  # fmt: skip
    except (OSError, ValueError, KeyError) as exc:
        raise NoteError(HEADS_FILE, 1, "the file is damaged") from exc


def _head(row: Matrix) -> Head:
    *weights, bias = row.tolist()
    return Head(tuple(weights), bias)
