"""What somebody asks of their own meetings, and what they don't."""

from __future__ import annotations

import pytest

from coach.services.agendas.asked import Asked, Looking, asked_of


@pytest.mark.parametrize(
    ("text", "looking", "topic"),
    [
        ("What did we decide about MQLs?", Looking.DECIDED, "MQLs"),
        ("what did we agree on lead response time?", Looking.AGREED, "lead response time"),
        ("Remind me what we agreed about the SLA", Looking.AGREED, "SLA"),
        ("who promised to send the list?", Looking.PROMISED, "send list"),
        ("what did Ana promise about the list", Looking.PROMISED, "Ana list"),
        ("what's still open from the weekly?", Looking.OPEN, "weekly"),
        ("which actions are still open?", Looking.OPEN, ""),
        ("when did we talk about pricing?", Looking.TALKED, "pricing"),
        ("when did we last discuss lead scoring", Looking.TALKED, "lead scoring"),
        ("did we ever decide who calls webinar leads?", Looking.DECIDED, "calls webinar leads"),
        ("what was decided in the last meeting?", Looking.DECIDED, ""),
    ],
)
def test_a_question_about_own_meetings_is_read(text: str, looking: Looking, topic: str) -> None:
    assert asked_of(text) == Asked(looking, tuple(topic.split()))


@pytest.mark.parametrize(
    "text",
    [
        "what should we decide in the weekly?",
        "who decides when they disagree?",
        "what happens when a promise is broken?",
        "we agreed on an SLA but nobody keeps it",
        "what response time should we promise?",
        "did we agree too early?",
        "which deals are still open at quarter end",
        "how do we decide on MQLs?",
        "what open questions should I ask a rep?",
        "when should we talk about pricing?",
    ],
)
def test_advice_about_deciding_and_promising_is_for_the_playbook(text: str) -> None:
    assert asked_of(text) is None
