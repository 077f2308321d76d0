"""Names where the form of a text shows them: headers, speakers, signatures, greetings, mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.people import read_people
from coach.services.agendas.reading.roles import is_role
from coach.services.conflicts.reading.chats import chat_openings
from coach.services.conflicts.reading.labels import label_openings
from coach.services.conflicts.reading.lines import lines_of
from coach.services.conflicts.reading.mails import mail_openings
from coach.services.conflicts.reading.signatures import ending_of

ADDRESS = lazy_pattern(r"[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_WORD = r"[^\W\d_][\w'’.\-]*"
_HEADER = lazy_pattern(
    r"^[ \t>*_]*(?:from|to|cc|bcc|reply-to|sender|von|an|kopie|de|à|a|para|från|till|da|aan|van"
    r"|copie|copia)[*_]{0,2}[ \t\xa0]?:[*_]{0,2}[ \t]*(?P<value>\S[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_APART = lazy_pattern(r"[;,]|\band\b|\bund\b|\bet\b|\by\b")
_TITLE = (
    r"(?:(?:mr|mrs|ms|mx|dr|prof|herr|frau|hr|fr|monsieur|madame|mme|mlle|señor|señora|sra?"
    r"|signora?)\.? )"
)
_TITLED = lazy_pattern(rf"(?<!\w)(?i:{_TITLE})(?P<name>[^\W\d_]\w[\w'’-]*(?: [^\W\d_]\w[\w'’-]*)?)")
_GREETED = (
    r"(?:good (?:morning|afternoon|evening)|guten (?:morgen|tag|abend)|hi there|hi|hello|hey|dear"
    r"|hallo|moin|servus|liebe[rn]?|sehr geehrte[rn]?|bonjour|bonsoir|salut|ch(?:er|ère)|hola"
    r"|estimad[oa]|querid[oa]|ciao|gentile|olá|prezad[oa]|car[oa]|beste|hej|привет|здравствуйте"
    r"|уважаем(?:ый|ая)|дорог(?:ой|ая)|γεια σου|αγαπητ(?:ή|έ)|שלום|היי|مرحبا،?|عزيزي|عزيزتي)"
)
_GREETING = lazy_pattern(
    rf"^[ \t>]*(?i:{_GREETED}) (?i:{_TITLE})?(?P<names>{_WORD}(?:[, ]+(?:(?i:and|und|et|y|&) )?"
    rf"(?:(?i:{_GREETED}) )?{_WORD}){{0,3}}?)[ \t]*(?:[,:!.–—]|-|$)",
    re.MULTILINE,
)
_ADDRESSED = lazy_pattern(
    rf"^[ \t>]*(?P<name>{_WORD}(?: {_WORD})?)(?:,(?=\s)| [-–—] )", re.MULTILINE
)
_ALONE = lazy_pattern(
    rf"^[ \t>]*(?:[-–—~/] ?)?(?P<name>{_WORD}(?: {_WORD}){{0,2}})[ \t]*(?:\([^()\n]*\))?[,.]?"
    r"[ \t]*$",
    re.MULTILINE,
)
_THANKED = lazy_pattern(
    r"(?:thanks|thank you|cheers|regards|best|danke|merci|gracias|gruß|grüße|saludos),[ \t]*"
    rf"(?P<name>{_WORD}(?: {_WORD})?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_MENTION = lazy_pattern(r"(?<![\w.+-])@(?P<name>[^\W_][\w.\-]*[^\W_](?: [A-Z][\w'’-]+)?)")
_NOBODY = frozenset({"here", "channel", "all", "everyone", "team", "group"})
_LISTED = lazy_pattern(
    rf"^[ \t>]*[-*•] (?P<name>{_WORD}(?: {_WORD}){{0,2}})(?:,|:| to )", re.MULTILINE
)
_ROLED = lazy_pattern(rf"(?<![\w-])(?P<name>{_WORD}(?: {_WORD})?) ?\((?P<role>[^()\n]{{1,40}})\)")


def names_in(text: str, may_be: Callable[[str, bool], bool]) -> Iterator[str]:
    """Yield the names that a text's form shows, as written.

    `may_be` says whether words can be a name, given that their place is sure to hold one or not.
    """
    for names, sure in ((_sure(text), True), (_likely(text), False)):
        for name in names:
            found = _tidy(name)
            if found and not is_role(found) and may_be(found, sure):
                yield found


def _sure(text: str) -> Iterator[str]:
    yield from _headers(text)
    lines = lines_of(text)
    mails, chats = mail_openings(lines), chat_openings(lines)
    for opening in mails:
        yield opening.speaker.name.partition("@")[0] if "<" in opening.speaker.name else ""
        yield "" if "@" in opening.speaker.name else opening.speaker.name
    for opening in (*chats, *label_openings(lines, is_log=not mails and not chats)):
        yield re.split(r"[(\[,|/]", opening.speaker.name)[0]


def _likely(text: str) -> Iterator[str]:
    starts = [opening.start for opening in mail_openings(lines_of(text))]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield ending_of(text[start:end].rstrip()).signer.name
    yield from _lines(text)
    for person in read_people(text).value.people:
        yield "" if is_role(person.name) else person.name


def _headers(text: str) -> Iterator[str]:
    for header in _HEADER.finditer(text):
        named = ADDRESS.sub(" ", header["value"])
        yield from _APART.split(re.sub(r"[<>\"()\[\]]", " ", named))
    for found in _MENTION.finditer(text):
        if found["name"].casefold() not in _NOBODY:
            yield found["name"]


def _lines(text: str) -> Iterator[str]:
    for pattern in (_TITLED, _ADDRESSED, _ALONE, _THANKED, _LISTED):
        for found in pattern.finditer(text):
            yield found["name"]
    for found in _ROLED.finditer(text):
        if is_role(found["role"]):
            yield found["name"]
    for found in _GREETING.finditer(text):
        yield from re.split(rf",|(?i:\b(?:and|und|et|y|{_GREETED})\b)|&", found["names"])


def _tidy(name: str) -> str:
    return " ".join(name.strip(" \t*_@~<>\"'“”.,;:\u200e\u200f").split())
