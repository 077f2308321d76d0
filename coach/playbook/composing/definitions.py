"""Sentences that say what a word means, found by the word they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from coach.playbook.composing.blocks import blocks_of, leans
from coach.playbook.composing.choosing import Wish
from coach.playbook.composing.material import Material, Source
from coach.playbook.composing.parts import Line

MOST_WORDS = 60  # of a question; who asks for a meaning is short
_ASKED = re.compile(r"[^\W_][\w-]*")
_MEANS = re.compile(
    r"^(?:At (?P<stage>[A-Z][a-z]+), |(?:(?:an?|the|your) )?(?P<term>[\w-]+(?: [\w-]+){0,2}?)"
    r" (?:(?:is|are)(?! \w+ed (?:by|for|from|in|on|to|with)\b)"
    r"|means|answers|asks|estimates|stands for)\b)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:by|before|within|next|after|once|same)\b|day\b", re.IGNORECASE)
_ALIKE = 0.8  # of two spellings, as difflib measures it
_ROLE = re.compile(r"\s*\([^)]*\)")
_FILLERS = "that a an the in of or and to is are was what whats between difference"
_EMPTY = frozenset(_FILLERS.split())


def defined(material: Material, wish: Wish) -> list[tuple[str, Line]]:
    """Return each term of the question that a passage explains, with the best line for it.

    The terms stand in the order of the question; a whole sentence is better than a list item.
    """
    asked = [word.lower() for word in _ASKED.findall(wish.question.text)][:MOST_WORDS]
    found: dict[int, tuple[str, Line]] = {}
    for sentences in (True, False):
        for source in material.sources:
            for name, text in _explained(source, sentences):
                place = _place(name, asked)
                if place is not None and place not in found:
                    found[place] = (name, Line(text, source.n))
    return [found[place] for place in sorted(found)]


def _explained(source: Source, sentences: bool) -> Iterator[tuple[str, str]]:
    for block in blocks_of(source.passage.text):
        if sentences and not block.item:
            for sentence in block.sentences:
                if not leans(sentence) and (match := _MEANS.match(sentence)):
                    yield match["term"] or match["stage"], sentence
        elif not sentences and block.item and block.label and not _OWNER.search(block.label):
            yield _ROLE.sub("", block.label), block.text


def _place(name: str, asked: list[str]) -> int | None:
    """Return the place in the question of a term: its short form or all words of its long one."""
    for form in name.split(","):
        words = [word.lower() for word in _ASKED.findall(form)]
        if not words or words[-1] in _EMPTY:
            continue
        near = [
            get_close_matches(word, asked, n=1, cutoff=_ALIKE if len(word) > 4 else 1.0)
            for word in words
        ]
        if all(near):
            return asked.index(near[-1][0])
    return None
