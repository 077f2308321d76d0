"""A checked answer as one text: struck sentences crossed out, doubtful ones marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.answers import Check, Segment
from coach.ui import safe_text

_LINE = re.compile(r"^(\s*(?:[-*+]\s+|\d{1,3}[.)]\s+|#{1,6}\s+|>\s*)*)(.*?)(\s*)$")


def marked_up(segments: Sequence[Segment], numbers: Iterable[int] = ()) -> str:
    """Return safe Markdown of all segments, in order."""
    return safe_text.markdown("".join(_mark(segment) for segment in segments), numbers)


def growing(segments: Sequence[Segment], numbers: Iterable[int]) -> str:
    """Return the same for an answer that is still being written.

    It comes ten times a second to every reader, so only its last paragraph is read anew; where a
    blank line does not end a paragraph (in a code block) the whole is.
    """
    text = "".join(_mark(segment) for segment in segments)
    head, gap, tail = text.rpartition("\n\n")
    if not head or head.count("```") % 2:
        return safe_text.markdown(text, numbers)
    return f"{safe_text.markdown(head, numbers)}{gap}{safe_text.markdown(tail, numbers)}"


def _mark(segment: Segment) -> str:
    text = safe_text.clean(segment.text)
    if segment.check is Check.STRUCK:
        return "".join(_strike(line) for line in text.splitlines(keepends=True))
    if segment.check is Check.MARKED:
        body = text.rstrip()
        return f"{body}{safe_text.DOUBT}{text[len(body) :]}"
    return text


def _strike(line: str) -> str:
    bare = line.rstrip("\n")
    match = _LINE.match(bare)
    if match is None or not match[2]:
        return line
    struck = f"{match[1]}{safe_text.STRUCK}{match[2]}{safe_text.UNSTRUCK}{match[3]}"
    return struck + line[len(bare) :]
