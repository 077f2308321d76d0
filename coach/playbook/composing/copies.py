"""Texts to copy: the part of a template that fits the asker, as a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.stages import Side
from coach.playbook.composing.blocks import words_in
from coach.playbook.composing.choosing import Wish
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line
from coach.playbook.composing.shapes import wants_shorter
from coach.playbook.composing.terms import share, terms_in

SHORT = 70  # words of a text that was too long
# A rate in a text to copy would read as a figure without its source.
_RATE = re.compile(r"^[^|].*(?:%|\b(?:twice|times|double|half of)\b)", re.IGNORECASE)
_VARIANT = re.compile(r"^\*\*([^*:]+)\*\*$", re.MULTILINE)
_BY_SIDE = {
    Side.SALES: re.compile(r"\bfrom (?:the head of )?sales\b", re.IGNORECASE),
    Side.MARKETING: re.compile(r"\bfrom (?:the head of )?marketing\b", re.IGNORECASE),
}


def copy_of(sources: Sequence[Source], wish: Wish) -> tuple[Line, ...]:
    """Return the quoted lines, the last one with its number; nothing without a text.

    Of a template with one version a side, only the asker's is quoted; a version whose name the
    question speaks of goes before that. Who wants it shorter gets its first paragraphs.
    """
    chosen = _chosen("\n\n".join(source.passage.text for source in sources), wish)
    if wants_shorter(wish.question.text):
        chosen = _beginning(chosen)
    *lines, last = chosen.strip().splitlines() or [""]
    holders = [source for source in sources if last and last in source.passage.text]
    if not holders:
        return ()
    number = max(holders, key=lambda s: sum(line in s.passage.text for line in lines if line)).n
    quoted = [Line(line, number if _RATE.search(line) else None, "> ") for line in lines]
    return (*quoted, Line(last, number, "> "))


def _beginning(text: str) -> str:
    paragraphs = text.split("\n\n")
    kept = 1
    while kept < len(paragraphs) and words_in(" ".join(paragraphs[: kept + 1])) <= SHORT:
        kept += 1
    return "\n\n".join(paragraphs[:kept])


def _chosen(text: str, wish: Wish) -> str:
    marks = list(_VARIANT.finditer(text))
    if len(marks) < 2 or not any(rule.search(m[1]) for m in marks for rule in _BY_SIDE.values()):
        return text
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    versions = [(m[1], text[m.end() : end].strip()) for m, end in zip(marks, ends, strict=True)]
    told = [share(wish.wanted, terms_in(name)) for name, _ in versions]
    plainly = [i for i, (name, _) in enumerate(versions) if not _of_a_side(name) and told[i] > 0]
    if plainly:
        return versions[plainly[0]][1]
    if wish.side in _BY_SIDE:
        for name, body in versions:
            if _BY_SIDE[wish.side].search(name):
                return body
    return versions[0][1]


def _of_a_side(name: str) -> bool:
    return any(rule.search(name) for rule in _BY_SIDE.values())
