"""How a file is refused: in one plain sentence, with what to do instead."""

from __future__ import annotations

from coach.domain.text import clean
from coach.errors import QuestionError

_LONGEST_NAME = 80
_NEXT_STEP = "Copy the words out of it and paste them instead."


def refusal(message: str) -> QuestionError:
    """Return the error to raise."""
    return QuestionError(message, _NEXT_STEP)


def shown(name: str) -> str:
    """Return a file's name as it may stand in a sentence, whatever it holds."""
    words = " ".join(clean(name[: 4 * _LONGEST_NAME]).split())
    return f"“{words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME] + '…'}”"
