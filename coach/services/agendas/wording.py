"""Neutral words: a topic as a question that both sides can answer, blame taken out of it."""

from __future__ import annotations

import re

from coach.domain.notes import Outcome

LONGEST = 300  # characters of a question that an agenda has room for

_WHO = (
    r"(?:sales(?:people|persons?|team)?|marketing|marketers?|the (?:reps?|sales|marketing|sdrs?"
    r"|bdrs?"
    r"|aes?|sellers?|other (?:side|team))(?: team)?|reps|sdrs|bdrs|aes|sellers|they)"
)
_WHY = re.compile(
    rf"^(?:and |so |but )?why (?:the \w+ )?(?:do|does|did|can|can'?t|cannot|won'?t|don'?t"
    rf"|doesn'?t|is|are"
    rf"|has|have|isn'?t|aren'?t|must|should)?\s*{_WHO}\s+(?:not |never |always |just |only |even "
    rf"|still "
    r"|keep(?:s)? )*(?P<rest>.+?)[?.!]*$",
    re.IGNORECASE,
)
_ACCUSES = re.compile(
    rf"^{_WHO}\s+(?:is|are|just|only|never|always|keeps?|won'?t|don'?t|doesn'?t|do not|does not"
    rf"|refuses? to"
    r"|can'?t|cannot|ignores?|drops?|wastes?|burns?|hides?|blames?)\b\s*(?P<rest>.*?)[?.!]*$",
    re.IGNORECASE,
)
# What is meant by words that hurt; the first that fits.
_MEANT = (
    (
        r"\b(?:follow\w* up|call\w* (?:back|them|our|the)|ignor\w+|chas\w+|sit\w* on|touch\w*"
        r"|work\w* our"
        r"|reject\w*|throw\w* away|drop\w*|pick\w* up)\b.*\bleads?\b|\bleads?\b.*\b(?:ignor\w+"
        r"|follow\w*"
        r"|call\w*|wast\w+|rot\w*"
        r"|reject\w*)",
        "What happens to a lead after hand-over, and what does each of us need for"
        r" it?",
    ),
    (
        r"\b(?:junk|garbage|rubbish|useless|crap\w*|bad|poor|terrible|shit\w*"
        r"|trash)\b.*\bleads?\b|\bleads?\b"
        r".*\b(?:junk|garbage|rubbish|useless|crap|bad|poor|terrible|trash)\b"
        r"|\bsend\w*\b.*\bleads?\b",
        "Which leads are worth a call, and how do both of us see that?",
    ),
    (
        r"\b(?:slides?|decks?|content|collateral|materials?|brochures?|case stud\w+)\b",
        "Which material do we use with customers, and what is missing?",
    ),
    (
        r"\b(?:crm|data|fields?|notes|salesforce|hubspot)\b",
        "Which entries in the system do we both rely on, and who keeps them?",
    ),
    (
        r"\b(?:credit|attribut\w+|revenue|pipeline|numbers?)\b",
        "How do we count what each of us added, so that both believe it?",
    ),
    (
        r"\b(?:late|deadlines?|last[- ]minute|slow|wait\w*|respond\w*|answer\w*|reply|replies)\b",
        "Which times do we promise each other, and what keeps us from them?",
    ),
    (
        r"\b(?:told?|tell\w*|inform\w*|warn\w*|shar\w+|communicat\w+|campaigns?|launch\w*"
        r"|discount\w*|price\w*)\b",
        "What does each of us have to hear before it happens, and from whom?",
    ),
    (r"\bmeetings?\b", "What would make our meeting worth everybody's time?"),
)
_MEANINGS = tuple((re.compile(said, re.IGNORECASE), meant) for said, meant in _MEANT)
_REST = "What gets in the way between our teams here, and what do we change?"
_HURTS = re.compile(
    r"\b(?:idiots?|morons?|lazy|useless|stupid|incompetent|clueless|liars?|bullshit|crap|garbage"
    r"|junk"
    r"|rubbish|pathetic|disaster|sabotag\w+|fault|to blame|blam\w+|ignor(?:e|es|ing|ed)|dump\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"^(?:what|how|who|whom|when|which|where|whether|why)\b", re.IGNORECASE)
_WHICH = "Which are {}?"
# What people want to do, the question that answers it, and what it should lead to.
_GOALS = tuple(
    (re.compile(rf"(?:{verbs})(?: (?:on|about|upon|for|over|through))?", re.IGNORECASE), form, to)
    for verbs, form, to in (
        (r"choose|pick|select|shortlist", _WHICH, Outcome.DECIDE),
        (
            r"agree|decide|settle|align|sign off|finali[sz]e",
            "What do we agree on for {}?",
            Outcome.DECIDE,
        ),
        (r"define|set|fix the date|write", "What goes into {}?", Outcome.DECIDE),
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
            r"|clean up|cut",
            "What do we change about {}?",
            Outcome.DECIDE,
        ),
        (
            r"review|look|go|walk|debrief|check|understand|analy[sz]e|learn",
            "What do we learn from {}, and what do we do about it?",
            Outcome.DISCUSS,
        ),
        (r"discuss|talk", "What do we do about {}?", Outcome.DISCUSS),
        (r"find out|work out|figure out", "What do we need to know about {}?", Outcome.DISCUSS),
    )
)
_CUT = re.compile(
    r"\s*(?:[,;(]| - | – | because\b| since\b| as (?:they|we|it)\b| so that\b| but\b"
    r"| before (?:we|they)\b"
    r"| and (?:nobody|no one|we|they|i)\b).*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:(?:the )?(?:topic|subject|theme)(?: is| was)?|about|on|re)\b[: ]+(?P<what>.+)$",
    re.IGNORECASE,
)
MOST_WORDS = 14
A_NAME = 4  # words at most of what is only named


def neutral(text: str) -> str:
    """Return a question without blame; what carries none comes back as it is."""
    line = " ".join(text.split())[:LONGEST]
    if not (_WHY.match(line) or _ACCUSES.match(line) or _HURTS.search(line)):
        return line
    return next((meant for said, meant in _MEANINGS if said.search(line)), _REST)


def question_in(sentence: str) -> tuple[str, Outcome] | None:
    """Return what a sentence wants settled, as a question for a group; `None` if it only tells.

    The second is what the question should lead to.
    """
    line = " ".join(sentence.split())[:LONGEST].strip(" .;,-–—•*!")
    if (calm := neutral(line)) != line:
        return calm, Outcome.DISCUSS
    if line.endswith("?"):
        return _sentence(line), Outcome.DISCUSS
    if (subject := _SUBJECT.match(line)) is not None:
        return _asked(subject["what"], "What do we do about {}?"), Outcome.DISCUSS
    for verb, form, to in _GOALS:
        found = re.search(
            rf"(?:^|\bto |\band |[:,] ?|\bplease |\bneed "
            rf"|\bwant ){verb.pattern}\s+(?!of\b)(?P<what>\S.*)$",
            line,
            re.IGNORECASE,
        )
        if found is not None:
            return _asked(found["what"], form), to
    return None


def question_of(topic: str) -> tuple[str, Outcome]:
    """Return any topic as a question, and what it should lead to."""
    line = " ".join(topic.split())[:LONGEST].strip(" .;,-–—•*!")
    if _CLAUSE.match(line) and neutral(line) == line:
        return _sentence(line), Outcome.DISCUSS
    if (found := question_in(line)) is not None:
        return found
    if len(line.split()) > A_NAME:  # a whole sentence: it stands as it was said
        return f"“{line}”: what do we change?", Outcome.DISCUSS
    return _asked(line, "What do we do about {}?"), Outcome.DISCUSS


_NUMBERED = re.compile(
    r"^(?P<what>(?:one|two|three|four|five|\d+) .+?)(?: to (?P<verb>\w+))?$", re.IGNORECASE
)


def _asked(what: str, form: str) -> str:
    """Put what is wanted into a question's form, as people would say it."""
    short = " ".join(_CUT.sub("", what).split()[:MOST_WORDS]).rstrip(" ?.,;:")
    if short.casefold().startswith("how to "):
        return f"How do we {short[7:]}?"
    if form == _WHICH and (some := _NUMBERED.match(short)) is not None:
        return f"Which {some['what']} do we {some['verb'] or 'choose'}?"
    return _sentence(short) if _CLAUSE.match(short) else form.format(short)


def _sentence(line: str) -> str:
    return f"{line[0].upper()}{line[1:].rstrip(' ?.')}?"
