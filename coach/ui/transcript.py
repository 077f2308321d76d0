"""Answers and conversations as Markdown to keep, share or print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.answers import Answer
from coach.domain.conversation import Conversation, Turn
from coach.ui import words

_UNFIT = re.compile(r"[^\w.-]+")


def of_turn(turn: Turn) -> str:
    """Return one question and its answer with the quoted sources."""
    parts = [_quoted(turn.question), turn.text.strip() or "(no answer)"]
    if (line := words.ENDINGS.get(turn.state)) is not None:
        parts.append(f"*{line}*")
    if turn.answer is not None:
        parts += _sources(turn.answer)
        parts.append(f"*{_author(turn.answer)}*")
    return "\n\n".join(parts) + "\n"


def of_conversation(conversation: Conversation, turns: Sequence[Turn]) -> str:
    """Return a whole conversation."""
    head = f"# {' '.join(conversation.title.split())}\n\n{conversation.created_at:%d %B %Y}"
    return "\n\n".join([head, *(of_turn(turn).strip() for turn in turns)]) + "\n"


def file_name(conversation: Conversation) -> str:
    """Return a name for the exported file that every system takes."""
    stem = _UNFIT.sub("-", conversation.title.lower()).strip("-.")[:60].rstrip("-.")
    return f"{stem or 'conversation'}.md"


def _author(answer: Answer) -> str:
    who = f"the model {answer.model}" if answer.mode == "model" else "the playbook"
    return f"Written by {words.NAME}, which is software, from {who}."


def _sources(answer: Answer) -> list[str]:
    if not answer.citations:
        return []
    rows = [
        f"{c.n}. {c.title}, {c.heading} ({c.file or c.note})\n\n   > " + " ".join(c.quote.split())
        for c in answer.citations
    ]
    return ["Sources:", *rows]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.strip().splitlines())
