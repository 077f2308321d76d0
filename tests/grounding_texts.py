"""Two passages to write from, and what the check makes of a text over them."""

from __future__ import annotations

from coach.domain.answers import Brief, Question
from coach.services.grounding import Grounding, Verification
from tests.fakes import hit

WEEKLY = (
    "Meet for thirty minutes each week at a fixed time, with three to six people, to solve one"
    " blocked problem rather than to read reports. If nothing needs deciding, cancel and send the"
    " numbers."
)
SURVEY = (
    "A related survey puts lead conversion at 29 % where they collaborate and 24 % where they"
    " don't. Sellers set the order, marketers decide on form."
)
FIRST = WEEKLY.partition(". ")[0]
HITS = (hit(WEEKLY, 1), hit(SURVEY, 2, "collaboration-and-results"))


def verify(
    text: str, brief: Brief | None = None, grounding: Grounding | None = None
) -> Verification:
    verification = (grounding or Grounding(None)).verification(brief or make_brief())
    verification.feed(text)
    verification.end()
    return verification


def make_brief(text: str = "How do we meet?", **more: object) -> Brief:
    return Brief(Question(text), HITS, **more)  # type: ignore[arg-type]
