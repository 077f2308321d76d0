"""Texts to copy: the part of a template that fits the asker, as a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.stages import Side
from coach.playbook.choosing import Wish
from coach.playbook.material import Source
from coach.playbook.parts import Line
from coach.playbook.terms import share, terms_in

_VARIANT = re.compile(r"^\*\*([^*:]+)\*\*$", re.MULTILINE)
_BY_SIDE = {
    Side.SALES: re.compile(r"\bfrom (?:the head of )?sales\b", re.IGNORECASE),
    Side.MARKETING: re.compile(r"\bfrom (?:the head of )?marketing\b", re.IGNORECASE),
}


def copy_of(sources: Sequence[Source], wish: Wish) -> tuple[tuple[Line, ...], int | None]:
    """Return the quoted lines and the number of the passage they begin in.

    Of a template with one version a side, only the asker's is quoted; a version whose name the
    question speaks of goes before that.
    """
    text = "\n".join(source.passage.text for source in sources)
    chosen = _chosen(text, wish)
    start = next((s.n for s in sources if chosen.splitlines()[0] in s.passage.text), None)
    return tuple(Line(line, mark="> ") for line in chosen.splitlines()), start


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
