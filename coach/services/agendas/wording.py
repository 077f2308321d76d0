"""Neutral words: a topic as a question that both sides can answer, blame taken out of it."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Outcome
from coach.services.agendas.blame import LONGEST, blames_within, meant_by, neutral

_CLAUSE = lazy_pattern(r"^(?:what|how|who|whom|when|which|where|whether|why)\b", re.IGNORECASE)
_QUESTION = lazy_pattern(r"^(?:what|how|who|which)\b", re.IGNORECASE)
_TAIL = lazy_pattern(r"[,:;–-] (?P<what>(?:what|how|who|which)\b.{8,})\Z", re.IGNORECASE)
_WHICH = "Which are {}?"
# What people want to do, the question that answers it, and what it should lead to.
_BEFORE = r"(?:^|\bto |\band |[:,] ?|\bplease |\bneed |\bwant |\blike )"
_GOALS = tuple(
    (
        lazy_pattern(
            rf"{_BEFORE}(?:{verbs})(?: (?:on|about|upon|for|over|through))?\s+"
            r"(?!(?:of|before|after|by|until|since|when|if)\b)(?=\S)",
            re.IGNORECASE,
        ),
        form,
        to,
    )
    for verbs, form, to in (
        (r"choose|pick|select|shortlist", _WHICH, Outcome.DECIDE),
        (
            r"agree|decide|settle|align|sign off|finali[sz]e|clarify",
            "What do we agree on for {}?",
            Outcome.DECIDE,
        ),
        (
            r"(?:end|come|leave|walk)(?: up| out| away)? with",
            "How do we get to {}?",
            Outcome.DECIDE,
        ),
        (
            r"(?:i|we) want (?!to\b|with\b|(?:an?|one|the|some|my|another"
            r"|more) (?:\w+ ){0,2}(?:meeting|agenda|session"
            r"|workshop|call|talk|hour|minutes|plan b)|something\b|it\b|them\b|you\b|him\b|her\b)",
            "How do we get to {}?",
            Outcome.DECIDE,
        ),
        (r"define|set|fix the date|write(?: down| up)?", "What goes into {}?", Outcome.DECIDE),
        (
            r"split|divide|share out|assign|allocate|prioriti[sz]e",
            "How do we share out {}?",
            Outcome.DECIDE,
        ),
        (
            r"plan|prepare|organi[sz]e|prep|kick off|launch|get ready",
            "What has to be ready for {}, and who sees to it?",
            Outcome.DECIDE,
        ),
        (
            r"solve|fix|sort(?: out)?|stop|improve|reduce|change|repair|resolve|clear up|speed up"
            r"|clean up|cut|rethink|redesign|rework|simplify|replace|update|test",
            "What do we change about {}?",
            Outcome.DECIDE,
        ),
        (
            r"review|look (?:at|into)|(?:go|walk) (?:through|over)|debrief|check|understand"
            r"|analy[sz]e|learn",
            "What do we learn from {}, and what do we do about it?",
            Outcome.DISCUSS,
        ),
        (r"discuss|talk", "What do we do about {}?", Outcome.DISCUSS),
        (r"find out|work out|figure out", "What do we need to know about {}?", Outcome.DISCUSS),
    )
)
_CUT = lazy_pattern(
    r"\s*(?:[,;(]| - | – | because\b| since\b| as (?:they|we|it)\b| so that\b| but\b"
    r"| before (?:we|they)\b"
    r"| and (?:nobody|no one|we|they|i)\b).*$",
    re.IGNORECASE,
)
_SUBJECT = lazy_pattern(
    r"^(?:(?:the )?(?:topic|subject|theme)(?: is| was)?|about|on|re)\b[: ]+(?P<what>.+)$",
    re.IGNORECASE,
)
_EMPTY = lazy_pattern(r"(?:(?:this|that|it|things?|them|us) ?(?:out|up|through|now)?)?\W*\Z", re.I)
_COMMA = lazy_pattern(r",(?: and| or)? | and (?=[\w ]+\Z)")
# `I don't want to choose alone` asks for nothing to be chosen.
_NOT_SO = lazy_pattern(
    r"(?:n['’]t|\bnot) (?:want |need |have |like |wish )?(?:to )?\w+\s*\Z", re.IGNORECASE
)
_REQUEST = lazy_pattern(
    r"^(?:could|can|would|will) you\b[^.!?]*?\b(?:where|so that|in which) ", re.IGNORECASE
)
_SERIES = lazy_pattern(r"[^,;()]+(?:, [^,;()]+)+,? (?:and|or) [^,;()]+", re.IGNORECASE)
MOST_WORDS = 14
FROM = 3  # parts that are a list
A_NAME = 4  # words at most of what is only named


def questions_in(sentence: str) -> list[tuple[str, Outcome]]:
    """Return what a sentence wants settled, as questions for a group; none if it only tells.

    The second of each is what the question should lead to.
    """
    line = " ".join(sentence.split())[:LONGEST].strip(" .;,-–—•*!")
    if _REQUEST.match(line):
        line = _REQUEST.sub("", line).rstrip(" ?")
    if (calm := neutral(line)) != line:
        return [(calm, Outcome.DISCUSS)]
    if line.endswith("?"):
        return [(_sentence(line), Outcome.DISCUSS)]
    if (subject := _SUBJECT.match(line)) is not None:
        return [(_asked(subject["what"], "What do we do about {}?"), Outcome.DISCUSS)]
    if _QUESTION.match(line):
        return [(_sentence(line), Outcome.DISCUSS)]
    if found := _listed(line):
        return found
    found = _wanted(line)
    if (tail := _TAIL.search(line)) is None:
        return found
    # `Plan the quarter: which companies, which events` asks for the second, too.
    said = " ".join(question for question, _ in found).casefold()
    asked = _sentence(tail["what"])
    return found if asked[:-1].casefold() in said else [*found, (asked, Outcome.DISCUSS)]


def _wanted(line: str) -> list[tuple[str, Outcome]]:
    """Return what is to be done, in the order it is said."""
    found = sorted(
        (match.start(), match.end(), form, to)
        for verb, form, to in _GOALS
        for match in verb.finditer(line)
        if not _NOT_SO.search(line[: match.end()])
    )
    ends = [start for start, *_ in found[1:]] + [len(line)] * bool(found)
    parts = [
        (line[end:stop].strip(" ,;"), form, to)
        for (_, end, form, to), stop in zip(found, ends, strict=True)
    ]
    return [(_asked(what, form), to) for what, form, to in parts if not _EMPTY.match(what)]


def _listed(line: str) -> list[tuple[str, Outcome]]:
    """Return the parts of a list after a colon, each as a question of its own."""
    _, colon, listed = line.partition(": ")
    parts = [part.strip() for part in _COMMA.split(listed) if part.strip()]
    bare = any(_CLAUSE.fullmatch(part) or len(part.split()) > A_NAME + 1 for part in parts)
    if not colon or len(parts) < FROM or bare:
        return []
    return [(_asked(part, "What do we agree on for {}?"), Outcome.DECIDE) for part in parts]


def question_of(topic: str) -> tuple[str, Outcome]:
    """Return any topic as a question, and what it should lead to."""
    line = " ".join(topic.split())[:LONGEST].strip(" .;,-–—•*!")
    if _CLAUSE.match(line) and neutral(line) == line:
        return _sentence(line), Outcome.DISCUSS
    if found := questions_in(line):
        return found[0]
    if blames_within(line):
        return meant_by(line), Outcome.DISCUSS
    if len(line.split()) > A_NAME:  # a whole sentence: it stands as it was said
        return f"“{line}”: what do we change?", Outcome.DISCUSS
    return _asked(line, "What do we do about {}?"), Outcome.DISCUSS


_NUMBERED = lazy_pattern(
    r"^(?P<what>(?:one|two|three|four|five|\d+) .+?)(?: to (?P<verb>\w+))?$", re.IGNORECASE
)


def _asked(what: str, form: str) -> str:
    """Put what is wanted into a question's form, as people would say it."""
    whole = what.strip(" ?.,;:")
    is_list = _SERIES.fullmatch(whole) and len(whole.split()) <= MOST_WORDS
    short = whole if is_list else " ".join(_CUT.sub("", what).split()[:MOST_WORDS])
    short = short.rstrip(" ?.,;:")
    if form == _WHICH and (some := _NUMBERED.match(short)) is not None:
        return f"Which {some['what']} do we {some['verb'] or 'choose'}?"
    return _sentence(short) if _CLAUSE.match(short) else form.format(short)


_TOLD_WHY = lazy_pattern(
    r"^why (?!(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must)\b"
    r"|(?:don|doesn|didn|isn|aren|can|won)['’]?t\b)(?P<that>.+)$",
    re.IGNORECASE,
)


def _sentence(line: str) -> str:
    if (told := _TOLD_WHY.match(line)) is not None:
        line = f"what lies behind it that {told['that']}"
    if line.casefold().startswith("how to "):
        line = f"How do we {line[7:]}"
    return f"{line[0].upper()}{line[1:].rstrip(' ?.')}?"
