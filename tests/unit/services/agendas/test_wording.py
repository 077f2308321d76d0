"""What people want becomes a question for a group, with what it should lead to."""

from __future__ import annotations

import pytest

from coach.domain.notes import Outcome
from coach.services.agendas.wording import question_of, questions_in


@pytest.mark.parametrize(
    ("said", "question", "outcome"),
    [
        ("agree what a qualified lead is", "What a qualified lead is?", Outcome.DECIDE),
        ("choose the three markets", "Which are the three markets?", Outcome.DECIDE),
        ("pick one thing to change", "Which one thing do we change?", Outcome.DECIDE),
        ("we need to split the leads", "How do we share out the leads?", Outcome.DECIDE),
        ("fix the routing rules", "What do we change about the routing rules?", Outcome.DECIDE),
        ("end with three fields", "How do we get to three fields?", Outcome.DECIDE),
        ("discuss the new prices", "What do we do about the new prices?", Outcome.DISCUSS),
        ("how to call faster", "How do we call faster?", Outcome.DISCUSS),
        ("what do we do with trial users", "What do we do with trial users?", Outcome.DISCUSS),
        ("fairs: who goes where and with what", "Who goes where and with what?", Outcome.DISCUSS),
    ],
)
def test_what_is_wanted_is_a_question(said: str, question: str, outcome: Outcome) -> None:
    assert questions_in(said)[0] == (question, outcome)


def test_two_wishes_of_a_sentence_are_two_questions_in_their_order() -> None:
    found = questions_in("find out where it breaks and pick one thing to change")

    assert [question for question, _ in found] == [
        "Where it breaks?",
        "Which one thing do we change?",
    ]


def test_a_list_after_a_colon_is_a_question_each() -> None:
    found = questions_in("a plan for next year: targets, segments, budget and how we work")

    assert [question for question, _ in found] == [
        "What do we agree on for targets?",
        "What do we agree on for segments?",
        "What do we agree on for budget?",
        "How we work?",
    ]


@pytest.mark.parametrize(
    "text", ["Conversion fell to 13%", "sort this out", "something has to change before spring", ""]
)
def test_what_only_tells_asks_nothing(text: str) -> None:
    assert questions_in(text) == []


def test_any_topic_becomes_a_question() -> None:
    assert question_of("Scoring") == ("What do we do about Scoring?", Outcome.DISCUSS)
    told = question_of("Demo requests wait for two days")
    assert told == ("“Demo requests wait for two days”: what do we change?", Outcome.DISCUSS)
    assert "sales" not in question_of("we pay and then sales never calls anybody")[0]
