"""A line that says too little is asked about, with something to choose from."""

from __future__ import annotations

import pytest

from coach.services.vagueness import ask_back, is_vague


@pytest.mark.parametrize(
    "text",
    [
        "it's not working",
        "Help with leads",
        "we have a problem with marketing",
        "Sales is the problem!",
        "issues with campaigns",
        "things are bad between sales and marketing",
        "marketing sucks",
    ],
)
def test_a_trouble_without_what_is_wrong_is_vague(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sales",
        "What is a lead?",
        "how do we improve our leads?",
        "our leads are bad",
        "help with lead scoring",
        "we have a problem with marketing's webinar leads",
        "help " * 10,
    ],
)
def test_whoever_says_what_it_is_about_is_answered(text: str) -> None:
    assert not is_vague(text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("help with leads", "the leads"),
        ("a problem with marketing", "with marketing"),
        ("sales is the problem", "with sales"),
        ("issues with campaigns", "the campaigns"),
        ("trouble between sales and marketing", "get this right"),
    ],
)
def test_the_question_back_is_about_what_was_named(text: str, about: str) -> None:
    asked = ask_back(text)

    assert about in asked.question
    assert asked.question.count("?") == 1
    assert 2 <= len(asked.choices) <= 3


def test_after_advice_a_vague_line_is_asked_what_was_tried() -> None:
    asked = ask_back("it's not working", after_advice=True)

    assert asked.question.startswith("What did you try")
    assert asked != ask_back("it's not working")
