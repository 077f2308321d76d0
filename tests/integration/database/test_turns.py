from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import open_records
from coach.adapters.system import RandomIds
from coach.domain.answers import Answer, AnswerKind, Check, Citation, Seconds, Segment, Usage
from coach.domain.conversation import Feedback, TurnState, Verdict
from coach.domain.stages import Side, Stage
from tests.fakes import ME, FakeClock, hit

LEASE = timedelta(seconds=15)
GROWING = (Segment("Thank them. ", Check.KEPT), Segment("And th", Check.CHECKING))
ANSWER = Answer(
    kind=AnswerKind.ANSWER,
    text="Thank them [1].",
    segments=(Segment("Thank them [1].", Check.KEPT), Segment("No.", Check.STRUCK, "no source")),
    citations=(Citation(1, "note", "Title", "In short", "Thank “them”.", "a/note.md", 3, 9),),
    mode="model",
    model="m",
    stage=Stage.DEFINED,
    follow_ups=("Who starts?",),
    hits=(replace(hit("Thank them."), cosine=None),),
    seconds=Seconds(0.01, 0.3, 2.5),
    usage=Usage(120, None),
    warnings=("One sentence was struck.",),
)


@pytest.fixture
def conversation(store: SqlConversations) -> str:
    return store.create(ME, "A conversation").id


def add(store: SqlConversations, conversation: str, question: str = "Q?", **more: int) -> str:
    return store.add_turn(ME, conversation, question, None, None, **more).id


def test_a_question_is_stored_before_anybody_answers_it(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = store.add_turn(ME, conversation, "Where do we start?", Stage.DEFINED, Side.SALES)
    assert store.turns(ME, conversation) == [turn]
    assert (turn.state, turn.stage, turn.side) == (TurnState.QUEUED, Stage.DEFINED, Side.SALES)
    assert (turn.position, turn.asked_at) == (1, clock.now())


def test_a_finished_turn_comes_back_equal_to_what_was_stored(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    assert store.claim(turn, "w", clock.now() + LEASE)
    assert store.write(turn, "w", "Thank them. And th", GROWING, clock.now() + LEASE) is False
    growing = store.turn(ME, turn)
    assert (growing.state, growing.text) == (TurnState.RUNNING, "Thank them. And th")
    assert growing.segments == GROWING
    store.finish(turn, "w", TurnState.DONE, ANSWER)
    done = store.turn(ME, turn)
    assert (done.state, done.text) == (TurnState.DONE, ANSWER.text)
    assert (done.answer, done.segments) == (ANSWER, ANSWER.segments)


@pytest.mark.parametrize(
    "text", ["", "a\0b", "half \ud83d pair", "\U0001f600 ü \u202e", "x" * 100_000]
)
def test_any_text_can_be_asked_and_answered(
    store: SqlConversations, conversation: str, clock: FakeClock, text: str
) -> None:
    shown = text.replace("\0", "�").replace("\ud83d", "�")
    turn = store.add_turn(ME, conversation, text, None, None)
    assert turn.question == shown
    store.claim(turn.id, "w", clock.now() + LEASE)
    store.write(turn.id, "w", text, (Segment(text, Check.MARKED, text),), clock.now() + LEASE)
    store.finish(turn.id, "w", TurnState.DONE, Answer(AnswerKind.ANSWER, text))
    done = store.turn(ME, turn.id)
    assert done.text == shown
    assert done.answer is not None


def test_an_answer_written_by_another_version_leaves_its_text_readable(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.claim(turn, "w", clock.now() + LEASE)
    store.finish(turn, "w", TurnState.DONE, ANSWER)
    with store._records.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE turns SET answer = '{\"kind\": \"ode\"}', segments = '7'"
        )
    found = store.turn(ME, turn)
    assert (found.answer, found.segments, found.text) == (None, (), ANSWER.text)


def test_a_failed_turn_keeps_its_text_and_says_why(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.claim(turn, "w", clock.now() + LEASE)
    store.write(turn, "w", "Half", (), clock.now() + LEASE)
    store.finish(turn, "w", TurnState.FAILED, None, "The endpoint hung up.")
    failed = store.turn(ME, turn)
    assert (failed.state, failed.text) == (TurnState.FAILED, "Half")
    assert failed.error == "The endpoint hung up."


def test_a_turn_nobody_writes_any_more_reads_as_interrupted_and_can_go_on(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.claim(turn, "dead", clock.now() + LEASE)
    store.write(turn, "dead", "Half", (), clock.now() + LEASE)
    clock.advance(20)
    assert store.turn(ME, turn).state is TurnState.INTERRUPTED
    assert store.claim(turn, "next", clock.now() + LEASE)
    assert store.turn(ME, turn).text == "Half"
    assert store.turn(ME, turn).state is TurnState.RUNNING


def test_a_question_that_no_worker_took_reads_as_interrupted(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    clock.advance(20)
    assert store.turn(ME, turn).state is TurnState.INTERRUPTED
    assert store.claim(turn, "w", clock.now() + LEASE)


def test_only_one_worker_holds_a_turn_and_the_one_before_changes_nothing(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    assert store.claim(turn, "first", clock.now() + LEASE)
    assert not store.claim(turn, "second", clock.now() + LEASE)
    assert store.claim(turn, "first", clock.now() + LEASE)
    clock.advance(20)
    assert store.claim(turn, "second", clock.now() + LEASE)
    store.write(turn, "second", "Mine", (), clock.now() + LEASE)
    assert store.write(turn, "first", "Yours", (), clock.now() + LEASE) is True
    store.finish(turn, "first", TurnState.FAILED, None, "too late")
    found = store.turn(ME, turn)
    assert (found.state, found.text, found.error) == (TurnState.RUNNING, "Mine", "")


def test_a_late_worker_that_nobody_replaced_may_write_on(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.claim(turn, "slow", clock.now() + LEASE)
    clock.advance(20)
    assert store.write(turn, "slow", "Here", (), clock.now() + LEASE) is False
    assert store.turn(ME, turn).state is TurnState.RUNNING


def test_a_done_turn_is_not_written_again(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.claim(turn, "w", clock.now() + LEASE)
    store.finish(turn, "w", TurnState.DONE, ANSWER)
    assert not store.claim(turn, "other", clock.now() + LEASE)
    assert not store.claim("no such turn", "other", clock.now() + LEASE)


def test_a_stop_reaches_the_worker_and_is_forgotten_when_the_turn_goes_on(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    turn = add(store, conversation)
    store.request_stop(ME, turn)
    store.claim(turn, "w", clock.now() + LEASE)
    assert store.write(turn, "w", "Half", (), clock.now() + LEASE) is True
    store.finish(turn, "w", TurnState.STOPPED, None)
    store.request_stop(ME, turn)
    store.claim(turn, "w2", clock.now() + LEASE)
    assert store.write(turn, "w2", "Half and more", (), clock.now() + LEASE) is False


def test_an_edited_question_supersedes_and_stops_what_followed(
    store: SqlConversations, conversation: str, clock: FakeClock
) -> None:
    first, second, third = (add(store, conversation, q) for q in ("one", "two", "three"))
    store.claim(third, "w", clock.now() + LEASE)
    edited = add(store, conversation, "two, mended", after=1)
    assert [t.id for t in store.turns(ME, conversation)] == [first, edited]
    assert store.write(third, "w", "", (), clock.now() + LEASE) is True
    assert store.turn(ME, second).superseded
    assert store.turn(ME, second).question == "two"


def test_feedback_is_stored_changed_and_taken_back(
    store: SqlConversations, conversation: str
) -> None:
    turn = add(store, conversation)
    every = [Feedback(verdict, "an old note") for verdict in Verdict]
    for given in (*every, Feedback(Verdict.BAD), None):
        store.feedback(ME, turn, given)
        assert store.turn(ME, turn).feedback == given


def test_two_openings_of_the_same_records_see_each_others_turns(
    store: SqlConversations, conversation: str, data: Path, clock: FakeClock
) -> None:
    other = open_records(data)
    elsewhere = SqlConversations(other, clock, RandomIds())
    turn = add(store, conversation)
    assert elsewhere.claim(turn, "there", clock.now() + LEASE)
    assert not store.claim(turn, "here", clock.now() + LEASE)
    elsewhere.write(turn, "there", "Written there", GROWING, clock.now() + LEASE)
    assert store.turn(ME, turn).text == "Written there"
    store.request_stop(ME, turn)
    assert elsewhere.write(turn, "there", "", (), clock.now() + LEASE) is True
    other.close()
