"""A meeting asked for is told from advice asked for, and from stories of meetings."""

from __future__ import annotations

import pytest

from coach.services.agendas.wishes import wants_agenda


@pytest.mark.parametrize(
    "text",
    [
        "45 min to agree what a qualified lead is, with sales ops, 6 people",
        "agenda for our win-loss review, 60 min",
        "make me a 30 minute meeting on lead quality",
        "plan a meeting with marketing about the autumn campaign",
        "Please draft an agenda for monday",
        "can you give me an agenda for a 30 min lead review",
        "two-hour workshop on our hand-over",
        "give me the agenda with minutes",
        "I need a 30 minute meeting with sales on lead quality",
        "Could you set up a workshop with sales ops about territories?",
        "half a day to plan the year together",
        "we have half an hour to decide who follows up trade fair contacts",
        "need an agenda, 2 hrs, topic: content nobody uses",
        "lead definition workshop, 90 mins",
        "tomorrow at noon, half an hour on the SLA",
        "off-site agenda",
        "weekly 30 min with sales about lead quality: why does sales ignore our leads?",
        "can you turn that into a 30 min meeting?",
        "Two of five hit quota. I'd like to look at why. 60 minutes, any agenda?",
        "Our meetings are dull. Could you suggest an agenda where that's harder?",
        "Kun je een agenda maken voor een overleg van 45 minuten?",
    ],
)
def test_a_meeting_that_is_asked_for_is_caught(text: str) -> None:
    assert wants_agenda(text)


@pytest.mark.parametrize(
    "text",
    [
        "what is a good agenda?",
        "how long should the weekly meeting be?",
        "our meeting was awful",
        "how do I plan a meeting with marketing?",
        "what should be on the agenda for the 30 min we have every week with marketing",
        "do we need an agenda for our weekly?",
        "45 minutes is too long for a weekly",
        "30 minutes into the meeting he left",
        "we meet for 30 minutes every week and it's useless",
        "sales has a hidden agenda",
        "the agenda was ignored again",
        "I had to plan a meeting with marketing and it was awful, what now?",
        "We have a meeting with sales tomorrow, what do I say?",
        "make sales call leads within 30 minutes",
        "pls improve this agenda, it's for the monthly",
        "Help me write to Tom. I want to propose a first meeting of 45 minutes.",
        "write me a cold call script",
        "I have 20 minutes with three reps before the promo, what do I do with them",
        "our fifteen minutes have grown to forty, help",
        "marketing wants a meeting about leads but we have no time",
        "",
    ],
)
def test_advice_stories_and_letters_are_left_alone(text: str) -> None:
    assert not wants_agenda(text)
