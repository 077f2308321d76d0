"""Where the mails of a thread begin: blocks of headers, `On Tuesday Ana wrote:`, dividing lines."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH, WEEKDAY
from coach.services.conflicts.reading.lines import Line, Opening, next_with_words
from coach.services.conflicts.reading.speakers import NOBODY, is_like_name, speaker_of

_MOST_HEADERS = 25
_MOST_WRAPPED = 3  # lines over which mail programs wrap `On … wrote:`
_FROM = r"from|von|de|da|van|från|fra|desde"
_ABOUT = r"subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne"
_TO = r"to|an|à|para|aan|till"
_WHEN = (
    r"sent|date|gesendet(?: am)?|datum|envoyé(?: le)?|enviado(?: el| em)?|fecha|data|inviato"
    r"|verzonden|skickat"
)
_LESS = (
    r"a|cc|bcc|kopie|copie|copia|cci|cco|reply-to|antwort an|répondre à|responder a|importance"
    r"|priority|wichtigkeit|attachments?|anlagen?|pièces? jointes?|adjuntos?"
)
_HEADER = lazy_pattern(
    rf"[*_ \t]{{0,4}}(?:(?P<sender>{_FROM})|(?P<about>{_ABOUT})|(?P<to>{_TO})|(?P<when>{_WHEN})"
    rf"|(?P<less>{_LESS}))[*_]{{0,2}}[ \t\xa0\u202f]?:[*_]{{0,2}}(?:[ \t\xa0]+(?P<value>.*))?\Z",
    re.IGNORECASE,
)
_DIVIDER = lazy_pattern(
    r"[-_=*> \t]{0,30}(?:original message|forwarded message|begin forwarded message"
    r"|(?:ursprüngliche|weitergeleitete) nachricht|originalnachricht"
    r"|anfang der weitergeleiteten nachricht|message (?:d['’]origine|original|transféré)"
    r"|mensaje (?:original|reenviado)|messaggio originale|oorspronkelijk bericht)"
    r"[-_=*: \t]{0,30}\Z",
    re.IGNORECASE,
)
_RULE = lazy_pattern(r"\s*[-_=*]{5,}\s*\Z")
_WROTE = lazy_pattern(
    r"(?:\b(?:wrote|writes|said|replied|schrieb|escribió|escreveu|ha scritto|schreef|skrev)"
    r"|\ba [ée]crit)\b(?P<after>[^:\n]{0,160}):\s*\Z",
    re.IGNORECASE,
)
_DATED = lazy_pattern(r"(?:on|am|le|el|il|op|em|den)\b", re.IGNORECASE)
_NUMBER = lazy_pattern(r"\d[\w:./+-]*")
_DAY = lazy_pattern(rf"\d|\b{WEEKDAY}\b", re.IGNORECASE)
_REST_OF_DATE = lazy_pattern(
    rf"(?:(?:on|am|le|el|il|op|em|den|at|um|{WEEKDAY}|{MONTH}(?=[.,]? ?(?:,|\d))|[ap]\.?m\.?|uhr|h"
    r"|utc|gmt|ces?t|[ecmp][sd]t)(?![^\W_])|[\s,.()\[\]+\u202f-])+",
    re.IGNORECASE,
)
_PRINTED = lazy_pattern(
    r"(?P<who>[^<>\n]{1,80}<[^<>@\s]{1,64}@[^<>\s]{1,190}>)[ \t]*"
    r"(?P<when>[^\n]{0,60}\d:\d\d[^\n]{0,20})?\Z"
)


def mail_openings(lines: list[Line]) -> list[Opening]:
    """Return where the mails begin, in order; no two overlap."""
    openings: list[Opening] = []
    at = 0
    while at < len(lines):
        if not lines[at].text.strip():
            at += 1
            continue
        last, opening = _block(lines, at) or _attribution(lines, at) or _divider(lines, at)
        if opening is not None:
            openings.append(opening)
        at = last + 1
    return openings


def _block(lines: list[Line], at: int) -> tuple[int, Opening] | None:
    """Return a block of headers: `From:` with others or with an address, or two without it."""
    first = _HEADER.match(lines[at].text)
    printed = _PRINTED.match(lines[at].text) if first is None else None
    if first is None and printed is None:
        return None
    found: dict[str, str] = {"sender": printed["who"]} if printed else {}
    last = at
    for number in range(at + 1 if printed else at, min(at + _MOST_HEADERS, len(lines))):
        line = lines[number]
        header = _HEADER.match(line.text) if line.depth == lines[at].depth else None
        if header is None and not (found and _continues(lines[number - 1], line)):
            break
        if header is not None:
            kind = _kind(header)
            if kind == "sender" and "sender" in found:
                break
            found.setdefault(kind, header["value"] or "")
        last = number
    is_dated = printed is not None and printed["when"] is not None
    if not is_dated and len(found) < 2 and (printed or not _is_sender(found, lines, last)):
        return None
    if "sender" not in found and len({"to", "about", "when"} & set(found)) < 2:
        return None
    start = lines[at].start
    if at and _RULE.match(lines[at - 1].text):
        start = lines[at - 1].start
    speaker = speaker_of(found["sender"]) if "sender" in found else NOBODY
    return last, Opening(start, lines[last].end, lines[at].depth, speaker)


def _kind(header: re.Match[str]) -> str:
    return next(k for k in ("sender", "about", "to", "when", "less") if header[k] is not None)


def _continues(before: Line, line: Line) -> bool:
    """Whether a line goes on with the header before it: a long list of people."""
    if line.depth != before.depth or not line.text.strip():
        return False
    return line.text[0] in " \t" or before.text.rstrip().endswith((";", ","))


def _is_sender(found: dict[str, str], lines: list[Line], last: int) -> bool:
    """Whether `From: …` with no other header names a person, and not a point of view."""
    sender = found.get("sender", "")
    is_apart = last + 1 < len(lines) and not lines[last + 1].text.strip()
    return 0 < len(sender) <= 120 and ("@" in sender or (is_apart and is_like_name(sender)))


def _attribution(lines: list[Line], at: int) -> tuple[int, Opening] | None:
    """Return `On Tuesday, Ana wrote:`, wrapped or not."""
    first = lines[at]
    words = first.text.strip()
    is_dated = _DATED.match(words) is not None
    for last in range(at, min(at + (_MOST_WRAPPED if is_dated else 1), len(lines))):
        line = lines[last]
        if line.depth != first.depth or len(words) > 400:
            return None
        words = words if last == at else f"{words} {line.text.strip()}"
        wrote = _WROTE.search(words)
        if wrote is None:
            continue
        below = next_with_words(lines, last + 1)
        is_quoted = below is not None and below.depth > first.depth
        who = _who(words[: wrote.start()], wrote["after"])
        # `Then she wrote:` in a plain text begins no mail; what is quoted below it is hers.
        is_mail = "@" in words or (is_dated and _DAY.search(words) is not None)
        if not is_quoted and not is_mail:
            return None
        opening = Opening(first.start, line.end, first.depth, speaker_of(who), is_quoted)
        return last, opening
    return None


def _who(before: str, after: str) -> str:
    """Return the name in `On 12 March 2024 at 09:15, Ana Silva <ana@…> wrote`."""
    if after.strip() and not _NUMBER.search(after.split("<")[0]):
        return after.strip()
    at = max(before.find("<"), 0) or len(before)
    numbers = list(_NUMBER.finditer(before, 0, at))
    rest = before[numbers[-1].end() if numbers else 0 :]
    date = _REST_OF_DATE.match(rest)
    return rest[date.end() if date else 0 :].strip(" ,")


def _divider(lines: list[Line], at: int) -> tuple[int, Opening | None]:
    line = lines[at]
    if _DIVIDER.match(line.text) is None:
        return at, None
    return at, Opening(line.start, line.end, line.depth, NOBODY)
