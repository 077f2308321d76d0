"""Cuts a growing text into sentences, in the way a reader of Markdown would.

The cut never depends on how the text came in pieces: a place is judged only when enough of what
follows is there, and what lies further ahead never matters.
"""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.checking.words import vocabulary

# A number in brackets, a list or a range of them: [2], [1, 3], [1–3].
MARK = r"\[\s?\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,3}\s?\]"
LONGEST_MARK = 40  # characters that decide whether a bracket is a mark
_AHEAD = 6  # characters that decide anything else: a list number with its dot, a quote, a dash
_LONG_LINE = 60  # characters; a line this long without a full stop was wrapped, not ended
_PLACE = lazy_pattern(r"[.!?…。！？]+|\n")
_REST = lazy_pattern(rf"[\"”’»)*_]*(?P<tail>(?:\s*{MARK}[.)*_]*)*)(?P<space>\s*)")
_LIST = lazy_pattern(r"(?:[-*+•–]|\d{1,3}[.)])\s|[#>|]")
_LIST_NUMBER = lazy_pattern(r"\s*(?:[>*_#-]+\s*)?\d{1,3}\Z")
_WORD_BEFORE = lazy_pattern(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\Z")
_ALWAYS_SHORT = vocabulary(
    "e.g i.e eg ie vs cf al dr mr mrs ms prof fig no nr ca approx incl resp st bzw z.b u.a p.ex"
    " p.ej"
)
_OPENING = "*_\"“'‘(«"
_WIDE_STOPS = "。！？"


class Sentences:
    """Text that grows by `feed`; `done` are its whole sentences, `rest` what is still open.

    Lives as long as one text. A sentence keeps the white space after it, and the `[n]` marks that
    follow its full stop; all sentences and the rest joined are the text that was fed.
    """

    def __init__(self) -> None:
        self.done: list[str] = []
        self.rest = ""
        self._seen = 0  # places before this one in `rest` are no ends

    def feed(self, piece: str) -> None:
        """Add a piece of any length."""
        self.rest += piece
        self._cut(final=False)

    def end(self) -> None:
        """Close the text: what is open becomes the last sentence."""
        self._cut(final=True)
        if self.rest:
            self.done.append(self.rest)
        self.rest, self._seen = "", 0

    def _cut(self, final: bool) -> None:
        while (place := _PLACE.search(self.rest, self._seen)) is not None:
            end = _end_at(self.rest, place, final)
            if end is None:
                return
            if end == 0:
                self._seen = place.end()
            else:
                self.done.append(self.rest[:end])
                self.rest, self._seen = self.rest[end:], 0
        self._seen = len(self.rest)


def split(text: str) -> list[str]:
    """Return the sentences of a whole text."""
    sentences = Sentences()
    sentences.feed(text)
    sentences.end()
    return sentences.done


def _end_at(text: str, place: re.Match[str], final: bool) -> int | None:
    """Return where the sentence at `place` ends, 0 where it goes on, `None` while unknown."""
    start = place.start() if place.group() == "\n" else place.end()
    rest = _REST.match(text, start)
    if rest is None:  # the pattern matches the empty text too
        return 0
    following = text[rest.end() : rest.end() + LONGEST_MARK]
    needed = LONGEST_MARK if following.startswith("[") else _AHEAD
    if len(following) < needed and not final:
        return None
    following = following[:needed]
    if not text[: place.start()].strip():
        return 0  # nothing but white space so far
    if place.group() == "\n":
        ends = _ends_line(text[: place.start()], rest["space"], rest["tail"], following)
    else:
        ends = _ends_sentence(text, place, rest, following)
    return rest.end() if ends else 0


def _ends_line(before: str, space: str, tail: str, following: str) -> bool:
    line = before.rsplit("\n", 1)[-1]
    if "\n" in (space or tail).replace("\n", "", 1) or line.lstrip().startswith(("#", "|")):
        return True
    if _LIST.match(following) or line.rstrip().endswith((":", ".", "!", "?", "**")):
        return True
    wrapped = len(line) >= _LONG_LINE and following.lstrip(_OPENING)[:1].isalnum()
    return not (wrapped or following[:1].islower())


def _ends_sentence(text: str, place: re.Match[str], rest: re.Match[str], following: str) -> bool:
    stop, spaced = place.group(), bool(rest["space"])
    if stop[-1] in _WIDE_STOPS:
        return True
    if not spaced and (not rest["tail"] or following):
        return False
    line_start = text.rfind("\n", 0, place.start()) + 1
    if stop == "." and _LIST_NUMBER.fullmatch(text, line_start, place.start()):
        return False
    if not rest["tail"] and "\n" not in rest["space"]:
        if following.lstrip(_OPENING)[:1].islower():
            return False
        if stop == "." and _is_short(text, place.start(), line_start):
            return False
    return not _in_quote(text[line_start : rest.start("space")])


def _is_short(text: str, dot: int, line_start: int) -> bool:
    """Whether the dot belongs to an abbreviation or an initial and not to the sentence."""
    word = _WORD_BEFORE.search(text[max(line_start, dot - 12) : dot])
    if word is None:
        return False
    found = word.group(1)
    return found.lower() in _ALWAYS_SHORT or (len(found) == 1 and found.isupper() and found != "I")


def _in_quote(line: str) -> bool:
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")
