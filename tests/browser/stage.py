"""Services for looking at the page: real turns, in memory, with answers written here.

The first word of a question chooses the answer, so that each look of the page can be asked for.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from coach.adapters.threads import ThreadRunner
from coach.domain.answers import Answer, AnswerKind, Check, Citation, Question, Segment
from coach.domain.conversation import Person
from coach.domain.notes import Kind, Note, Playbook, Section
from coach.domain.status import Consent, Use
from coach.errors import AuthorBusy, StorageLocked
from coach.services.agendas.memory import Memory
from coach.services.coaching import Coaching
from coach.services.names.naming import Naming
from coach.services.team_context import TeamContext
from tests.conversation_fakes import MemoryConversations
from tests.fakes import ME, FakeClock, FakeIds, hit
from tests.meeting_fakes import an_agenda
from tests.plan_fakes import plans_in_memory
from tests.standing_fakes import MemoryTeamStages

QUOTE = "- **Head of sales, by Friday:** write one line that names a piece of marketing's work."
NOTE = Note(
    id="weekly-smarketing",
    kind=Kind.MEETING,
    title="Hold a weekly meeting of both teams",
    summary="Half an hour a week, both heads, one page of numbers.",
    file="meetings/weekly-smarketing.md",
    sections=(
        Section("In short", "Meet weekly. Both heads come.\n\nKeep it to half an hour.", 0, 50),
        Section(
            "This week",
            f"Start small.\n\n{QUOTE}\n- **Head of marketing, by Friday:** answer with a line.",
            50,
            200,
        ),
    ),
)
OLD = "- **Both heads, by Monday:** words that stood here before the note was rewritten."
CITED = (
    Citation(1, NOTE.id, NOTE.title, "In short", "Keep it to half an hour.", NOTE.file, 30, 50),
    Citation(2, NOTE.id, NOTE.title, "This week", QUOTE, NOTE.file, 64, 150),
    Citation(3, NOTE.id, "An older wording of the note", "This week", OLD, NOTE.file, 64, 150),
)
SENTENCES = (
    "Start with one standing half hour a week for both heads, before any project. [1] ",
    "It costs little and it changes what people expect of each other.\n\n",
    "**This week**\n\n",
    "- **Head of sales, by Friday:** name one piece of marketing's work that helped a deal. [2]\n",
    "- **Head of marketing, by Friday:** answer with a line of thanks, with name and day. [2]\n",
    "- **Both, by Monday:** put the half hour into both calendars. [3]\n\n",
    "Watch that thanks with a request behind it is not thanks. [3]",
)
PAUSES = {"slowly": 0.25, "crawling": 0.9}  # seconds a sentence takes
FOLLOW_UPS = ("What makes a thank-you specific enough?", "What if only one side comes?")


@dataclass
class ScriptedReply:
    """Grows sentence by sentence, `pause` seconds each."""

    answer: Answer
    pause: float = 0.0
    error: Exception | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    def __iter__(self) -> Iterator[tuple[Segment, ...]]:
        segments = self.answer.segments
        for i, segment in enumerate(segments):
            growing = Segment(segment.text, Check.CHECKING)
            yield (*segments[:i], growing)
            if self._stop.wait(self.pause):
                kept = segments[:i]
                text = "".join(s.text for s in kept)
                self.answer = Answer(AnswerKind.ANSWER, text, kept, CITED, ended="cancelled")
                return
            yield segments[: i + 1]
        if self.error is not None:
            raise self.error

    def cancel(self) -> None:
        self._stop.set()


def answer_of(*texts: str, kind: AnswerKind = AnswerKind.ANSWER, **more: object) -> Answer:
    segments = tuple(Segment(text, Check.KEPT) for text in texts)
    return Answer(kind, "".join(texts), segments, **more)  # type: ignore[arg-type]


GOOD = answer_of(*SENTENCES, citations=CITED, follow_ups=FOLLOW_UPS)
CHECKED = Answer(
    AnswerKind.ANSWER,
    "Start with a half hour a week. [1] Teams that do so talk more.",
    (
        Segment("Start with a half hour a week. [1] ", Check.KEPT),
        Segment("Such teams grow 42 % faster. [1] ", Check.STRUCK, "42 % stands in no source"),
        Segment("Teams that do so talk more.", Check.MARKED, "no source says so"),
    ),
    CITED[:1],
    mode="model",
    model="small-model:7b",
    follow_ups=FOLLOW_UPS,
    warnings=("The model was slow to answer.",),
)
HANDOVER = answer_of(
    "I'm sorry this is happening to you. This is not something to coach, and not yours to solve "
    "alone.\n\nPlease talk to a person you trust at work: your manager, HR, or the works council.",
    kind=AnswerKind.HANDOVER,
)
NOT_COVERED = answer_of(
    "The playbook says nothing about that, so I won't guess. The nearest notes:\n\n- Weekly",
    kind=AnswerKind.NOT_COVERED,
    hits=(hit("Meet weekly.", 1), hit("Count leads.", 2, "lead-definition")),
)
UNCLEAR = answer_of(
    "What is wrong with the leads?",
    kind=AnswerKind.UNCLEAR,
    follow_ups=("Nobody follows them up.", "We don't agree on what a lead is."),
)
AGENDA = answer_of(
    "**Weekly smarketing** · 30 minutes\n\n"
    "**At the end:** We call the same leads qualified. [1]\n\n"
    "| Minutes | Question | To | Owner |\n| --- | --- | --- | --- |\n"
    "| 10 | Which leads do we both call qualified? [1] | decide | Ana |",
    kind=AnswerKind.AGENDA,
    citations=CITED[:1],
    agenda=an_agenda(),
)
RECALLED = answer_of(
    "Your meetings decided about “MQLs”, newest first:\n\n"
    "- **24 November 2026**, Weekly smarketing: “An MQL has a budget” [1]\n"
    "- **3 November 2026**, Kick-off: Ana promised “Send the list” (still open) [2]",
    citations=(
        Citation(
            1, "", "Weekly smarketing", "24 November 2026", "An MQL has a budget", meeting="m1"
        ),
        Citation(2, "", "Kick-off", "3 November 2026", "Ana: Send the list"),
    ),
)
QUARREL = answer_of(
    "That is a quarrel more than a question. The Conflicts page reads it for both sides. [1]",
    kind=AnswerKind.CONFLICT,
    citations=CITED[:1],
)
OFF_TOPIC = answer_of("That one is outside my patch.", kind=AnswerKind.OFF_TOPIC)


@dataclass
class ScriptedAnswering:
    """Answers by the question's first word; remembers what it was asked."""

    asked: list[Question] = field(default_factory=list)

    def start(self, question: Question, memory: Memory | None = None) -> ScriptedReply:
        self.asked.append(question)
        word = question.text.split()[0].lower().strip(",:")
        if word == "echo":
            return ScriptedReply(answer_of(question.text[5:], citations=CITED))
        if word == "broken":
            return ScriptedReply(GOOD, error=AuthorBusy("The model said to wait."))
        answers = {
            "checked": CHECKED,
            "handover": HANDOVER,
            "uncovered": NOT_COVERED,
            "offtopic": OFF_TOPIC,
            "vague": UNCLEAR,
            "plan": AGENDA,
            "recall": RECALLED,
            "quarrel": QUARREL,
        }
        return ScriptedReply(answers.get(word, GOOD), PAUSES.get(word, 0.0))


@dataclass(frozen=True)
class FakeStatus:
    model: str | None = None
    host: str = ""
    indexing: bool = False
    done: int = 0
    total: int = 0
    name: str = ""
    warnings: tuple[str, ...] = ()


WRITER = Consent("models.example.org", "large-model", Use.WRITING)
SEARCHER = Consent("vectors.example.org", "small-vectors", Use.SEARCHING)


class FakeIdentity:
    def current(self) -> Person:
        return ME


class WallClock(FakeClock):
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class StagedServices:
    """What the page needs of the services. Lives as long as the staged server."""

    def __init__(self) -> None:
        self.conversations = MemoryConversations(clock=WallClock())
        self.answering = ScriptedAnswering()
        self.coaching = Coaching(
            answering=self.answering,  # type: ignore[arg-type]
            conversations=self.conversations,
            runner=ThreadRunner(8),
            clock=WallClock(),
            ids=FakeIds(),
        )
        self.identity = FakeIdentity()
        self.standing = SimpleNamespace(team=TeamContext(MemoryTeamStages(), WallClock()))
        self.cases = SimpleNamespace(keeping=SimpleNamespace(due=lambda *_: 0))
        self.playbook = Playbook(notes=(NOTE,), sources=())
        self.plans = plans_in_memory(self.playbook, WallClock())
        self.state = FakeStatus()
        self.remote: tuple[Consent, ...] = ()
        self.consent: tuple[Consent, ...] = ()
        self.naming: Naming | None = None
        self._declined = False

    def status(self) -> FakeStatus:
        return self.state

    def agree(self) -> None:
        self.consent = ()

    @property
    def declined(self) -> bool:
        return self._declined

    def decline(self) -> None:
        self._declined = True

    def close(self) -> None:
        self.coaching.close()


class NewServices(StagedServices):
    """A slow first start: indexing, and a model elsewhere that nobody has agreed to.

    They are ready when the file at `gate` is there.
    """

    def __init__(self, gate: Path) -> None:
        while not gate.exists():
            time.sleep(0.05)
        super().__init__()
        self.remote = self.consent = (WRITER,)
        self.state = FakeStatus(
            "large-model", "models.example.org", True, 30, 120, "Reading the notes",
            ("Search is by keyword only until the notes are read.",),
        )  # fmt: skip


class FailingServices(StagedServices):
    """They cannot be built until the file at `gate` is there."""

    def __init__(self, gate: Path) -> None:
        if not gate.exists():
            raise StorageLocked("Another program uses the data folder.")
        super().__init__()
