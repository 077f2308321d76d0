"""Fit what finds a boundary in a pasted page: writes `knowledge/boundary_pages.npz`.

Two heads over pairs of sentences, one over their wording and one over their vectors. They learn
from the cases of boundaries for questions, of which the most telling pair counts (multiple-instance
learning), and from whole plain pages: `evals/conflicts_training.yaml`, the tuned half of
`evals/conflicts.yaml` and what is told of quarrels, of which every pair counts. The bars are where
every hand-over of the tuned half is found by heads that have not seen it (five folds). No text of
the reported half is read. Needs scikit-learn, which the benchmark environment has.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from cases import KNOWLEDGE, crosses
from logistic import Head, fit
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from coach.adapters.minilm import MiniLM
from coach.evaluation.conflict_cases import load_cases
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.languages import load_languages
from coach.playbook.page_rules import FILE
from coach.playbook.quarrels import load_told
from coach.services.boundaries import Boundaries
from coach.services.conflicts.reading import read_thread
from coach.services.glossing import Glosses
from coach.services.language import ENGLISH, Languages
from coach.services.page_reading import LONGEST, MOST_POINTS
from coach.services.patterns import sentences
from coach.services.phrase_voice import places
from coach.services.signals import strongest

EVALS = KNOWLEDGE.parent / "evals"
FOLDS, ROUNDS, SIZE = 5, 3, 2**16
PAGE, ABROAD = 60.0, 20.0  # what a pair of a plain page and a harmless foreign text count
SHARE = 0.5  # of the weight of all harmless pairs, what all boundaries count
RIDGE, STRENGTH = 0.3, 20.0
POINTS, WORDING, MEANING = 1.5, 0.3, 0.3
MARGIN = 0.05  # by which the bars lie below the lowest hand-over


@dataclass(frozen=True)
class Text:
    text: str
    stops: bool
    kind: str  # "question", "page", or "handover" for those that set the bars


@dataclass(frozen=True)
class Pairs:
    """All pairs of all texts; `rows` has those of each text."""

    rows: list[np.ndarray]
    points: np.ndarray
    runs: csr_matrix
    vectors: np.ndarray
    worth: np.ndarray
    stops: np.ndarray


def read() -> list[Text]:
    files = [EVALS / f"{name}.yaml" for name in ("boundaries_dev", "boundaries_training")]
    cases = [case for file in files for case in yaml.safe_load(file.read_text("utf-8"))]
    found = {case["text"]: Text(case["text"], crosses(case), "question") for case in cases}
    told, _ = load_told(KNOWLEDGE)
    pages = [text for texts in told.values() for text in texts]
    pages += [case.text for case in load_cases(EVALS / "conflicts_training.yaml")]
    texts = [*found.values(), *(Text(text, False, "page") for text in pages)]
    for case in load_cases(EVALS / "conflicts.yaml"):
        if case.tuned and case.kind != "outside":
            stops = case.kind == "handover"
            text = read_thread(case.text).text
            texts.append(Text(text, stops, "handover" if stops else "page"))
    return [text for text in texts if sentences(text.text)]


def pairs_of(texts: list[Text], embedder: MiniLM) -> Pairs:
    rules, languages = load_boundary_rules(KNOWLEDGE), Languages(load_languages(KNOWLEDGE))
    boundaries, glosses = Boundaries(rules, languages), Glosses(rules.glosses)
    rows, points, said, worth = [], [], [], []
    columns, values, ends = [], [], [0]
    for text in texts:
        code, parts = languages.detect(text.text), sentences(text.text)
        found, first = boundaries.found(parts, code), len(points)
        last = max(1, len(parts) - 1)
        glossed = code != ENGLISH and glosses.knows(code)
        for at in range(last):
            plain = " ".join(part.text for part in parts[at : at + 2])
            gloss = " ".join(glosses.english(p, code) for p in parts[at : at + 2] if glossed)
            points.append(min(strongest(found[at : at + 2]).points, MOST_POINTS))
            place, value = places([one for one in (plain, gloss) if one], SIZE)
            columns.append(place)
            values.append(value)
            ends.append(ends[-1] + len(place))
            said.append((gloss or plain)[:LONGEST])
            fine = ABROAD if code != ENGLISH else 1.0
            worth.append(PAGE if text.kind == "page" else fine * last**-0.5)
        rows.append(np.arange(first, len(points)))
    runs = csr_matrix((np.concatenate(values), np.concatenate(columns), ends), (len(points), SIZE))
    once = sorted(dict.fromkeys(said), key=len)
    known = dict(zip(once, np.array(embedder.embed(once)), strict=True))
    vectors = np.stack([known[one] for one in said])
    stops = np.array([text.stops for text in texts])
    return Pairs(rows, np.array(points), runs, vectors, np.array(worth), stops)


def learn(pairs: Pairs, kept: np.ndarray) -> tuple[Head, LogisticRegression]:
    """Fit both heads on the texts at `kept`; of a boundary its most telling pair counts."""
    bad = [pairs.rows[at] for at in kept if pairs.stops[at]]
    fine = np.concatenate([pairs.rows[at] for at in kept if not pairs.stops[at]])
    each = SHARE * pairs.worth[fine].sum() / len(bad)
    wanted = np.r_[np.ones(len(bad)), np.zeros(len(fine))]
    worth = np.r_[np.full(len(bad), each), pairs.worth[fine]]
    telling = [rows[0] for rows in bad]
    head = None
    for _ in range(ROUNDS):
        if head is not None:
            telling = [rows[np.argmax(head.hear(pairs.vectors[rows]))] for rows in bad]
        head = fit(pairs.vectors[np.r_[telling, fine]], wanted, worth, RIDGE)
    assert head is not None
    wording = LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear")
    return head, wording.fit(pairs.runs[np.r_[telling, fine]], wanted, sample_weight=worth)


def bar(name: str, says: np.ndarray, pairs: Pairs, texts: list[Text]) -> float:
    """Return where all hand-overs are found; prints how the unseen texts fare there."""
    most = np.array([says[rows].max() for rows in pairs.rows])
    kinds = np.array([text.kind for text in texts])
    long = np.array([len(rows) > 3 for rows in pairs.rows])
    found = float(most[kinds == "handover"].min()) - MARGIN
    questions = most[(kinds == "question") & pairs.stops]
    print(
        f"{name}: all {(kinds == 'handover').sum()} hand-overs found at {found:.2f}, where "
        f"{(most[(kinds == 'page') & long] >= found).mean():.1%} of plain pages stop and "
        f"{(questions >= found).mean():.1%} of {len(questions)} boundaries of questions do"
    )
    return found


def main() -> None:
    texts = read()
    with tempfile.TemporaryDirectory() as folder:
        embedder = MiniLM(Path(folder))
        pairs = pairs_of(texts, embedder)
    fold = np.random.default_rng(0).permutation(len(texts)) % FOLDS
    meant, worded = np.zeros(len(pairs.points)), np.zeros(len(pairs.points))
    for part in range(FOLDS):
        head, wording = learn(pairs, np.flatnonzero(fold != part))
        rows = np.concatenate([pairs.rows[at] for at in np.flatnonzero(fold == part)])
        meant[rows] = head.hear(pairs.vectors[rows])
        worded[rows] = wording.decision_function(pairs.runs[rows])
    by_words = POINTS * pairs.points + WORDING * worded
    lowest = [
        bar("words", by_words, pairs, texts),
        bar("all", by_words + MEANING * meant, pairs, texts),
    ]
    head, wording = learn(pairs, np.arange(len(texts)))
    np.savez_compressed(
        KNOWLEDGE / FILE,
        embedder=np.array(embedder.name),
        meant=np.array([*head.weights, head.bias], dtype=np.float32),
        phrases=wording.coef_[0].astype(np.float16),
        bias=np.float32(wording.intercept_[0]),
        by_words=np.array([POINTS, WORDING, -lowest[0]], dtype=np.float32),
        by_all=np.array([POINTS, WORDING, MEANING, -lowest[1]], dtype=np.float32),
    )


if __name__ == "__main__":
    main()
