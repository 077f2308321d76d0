"""Answering over two notes with fakes around it, ready to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coach.domain.agenda import Agenda
from coach.domain.answers import Answer, AnswerKind, Message, Question
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.notes import Kind, Note, Playbook, Section, StageNote
from coach.domain.stages import Stage
from coach.errors import AuthorUnreachable, MeetingError
from coach.ports import Author, Translator
from coach.services.agendas.memory import Memory
from coach.services.answering import Answering
from coach.services.boundaries import Boundary
from coach.services.coverage import CoverageJudge
from coach.services.grounding import Grounding
from tests.coverage_lines import RULES
from tests.fakes import FakeAuthor, FakeClock, FakeIndex, hit
from tests.meeting_fakes import an_agenda

TEXT = "Sales and marketing meet for thirty minutes each week at a fixed time."
HITS = (hit(TEXT, 1), hit("Open the meeting with one thank-you in each direction.", 2))
NOTE = Note(
    id="weekly-smarketing",
    kind=Kind.MEETING,
    title="Weekly smarketing",
    summary="Meet weekly.",
    file="meetings/weekly-smarketing.md",
    follow_ups=("Who should come?", "When do we cancel it?"),
    sections=(Section("In short", TEXT, 0, len(TEXT)),),
)
DEFINED = StageNote(
    id="defined",
    kind=Kind.STAGE,
    title="Stage 2: Defined",
    summary="Rules are written.",
    file="stages/defined.md",
    stage=Stage.DEFINED,
    grid=(),
    sections=(Section("In short", "Rules are written down.", 0, 23),),
)
PLAYBOOK = Playbook(notes=(NOTE, DEFINED), sources=())
QUESTION = "how often should sales and marketing meet each week?"


class FakeBoundaries:
    def check(self, text: str, history: Sequence[Message], language: str) -> Boundary | None:
        if "touches me" in text:
            return Boundary(AnswerKind.HANDOVER, "harassment", "I'm sorry this is happening.")
        return None

    def reads(self, language: str) -> bool:
        return language in ("en", "de")

    def line(self, language: str) -> str:
        return "If somebody is in danger, call for help."


class FakeLanguages:
    """German where a German word stands."""

    def detect(self, text: str) -> str:
        if "私" in text:
            return "ja"
        return "de" if "wir" in text.split() else "en"

    def plain_line(self, code: str) -> str:
        return "Das Playbook ist auf Englisch."

    def notes_for(self, text: str, code: str) -> tuple[str, ...]:
        return ("weekly-smarketing",) if "treffen" in text else ()


@dataclass
class FakeDrafting:
    """Drafts one agenda for whatever is asked; raises `error` instead where there is one."""

    error: MeetingError | None = None
    agenda: Agenda = field(default_factory=lambda: replace(an_agenda(), note=NOTE.id))
    asked: list[MeetingBrief] = field(default_factory=list)

    def draft(self, brief: MeetingBrief) -> Agenda:
        self.asked.append(brief)
        if self.error is not None:
            raise self.error
        return self.agenda


class FakeTranslator:
    def __init__(self, error: AuthorUnreachable | None = None) -> None:
        self.error = error

    def to_english(self, question: Question) -> str:
        if self.error is not None:
            raise self.error
        return "how often to meet"


def make_answering(
    author: Author | None = None,
    translator: Translator | None = None,
    index: FakeIndex | None = None,
    drafting: FakeDrafting | None = None,
) -> Answering:
    playbook = FakeAuthor([[f"{TEXT} [1]"]])
    return Answering(
        index=index or FakeIndex(HITS),
        author=author or playbook,
        fallback=playbook,
        translator=translator,
        boundaries=FakeBoundaries(),  # type: ignore[arg-type]  # implements what is used
        coverage=CoverageJudge(RULES, None),
        languages=FakeLanguages(),  # type: ignore[arg-type]  # implements what is used
        grounding=Grounding(None),
        playbook=PLAYBOOK,
        drafting=drafting or FakeDrafting(),  # type: ignore[arg-type]  # implements what is used
        clock=FakeClock(),
    )


def ask(
    answering: Answering, text: str = QUESTION, *history: Message, memory: Memory | None = None
) -> Answer:
    reply = answering.start(Question(text, history), memory)
    for _ in reply:
        pass
    return reply.answer
