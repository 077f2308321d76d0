"""`coach ask` for a quarrel: the same analysis that `coach conflict` gives."""

from __future__ import annotations

import pytest

from tests.integration.cli.commands import ALWAYS, Coach

LOG = """Anna (sales): Half of the leads you sent on Monday are junk. 12 of 20 were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
Anna (sales): I rang every one of them, and I keep a list of the leads now.
Ben (marketing): Then send me the list, sales never gives us any feedback.
"""


def test_a_quarrel_typed_as_a_question_is_analysed(coach: Coach) -> None:
    asked = coach("ask", "--json", "--side", "sales", LOG).object
    told = coach("conflict", "-", "--json", "--side", "sales", stdin=LOG).object

    assert asked["kind"] == "conflict"
    assert set(asked) == ALWAYS | {"stage", "follow_ups", "ungrounded", "passages", "conflict"}
    assert asked["conflict"] == told["conflict"]
    assert asked["answer"] == told["answer"]
    assert asked["citations"] == told["citations"]


def test_as_text_the_whole_analysis_is_printed(coach: Coach) -> None:
    assert "**One next step**" in coach("ask", LOG).out


@pytest.mark.parametrize(
    "question", ["sales ignores our leads, what do we do?", "Why do they call our leads junk?"]
)
def test_a_question_about_a_quarrel_stays_a_question(coach: Coach, question: str) -> None:
    found = coach("ask", "--json", question).object

    assert found["kind"] == "answer"
    assert "conflict" not in found
