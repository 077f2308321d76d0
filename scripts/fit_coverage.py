"""Fit how coverage weighs its signals: `fit_coverage.py` writes `knowledge/coverage.yaml`.

Learns from `evals/coverage_dev.yaml`, `evals/questions_dev.yaml` and the tuned half of
`evals/questions.yaml`. The head over vectors learns from the sentences that notes are asked with,
too; the weights beside it are fitted on what it says of texts it has not seen (five folds). Every
third question is learnt once more with a line on who asks, which says nothing of the answer. Bars
are set where three answerable questions in a hundred are refused. Prints how unseen texts fare.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from logistic import Head, fit

from coach.adapters.exact_vectors import ExactVectors
from coach.adapters.keyword import keyword_index
from coach.adapters.minilm import MiniLM
from coach.adapters.system import SystemClock
from coach.domain.notes import Playbook
from coach.evaluation.questions import load_questions
from coach.playbook.catalogue import links_of
from coach.playbook.chunking import names_of, passages_of
from coach.playbook.coverage_rules import FILE
from coach.playbook.notes import load_playbook
from coach.playbook.retrieval import PassageSearch
from coach.ports import Indexes
from coach.services.coverage import signals

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE, EVALS = ROOT / "knowledge", ROOT / "evals"
FOLDS = 5
REFUSED = 0.03  # share of answerable questions below the bar
ASKED_WORTH = 0.3  # of a sentence in the notes, beside a question's 1
RIDGE, LIGHT = 0.3, 0.5
BY_WORDS = 6  # signals that need no vectors
WHO_ASKS = (
    "We are three people and sell cloud hosting.",
    "We are forty people and sell machines to hospitals.",
    "I run marketing at an insurance broker.",
    "We sell training, mostly to banks.",
    "I'm new here, two weeks in.",
    "Our company makes packaging, about ninety of us.",
    "Background: SaaS, two hundred people, three countries.",
    "I lead a team of five reps in logistics.",
    "We're a small consulting firm.",
    "It's a family business that sells lighting.",
    "We sell medical devices through dealers.",
    "For context, I'm the founder.",
)


@dataclass(frozen=True)
class Texts:
    """Questions; `answered` says whether notes answer them, `origin` which are one question."""

    questions: list[str]
    answered: np.ndarray
    origin: np.ndarray


def read() -> Texts:
    pairs = [
        (case["text"], case["expect"] == "answer")
        for case in yaml.safe_load((EVALS / "coverage_dev.yaml").read_text("utf-8"))
        if case["expect"] in ("answer", "not_covered", "off_topic")
    ]
    files = load_questions(EVALS / "questions_dev.yaml") + tuple(
        q for q in load_questions(EVALS / "questions.yaml") if q.tuned and q.language == "en"
    )
    pairs += [
        (q.text, q.expect == "answer")
        for q in files
        if not q.history and q.expect in ("answer", "not_covered", "off_topic")
    ]
    origin = [*range(len(pairs)), *range(0, len(pairs), 3)]
    for place, (text, wanted) in enumerate(pairs[::3]):
        who = WHO_ASKS[place % len(WHO_ASKS)]
        pairs.append((f"{text} {who}" if place % 2 else f"{who} {text}", wanted))
    answered = np.array([wanted for _, wanted in pairs], float)
    return Texts([text for text, _ in pairs], answered, np.array(origin))


def search_of(playbook: Playbook, embedder: MiniLM) -> PassageSearch:
    passages = []
    for note in playbook.notes:
        source = (KNOWLEDGE / note.file).read_text("utf-8")
        passages += [*passages_of(note, source), *names_of(note, source)]
    ids = [passage.id for passage in passages]
    rows = np.array(embedder.embed([p.indexed_text for p in passages]), dtype=np.float32)
    by_id = dict(zip(ids, passages, strict=True))
    indexes = Indexes(by_id, keyword_index(passages), ExactVectors(ids, rows), embedder)
    return PassageSearch(lambda: indexes, SystemClock(), links_of(playbook.notes))


def head_of(rows: np.ndarray, wanted: np.ndarray, asked: np.ndarray) -> Head:
    """Fit the head; both answers weigh the same in all."""
    wanted = np.r_[wanted, np.ones(len(asked))]
    worth = np.r_[np.ones(len(rows)), np.full(len(asked), ASKED_WORTH)]
    for answer in (0, 1):
        worth[wanted == answer] *= len(rows) / 2 / worth[wanted == answer].sum()
    return fit(np.r_[rows, asked], wanted, worth, RIDGE)


def barred(name: str, seen: np.ndarray, answered: np.ndarray, folds: np.ndarray) -> Head:
    """Fit a line and put its bar into the bias; prints how unseen texts fare."""
    said = np.zeros(len(seen))
    for fold in range(FOLDS):
        kept = folds != fold
        said[~kept] = fit(seen[kept], answered[kept], np.ones(kept.sum()), LIGHT).hear(seen[~kept])
    bar = float(np.quantile(said[answered == 1], REFUSED))
    found = (said[answered == 0] < bar).mean()
    print(f"{name}: {REFUSED:.0%} of {int(answered.sum())} answerable refused, ", end="")
    print(f"{found:.1%} of {int((1 - answered).sum())} others found")
    head = fit(seen, answered, np.ones(len(seen)), LIGHT)
    return Head(head.weights, head.bias - bar)


def main() -> None:
    texts, playbook = read(), load_playbook(KNOWLEDGE)
    with tempfile.TemporaryDirectory() as folder:
        embedder = MiniLM(Path(folder))
        search = search_of(playbook, embedder)
        found = [search.find(text) for text in texts.questions]
        asked = np.array(embedder.embed([line for n in playbook.notes for line in n.asked]))
    rows = np.array([findings.vector for findings in found])
    pairs = zip(texts.questions, found, strict=True)
    seen = np.array([signals(text.lower(), findings) for text, findings in pairs])
    folds = (np.random.default_rng(0).permutation(len(rows)) % FOLDS)[texts.origin]
    heard = np.zeros(len(rows))
    for fold in range(FOLDS):
        kept = folds != fold
        heard[~kept] = head_of(rows[kept], texts.answered[kept], asked).hear(rows[~kept])
    lines = {
        "by_all": barred("all", np.c_[seen, heard], texts.answered, folds),
        "by_both": barred("words and cosines", seen, texts.answered, folds),
        "by_words": barred("words", seen[:, :BY_WORDS], texts.answered, folds),
    }
    head = head_of(rows, texts.answered, asked)
    written = "".join(f"{name}: {line.line()}\n" for name, line in lines.items())
    (KNOWLEDGE / FILE).write_text(
        "# Made by scripts/fit_coverage.py; not written by hand.\n"
        f"embedder: {embedder.name}\nhead: {head.line()}\n{written}",
        "utf-8",
    )


if __name__ == "__main__":
    main()
