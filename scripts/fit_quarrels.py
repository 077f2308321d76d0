"""Fit the heads that match pasted quarrels: writes `knowledge/quarrel_heads.npz`.

Learns from `knowledge/quarrels.yaml` and `quarrel_pages.yaml`, from what the notes are called,
asked with and signalled by, and for what lies outside the subject from the tuned texts of
`evals/coverage_dev.yaml` too. The heads over vectors are fitted on all texts; how they are weighed
beside the words, on what they say of texts they have not seen (five folds). No text of
`evals/conflicts.yaml` is learnt from. Needs scikit-learn, which the benchmark environment has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import yaml
from cases import KNOWLEDGE
from logistic import Head, fit
from sklearn.linear_model import LogisticRegression

from coach.adapters.keyword import keyword_index
from coach.adapters.words import Words
from coach.bootstrap.search import make_embedder
from coach.domain.conflict import Message, Span, Thread
from coach.domain.notes import Conflict
from coach.playbook.glosses import load_trade_glosses
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.playbook.quarrels import HEADS_FILE, QuarrelVoice, load_told
from coach.playbook.question_vectors import QuestionVectors
from coach.services.conflicts.matching import (
    ENOUGH,
    Heard,
    Listening,
    meant,
    shares,
    whole_of,
    worded,
)
from coach.services.conflicts.telling import Pieces
from coach.services.conflicts.wording import Wording
from coach.services.glossing import Glosses
from coach.services.language import Languages
from coach.settings import ROOT, load_settings

FOLDS = 5
LINE, FAR, ELSEWHERE = 0.3, 1.8, 5.5  # what a line of a note and a text outside count; a text is 1
RIDGE_INSIDE, RIDGE_BOTH = 1.0, 0.1
STRENGTH = 5.0  # of the head that tells quarrels apart


@dataclass(frozen=True)
class Told:
    """A text with the place of its quarrel, -1 for none; `worth` is its weight."""

    text: str
    quarrel: int
    worth: float


def main() -> None:
    quarrels = [n for n in load_playbook(KNOWLEDGE).notes if isinstance(n, Conflict)]
    listen = _listener(quarrels)
    every = _read(quarrels)
    pairs = [p for p in zip(every, listen([], every), strict=True) if p[1] is not None]
    told, heard = [one for one, _ in pairs], [one for _, one in pairs]
    vectors = np.stack([one.vectors.mean(axis=0) for one in heard])
    inside = fit(vectors, _inside(told), _worth(told), RIDGE_INSIDE)
    embedder = make_embedder(load_settings())
    voice = _voice(embedder.name, [note.id for note in quarrels], told, heard, inside)
    rows, voices, unseen = _folds(told, heard, voice, listen)
    by_both = fit(np.c_[rows, voices], _inside(told), _worth(told), RIDGE_BOTH)
    by_words = fit(rows, _inside(told), _worth(told), RIDGE_BOTH)
    for name, says in (("both", by_both.hear(np.c_[rows, voices])), ("words", by_words.hear(rows))):
        _print_inside(name, says, told)
    sharpness = [_sharpness(name, found) for name, found in unseen.items()]
    np.savez_compressed(
        KNOWLEDGE / HEADS_FILE,
        embedder=np.array(voice.embedder),
        notes=np.array(voice.notes),
        vectors=voice.vectors.astype(np.float16),
        owners=voice.owners,
        telling=voice.telling.astype(np.float16),
        sharpness=np.array(sharpness),
        **{name: _row(h) for name, h in
           (("inside", inside), ("by_both", by_both), ("by_words", by_words))},
    )  # fmt: skip


def _read(quarrels: Sequence[Conflict]) -> list[Told]:
    by_note, elsewhere = load_told(KNOWLEDGE)
    told = [Told(t, at, 1.0) for at, n in enumerate(quarrels) for t in by_note.get(n.id, ())]
    for at, note in enumerate(quarrels):
        lines = dict.fromkeys((note.title, *note.aliases, *note.asked, *note.signals))
        told += [Told(line, at, LINE) for line in lines]
    told += [Told(text, -1, ELSEWHERE) for text in elsewhere]
    rows = yaml.safe_load((ROOT / "evals" / "coverage_dev.yaml").read_text("utf-8"))
    return told + [Told(r["text"], -1, FAR) for r in rows if r["expect"] == "off_topic"]


def _listener(quarrels: Sequence[Conflict]):
    words, vectors = Words(), QuestionVectors(100_000)
    pieces = Pieces(Languages(load_languages(KNOWLEDGE)), Glosses(load_trade_glosses(KNOWLEDGE)))
    embedder = make_embedder(load_settings())

    def listen(unseen: list[Told], told: list[Told]) -> list[Heard | None]:
        """Read the texts by the words of all that is told but the unseen."""
        hidden = {one.text for one in unseen}
        known = {
            note.id: [t.text for t in told if t.quarrel == at and t.worth == 1.0 and t.text not in
                      hidden]
            for at, note in enumerate(quarrels)
        }  # fmt: skip
        wording = Wording(quarrels, known, lambda passages: keyword_index(passages, words))
        listening = Listening(wording, pieces, embedder, vectors)
        return [listening.hear(_thread(one.text)) for one in unseen or told]

    return listen


def _thread(text: str) -> Thread:
    return Thread(text, (Message("", None, Span(0, len(text), text)),))


def _voice(
    embedder: str, notes: list[str], told: list[Told], heard: list[Heard], inside: Head
) -> QuarrelVoice:
    ours = [at for at, one in enumerate(told) if one.quarrel >= 0]
    rows = np.stack([whole_of(heard[at].vectors) for at in ours])
    owners = np.array([told[at].quarrel for at in ours], dtype=np.int16)
    return QuarrelVoice(
        embedder, tuple(notes), rows, owners, _telling([heard[at] for at in ours], owners), inside
    )


def _telling(heard: Sequence[Heard], owners: np.ndarray) -> np.ndarray:
    """Learn from whole texts and from their windows, which together weigh as much."""
    counts = [len(one.vectors) for one in heard]
    rows = np.r_[
        np.stack([whole_of(one.vectors) for one in heard]), *(one.vectors for one in heard)
    ]
    worth = np.r_[np.ones(len(heard)), np.repeat(1 / np.array(counts), counts)]
    model = LogisticRegression(C=STRENGTH, max_iter=60, tol=1e-5)
    model.fit(rows, np.r_[owners, np.repeat(owners, counts)], sample_weight=worth)
    return np.c_[model.coef_, model.intercept_].astype(np.float32)


def _folds(told: list[Told], heard: list[Heard], voice, listen):
    """Return signs and voice of each text by heads that haven't seen it, and the likenesses."""
    vectors = np.stack([one.vectors.mean(axis=0) for one in heard])
    fold = np.random.default_rng(0).integers(0, FOLDS, len(told))
    rows, voices = [()] * len(told), np.zeros(len(told))
    unseen: dict[str, list[tuple[np.ndarray, int]]] = {"both": [], "words": []}
    for part in range(FOLDS):
        seen = [at for at in range(len(told)) if fold[at] != part]
        rest = [at for at in range(len(told)) if fold[at] == part]
        taught = [told[at] for at in seen]
        head = fit(vectors[seen], _inside(taught), _worth(taught), RIDGE_INSIDE)
        known = _voice(voice.embedder, list(voice.notes), taught, [heard[at] for at in seen], head)
        for at, one in zip(rest, listen([told[at] for at in rest], told), strict=True):
            rows[at], voices[at] = one.signs, head.hear(vectors[at])
            if told[at].worth == 1.0 and told[at].quarrel >= 0:
                words = worded(one)
                both = words + meant(heard[at].vectors, known)
                unseen["both"].append((both, told[at].quarrel))
                unseen["words"].append((words, told[at].quarrel))
    return np.array(rows), voices, unseen


def _sharpness(name: str, found: Sequence[tuple[np.ndarray, int]]) -> float:
    """Return what to multiply scores by, so that confidence is how often the first is right."""

    def likely(by: float) -> float:
        return float(np.mean([np.log(shares(by * scores)[right]) for scores, right in found]))

    first = np.mean([int(scores.argmax()) == right for scores, right in found])
    three = np.mean([right in np.argsort(-scores)[:3] for scores, right in found])
    print(f"{name}: first {first:.1%}, in three {three:.1%} of {len(found)} unseen")
    return max(np.arange(0.2, 4.0, 0.05).tolist(), key=likely)


def _print_inside(name: str, says: np.ndarray, told: Sequence[Told]) -> None:
    texts = [at for at, one in enumerate(told) if one.worth == 1.0 and one.quarrel >= 0]
    outside = [at for at, one in enumerate(told) if one.quarrel < 0]
    print(
        f"{name}: missed {(says[texts] < ENOUGH).sum()} of {len(texts)}, "
        f"taken for one {(says[outside] >= ENOUGH).sum()} of {len(outside)} outside"
    )


def _inside(told: Sequence[Told]) -> np.ndarray:
    return np.array([float(one.quarrel >= 0) for one in told])


def _worth(told: Sequence[Told]) -> np.ndarray:
    return np.array([one.worth for one in told])


def _row(head: Head) -> np.ndarray:
    return np.array([*head.weights, head.bias], dtype=np.float32)


if __name__ == "__main__":
    main()
