"""A pasted text, read: who said what, where it stands, and for which side they speak."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from coach.domain.conflict import LONGEST, Message, Span, Thread
from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.domain.text import clean
from coach.errors import QuestionError
from coach.services.agendas.reading import side_of
from coach.services.agendas.reading.roles import ROLE
from coach.services.conflicts.reading.chats import chat_openings
from coach.services.conflicts.reading.labels import label_openings
from coach.services.conflicts.reading.lines import lines_of
from coach.services.conflicts.reading.mails import mail_openings
from coach.services.conflicts.reading.pieces import Piece, apart, pieces_of
from coach.services.conflicts.reading.repeats import first_copy, likeness
from coach.services.conflicts.reading.signatures import ending_of
from coach.services.conflicts.reading.writers import writer_side

PASTED_TWICE = "The same text was pasted more than once; it was read once."
SAID_TWICE = "Some messages stand in the text more than once; each was read once."
ONLY_QUOTED = "All of the text is quoted, so it was read as the words of whoever is quoted."
_NEXT_STEP = f"Paste one to {LONGEST:,} characters: the part where it gets heated is enough."
_BREAKS = lazy_pattern(r"\r\n?|[\v\f\x85\u2028\u2029]")
_INTRODUCED = lazy_pattern(
    rf"(?<![\w'’-])(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?) ?"
    rf"(?:\(| from | in | of )(?:the )?(?P<role>(?i:{ROLE}))(?![\w-])"
)


def read_thread(text: str) -> Thread:
    """Read a thread of mails, a log of a chat or a plain text.

    The messages' bodies stand in `Thread.text`, in their order, and never overlap. What a text
    orders or claims to be is text like any other.

    Raises:
        QuestionError: nothing readable was pasted, or more than is read.
    """
    text = _BREAKS.sub("\n", text)
    if len(text) > LONGEST:
        length = f"{len(text):,} characters; up to {LONGEST:,} are read at once"
        raise QuestionError(f"The pasted text has {length}.", _NEXT_STEP)
    text = clean(text)
    if all(char.isspace() or unicodedata.category(char) == "Cf" for char in text):
        raise QuestionError("There is nothing to read in the pasted text.", _NEXT_STEP)
    end = first_copy(text)
    pieces = _read(text[:end])
    warnings = [PASTED_TWICE] if end < len(text) else []
    if pieces and all(piece.depth for piece in pieces):
        warnings.append(ONLY_QUOTED)
    messages = [one for piece in pieces if (one := _message(text, piece)).body.text]
    once = list(_once(messages))
    if len(once) < len(messages):
        warnings.append(SAID_TWICE)
    # Headers and nothing below them are still what somebody pasted.
    once = once or [_message(text, Piece(0, end))]
    return Thread(text, tuple(_with_sides(once, text[:end])), tuple(warnings))


def _read(text: str) -> list[Piece]:
    lines = lines_of(text)
    mails, chats = mail_openings(lines), chat_openings(lines)
    labels = label_openings(lines, is_log=not mails and not chats)
    return list(pieces_of(lines, apart(mails, chats, labels)))


def _message(text: str, piece: Piece) -> Message:
    """Return the message of a piece, without its signature."""
    words = text[piece.start : piece.end]
    ending = ending_of(words)
    blank = f"{string.whitespace}>" if piece.depth else None
    words = words[: ending.at].rstrip(blank)
    start = piece.start + len(words) - len(words.lstrip())
    body = Span(start, piece.start + len(words), words.lstrip())
    side = piece.speaker.side or ending.signer.side or writer_side(body.text)
    return Message(piece.speaker.name or ending.signer.name, side, body)


def _once(messages: list[Message]) -> Iterator[Message]:
    """Yield each message once: a thread often holds a mail and the same mail quoted."""
    seen: dict[str, set[str]] = {}
    for message in messages:
        names = seen.setdefault(likeness(message.body.text), set())
        if not likeness(message.body.text) or not (
            names and (not message.speaker or message.speaker in names or "" in names)
        ):
            yield message
        names.add(message.speaker)


def _with_sides(messages: list[Message], text: str) -> Iterator[Message]:
    """Yield the messages with the sides that are told elsewhere in the thread."""
    told: dict[str, set[Side | None]] = {}
    for message in messages:
        if message.side is not None:
            told.setdefault(message.speaker.casefold(), set()).add(message.side)
    for found in _INTRODUCED.finditer(text):
        name = found["name"].casefold()
        for key in {name, *name.split()}:
            told.setdefault(key, set()).add(side_of(found["role"]))
    for message in messages:
        name = message.speaker.casefold()
        sides = told.get(name) or told.get(name.split(" ")[0]) or set()
        is_told = message.side is None and message.speaker and len(sides) == 1
        yield replace(message, side=next(iter(sides))) if is_told else message
