"""What the playbook answers is told from what it does not, by raw signals and words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.answers import AnswerKind, Message, Question
from coach.domain.notes import Kind
from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.services.coverage import CoverageJudge
from tests.coverage_lines import RULES


def findings(
    text: str,
    cosine: float | None,
    share: float,
    known: float,
    dependence: float = 0.0,
    title: str = "A weekly half hour",
) -> Findings:
    passage = Passage("p", "note", Kind.PRACTICE, title, "In short", "text", "note.md", 0, 4)
    hits = tuple(Hit(passage, rank, 1.0, cosine, 5.0) for rank in range(1, 6))
    return Findings(hits, Coverage(cosine, share, known, dependence), search_text=text)


def judged(text: str, found: Findings, *earlier: str) -> AnswerKind:
    history = tuple(Message("user", line) for line in earlier)
    return CoverageJudge(RULES, "other").judge(Question(text, history), found)


def test_a_question_near_the_notes_is_answered() -> None:
    text = "how do we agree with sales on what a qualified lead is"

    assert judged(text, findings(text, 0.6, 0.5, 1.0)) is AnswerKind.ANSWER


def test_a_question_of_the_trade_that_no_note_answers_is_not_covered() -> None:
    text = "what does hubspot cost for 20 users"

    assert judged(text, findings(text, 0.3, 0.1, 0.5)) is AnswerKind.NOT_COVERED


def test_a_question_far_from_the_trade_is_off_topic() -> None:
    text = "recipe for banana bread without eggs"

    assert judged(text, findings(text, 0.15, 0.1, 0.3)) is AnswerKind.OFF_TOPIC


@pytest.mark.parametrize("text", ["why?", "asdf", "qwe rtz lkj", "same as before please", "???"])
def test_a_text_that_says_nothing_is_asked_about(text: str) -> None:
    assert judged(text, findings(text, 0.2, 0.0, 0.0)) is AnswerKind.UNCLEAR


def test_why_is_answered_where_the_history_says_what_it_means() -> None:
    found = findings("why?", 0.2, 0.0, 0.0, dependence=1.0)

    assert judged("why?", found, "how often should both teams meet") is AnswerKind.ANSWER


def test_a_known_word_alone_is_answered_and_an_unknown_one_is_not() -> None:
    known = findings("MQL?", 0.2, 1.0, 1.0, title="What MQL and SQL mean")

    assert judged("MQL?", known) is AnswerKind.ANSWER
    assert judged("blorf", findings("blorf", 0.1, 0.0, 0.0)) is AnswerKind.UNCLEAR


def test_without_vectors_the_words_decide() -> None:
    near = "how do sales and marketing agree on leads together"
    far = "recipe for banana bread without eggs"

    assert judged(near, findings(near, None, 0.6, 1.0)) is AnswerKind.ANSWER
    assert judged(far, findings(far, None, 0.1, 0.2)) is AnswerKind.OFF_TOPIC


def test_the_reading_of_vectors_tells_where_words_and_cosines_do_not() -> None:
    text = "what becomes of the names we hand over once they are with you"
    seen = findings(text, 0.4, 0.2, 0.9)
    heard, unheard = replace(seen, vector=(1.0, 0.0)), replace(seen, vector=(0.0, 1.0))
    judge = CoverageJudge(RULES, "two")

    assert judge.judge(Question(text), heard) is AnswerKind.ANSWER
    assert judge.judge(Question(text), unheard) is not AnswerKind.ANSWER


def test_vectors_of_another_embedder_are_not_read() -> None:
    text = "what becomes of the names we hand over once they are with you"
    seen = replace(findings(text, 0.2, 0.1, 0.4), vector=(100.0, 0.0))

    assert CoverageJudge(RULES, "other").judge(Question(text), seen) is not AnswerKind.ANSWER


def test_a_question_that_a_note_names_is_answered() -> None:
    """A note asked for in its own words was once refused: no passage held them."""
    text = "do MQLs still make sense if people buy with a credit card"
    near = findings(text, 0.3, 0.2, 0.8)
    named = replace(near, coverage=replace(near.coverage, name_cosine=1.0, name_words=9.0))

    assert judged(text, near) is not AnswerKind.ANSWER
    assert judged(text, named) is AnswerKind.ANSWER


def test_a_vague_line_after_advice_is_asked_about_too() -> None:
    """ "It's not working" once brought whatever note stood nearest to the words."""
    found = findings("it's not working", 0.4, 0.5, 1.0, dependence=1.0)

    assert (
        judged("it's not working", found, "how do we start a weekly meeting") is AnswerKind.UNCLEAR
    )
