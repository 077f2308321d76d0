"""A search in which the team's own word goes first: what both sides settled answers for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.notes import OWN, Note, Playbook
from coach.domain.passages import Findings, Hit, Passage
from coach.playbook.own_notes import FOLDER
from coach.ports import PassageIndex

_FIRST = 1.2  # times the best score found
_ASKED = re.compile(
    r"\A\W*(?:what(?:['\N{RIGHT SINGLE QUOTATION MARK}]s| is| are| counts| makes)|"
    r"what (?:do|does|did) .{1,60}\b(?:mean|call)|who (?:is|are|counts)|"
    r"when (?:is|are|does|do|has|have)|which|define|explain|"
    r"how (?:do|did|have) we (?:define|call|word))\b"
    r"|\b(?:for us|in our team|with us|our (?:own )?(?:definition|wording|words?)|"
    r"we (?:all )?(?:mean|call|define|agreed|settled)|did we (?:agree|settle|define|mean|say))\b",
    re.IGNORECASE,
)
_OUR = re.compile(r"\bour (?:own )?\Z", re.IGNORECASE)


class TeamWords:
    """The port `PassageIndex` around another. Lives as long as the app; safe from many threads.

    Only who asks for the meaning of a settled word gets its note first; whoever quarrels about it
    or wants to do something finds what the search finds.
    """

    def __init__(self, index: PassageIndex, playbook: Playbook) -> None:
        self._index, self._playbook = index, playbook

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        """Return what the search found, behind the passages of the word that was asked for."""
        findings = self._index.find(text, history, k)
        note = self._asked_for(text)
        if note is None:
            return findings
        best = max((hit.score for hit in findings.hits), default=1.0) * _FIRST
        raw = {hit.passage.id: hit for hit in findings.hits}
        first = [_hit(p, raw.get(p.id), best) for p in self._index.passages(note.id)]
        rest = [hit for hit in findings.hits if hit.passage.note != note.id]
        hits = [replace(hit, rank=place) for place, hit in enumerate([*first, *rest][:k], 1)]
        return replace(findings, hits=tuple(hits))

    def passages(self, note: str) -> Sequence[Passage]:
        """Return the passages of one note in reading order; empty for an unknown note."""
        return self._index.passages(note)

    def _asked_for(self, text: str) -> Note | None:
        """Return the settled word that a question asks for, by its longest name."""
        found: list[tuple[int, Note]] = []
        for note in self._playbook.notes:
            if note.file.startswith(f"{OWN}{FOLDER}/"):
                named = (_named(name, text) for name in note.aliases)
                found += [(length, note) for length in named if length]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def _named(name: str, text: str) -> int:
    """Return the length of a name that a question asks for, 0 where it asks for something else."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    match = re.search(rf"\b{words}s?\b", text, re.IGNORECASE)
    if match is None:
        return 0
    alone = not re.search(r"\w", text[: match.start()] + text[match.end() :])
    ours = _OUR.search(text[: match.start()]) is not None and match.end() >= len(text.rstrip(" ?."))
    return len(name) if alone or ours or _ASKED.search(text) else 0


def _hit(passage: Passage, found: Hit | None, score: float) -> Hit:
    """Return a passage that was asked for by its note's name, whatever its own words are worth."""
    if found is not None:
        return replace(found, score=score)
    return Hit(passage, rank=1, score=score, cosine=None, bm25=0.0)
