"""Which meeting of the playbook fits a brief."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Conflict, Meeting, Move, Playbook
from coach.domain.passages import Findings
from coach.domain.stages import Stage
from coach.ports import PassageIndex

MANY = 12  # passages read
THROUGH = 0.6  # a meeting that a quarrel or a move names counts so much of one found itself
AT_STAGE = 1.15  # how much more a meeting counts at the stage the teams stand at
_WORD = lazy_pattern(r"[^\W_]{3,}")
# Without a word of what it is for: the meeting that carries the work at a stage.
USUAL = {
    None: "weekly-smarketing",
    Stage.UNDEFINED: "leaders-reset",
    Stage.DEFINED: "weekly-smarketing",
    Stage.ALIGNED: "pipeline-council",
    Stage.INTEGRATED: "weekly-revenue-meeting",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The meetings that fit, best first, and what the search found; `None` without a purpose."""

    meetings: tuple[Meeting, ...]
    findings: Findings | None


class Choosing:
    """Finds meetings for a purpose. Lives as long as the app; safe from many threads."""

    def __init__(self, playbook: Playbook, index: PassageIndex) -> None:
        self._playbook = playbook
        self._index = index

    def of(self, purpose: str, stage: Stage | None) -> Choice:
        """Return the meetings for a purpose; without one what is usual at the stage."""
        scores: defaultdict[str, float] = defaultdict(float)
        findings = None
        if purpose.strip():
            findings = self._index.find(purpose, (), MANY)
            for hit in findings.hits:
                self._count(scores, hit.passage.note, 1 / hit.rank, stage)
            for meeting in self._named(purpose):
                scores[meeting] += 1.0
        ranked = sorted(scores, key=lambda note: -scores[note])
        found = [self._playbook.get(note) for note in ranked]
        meetings = tuple(note for note in found if isinstance(note, Meeting))
        return Choice(meetings or self._usual(stage), findings)

    def note(self, name: str) -> Meeting | None:
        """Return the meeting of that name, `None` where there is none."""
        note = self._playbook.get(name)
        return note if isinstance(note, Meeting) else None

    def _usual(self, stage: Stage | None) -> tuple[Meeting, ...]:
        usual = self.note(USUAL[stage]) or self.note(USUAL[None])
        every = [note for note in self._playbook.notes if isinstance(note, Meeting)]
        return (usual,) if usual is not None else tuple(every[:1])

    def _count(
        self, scores: defaultdict[str, float], note_id: str, worth: float, stage: Stage | None
    ) -> None:
        note = self._playbook.get(note_id)
        if isinstance(note, Meeting):
            fits = stage is not None and stage in note.stages
            scores[note.id] += worth * (AT_STAGE if fits else 1.0)
        elif isinstance(note, (Conflict, Move)) and note.meeting is not None:
            self._count(scores, note.meeting, worth * THROUGH, stage)

    def _named(self, purpose: str) -> list[str]:
        """Return the meetings whose title or another name stands in the text, whole."""
        said = f" {' '.join(_WORD.findall(purpose.casefold()))} "
        return [
            note.id
            for note in self._playbook.notes
            if isinstance(note, Meeting)
            and any(_stands(name, said) for name in (note.title, *note.aliases))
        ]


def _stands(name: str, said: str) -> bool:
    words = " ".join(_WORD.findall(name.casefold()))
    return bool(words) and f" {words} " in said
