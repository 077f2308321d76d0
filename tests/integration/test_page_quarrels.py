"""A quarrel pasted into the chat: one way on, with its text."""

from __future__ import annotations

from coach.ui.conflicts import case
from tests.integration.test_page_meetings import asked

TEXT = "quarrel: they never call our leads"
WAY = "Look at both sides"


def test_a_quarrel_is_carried_over_in_the_sessions_memory_and_in_no_address() -> None:
    page = asked(TEXT)
    (button,) = (one for one in page.button if one.label == WAY)
    button.click().run()

    assert page.session_state[case.TEXT] == TEXT
    assert not any(TEXT in str(value) for value in page.query_params.values())


def test_no_other_answer_has_that_way() -> None:
    assert WAY not in [one.label for one in asked("Where do we start?").button]
