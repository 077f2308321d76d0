"""Small talk is told from questions, conservatively."""

from __future__ import annotations

import pytest

from coach.services.intent import Intent, SmallTalk, intent_of, small_talk_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hi", SmallTalk.GREETING),
        ("Good morning Accord, how are you today?", SmallTalk.GREETING),
        ("Dzień dobry!", SmallTalk.GREETING),
        ("thanks, that helped a lot!", SmallTalk.THANKS),
        ("Teşekkürler", SmallTalk.THANKS),
        ("muchas gracias", SmallTalk.THANKS),
        ("tot ziens", SmallTalk.BYE),
        ("Au revoir !", SmallTalk.BYE),
        ("are you a human or a bot lol", SmallTalk.ABOUT),
        ("wer bist du?", SmallTalk.ABOUT),
    ],
)
def test_small_talk_is_named(text: str, kind: SmallTalk) -> None:
    assert small_talk_of(text) is kind
    assert intent_of(text, ()) is Intent.SMALL_TALK


@pytest.mark.parametrize(
    "text",
    [
        "thanks, and how often?",
        "hello can you help me with our SLA",
        "hi, MQL?",
        "good morning meeting: yes or no",
        "how do we say thank you to sales",
        "",
        "👋",
    ],
)
def test_a_question_that_begins_politely_stays_a_question(text: str) -> None:
    assert intent_of(text, ()) is Intent.ASK


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("please draft an agenda for monday", Intent.AGENDA),
        ("which stage are we at?", Intent.STAGE),
        ("how many leads for a target of 2.4m with deals of 30k", Intent.CALCULATION),
        ("here is the thread, can you settle it", Intent.CONFLICT),
    ],
)
def test_a_job_is_told_by_clear_words(text: str, intent: Intent) -> None:
    assert intent_of(text, ()) is intent
