"""The author that needs no language model: it puts an answer together out of typed notes."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coach.domain.answers import Brief, Finish
from coach.domain.notes import Playbook
from coach.playbook.composing.blocks import Block, leans
from coach.playbook.composing.choosing import Wish, said_in
from coach.playbook.composing.compositions import compose
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.leading import Leading, card_of
from coach.playbook.composing.material import Material
from coach.playbook.composing.parts import Line, Part, fitted, plain, written
from coach.playbook.composing.shapes import Shape, asker, shape_of, wants_shorter
from coach.playbook.composing.terms import Terms

NAME = "playbook"
NOTHING = "The playbook has no passage on that, so I won't guess."
# Who asks for these wants them, told before or not.
REPEATED = frozenset({Shape.WHO, Shape.STAY, Shape.COMPARE})
NOTHING_NEW = "The notes say no more on this than what stands above. What exactly is in the way?"


class PlaybookAuthor:
    """Composes from the notes: the answer, what to do this week with who and when, what to watch.

    Every line taken from a note cites its passage; at most 240 words, but for a text to copy.
    Reads nothing but the brief and the playbook. Lives as long as the app; safe from many threads.
    """

    name = NAME

    def __init__(self, playbook: Playbook) -> None:
        """Weigh the words of `playbook` once, and again where its notes are renewed."""
        self._playbook = playbook
        self._weighed = playbook.notes, _weighed(playbook)

    def answer(self, brief: Brief) -> PlaybookDraft:
        """Start a draft for `brief`; its pieces are whole lines."""
        return PlaybookDraft(written(fitted(self._parts(brief))))

    def _parts(self, brief: Brief) -> list[Part]:
        question = brief.question
        steps = tuple(Line(fact, mark="- ") for fact in brief.facts)
        facts = [Part(steps, "Worked out", free=True)] if steps else []
        shape = shape_of(question.text)
        material = Material(brief.hits, has_result=bool(brief.facts))
        leading = self._leading()
        notes = leading.rank(question, shape, material)
        if not notes:
            return facts or [Part((Line(NOTHING),))]
        repeats = shape in REPEATED or wants_shorter(question.text)
        said = "" if repeats else said_in(question)
        wish = Wish(question, shape, leading.wanted(question), asker(question), said)
        fit = leading.fit(notes[0], question)
        parts = _once([*facts, *compose(Desk(notes[0], material, wish, fit, tuple(notes)))])
        return parts if any(part.lines for part in parts) else [Part((Line(NOTHING_NEW),))]

    def _leading(self) -> Leading:
        """Return what ranks the notes as they are now."""
        notes, leading = self._weighed
        if notes is not self._playbook.notes:
            notes, leading = self._weighed = self._playbook.notes, _weighed(self._playbook)
        return leading


class PlaybookDraft:
    """A `Draft` that is finished before it is read. Lives as long as one answer."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._cancelled = threading.Event()

    def __iter__(self) -> Iterator[str]:
        """Yield the answer line by line."""
        for piece in self._pieces:
            if self._cancelled.is_set():
                return
            yield piece

    @property
    def finish(self) -> Finish:
        """How it ended."""
        return Finish(NAME, reason="cancelled" if self._cancelled.is_set() else "stop")

    def cancel(self) -> None:
        """Stop before the next line."""
        self._cancelled.set()


def _weighed(playbook: Playbook) -> Leading:
    texts = [section.text for note in playbook.notes for section in note.sections]
    texts += [card_of(note) for note in playbook.notes]
    return Leading(playbook, Terms(texts))


def _once(parts: Sequence[Part]) -> list[Part]:
    """Leave out sentences that stand in the answer already, and parts that are empty then."""
    told = ""
    kept = []
    for part in parts:
        lines = []
        for line in part.lines:
            fresh = line if part.free or part.fixed else _fresh(line, told)
            if fresh is not None:
                lines.append(fresh)
                told += f" {plain(fresh.text)}"
        if lines:
            kept.append(replace(part, lines=tuple(lines)))
    return kept


def _fresh(line: Line, told: str) -> Line | None:
    """Return the line without what was told before; `None` where the rest means nothing alone."""
    block = Block(line.text)
    if plain(block.body) in told:
        return None
    sentences = [s for s in block.sentences if plain(s) not in told]
    if not sentences or (len(sentences) < len(block.sentences) and leans(sentences[0])):
        return None
    return replace(line, text=" ".join(sentences))
