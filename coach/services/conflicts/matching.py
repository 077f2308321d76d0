"""Which recurring quarrels a pasted text looks like, and whether it is one at all."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.domain.conflict import Match, Span, Thread
from coach.domain.notes import Conflict, Playbook
from coach.errors import SearchError
from coach.playbook.fusion import Scores, standardised
from coach.playbook.heads import Head
from coach.playbook.quarrels import QuarrelRules, QuarrelVoice
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Embedder, Matrix
from coach.services.conflicts.telling import Piece, Pieces, most_telling
from coach.services.conflicts.wording import Keyword, Wording

MOST = 3  # patterns named
# The logit from which a text is read: to send a quarrel away is worse than to read another one.
ENOUGH = -1.0
LEAST = 0.02  # confidence; less is noise
CUES = 2  # a pattern
NEAREST = 4  # texts of a quarrel that a window is held against
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as it is matched: `words` and `runs` by quarrel, `by_piece` a row a piece.

    `signs` say whether it is such a quarrel at all; `vectors` has a row for each of the windows
    that are read, `None` without an embedder.
    """

    pieces: tuple[Piece, ...]
    words: Scores
    runs: Scores
    by_piece: Scores
    signs: tuple[float, ...]
    vectors: Matrix | None


class Listening:
    """Reads a text by words, and its eight most telling windows by meaning.

    Silent in meaning where there is no embedder, or it fails: then the words alone must do. Lives
    as long as the app; safe from many threads.
    """

    def __init__(
        self,
        wording: Wording,
        pieces: Pieces,
        embedder: Embedder | None = None,
        vectors: QuestionVectors | None = None,
    ) -> None:
        self._wording = wording
        self._pieces = pieces
        self._embedder = embedder
        self._vectors = vectors or QuestionVectors()

    def hear(self, thread: Thread) -> Heard | None:
        """Return what the text says, `None` where it says nothing."""
        pieces = tuple(self._pieces.of(thread))
        if not pieces:
            return None
        said = [piece.said for piece in pieces]
        by_piece = np.stack([self._wording.scores(text) for text in said])
        whole = "\n".join(said)
        return Heard(
            pieces=pieces,
            words=self._wording.scores(whole),
            runs=self._wording.runs(whole),
            by_piece=by_piece,
            signs=self._wording.signs(whole),
            vectors=self._read(most_telling(said, by_piece)),
        )

    def _read(self, windows: Sequence[str]) -> Matrix | None:
        if self._embedder is None:
            return None
        try:
            return self._vectors.of(windows, self._embedder)
        except SearchError as exc:
            _log.warning("Quarrels are matched by words alone: %s", exc.message)
            return None


class Matching:
    """Finds the recurring quarrels. Lives as long as the app; safe from many threads.

    Reads nothing but the text, so both sides who paste it get the same. A note that the fitted
    heads don't know, a team's own, is found by its words.
    """

    def __init__(
        self,
        playbook: Playbook,
        rules: QuarrelRules,
        keyword: Keyword,
        pieces: Pieces,
        embedder: Embedder | None = None,
        vectors: QuestionVectors | None = None,
    ) -> None:
        quarrels = [note for note in playbook.notes if isinstance(note, Conflict)]
        self._notes = tuple(note.id for note in quarrels)
        self._rules = rules
        fits = embedder is not None and embedder.name == rules.voice.embedder
        self._listening = Listening(
            Wording(quarrels, rules.told, keyword), pieces, embedder if fits else None, vectors
        )

    def of(self, thread: Thread) -> tuple[Match, ...]:
        """Return up to three matches, best first; none where it is no such quarrel."""
        heard = self._listening.hear(thread) if self._notes else None
        if heard is None or is_inside(heard, self._rules) < ENOUGH:
            return ()
        sharpness = self._rules.sharpness[0 if heard.vectors is not None else 1]
        likeness = alike(heard, self._notes, self._rules.voice)
        chances = shares(sharpness * likeness)
        best = np.argsort(-chances, kind="stable")[:MOST].tolist()
        return tuple(
            Match(self._notes[at], round(float(chances[at]), 3), _cues(heard, at))
            for at in best
            if chances[at] >= LEAST
        )


def is_inside(heard: Heard, rules: QuarrelRules) -> float:
    """Return the logit that this is a quarrel between sales and marketing."""
    if heard.vectors is None:
        return _weighed(rules.by_words, heard.signs)
    voice = _weighed(rules.voice.inside, heard.vectors.mean(axis=0).tolist())
    return _weighed(rules.by_both, (*heard.signs, voice))


def alike(heard: Heard, notes: Sequence[str], voice: QuarrelVoice) -> Scores:
    """Return how like each quarrel the text is, by words and, for those it knows, by meaning."""
    words = worded(heard)
    if heard.vectors is None:
        return words
    known = dict(zip(voice.notes, meant(heard.vectors, voice).tolist(), strict=True))
    both: Scores = words + [known.get(note, at) for note, at in zip(notes, words, strict=True)]
    return both


def meant(windows: Matrix, voice: QuarrelVoice) -> Scores:
    """Return how like each note of the voice the windows are: two readings, weighing the same."""
    told = voice.telling[:, :-1] @ whole_of(windows) + voice.telling[:, -1]
    both: Scores = (standardised(nearness(windows, voice)) + standardised(told.tolist())) / 2
    return both


def whole_of(windows: Matrix) -> Matrix:
    """Return the mean of the windows, a row of length 1."""
    mean = windows.mean(axis=0)
    row: Matrix = mean / (float(np.linalg.norm(mean)) or 1.0)
    return row


def worded(heard: Heard) -> Scores:
    """Return how like each quarrel the text is by its words: the two readings weigh the same."""
    both: Scores = (standardised(heard.words) + standardised(heard.runs)) / 2
    return both


def nearness(windows: Matrix, voice: QuarrelVoice) -> list[float]:
    """Return for each note of the voice how near its nearest texts are, the mean of all windows."""
    cosines = windows @ voice.vectors.T
    near = []
    for at in range(len(voice.notes)):
        mine = np.sort(cosines[:, voice.owners == at], axis=1)[:, -NEAREST:]
        near.append(float(mine.mean()) if mine.size else 0.0)
    return near


def shares(logits: Scores) -> Scores:
    """Return the chance of each, together 1."""
    away = np.exp(logits - logits.max())
    chances: Scores = away / away.sum()
    return chances


def _weighed(head: Head, values: Sequence[float]) -> float:
    return float(np.dot(head.weights, values)) + head.bias


def _cues(heard: Heard, at: int) -> tuple[Span, ...]:
    """Return the pieces that speak most for a quarrel, as they stand in the text."""
    column = heard.by_piece[:, at]
    best = [place for place in np.argsort(-column, kind="stable")[:CUES] if column[place] > 0]
    return tuple(heard.pieces[place].span for place in sorted(best))
