"""What one run of the cases brought: the results of all parts, and what they were measured on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from coach.evaluation.agendas import JudgedAgenda
from coach.evaluation.boundaries import Judged as JudgedBoundary
from coach.evaluation.conflict_checks import CheckedConflict, OrderedConflict
from coach.evaluation.conflicts import JudgedConflict
from coach.evaluation.grounding import Judged as JudgedPair
from coach.evaluation.judging import Rated
from coach.evaluation.names import ReadNames
from coach.evaluation.outcomes import Outcome
from coach.evaluation.phrases import ReadPhrase
from coach.evaluation.questions import LabelledQuestion
from coach.evaluation.retrieval import SearchScore
from coach.evaluation.stages import JudgedTeam
from coach.ports.judges import Judge

PLAYBOOK = "the playbook"
ANSWERS = 2  # the label of a note that answers a question; 1 helps


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a run was made with; `files` holds what was read, each with the hash of its content.

    `author` is the model's name, or `PLAYBOOK`; `embedder` says why where there is none.
    """

    author: str
    at: datetime
    embedder: str
    notes: int
    passages: int
    versions: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Searched:
    """A labelled question with what the search brought."""

    asked: LabelledQuestion
    score: SearchScore

    @property
    def place(self) -> int | None:
        """The place of the first note that answers the question; `None` where none was found."""
        right = (n for n, note in enumerate(self.score.ranking, 1) if self._answers(note))
        return next(right, None)

    def _answers(self, note: str) -> bool:
        return self.asked.notes.get(note, 0) == ANSWERS


@dataclass(slots=True)
class Measured:
    """The results so far; a part that was not run is empty."""

    conditions: Conditions
    judge: Judge | None = None  # the model that judges by rubrics, where there is one
    outcomes: list[Outcome] = field(default_factory=list)
    searched: list[Searched] = field(default_factory=list)
    boundaries: list[JudgedBoundary] = field(default_factory=list)
    grounding: list[JudgedPair] = field(default_factory=list)
    agendas: list[JudgedAgenda] = field(default_factory=list)
    phrases: list[ReadPhrase] = field(default_factory=list)
    conflicts: list[JudgedConflict] = field(default_factory=list)
    checked: list[CheckedConflict] = field(default_factory=list)
    ordered: list[OrderedConflict] = field(default_factory=list)
    rated: list[Rated] = field(default_factory=list)  # quarrels, where a model judges
    rated_agendas: list[Rated] = field(default_factory=list)
    names: list[ReadNames] = field(default_factory=list)
    teams: list[JudgedTeam] = field(default_factory=list)
