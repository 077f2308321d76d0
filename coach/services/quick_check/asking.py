"""The short check in the chat: one question at a time, read back from what was said before.

Nothing is kept beside the conversation: the coach's own questions in it say how far the check is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coach.domain.answers import Message
from coach.domain.survey import Statement, Survey

BEGIN = "Do the quick check with me"
"""What a button says to begin."""

_ASKED = re.compile(
    r"^\W*(?:(?:please|can we|could we|can you|let's|lets|i want to|i'd like to|start|begin|do|take"
    r"|run|make|give me|give us|with me|with us|a|an|the|your|stage|quick|short|check|now)\W+)*"
    r"(?:quick|short)\W+(?:stage\W+)?check(?:\W+(?:with (?:me|us)|please|now|of our stage))*\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*([1-4])\W*$")
_UNKNOWN = re.compile(
    r"^\W*(?:i (?:really )?(?:don't|dont|do not) know|don't know|dont know|dk|no idea|not sure"
    r"|unsure|skip)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check is: what was answered so far, and what comes `next`, `None` at its end."""

    answers: Mapping[str, int | None] = field(default_factory=dict)
    next: Statement | None = None


def wants_check(text: str) -> bool:
    """Whether a line asks for the check and for nothing else."""
    return len(text) < 120 and _ASKED.match(text.replace("’", "'")) is not None


def question(survey: Survey, statement: Statement) -> str:
    """Return what the coach asks; `choices` are the answers to it."""
    number = survey.quick.index(statement) + 1
    return (
        f"**Quick check, {number} of {len(survey.quick)}** (your view only)\n\n"
        f"{statement.text} Which of these is closest to what you have seen?"
    )


def choices(survey: Survey, statement: Statement) -> tuple[str, ...]:
    """Return the answers to a statement, in the order of the stages; last that one can't tell."""
    return (*statement.anchors.values(), survey.dont_know.label)


def progress(survey: Survey, history: Sequence[Message], text: str) -> Progress | None:
    """Return how far the check is with `text` said now; `None` where `text` is no part of one.

    What is neither an answer nor asks for the check leaves it.
    """
    if wants_check(text):
        return Progress(next=survey.quick[0])
    asked = _asked(survey, history)
    if not asked:
        return None
    said = [*_replies(history)[-len(asked) + 1 :], text] if len(asked) > 1 else [text]
    answers: dict[str, int | None] = {}
    for statement, words in zip(asked, said, strict=True):
        if not _is_answer(survey, statement, words):
            return None
        answers[statement.id] = _value(statement, words)
    place = survey.quick.index(asked[-1]) + 1
    return Progress(answers, survey.quick[place] if place < len(survey.quick) else None)


def _asked(survey: Survey, history: Sequence[Message]) -> list[Statement]:
    """Return the statements asked in an unbroken run up to the last thing said, in order."""
    questions = {question(survey, one): one for one in survey.quick}
    run: list[Statement] = []
    for message in reversed([m for m in history if m.role == "assistant"]):
        statement = questions.get(message.content.strip())
        if statement is None or (run and _follows(survey, statement) is not run[0]):
            break
        run.insert(0, statement)
    return run


def _follows(survey: Survey, statement: Statement) -> Statement | None:
    place = survey.quick.index(statement) + 1
    return survey.quick[place] if place < len(survey.quick) else None


def _replies(history: Sequence[Message]) -> list[str]:
    return [message.content for message in history if message.role == "user"]


def _is_answer(survey: Survey, statement: Statement, words: str) -> bool:
    return _value(statement, words) is not None or (
        _plain(words) == _plain(survey.dont_know.label)
        or _UNKNOWN.match(words.replace("’", "'")) is not None
    )


def _value(statement: Statement, words: str) -> int | None:
    if number := _NUMBER.match(words):
        return int(number[1])
    said = _plain(words)
    numbers = (stage.number for stage, text in statement.anchors.items() if _plain(text) == said)
    return next(numbers, None)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
