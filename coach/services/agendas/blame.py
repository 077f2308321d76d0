"""Blame in a text, and the question that is meant by it."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

LONGEST = 300  # characters of a question that an agenda has room for

_WHO = (
    r"(?:sales(?:people|persons?|team)?|marketing|marketers?|the (?:reps?|sales|marketing|sdrs?"
    r"|bdrs?"
    r"|aes?|sellers?|other (?:side|team))(?: team)?|reps|sdrs|bdrs|aes|sellers|they)"
)
_WHY = lazy_pattern(
    rf"^(?:and |so |but )?why (?:the \w+ )?(?:do|does|did|can|can'?t|cannot|won'?t|don'?t"
    rf"|doesn'?t|is|are"
    rf"|has|have|isn'?t|aren'?t|must|should)?\s*{_WHO}\s+(?:not |never |always |just |only |even "
    rf"|still "
    r"|keep(?:s)? )*(?P<rest>.+?)[?.!]*$",
    re.IGNORECASE,
)
# The same in the languages of the neighbours; the question that is meant stays English.
_WHY_ELSEWHERE = lazy_pattern(
    r"^[¿ ]*(?:warum|wieso|weshalb|pourquoi|perch[eé]|por ?qu[eéê]|waarom|dlaczego|neden|niye)\b.*"
    r"\b(?:vertrieb\w*|verkauf\w*|commercia\w+|ventes|ventas|vendite|vendas|verkoop|sprzedaż\w*"
    r"|satış\w*|marketing\w*)\b",
    re.IGNORECASE,
)
_ACCUSES = lazy_pattern(
    rf"^{_WHO}\s+(?:is|are|just|only|never|always|keeps?|won'?t|don'?t|doesn'?t|do not|does not"
    rf"|refuses? to"
    r"|can'?t|cannot|ignores?|drops?|wastes?|burns?|hides?|blames?)\b\s*(?P<rest>.*?)[?.!]*$",
    re.IGNORECASE,
)
_BOTH_SAY = lazy_pattern(
    rf"\b{_WHO} (?:says?|claims?|complains?|thinks?)\b.+"
    rf"\b{_WHO} (?:says?|claims?|complains?|thinks?)\b",
    re.IGNORECASE,
)
# The same in the middle of a sentence that tells.
_WITHIN = lazy_pattern(
    rf"\b{_WHO} (?:is |are |just |only |still )*(?:never|always|keeps?|refuses?|can'?t be bothered"
    r"|ignores?|drops?|wastes?|hides?|cherry|(?:won'?t|don'?t|dont|doesn'?t|didn'?t) (?:even "
    r"|ever )?"
    r"(?:call|follow|use|read|answer|care|listen|tell|share|respond|update|fill|log|deliver|do|work"
    r"|reply|come|get|understand|know|bother|want to))\b|\bthey (?:never|always|just|don'?t)\b",
    re.IGNORECASE,
)
# The other side in any words: beside anger, what is told of it is seldom kind.
_OF_SIDE = lazy_pattern(rf"\b{_WHO}\b|\btheir\b", re.IGNORECASE)
# What is meant by words that hurt; the first that fits.
_MEANT = (
    (
        r"\b(?:not|un|never) ?qualif\w*|\bcherry[- ]?pick\w*",
        "When is something qualified, and how does the other side accept or return it?",
    ),
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
        r"\b(?:slides?|decks?|content|collateral|materials?|brochures?|leaflets?|flyers?"
        r"|documents?|case stud\w+)\b",
        "Which material do we use with customers, and what is missing?",
    ),
    (
        r"\b(?:crm|data|fields?(?! (?:reps?|sales|marketing|teams?))|notes|salesforce|hubspot)\b",
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
_MEANINGS = tuple((lazy_pattern(said, re.IGNORECASE), meant) for said, meant in _MEANT)
BETWEEN = "What gets in the way between our teams here, and what do we change?"
_HURTS = lazy_pattern(
    r"\b(?:idiots?|morons?|lazy|useless|stupid|incompetent|clueless|liars?|bullshit|crap|garbage"
    r"|junk"
    r"|rubbish|pathetic|disaster|sabotag\w+|fault|to blame|blam\w+|ignor(?:e|es|ing|ed)|dump\w*"
    r"|ridiculous|clowns?|bunch of|brain-?dead|dumb|sloppy|unprofessional|embarrass\w*|worthless"
    r"|awful|horrible|ruin(?:s|ed|ing)?|destroy\w*|wast(?:es?|ed|ing) (?:our|my|their)|hate[sd]?"
    r"|nonsense|hopeless|arrogan\w+|dishonest\w*|lying|cheat\w*|steal\w*|stole|hid(?:es?"
    r"|ing) behind"
    r"|whin\w+|moan\w*|(?:lame )?excuses|(?:screw|mess|cock)(?:ed|es|s)? up|wtf|waste of time"
    r"|fed up"
    r"|sick of|(?:don'?t|doesn'?t|couldn'?t) (?:even )?care|guilty|culprits?|let us down|amateur\w*"
    r"|joke|slack(?:ing|ers?)|black hole|sandbag\w*|cry-?bab\w+|kindergarten|finger-?pointing"
    r"|disgrace\w*|spam(?:my|ming)?|bogus|sucks?|shambles|farce|circus|parasites?|dinosaurs?"
    r"|shout(?:s|ed|ing)|yell(?:s|ed|ing)|scream(?:s|ed|ing)|rot(?:s|ten|ting)?|toxic|rude|asleep"
    r"|betray\w*|disrespect\w*|contempt|careless|negligen\w+|freeload\w*|throw\w* \w+ over the wall"
    r"|childish|selfish|greedy|prima donnas?|divas?|babysit\w*|f\*+\w*|fuck\w*)\b",
    re.IGNORECASE,
)


def neutral(text: str) -> str:
    """Return a question without blame; what carries none comes back as it is."""
    line = " ".join(text.split())[:LONGEST]
    found = (_WHY.match, _WHY_ELSEWHERE.match, _ACCUSES.match, _HURTS.search, _BOTH_SAY.search)
    if not any(hit(line) for hit in found):
        return line
    return meant_by(line)


def meant_by(line: str) -> str:
    """Return the question that is meant by words of blame."""
    return next((meant for said, meant in _MEANINGS if said.search(line)), BETWEEN)


def blames_within(line: str) -> bool:
    """Whether a sentence that tells something accuses a side somewhere in it."""
    return _WITHIN.search(line) is not None


def is_of_a_side(line: str) -> bool:
    """Whether a sentence speaks of one side."""
    return _OF_SIDE.search(line) is not None
