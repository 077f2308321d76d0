from __future__ import annotations

from datetime import timedelta

import pytest

from coach.adapters.database.conversations import SqlConversations
from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Person, TurnState
from coach.errors import NotFound
from tests.fakes import ME, START, FakeClock

COLLEAGUE = Person("colleague", "home")
SAME_NAME_ELSEWHERE = Person("me", "another workspace")


def answered(store: SqlConversations, title: str, question: str, answer: str) -> str:
    conversation = store.create(ME, title).id
    turn = store.add_turn(ME, conversation, question, None, None)
    store.claim(turn.id, "w", START + timedelta(days=1))
    store.finish(turn.id, "w", TurnState.DONE, Answer(AnswerKind.ANSWER, answer))
    return conversation


def test_the_conversation_last_written_in_comes_first(
    store: SqlConversations, clock: FakeClock
) -> None:
    old = store.create(ME, "old").id
    clock.advance(1)
    new = store.create(ME, "new").id
    clock.advance(1)
    assert [c.id for c in store.list(ME)] == [new, old]
    store.add_turn(ME, old, "Again?", None, None)
    assert [(c.id, c.turns) for c in store.list(ME)] == [(old, 1), (new, 0)]
    assert store.get(ME, old).updated_at == clock.now()
    assert len(store.list(ME, limit=1)) == 1


@pytest.mark.parametrize(
    "search",
    ["quarrel", "QUARREL", "handover sheet", "ÜBERGABE", "über", "100%", "a_b", "back\\slash", " "],
)
def test_search_finds_titles_questions_and_answers_in_any_case(
    store: SqlConversations, search: str
) -> None:
    found = answered(
        store, "The Quarrel", "Who owns the Übergabe at 100%? a_b", "A handover Sheet. back\\slash"
    )
    assert [c.id for c in store.list(ME, search)] == [found]


@pytest.mark.parametrize(
    "search", ["nowhere", "quarrel nowhere", "quar%rel", "q_arrel", "%", "_", "'; DROP TABLE turns"]
)
def test_search_takes_wildcards_and_sql_as_plain_letters(
    store: SqlConversations, search: str
) -> None:
    answered(store, "The Quarrel", "Who owns it?", "Nobody.")
    assert store.list(ME, search) == []
    assert len(store.list(ME)) == 1


def test_search_takes_a_whole_pasted_page(store: SqlConversations) -> None:
    assert store.list(ME, "x" * 100_000 + " \0 \ud800 y" * 10_000) == []


def test_superseded_questions_are_not_searched(store: SqlConversations) -> None:
    conversation = answered(store, "Title", "typo", "answer")
    store.add_turn(ME, conversation, "mended", None, None, after=0)
    assert store.list(ME, "typo") == []
    assert store.get(ME, conversation).turns == 1


@pytest.mark.parametrize("stranger", [COLLEAGUE, SAME_NAME_ELSEWHERE])
def test_nobody_reads_or_changes_what_is_somebody_elses(
    store: SqlConversations, stranger: Person
) -> None:
    conversation = answered(store, "Mine", "Question", "Answer")
    turn = store.turns(ME, conversation)[0].id
    assert store.list(stranger) == []
    for call in (
        lambda: store.get(stranger, conversation),
        lambda: store.rename(stranger, conversation, "Theirs"),
        lambda: store.hide(stranger, conversation),
        lambda: store.unhide(stranger, conversation),
        lambda: store.turns(stranger, conversation),
        lambda: store.turn(stranger, turn),
        lambda: store.request_stop(stranger, turn),
        lambda: store.feedback(stranger, turn, None),
        lambda: store.add_turn(stranger, conversation, "Hello?", None, None, after=0),
    ):
        with pytest.raises(NotFound):
            call()
    assert store.get(ME, conversation).title == "Mine"
    assert len(store.turns(ME, conversation)) == 1


def test_renaming_changes_the_title_and_not_the_order(
    store: SqlConversations, clock: FakeClock
) -> None:
    first = store.create(ME, "first").id
    clock.advance(1)
    second = store.create(ME, "second").id
    store.rename(ME, first, "Erste Runde")
    assert [(c.id, c.title) for c in store.list(ME)] == [(second, "second"), (first, "Erste Runde")]


def test_a_hidden_conversation_is_nowhere_until_it_is_brought_back(
    store: SqlConversations,
) -> None:
    conversation = answered(store, "Hidden", "Question", "Answer")
    turn = store.turns(ME, conversation)[0].id
    store.hide(ME, conversation)
    assert store.list(ME) == []
    for call in (store.get, store.turns):
        with pytest.raises(NotFound):
            call(ME, conversation)
    with pytest.raises(NotFound):
        store.turn(ME, turn)
    store.unhide(ME, conversation)
    assert store.turns(ME, conversation)[0].text == "Answer"


def test_purging_takes_only_what_was_hidden_long_enough(
    store: SqlConversations, clock: FakeClock
) -> None:
    kept = answered(store, "kept", "q", "a")
    early, late = store.create(ME, "early").id, store.create(ME, "late").id
    store.hide(ME, early)
    clock.advance(60)
    store.hide(ME, late)
    assert store.purge(clock.now() - timedelta(seconds=10)) == 1
    with pytest.raises(NotFound):
        store.unhide(ME, early)
    store.unhide(ME, late)
    assert {c.id for c in store.list(ME)} == {kept, late}
