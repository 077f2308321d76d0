"""What the coach could not answer, as the playbook's owner works through it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coach.domain.answers import AnswerKind
from coach.domain.conversation import Feedback, Verdict

REPORTED = (Verdict.NOT_ANSWERED, Verdict.MISSING)  # what a reader says to the playbook's owner
# Questions that no note should answer: some tell of harm, and nobody else is to read those.
PRIVATE = (AnswerKind.HANDOVER, AnswerKind.DECLINED)


@dataclass(frozen=True, slots=True)
class Gap:
    """One question that the playbook has nothing, or not enough, for.

    `turn` names it. `covered` is false where the coach said that no note answers; `said` holds what
    the reader thought of the answer where that is one of `REPORTED`, and `nearest` the ids of the
    notes that came closest. `seen_by` and `seen_at` are set once it is closed.
    """

    turn: str
    question: str
    asked_at: datetime
    covered: bool
    said: Feedback | None = None
    nearest: tuple[str, ...] = ()
    seen_by: str = ""
    seen_at: datetime | None = None
