"""A meeting that only tells is known, and comes with the text to send instead."""

from __future__ import annotations

import pytest

from coach.services.agendas.telling import only_tells, to_send
from tests.measured import an_agenda


@pytest.mark.parametrize(
    "text",
    [
        "marketing shows leads, no decisions", "status update on Friday", "team update",
        "each side reads out its numbers", "walk through the dashboards", "for information only",
        "presenting the results, nobody asks anything", "info meeting", "just an update",
        "to tell them the new templates are there, nothing to discuss",
        "the rules changed, it's final, I have to pass that on to field sales",
        "so I can let the account managers know the dates", "a meeting to announce the downtime",
        "show the links of the case studies, they don't need to do anything, just know",
        "let everyone know, no questions", "solo para leer cifras, nadie decide",
    ],
)  # fmt: skip
def test_numbers_and_news_are_only_told(text: str) -> None:
    assert only_tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "agree what a lead is", "look at the numbers and decide what to change",
        "update on routing and fix the rule", "why do the numbers fall?", "plan the fair",
        "no decision was taken last time, so we decide now", "report on fairs, choose two",
    ],
)  # fmt: skip
def test_a_meeting_with_something_to_settle_stays(text: str) -> None:
    assert not only_tells(text)


def test_the_text_instead_names_the_minutes_given_back_and_what_is_told() -> None:
    text = to_send(an_agenda())

    assert "30 minutes back" in text
    assert "- Which leads count?" in text
    assert "Whom do we thank?" not in text
