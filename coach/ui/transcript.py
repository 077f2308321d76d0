"""Answers and conversations as Markdown to keep, share or print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.answers import Answer, Citation
from coach.domain.conversation import Conversation, Turn
from coach.ui import words
from coach.ui.cited import by_note

# A text to use stands in the answer as a quotation or between fences.
_QUOTED = re.compile(r"(?:^>.*(?:\n|$))+", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,})[^`\n]*\n(.*?)^\1\s*$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r" ?\[\d{1,2}\]")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*])([^*\n]+?)\*(?![\w*])")
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


def to_copy(turn: Turn) -> str:
    """Return the answer alone, with a line for each note that it cites."""
    parts = [turn.text.strip()]
    if turn.answer is not None and (notes := by_note(turn.answer.citations)):
        rows = [f"[{note.numbers}] {note.title}" for note in notes]
        parts.append("\n".join(("Sources:", *rows)))
    return "\n\n".join(parts)


def draft_of(text: str) -> str:
    """Return the longest text in an answer that is there to be used, ready to paste; else "".

    Source numbers and emphasis are the answer's, not the text's, so they are left out.
    """
    quoted = [_unquoted(match[0]) for match in _QUOTED.finditer(text)]
    fenced = [match[2] for match in _FENCED.finditer(text)]
    longest = max((found.strip() for found in (*quoted, *fenced)), key=len, default="")
    return _STRONG.sub(lambda m: m[1] or m[2], _MARK.sub("", longest))


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
    who = "the records of your meetings" if answer.recalls else who
    return f"Written by {words.NAME}, which is software, from {who}."


def _sources(answer: Answer) -> list[str]:
    if not answer.citations:
        return []
    rows = [f"{_source(c)}\n\n   > " + " ".join(c.quote.split()) for c in answer.citations]
    return ["Sources:", *rows]


def _source(cited: Citation) -> str:
    place = "" if cited.is_kept else f" ({cited.file or cited.note})"
    return f"{cited.n}. {cited.label}, {cited.heading}{place}"


def _unquoted(text: str) -> str:
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in text.splitlines())


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.strip().splitlines())
