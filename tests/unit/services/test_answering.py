from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from coach.domain.answers import AnswerKind, Check, Finish, Message, Question
from coach.domain.passages import Coverage, Findings
from coach.domain.text import LONGEST_QUESTION
from coach.errors import QuestionError
from tests.answering_fakes import HITS, NOTE, QUESTION, TEXT, ask, make_answering
from tests.fakes import FakeAuthor, FakeIndex


def test_an_answer_carries_its_sources_its_next_questions_and_its_times():
    answer = ask(make_answering())

    assert (answer.kind, answer.mode) == (AnswerKind.ANSWER, "playbook")
    assert [(c.n, c.note, c.quote) for c in answer.citations] == [(1, NOTE.id, TEXT)]
    assert answer.follow_ups == NOTE.follow_ups
    assert 0 < answer.seconds.retrieval <= answer.seconds.first_text <= answer.seconds.total


def test_a_boundary_comes_before_everything_and_calls_no_author():
    author, index = FakeAuthor([["never"]]), FakeIndex(HITS)
    answer = ask(
        make_answering(author, index=index), "my manager touches me. how often do we meet?"
    )

    assert answer.kind is AnswerKind.HANDOVER
    assert author.briefs == []
    assert index.asked == []


def test_small_talk_is_answered_without_a_search():
    index = FakeIndex(HITS)
    answer = ask(make_answering(index=index), "hello")

    assert answer.kind is AnswerKind.SMALL_TALK
    assert index.asked == []


def test_earlier_questions_are_given_to_the_search_earlier_answers_are_not():
    index = FakeIndex(HITS)
    ask(
        make_answering(index=index),
        QUESTION,
        Message("user", "who owns a lead?"),
        Message("assistant", "Ops."),
    )

    assert index.asked == [(QUESTION, ("who owns a lead?",))]


def test_what_the_notes_do_not_cover_is_said_with_the_nearest_notes():
    nothing = Coverage(best_cosine=0.25, term_share=0.1, known_terms=0.5)
    answer = ask(
        make_answering(index=FakeIndex(HITS, nothing)),
        "which software should I buy for contract signatures?",
    )

    assert answer.kind is AnswerKind.NOT_COVERED
    assert "Weekly smarketing" in answer.text
    assert answer.citations == ()


def test_a_search_by_keyword_alone_is_said():
    class KeywordIndex(FakeIndex):
        def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
            return replace(super().find(text, history, k), mode="keyword")

    answer = ask(make_answering(index=KeywordIndex(HITS)))

    assert any("keyword only" in warning for warning in answer.warnings)


def test_only_the_beginning_of_an_endless_question_is_read_and_that_is_said():
    index = FakeIndex(HITS)
    answer = ask(make_answering(index=index), QUESTION + " again" * LONGEST_QUESTION)

    assert len(index.asked[0][0]) == LONGEST_QUESTION
    assert answer.warnings[0] == "Only the first 20,000 characters were read."


@pytest.mark.parametrize("text", ["", " \n ", "\0"])
def test_a_question_with_nothing_to_read_is_an_error(text: str):
    with pytest.raises(QuestionError):
        make_answering().start(Question(text))


def test_a_struck_sentence_leaves_the_text_but_ends_its_line():
    model = FakeAuthor(
        [[f"{TEXT} [1]\n\n- Teams that do win 38 % more. [1]\n- Open with one thank-you. [2]"]],
        "small",
        finish=Finish("model", "small"),
    )
    answer = ask(make_answering(model))

    assert answer.text == f"{TEXT} [1]\n\n\n- Open with one thank-you. [2]"
    assert [s.check for s in answer.ungrounded] == [Check.STRUCK]


def test_a_cancelled_reply_keeps_what_was_written():
    model = FakeAuthor([[f"{TEXT} [1] ", "More."]], "small", finish=Finish("model", "small"))
    reply = make_answering(model).start(Question(QUESTION))
    steps = iter(reply)
    next(steps)
    reply.cancel()
    for _ in steps:
        pass

    assert reply.answer.ended == "cancelled"
    assert reply.answer.text == f"{TEXT} [1]"
