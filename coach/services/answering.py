"""Questions, each answered in one direction: what that takes, and a reply begun with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.domain.answers import Question
from coach.domain.notes import Conflict, Playbook
from coach.domain.survey import Survey
from coach.domain.text import LONGEST_QUESTION, clean
from coach.errors import QuestionError
from coach.ports import Author, Clock, PassageIndex, Translator
from coach.services.agendas.drafting import Drafting
from coach.services.agendas.memory import Memory
from coach.services.boundaries import Boundaries, Boundary
from coach.services.conflicts.typed import TypedQuarrels
from coach.services.coverage import CoverageJudge
from coach.services.grounding import Grounding
from coach.services.intent import Intent
from coach.services.language import Languages
from coach.services.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Answers questions and stores nothing. Lives as long as the app; safe from many threads.

    `author` writes; where it fails, `fallback` (the playbook) takes over in the same reply.
    `translator` is `None` without a language model; without the `survey` no short check of it is
    offered, without `quarrels` a pasted one is read as a question.
    """

    index: PassageIndex
    author: Author
    fallback: Author
    translator: Translator | None
    boundaries: Boundaries
    coverage: CoverageJudge
    languages: Languages
    grounding: Grounding
    playbook: Playbook
    drafting: Drafting
    clock: Clock
    survey: Survey | None = None
    quarrels: TypedQuarrels | None = None

    def start(self, question: Question, memory: Memory | None = None) -> Reply:
        """Begin a reply; nothing is waited for here.

        `memory` is what the asker may know of past meetings: no author gets to see any of it.

        Raises:
            QuestionError: nothing readable was asked.
        """
        text = clean(question.text)
        if not text:
            raise QuestionError("There is nothing to read in that question.")
        warnings = []
        if len(text) > LONGEST_QUESTION:
            text = text[:LONGEST_QUESTION]
            warnings.append(f"Only the first {LONGEST_QUESTION:,} characters were read.")
        return Reply(self, replace(question, text=text), warnings, memory)

    def quarrel_in(self, question: Question, intent: Intent) -> Conflict | None:
        """Return the recurring quarrel that was typed or pasted in the place of a question."""
        return self.quarrels.of(question.text, intent) if self.quarrels is not None else None

    def boundary_of(
        self, question: Question, language: str, quarrel: Conflict | None
    ) -> Boundary | None:
        """Return the boundary that is crossed; a quarrel is read for it as a page, pair by pair."""
        if quarrel is not None:
            return self.boundaries.anywhere(question.text, language)
        return self.boundaries.check(question.text, question.history, language)
