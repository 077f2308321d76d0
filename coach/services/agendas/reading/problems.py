"""Known problems in a brief: bullet lines, and sentences that say what the problem is."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.reads import Read, Span

_BULLET = lazy_pattern(r"^[ \t]*[-*•–][ \t]+(?P<line>\S[^\n]*)$", re.MULTILINE)
# A heading that says the lines under it are no problems.
_NO_PROBLEMS = lazy_pattern(
    r"\b(?:topics?|agenda|items?|points?|questions?|discuss|cover|talk about|goals?|outcomes?|aims?"
    r"|decide|attendees|people|participants|who|invited?|themen|sujets|temas)\b[^\n]*\Z",
    re.IGNORECASE,
)
_LABEL = 3  # words of a line that may be a label without a colon
_HEADING = lazy_pattern(
    r"(?:known |our |the |main |open )?(?:problems?|issues?|troubles?|pain points?|conflicts?"
    r"|probleme|problèmes|problemas)\s*:?\s*\Z",
    re.IGNORECASE,
)
_SAID = lazy_pattern(
    r"(?:(?<=[.!?;\n,])|\A)[ \t]*(?:(?:known |our |the |my |main |real |biggest )*"
    r"(?:problems?|issues?|trouble)(?: (?:is|are|was)(?: that)?\b:?| ?:)"
    r"|(?:das )?problem(?: ist(?:,? dass)?\b| ?:)|le problème(?: est que?\b| ?:)"
    r"|el problema(?: es que\b| ?:)) *(?P<line>[^.!?\n]+)[.!?]?",
    re.IGNORECASE,
)


def read_problems(text: str) -> Read[tuple[str, ...]]:
    """Return the known problems in the person's words, a line each, in order."""
    found: list[tuple[Span, str]] = []
    for said in _SAID.finditer(text):
        for line in said["line"].split(";"):
            found.append((said.span(), line))
    heading, end = "", 0
    for bullet in _BULLET.finditer(text):
        between = text[end : bullet.start()].strip()
        if between or not end:
            heading = text[: bullet.start()].rstrip().rpartition("\n")[2]
            start = bullet.start()
            if _HEADING.fullmatch(heading.strip()):
                start = text.rindex(heading, 0, bullet.start())
        else:
            start = bullet.start()
        end = bullet.end()
        if not _is_of_other(heading):
            found.append(((start, end), bullet["line"]))
    found.sort(key=lambda pair: pair[0])
    lines = tuple(dict.fromkeys(line.strip(" ,;\t") for _, line in found))
    return Read(tuple(line for line in lines if line), tuple(span for span, _ in found))


def _is_of_other(heading: str) -> bool:
    """Whether a line is a label that says the lines under it are topics or people."""
    is_label = heading.rstrip().endswith(":") or len(heading.split()) <= _LABEL
    return is_label and _NO_PROBLEMS.search(heading) is not None
