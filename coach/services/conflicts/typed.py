"""A quarrel typed where questions are asked: known again, and shown the way to its page."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.answers import Answer, AnswerKind, Check, Question, Segment
from coach.domain.conflict import LONGEST, Thread
from coach.domain.notes import Conflict, Playbook
from coach.services import replies
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.reading import read_thread
from coach.services.intent import Intent

VOICES, TURNS = 2, 3  # who speaks at least, and how often, in a thread or log
SHORTEST_LOG, SHORTEST_RANT = 25, 75  # words; what is shorter is a question with its story
SURE = 0.5  # how sure the match of a story told by one voice must be


@dataclass(frozen=True, slots=True)
class TypedQuarrels:
    """Tells a quarrel from a question about one. Lives as long as the app; thread-safe."""

    matching: Matching
    playbook: Playbook

    def of(self, text: str, intent: Intent) -> Conflict | None:
        """Return the recurring quarrel that a text is; `None` where it asks for something else.

        A thread or log of several voices is one, and a long story that is surely of one kind. A
        question stays a question, however angry.
        """
        words = len(text.split())
        if intent not in (Intent.ASK, Intent.CONFLICT) or words < SHORTEST_LOG:
            return None
        if len(text) > LONGEST or text.isspace():
            return None
        thread = read_thread(text)
        told = _is_talk(thread) or intent is Intent.CONFLICT
        if not told and words < SHORTEST_RANT:
            return None
        best = next(iter(self.matching.of(thread)), None)
        if best is None or not (told or best.confidence >= SURE):
            return None
        note = self.playbook.get(best.note)
        return note if isinstance(note, Conflict) else None


def quarrel_reply(question: Question, note: Conflict) -> Answer:
    """Say in short what the quarrel is about, with its note, and where both sides are read."""
    text = (
        f"That is a quarrel more than a question. Most likely it is about this: {note.summary} [1]"
        "\n\nThe Conflicts page reads it for both sides: what was said, what each needs, the "
        "likely cause, one next step, and words to say and to send."
    )
    return Answer(
        AnswerKind.CONFLICT,
        text,
        (Segment(text, Check.KEPT),),
        (replies.cite(1, note),),
        stage=question.stage,
        follow_ups=replies.follow_ups([note], question),
    )


def _is_talk(thread: Thread) -> bool:
    voices = {message.speaker for message in thread.messages if message.speaker}
    return len(voices) >= VOICES and len(thread.messages) >= TURNS
