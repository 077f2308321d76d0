"""Coaching with fakes around it: three words to each question, in this thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from coach.domain.answers import Answer, AnswerKind, Check, Citation, Question, Segment
from coach.ports import Runner
from coach.services.agendas.memory import Memory
from coach.services.coaching import Coaching
from tests.conversation_fakes import MemoryConversations
from tests.fakes import FakeClock, FakeIds, InlineRunner

WORDS = ("Start ", "with ", "thanks.")


@dataclass
class FakeReply:
    """Gives the words one by one; `between` is called before each."""

    between: Callable[[], None]
    error: Exception | None
    kind: AnswerKind = AnswerKind.ANSWER
    citations: tuple[Citation, ...] = ()
    given: list[str] = field(default_factory=list)
    cancelled: bool = False

    def __iter__(self) -> Iterator[tuple[Segment, ...]]:
        for word in WORDS:
            self.between()
            if self.cancelled:
                return
            self.given.append(word)
            yield (Segment("".join(self.given), Check.CHECKING),)
        if self.error is not None:
            raise self.error

    @property
    def answer(self) -> Answer:
        text = "".join(self.given)
        return Answer(self.kind, text, (Segment(text, Check.KEPT),), self.citations)

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class FakeAnswering:
    between: Callable[[], None] = lambda: None
    error: Exception | None = None
    kind: AnswerKind = AnswerKind.ANSWER
    citations: tuple[Citation, ...] = ()
    asked: list[Question] = field(default_factory=list)

    def start(self, question: Question, memory: Memory | None = None) -> FakeReply:
        self.asked.append(question)
        return FakeReply(self.between, self.error, self.kind, self.citations)


def make_coaching(
    answering: FakeAnswering | None = None,
    runner: Runner | None = None,
    clock: FakeClock | None = None,
) -> Coaching:
    clock = clock or FakeClock()
    return Coaching(
        answering=answering or FakeAnswering(),  # type: ignore[arg-type]  # implements what is used
        conversations=MemoryConversations(clock),
        runner=runner or InlineRunner(),
        clock=clock,
        ids=FakeIds(),
    )
