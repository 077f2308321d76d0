from __future__ import annotations

from datetime import timedelta

import pytest

from coach.adapters.database.archive import export_workspace
from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.gaps import SqlGaps
from coach.adapters.database.records import Records
from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Feedback, Person, TurnState, Verdict
from coach.domain.gaps import REPORTED
from coach.errors import NotFound
from tests.fakes import ME, START, FakeClock, hit

COLLEAGUE = Person("colleague", ME.workspace)
STRANGER = Person("stranger", "another workspace")
UNCOVERED = Answer(
    AnswerKind.NOT_COVERED,
    "The playbook says nothing about that.",
    hits=(hit("One.", 1, "b"), hit("Two.", 2, "b"), hit("Three.", 3, "a")),
)
COVERED = Answer(AnswerKind.ANSWER, 'With thanks. {"kind":"not_covered"')


@pytest.fixture
def gaps(records: Records, clock: FakeClock) -> SqlGaps:
    return SqlGaps(records, clock)


def asked(store: SqlConversations, question: str, answer: Answer, person: Person = ME) -> str:
    conversation = store.create(person, question).id
    turn = store.add_turn(person, conversation, question, None, None).id
    store.claim(turn, "w", START + timedelta(days=9))
    store.finish(turn, "w", TurnState.DONE, answer)
    return turn


def test_what_no_note_covers_is_listed_newest_first_with_the_nearest_notes(
    store: SqlConversations, gaps: SqlGaps, clock: FakeClock
) -> None:
    asked(store, "What of partners?", UNCOVERED)
    clock.advance(60)
    asked(store, "What of apprentices?", UNCOVERED, COLLEAGUE)
    asked(store, "Where do we start?", COVERED)
    asked(store, "What of strangers?", UNCOVERED, STRANGER)
    found = gaps.gaps(ME, seen=False, limit=9)

    assert [gap.question for gap in found] == ["What of apprentices?", "What of partners?"]
    assert found[0].nearest == ("b", "a")
    assert not found[0].covered
    assert len(gaps.gaps(ME, seen=False, limit=1)) == 1


def test_what_a_reader_missed_is_listed_with_their_words(
    store: SqlConversations, gaps: SqlGaps
) -> None:
    turn = asked(store, "Where do we start?", COVERED)
    missed = Feedback(Verdict.MISSING, "no template")
    store.feedback(ME, turn, missed)
    (found,) = gaps.gaps(ME, seen=False, limit=9)

    assert (found.covered, found.said, found.nearest) == (True, missed, ())


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_an_unanswered_question_and_a_missing_thing_are_reported(
    verdict: Verdict, store: SqlConversations, gaps: SqlGaps
) -> None:
    turn = asked(store, "Where do we start?", COVERED)
    store.feedback(ME, turn, Feedback(verdict, "no"))
    listed = [gap.turn for gap in gaps.gaps(ME, seen=False, limit=9)]

    assert listed == ([turn] if verdict in REPORTED else [])


@pytest.mark.parametrize("kind", [AnswerKind.HANDOVER, AnswerKind.DECLINED])
@pytest.mark.parametrize("verdict", REPORTED)
def test_what_was_handed_over_or_declined_is_for_nobody_else_whatever_its_reader_says(
    kind: AnswerKind, verdict: Verdict, store: SqlConversations, gaps: SqlGaps
) -> None:
    turn = asked(store, "My boss threatens me.", Answer(kind, "Please talk to somebody."))
    store.feedback(ME, turn, Feedback(verdict, "tell me more"))

    assert gaps.gaps(ME, seen=False, limit=9) == []
    with pytest.raises(NotFound):
        gaps.close_gap(ME, turn)


def test_hidden_and_superseded_questions_are_not_listed(
    store: SqlConversations, gaps: SqlGaps
) -> None:
    hidden = asked(store, "What of partners?", UNCOVERED)
    store.hide(ME, store.turn(ME, hidden).conversation)
    edited = store.turn(ME, asked(store, "What of them?", UNCOVERED))
    store.add_turn(ME, edited.conversation, "What of her?", None, None, after=0)

    assert gaps.gaps(ME, seen=False, limit=9) == []


def test_a_closed_entry_says_who_saw_it_and_when_and_comes_back_on_request(
    store: SqlConversations, gaps: SqlGaps, clock: FakeClock
) -> None:
    turn = asked(store, "What of partners?", UNCOVERED)
    clock.advance(60)
    gaps.close_gap(ME, turn)
    gaps.close_gap(COLLEAGUE, turn)
    (seen,) = gaps.gaps(ME, seen=True, limit=9)
    assert (seen.seen_by, seen.seen_at) == (COLLEAGUE.id, clock.now())
    assert gaps.gaps(ME, seen=False, limit=9) == []
    gaps.reopen_gap(ME, turn)

    assert [gap.turn for gap in gaps.gaps(ME, seen=False, limit=9)] == [turn]


def test_what_a_reader_says_after_it_was_seen_opens_it_again(
    store: SqlConversations, gaps: SqlGaps, clock: FakeClock
) -> None:
    turn = asked(store, "What of partners?", UNCOVERED)
    gaps.close_gap(ME, turn)
    clock.advance(60)
    said = Feedback(Verdict.MISSING, "resellers")
    store.feedback(ME, turn, said)

    assert [gap.said for gap in gaps.gaps(ME, seen=False, limit=9)] == [said]
    assert gaps.gaps(ME, seen=True, limit=9) == []


def test_nobody_closes_or_reopens_another_workspaces_entry(
    store: SqlConversations, gaps: SqlGaps
) -> None:
    turn = asked(store, "What of partners?", UNCOVERED)
    with pytest.raises(NotFound):
        gaps.close_gap(STRANGER, turn)
    gaps.close_gap(ME, turn)
    gaps.reopen_gap(STRANGER, turn)

    assert len(gaps.gaps(ME, seen=True, limit=9)) == 1


def test_an_entry_goes_with_its_conversation_and_into_an_export(
    store: SqlConversations, gaps: SqlGaps, records: Records, clock: FakeClock
) -> None:
    turn = asked(store, "What of partners?", UNCOVERED)
    gaps.close_gap(ME, turn)
    assert '"seen_gaps"' in list(export_workspace(records, ME.workspace))[-1]
    store.hide(ME, store.turn(ME, turn).conversation)
    clock.advance(60)
    store.purge(clock.now())

    with records.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM seen_gaps").scalar() == 0
