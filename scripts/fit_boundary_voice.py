"""Fit the second voice on boundaries: `fit_boundary_voice.py CASES.yaml...` writes its weights.

A logistic regression over vectors of all-MiniLM-L6-v2. Of a text with a boundary only the passage
that says so most is learnt from (multiple-instance learning, three rounds); of a harmless text all.
What the notes quote people as saying is harmless, too.
Prints how texts it has not seen fare (eight folds).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
from cases import KNOWLEDGE, crosses, read
from logistic import Head, fit

from coach.adapters.minilm import MiniLM
from coach.playbook.boundary_rules import VOICE_FILE
from coach.playbook.glosses import load_glosses
from coach.services.glossing import Glosses
from coach.services.patterns import sentences
from coach.services.second_voice import passages

RIDGE = 0.3
FOLDS = 8
ROUNDS = 3
PASSAGES = 24


def learn(texts: list[np.ndarray], stops: np.ndarray) -> Head:
    bad = [rows for rows, stop in zip(texts, stops, strict=True) if stop]
    fine = [rows for rows, stop in zip(texts, stops, strict=True) if not stop]
    harmless = np.concatenate(fine)
    weights = np.concatenate([np.full(len(rows), len(rows) ** -0.5) for rows in fine])
    head = None
    for _ in range(ROUNDS):
        telling = [
            rows.mean(0) if head is None else rows[np.argmax(head.hear(rows))] for rows in bad
        ]
        head = fit(
            np.r_[np.array(telling), harmless],
            np.r_[np.ones(len(bad)), np.zeros(len(harmless))],
            np.r_[np.full(len(bad), 0.7 * len(fine) / len(bad)), weights],
            RIDGE,
        )
    assert head is not None
    return head


def main(files: list[str]) -> None:
    cases = [case for case in read(files) if sentences(case["text"])]
    glosses = Glosses(load_glosses(KNOWLEDGE))
    said = []
    for case in cases:
        code = case.get("language", "en")
        parts = sentences(case["text"])
        lines = [p.text if not glosses.knows(code) else glosses.english(p, code) for p in parts]
        said.append(passages(lines)[:PASSAGES])
    with tempfile.TemporaryDirectory() as folder:
        embedder = MiniLM(Path(folder))
        flat = np.array(embedder.embed([text for texts in said for text in texts]))
    ends = np.cumsum([len(texts) for texts in said])
    texts = np.split(flat, ends[:-1])
    stops = np.array([crosses(case) for case in cases])
    order = np.random.default_rng(1).permutation(len(cases))
    heard = np.zeros(len(cases))
    for fold in range(FOLDS):
        out = order[fold::FOLDS]
        kept = np.setdiff1d(order, out)
        head = learn([texts[i] for i in kept], stops[kept])
        heard[out] = [head.hear(texts[i]).max() for i in out]
    for bar in (0.0, 0.5, 1.0, 1.5, 2.0):
        caught, wrong = (heard[stops] >= bar).mean(), (heard[~stops] >= bar).mean()
        print(
            f"logit {bar:.1f}: caught {caught:.1%} of {stops.sum()}, "
            f"harmless stopped {wrong:.1%} of {(~stops).sum()}"
        )
    head = learn(texts, stops)
    telling = np.array(
        [rows[np.argmax(head.hear(rows))] for rows, stop in zip(texts, stops, strict=True) if stop]
    )
    asks = np.array([case["expect"] == "declined" for case in cases])[stops]
    asked = fit(telling, asks.astype(float), np.ones(len(asks)), RIDGE)
    (KNOWLEDGE / VOICE_FILE).write_text(
        "# Made by scripts/fit_boundary_voice.py; not written by hand.\n"
        f"embedder: {embedder.name}\nstop: {head.line()}\nasked: {asked.line()}\n",
        "utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
