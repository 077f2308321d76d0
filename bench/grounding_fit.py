"""Fits the verifier's coefficients and prints them with what they do out of fold.

    python bench/grounding_fit.py tests/data/grounding_dev.yaml evals/grounding.yaml

Pairs whose half is `reported` are never read. Logistic regression, Newton, with a Gaussian
prior round hand-set values; no coefficient may take the wrong sign. Folds hold whole notes.
"""

import sys
import tempfile
from dataclasses import fields
from pathlib import Path

import numpy as np

from coach.adapters.minilm import MiniLM
from coach.domain.notes import Kind
from coach.domain.passages import Passage
from coach.evaluation.grounding import Pair, load_pairs
from coach.services.checking.comparison import Signals
from coach.services.checking.reading import Reading
from coach.services.checking.sources import Source, nearest
from coach.services.checking.support import KEEP, STRIKE, weigh

PRIOR = {
    "missing": -1.5, "missing_aligned": -1.0, "cosine": 4.0, "opposite": -2.0, "denied": -2.0,
    "clause_turned": -2.0, "dropped_not": -2.0, "added_not": -2.0, "edited": -1.5,
    "replaced": -1.5, "exchanged": -3.5, "other_actor": -3.5, "other_lead": -3.5, "swapped": -3.0,
    "reordered": -3.0, "sweeping": -1.5, "unhedged": -1.0, "name": -2.0,
}  # fmt: skip
PRECISION = 0.7
FOLDS = 10
BY_RULE = ("number", "time")  # figures are not weighed
NAMES = [field.name for field in fields(Signals)]


def row(pair: Pair, embedder: MiniLM) -> list[float]:
    title = pair.note.replace("-", " ").capitalize()
    passage = Passage(
        pair.id, pair.note, Kind.PRACTICE, title, pair.heading, pair.passage, "", 0, 0
    )
    sentence, source = Reading(pair.sentence), Source(passage)
    cosine = nearest(embedder, sentence.text.strip(), [source])
    return weigh(sentence, [source]).at(cosine or 0.0).signals.values()


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    design = np.hstack([x, np.ones((len(x), 1))])
    prior = np.array([*(PRIOR[name] for name in NAMES), 0.0])
    ridge = np.diag([*([PRECISION] * len(NAMES)), 1e-6])
    beta, free = prior.copy(), np.ones(len(prior), bool)
    while True:
        for _ in range(40):
            p = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
            gradient = design.T @ (weight * (p - y)) + ridge @ (beta - prior)
            hessian = (design * (weight * p * (1 - p))[:, None]).T @ design + ridge
            step = np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
            beta[free] -= step
            if np.abs(step).max() < 1e-8:
                break
        wrong = free & (beta * np.sign(prior) < 0) & (prior != 0)
        if not wrong.any():
            return beta
        beta[wrong], free = 0.0, free & ~wrong


def main() -> None:
    pairs = [p for file in sys.argv[1:] for p in load_pairs(Path(file)) if p.half != "reported"]
    with tempfile.TemporaryDirectory() as folder:
        embedder = MiniLM(Path(folder))
        x = np.array([row(pair, embedder) for pair in pairs])
    label = np.array([pair.label for pair in pairs])
    y = (label == "supported").astype(float)
    own = np.array([pair.half == "dev" for pair in pairs])
    weight = np.where(label == "overreach", 0.4, 1.0) * np.where(own, 1.0, 1.5)
    weighed = np.array([pair.fault not in BY_RULE for pair in pairs])
    notes = sorted({pair.note for pair in pairs})
    order = np.random.RandomState(0).permutation(notes)
    fold_of = {note: place % FOLDS for place, note in enumerate(order)}
    fold = np.array([fold_of[pair.note] for pair in pairs])

    p = np.zeros(len(pairs))
    for k in range(FOLDS):
        beta = fit(*(a[(fold != k) & weighed] for a in (x, y, weight)))
        p[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ beta[:-1] + beta[-1])))
    for name, half in (("own pairs", own), ("tuned half", ~own)):
        for kind in ("supported", "fault", "overreach"):
            here = p[half & (label == kind) & weighed]
            kept, struck = (here >= KEEP).sum(), (here < STRIKE).sum()
            print(f"{name:10} {kind:10} n {len(here):4} kept {kept:4} struck {struck:4}")
    beta = fit(*(a[weighed] for a in (x, y, weight)))
    for name, value in zip([*NAMES, "base"], beta, strict=True):
        print(f"{name:16} {value:6.2f}")


if __name__ == "__main__":
    main()
