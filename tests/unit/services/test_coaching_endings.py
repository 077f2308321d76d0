"""However a turn ends, what was written is kept and the reader is told."""

from __future__ import annotations

from coach.domain.answers import Check, Segment
from coach.domain.conversation import TurnState
from coach.errors import SearchError, StorageFull
from coach.services.coaching import UNEXPECTED
from tests.coaching_fakes import FakeAnswering, make_coaching
from tests.fakes import ME, HeldRunner


def test_a_stopped_turn_keeps_what_was_written():
    def stop() -> None:
        running = coaching.running.all()[0]
        if running.turn.text == "Start with ":
            coaching.stop(ME, running.turn.id)

    coaching = make_coaching(FakeAnswering(between=stop))
    turn = coaching.ask(ME, "where do we start?")

    stored = coaching.conversations.turn(ME, turn.id)
    assert (stored.state, stored.text) == (TurnState.STOPPED, "Start with ")


def test_a_stop_asked_for_in_another_process_arrives_with_the_next_beat():
    def beat() -> None:
        running = coaching.running.all()[0]
        if running.turn.text:
            coaching.conversations.request_stop(ME, running.turn.id)
            coaching._beat(running)

    coaching = make_coaching(FakeAnswering(between=beat))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).state is TurnState.STOPPED


def test_a_known_failure_ends_the_turn_with_its_sentence_and_next_step():
    coaching = make_coaching(FakeAnswering(error=SearchError("The index is gone.")))
    turn = coaching.ask(ME, "where do we start?")

    stored = coaching.conversations.turn(ME, turn.id)
    assert stored.state is TurnState.FAILED
    assert stored.error.startswith("The index is gone. Run `coach index`")
    assert stored.text == "Start with thanks."


def test_an_unknown_failure_ends_the_turn_without_a_stack_trace():
    coaching = make_coaching(FakeAnswering(error=RuntimeError("secret")))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).error == UNEXPECTED


def test_an_answer_that_cannot_be_stored_is_still_shown_with_a_warning():
    runner = HeldRunner()
    coaching = make_coaching(runner=runner)
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


def test_an_interrupted_turn_goes_on_from_what_was_kept():
    answering, runner = FakeAnswering(), HeldRunner()
    coaching = make_coaching(answering, runner)
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
    coaching = make_coaching(runner=HeldRunner())
    turn = coaching.ask(ME, "where do we start?")
    coaching.running.drop(turn.id)

    assert coaching.go_on(ME, turn.id).state is TurnState.RUNNING
    assert coaching.running.get(turn.id) is None


def test_closing_keeps_the_text_and_leaves_the_turn_interrupted():
    coaching = make_coaching(FakeAnswering(between=lambda: coaching.close()))
    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turn(ME, turn.id).state is TurnState.INTERRUPTED
