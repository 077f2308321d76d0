"""A search in which the team's own word goes first: what both sides settled answers for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.notes import Note, Playbook
from coach.domain.passages import Findings, Hit, Passage
from coach.playbook.own_notes import is_settled
from coach.ports import PassageIndex

_FIRST = 1.2  # times the best score found
_QUOTE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_BEGINS = re.compile(  # what stands before the name, from the first word on
    rf"\A\W*(?:and |so )?(?:what(?:{_QUOTE}s| is| are| counts as| makes| do| does)|"
    r"who (?:is|are|counts as)|which .{0,40}|when (?:is|are|does|do|has|have) .{0,40}|"
    r"define|explain|how (?:do|did|have) we (?:define|call|word)|our(?: own)?)"
    r"(?: an?| the| our| it)?\W*\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(  # what may stand behind it
    r"\A\W*(?:exactly|really|here|now|lead|handed over|definition|meaning|mean(?: here| exactly)?|"
    r"(?:for|to|with) us|in our (?:team|company)|at ours|(?:and|or) .{0,60})?\W*\Z",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:(?:do|did|does|what) (?:we|our team|both sides|sales and marketing)(?: all| both)? "
    r"(?:mean|call|understand|agree|settle)|we (?:all |both )?(?:mean|define|agreed on|settled on)|"
    r"our (?:own )?(?:definition|wording|meaning) of|mean(?:s|ing)? (?:for|to) us)\b",
    re.IGNORECASE,
)


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
            if is_settled(note):
                named = (_named(name, text) for name in note.aliases)
                found += [(length, note) for length in named if length]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def _named(name: str, text: str) -> int:
    """Return the length of a name that a question asks for, 0 where it asks for something else."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    match = re.search(rf"\b{words}s?\b", text, re.IGNORECASE)
    if match is None:
        return 0
    before, after = text[: match.start()], text[match.end() :]
    alone = not re.search(r"\w", before)
    asked = (alone or _BEGINS.match(before)) and _ENDS.match(after)
    return len(name) if asked or _MEANT.search(text) else 0


def _hit(passage: Passage, found: Hit | None, score: float) -> Hit:
    """Return a passage that was asked for by its note's name, whatever its own words are worth."""
    if found is not None:
        return replace(found, score=score)
    return Hit(passage, rank=1, score=score, cosine=None, bm25=0.0)
