from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest

from coach.domain.answers import Answer, AnswerKind, Check, Question, Segment
from coach.domain.conversation import Feedback, TurnState, Verdict
from coach.domain.stages import Side, Stage
from coach.errors import NotFound, QuestionError, SearchError, StorageFull
from coach.ports import Runner
from coach.services.coaching import AT_HOME, UNEXPECTED, Coaching
from tests.conversation_fakes import MemoryConversations
from tests.fakes import ME, FakeClock, FakeIds, HeldRunner, InlineRunner

WORDS = ("Start ", "with ", "thanks.")


@dataclass
class FakeReply:
    """Gives the words one by one; `between` is called before each."""

    between: Callable[[], None]
    error: Exception | None
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
        return Answer(AnswerKind.ANSWER, text, (Segment(text, Check.KEPT),))

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class FakeAnswering:
    between: Callable[[], None] = lambda: None
    error: Exception | None = None
    asked: list[Question] = field(default_factory=list)

    def start(self, question: Question) -> FakeReply:
        self.asked.append(question)
        return FakeReply(self.between, self.error)


def _coaching(answering: FakeAnswering | None = None, runner: Runner | None = None) -> Coaching:
    clock = FakeClock()
    return Coaching(
        answering=answering or FakeAnswering(),  # type: ignore[arg-type]  # implements what is used
        conversations=MemoryConversations(clock),
        runner=runner or InlineRunner(),
        clock=clock,
        ids=FakeIds(),
    )


def test_the_question_is_stored_before_anything_is_answered():
    runner = HeldRunner()
    coaching = _coaching(runner=runner)

    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turns(ME, turn.conversation)[0].question == "where do we start?"
    assert turn.state is TurnState.QUEUED
    runner.run()
    assert coaching.conversations.turn(ME, turn.id).text == "Start with thanks."


def test_stage_side_and_earlier_turns_shape_the_question():
    answering = FakeAnswering()
    coaching = _coaching(answering)
    first = coaching.ask(ME, "where do we start?")
    coaching.ask(ME, "and then?", first.conversation, Stage.DEFINED, Side.SALES)

    asked = answering.asked[-1]
    assert (asked.stage, asked.side) == (Stage.DEFINED, Side.SALES)
    assert [m.content for m in asked.history] == ["where do we start?", "Start with thanks."]


def test_a_conversation_is_named_by_its_first_question():
    coaching = _coaching()
    coaching.ask(ME, "why " * 40)

    title = coaching.conversations.list(ME)[0].title
    assert len(title) == 60
    assert title.endswith("…")


@pytest.mark.parametrize("text", ["", "   \n", "\0\0"])
def test_a_question_with_nothing_to_read_is_refused_and_nothing_is_stored(text: str):
    coaching = _coaching()

    with pytest.raises(QuestionError):
        coaching.ask(ME, text)
    assert coaching.conversations.list(ME) == []


def test_what_may_not_leave_is_answered_at_home_and_says_so():
    away, home = FakeAnswering(), FakeAnswering()
    coaching = replace(_coaching(away), at_home=home, may_leave=lambda person: person != ME)
    asked = coaching.ask(ME, "Where do we start?")
    turn = coaching.conversations.turn(ME, asked.id)

    assert (len(away.asked), len(home.asked)) == (0, 1)
    assert turn.answer is not None
    assert AT_HOME in turn.answer.warnings
    coaching = replace(coaching, may_leave=lambda _: True)
    coaching.regenerate(ME, asked.id)
    assert (len(away.asked), len(home.asked)) == (1, 1)


def test_a_stopped_turn_keeps_what_was_written():
    def stop() -> None:
        running = coaching.running.all()[0]
        if running.turn.text == "Start with ":
            coaching.stop(ME, running.turn.id)

    coaching = _coaching(FakeAnswering(between=stop))
    turn = coaching.ask(ME, "where do we start?")

    stored = coaching.conversations.turn(ME, turn.id)
    assert (stored.state, stored.text) == (TurnState.STOPPED, "Start with ")


def test_a_stop_asked_for_in_another_process_arrives_with_the_next_beat():
    def beat() -> None:
        running = coaching.running.all()[0]
        if running.turn.text:
            coaching.conversations.request_stop(ME, running.turn.id)
            coaching._beat(running)

    coaching = _coaching(FakeAnswering(between=beat))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).state is TurnState.STOPPED


def test_a_known_failure_ends_the_turn_with_its_sentence_and_next_step():
    coaching = _coaching(FakeAnswering(error=SearchError("The index is gone.")))
    turn = coaching.ask(ME, "where do we start?")

    stored = coaching.conversations.turn(ME, turn.id)
    assert stored.state is TurnState.FAILED
    assert stored.error.startswith("The index is gone. Run `coach index`")
    assert stored.text == "Start with thanks."


def test_an_unknown_failure_ends_the_turn_without_a_stack_trace():
    coaching = _coaching(FakeAnswering(error=RuntimeError("secret")))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).error == UNEXPECTED


def test_an_answer_that_cannot_be_stored_is_still_shown_with_a_warning():
    runner = HeldRunner()
    coaching = _coaching(runner=runner)
    turn = coaching.ask(ME, "where do we start?")

    def full(*_: object) -> None:
        raise StorageFull("The disk is full.")

    coaching.conversations.finish = full  # type: ignore[method-assign]  # the disk fills up now
    watching = coaching.watch(ME, turn.id)
    next(watching)
    runner.run()
    last = list(watching)[-1]

    assert last.text == "Start with thanks."
    assert "could not be stored" in last.error


def test_regenerate_asks_the_same_question_and_supersedes_what_followed():
    coaching = _coaching()
    first = coaching.ask(ME, "where do we start?", stage=Stage.DEFINED)
    coaching.ask(ME, "and then?", first.conversation)
    again = coaching.regenerate(ME, first.id)

    standing = coaching.conversations.turns(ME, first.conversation)
    assert [t.id for t in standing] == [again.id]
    assert (standing[0].question, standing[0].stage) == ("where do we start?", Stage.DEFINED)


def test_edit_asks_another_question_in_the_same_place():
    coaching = _coaching()
    first = coaching.ask(ME, "where do we start?")
    coaching.edit(ME, first.id, "where do we stop?")

    standing = coaching.conversations.turns(ME, first.conversation)
    assert [t.question for t in standing] == ["where do we stop?"]


def test_an_interrupted_turn_goes_on_from_what_was_kept():
    answering, runner = FakeAnswering(), HeldRunner()
    coaching = _coaching(answering, runner)
    turn = coaching.ask(ME, "where do we start?")
    coaching.running.all()[0].update((Segment("Start with", Check.KEPT),))
    coaching._beat(coaching.running.all()[0])
    coaching.running.drop(turn.id)
    runner.jobs.clear()
    coaching.clock.advance(60)  # type: ignore[attr-defined]  # the fake clock

    assert coaching.conversations.turn(ME, turn.id).state is TurnState.INTERRUPTED
    coaching.go_on(ME, turn.id)
    runner.run()
    assert answering.asked[-1].so_far == "Start with"
    assert coaching.conversations.turn(ME, turn.id).state is TurnState.DONE


def test_a_live_lease_of_another_worker_is_respected():
    coaching = _coaching(runner=HeldRunner())
    turn = coaching.ask(ME, "where do we start?")
    coaching.running.drop(turn.id)

    assert coaching.go_on(ME, turn.id).state is TurnState.RUNNING
    assert coaching.running.get(turn.id) is None


def test_closing_keeps_the_text_and_leaves_the_turn_interrupted():
    coaching = _coaching(FakeAnswering(between=lambda: coaching.close()))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).state is TurnState.INTERRUPTED


def test_another_person_sees_neither_the_turn_nor_its_text():
    coaching = _coaching()
    turn = coaching.ask(ME, "where do we start?")
    stranger = type(ME)("stranger", "home")

    with pytest.raises(NotFound):
        list(coaching.watch(stranger, turn.id))
    with pytest.raises(NotFound):
        coaching.stop(stranger, turn.id)


def test_a_thumb_is_stored_and_taken_back():
    coaching = _coaching()
    turn = coaching.ask(ME, "where do we start?")
    coaching.rate(ME, turn.id, Feedback(Verdict.MISSING, "our CRM"))
    assert coaching.conversations.turn(ME, turn.id).feedback == Feedback(Verdict.MISSING, "our CRM")

    coaching.rate(ME, turn.id, None)
    assert coaching.conversations.turn(ME, turn.id).feedback is None
