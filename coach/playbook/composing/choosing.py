"""Choosing sentences and list items of a passage for one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.domain.answers import Question
from coach.domain.stages import Side
from coach.playbook.composing.blocks import Block, blocks_of, leans, words_in
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line, plain
from coach.playbook.composing.shapes import Shape
from coach.playbook.composing.terms import share, terms_in

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|ninety|once|twice|half|daily|weekly|monthly|fortnight\w*|quarterly|hour|minutes?)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d.,]*")
_LATER = 0.03  # what each sentence further down a passage costs
_NUMBERED = 0.25


@dataclass(frozen=True, slots=True)
class Wish:
    """What one question wants: its telling terms with weights, its shape, its side.

    `said` are the sentences of earlier answers, plain: nothing is said twice.
    """

    question: Question
    shape: Shape
    wanted: Mapping[str, float]
    side: Side | None
    said: str = ""

    def new(self, sentence: str) -> bool:
        """Whether a sentence was not said before in this conversation."""
        bare = plain(sentence)
        return not bare or bare not in self.said

    def after(self, *lines: Line | None) -> Wish:
        """Return the wish for what follows `lines`."""
        told = " ".join(plain(line.text) for line in lines if line is not None)
        return replace(self, said=f"{self.said} {told}")

    def fit(self, text: str) -> float:
        """How well a text fits the question (0 to about 1.5)."""
        fit = share(self.wanted, terms_in(text))
        if self.shape is Shape.AMOUNT and _NUMBER.search(text):
            fit += _NUMBERED
        return fit + _NUMBERED * bool(self.figures & set(_FIGURE.findall(text)))

    def shared(self, lines: Sequence[Line], also: Sequence[Line] | None = None) -> float:
        """Return the part (0–1) of the question's terms in `lines`, only those in `also` too."""
        found = terms_in("\n".join(line.text for line in lines))
        if also is not None:
            found &= terms_in("\n".join(line.text for line in also))
        return share(self.wanted, found)

    @property
    def figures(self) -> set[str]:
        """The figures in the question: what names one of them is what was asked for."""
        return set(_FIGURE.findall(self.question.text))


def said_in(question: Question) -> str:
    """Return all that earlier answers said, plain."""
    return " ".join(plain(m.content) for m in question.history if m.role == "assistant")


def prose(source: Source, wish: Wish, words: int, whole: bool = False) -> Line | None:
    """Return the run of sentences of a passage that fits best, at most about `words` long.

    With `whole` the run starts at the passage's first sentence.
    """
    runs = []
    for place, paragraph in enumerate(_paragraphs(source)):
        fresh = [sentence for sentence in paragraph if wish.new(sentence)]
        for start, sentence in enumerate(fresh):
            opens = place == 0 and sentence is paragraph[0]
            if opens or not leans(sentence):
                runs.append(_run(fresh, start, words))
    if not runs:
        return None
    if whole:
        return Line(runs[0], source.n)
    best = max(range(len(runs)), key=lambda i: wish.fit(runs[i]) - _LATER * i)
    return Line(runs[best], source.n)


def items(source: Source, wish: Wish, most: int, words: int) -> tuple[Line, ...]:
    """Return the list items of a passage that fit best, in their order."""
    found = [b for b in blocks_of(source.passage.text) if b.item and wish.new(b.body)]
    found = [b for b in found if wish.figures & set(_FIGURE.findall(b.text))] or found
    order = sorted(range(len(found)), key=lambda i: -wish.fit(found[i].text))
    kept: list[int] = []
    for place in order:
        if len(kept) < most and words_in(found[place].text) <= words:
            kept.append(place)
            words -= words_in(found[place].text)
    return tuple(Line(found[place].text, source.n, "- ") for place in sorted(kept))


def first(sources: Sequence[Source], make: Callable[[Source], Line | None]) -> tuple[Line, ...]:
    """Return what `make` brings for the first of `sources`, as a tuple of one or none."""
    for source in sources:
        if (line := make(source)) is not None:
            return (line,)
    return ()


def is_list(source: Source) -> bool:
    """Whether most of a passage's words stand in list items."""
    blocks = blocks_of(source.passage.text)
    listed = sum(words_in(block.text) for block in blocks if block.item)
    return listed * 2 > sum(words_in(block.text) for block in blocks)


def intro(source: Source, wish: Wish) -> Line | None:
    """Return the sentence before a passage's list, where there is one."""
    blocks = blocks_of(source.passage.text)
    if not blocks or blocks[0].item:
        return None
    sentences = blocks[0].sentences
    sentence = sentences[-1 if sentences[-1].endswith(":") else 0].rstrip(":;,")
    return Line(sentence, source.n) if wish.new(sentence) and not leans(sentence) else None


def _paragraphs(source: Source) -> list[tuple[str, ...]]:
    blocks: Sequence[Block] = blocks_of(source.passage.text)
    return [block.sentences for block in blocks]


def _run(sentences: Sequence[str], start: int, words: int) -> str:
    """Join sentences from `start` while they fit; always at least the first."""
    run = [sentences[start]]
    for sentence in sentences[start + 1 :]:
        if words_in(" ".join(run)) + words_in(sentence) > words:
            break
        run.append(sentence)
    return " ".join(run)
