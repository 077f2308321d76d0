"""Conversations in the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

from coach.domain.conversation import Conversation
from coach.ui.sidebar import told_apart
from tests.fakes import START

FIRST = Conversation("a", "Where do we start?", START, START)


def test_only_the_same_titles_say_when_they_began() -> None:
    later = START + timedelta(hours=2)
    again = replace(FIRST, id="b", title="where do we start? ", created_at=later)
    other = replace(FIRST, id="c", title="Something else")

    said = told_apart([again, other, FIRST], UTC)

    assert said == {"a": f"{START:%-d %b, %H:%M}", "b": f"{later:%-d %b, %H:%M}"}


def test_the_same_minute_adds_a_number() -> None:
    again = replace(FIRST, id="b", created_at=START + timedelta(seconds=1))

    assert told_apart([again, FIRST], UTC)["b"].endswith(" (2)")
