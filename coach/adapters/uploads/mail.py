"""A saved mail as the text of a thread: its headers, its words, and the mails within it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from coach.adapters.uploads.html_text import html_text
from coach.adapters.uploads.plain import is_binary, western
from coach.adapters.uploads.refusing import refusal, shown
from coach.ports.uploads import Upload

_HEADERS = ("From", "To", "Date", "Subject")
_LONGEST_HEADER = 300
_DIVIDER = "-----Original Message-----"
_MOST_NESTED = 20
_MOST_NAMED = 5  # attachments that a warning names
# What makes the parser slow or deep is counted before anything is parsed.
_CONTAINERS = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_DESCRIPTIONS = re.compile(
    rb"^content-[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_MOST_CONTAINERS, _MOST_PARTS, _LONGEST_DESCRIPTION = 50, 2_000, 4_000
_HEADER_LINES = re.compile(rb"^(?:[!-9;-~]{1,80}:|[ \t])", re.MULTILINE)
_MOST_HEADER_LINES = 100_000  # and what looks like one: every indented line
_MOST_WORK = 4_000_000  # lines, each held against every container around it
# Codecs that are no alphabets of mails, and slow or able to turn a text into another.
_NO_CHARSETS = frozenset(("punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7"))


@dataclass(slots=True)
class _Found:
    """What was met in a mail so far. Lives as long as one file is read."""

    texts: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    is_guessed: bool = False


def mail_text(name: str, data: bytes) -> Upload:
    """Return a mail's headers and words; mails within it follow as they do in a thread.

    Attachments are named in a warning. Headers are text: nothing in them is believed.

    Raises:
        QuestionError: no mail, or one that is built to keep a reader busy.
    """
    if is_binary(data):
        raise refusal(f"{shown(name)} does not hold a mail, though its name says so.")
    if _is_tangle(data):
        raise refusal(f"{shown(name)} holds more mails and parts in one another than are read.")
    found = _Found()
    try:
        _read(message_from_bytes(data), found, 0)
    except RecursionError as exc:
        raise refusal(f"{shown(name)} is nested too deep to be read.") from exc
    return Upload("\n\n".join(text for text in found.texts if text), tuple(_warnings(name, found)))


def _is_tangle(data: bytes) -> bool:
    """Whether reading `data` would take long whatever its size."""
    containers = len(_CONTAINERS.findall(data))
    return (
        containers > _MOST_CONTAINERS
        or containers * data.count(b"\n") > _MOST_WORK
        or data.count(b"\n--") > _MOST_PARTS
        or sum(1 for _ in _HEADER_LINES.finditer(data)) > _MOST_HEADER_LINES
        or any(len(one.group()) > _LONGEST_DESCRIPTION for one in _DESCRIPTIONS.finditer(data))
    )


def _warnings(name: str, found: _Found) -> Iterator[str]:
    if found.attached:
        more = len(found.attached) - _MOST_NAMED
        names = ", ".join(map(shown, found.attached[:_MOST_NAMED]))
        yield f"Attachments were not read: {names}{f' and {more} more' if more > 0 else ''}."
    if found.is_guessed:
        yield f"Parts of {shown(name)} name no encoding that fits; check the accents."


def _read(mail: Message, found: _Found, depth: int) -> None:
    """Add the headers and the words of one mail."""
    headers = [f"{key}: {value}" for key in _HEADERS if (value := _header(mail.get(key)))]
    if headers:
        found.texts.append("\n".join([*([_DIVIDER] if found.texts else []), *headers]))
    _read_part(mail, found, depth)


def _read_part(part: Message, found: _Found, depth: int) -> None:
    kind = part.get_content_type()
    payload = part.get_payload()
    inside = [one for one in payload if isinstance(one, Message)] if part.is_multipart() else []
    if depth > _MOST_NESTED:
        found.attached.append(kind)
    elif kind == "message/rfc822":
        for mail in inside:
            _read(mail, found, depth + 1)
    elif inside:
        for one in _chosen(kind, inside):
            _read_part(one, found, depth + 1)
    elif part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
        found.attached.append(_header(part.get_filename()) or kind)
    elif kind in ("text/plain", "text/html"):
        found.texts.append(_words(part, kind, found))
    else:
        found.attached.append(_header(part.get_filename()) or kind)


def _chosen(kind: str, parts: list[Message]) -> list[Message]:
    """Return the parts to read: of alternatives the plain one, if it has words."""
    if kind != "multipart/alternative":
        return parts
    plain = [
        part for part in parts if part.get_content_type() == "text/plain" and _bytes(part).strip()
    ]
    return plain[:1] or parts[-1:]


def _words(part: Message, kind: str, found: _Found) -> str:
    data = _bytes(part)
    try:
        charset = codecs.lookup(part.get_content_charset("utf-8")).name
        words = data.decode("ascii" if charset.replace("_", "-") in _NO_CHARSETS else charset)
    except (LookupError, ValueError):
        found.is_guessed = True
        words = western(data)
    words = words.replace("\r\n", "\n")
    return html_text(words) if kind == "text/html" else words.strip()


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(value: object) -> str:
    """Return a header on one line, so that none can begin another."""
    words = "" if value is None else str(value)[: 4 * _LONGEST_HEADER]
    with suppress(MessageError, LookupError, ValueError):  # as it stands, then
        words = str(make_header(decode_header(words)))
    return " ".join(words.split())[:_LONGEST_HEADER]
