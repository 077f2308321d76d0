"""What a person says about a letter they want: to whom, from whom, what about."""

from __future__ import annotations

import re

_LETTER = r"(?:e-?mail|mail|message|note|letter|dm|text|invitation|invite|reply|apology)"
_WRITE = (
    r"(?:write|draft|compose|formulate|word|phrase|prepare|put together|send|give me|help me"
    r"|(?:i|we)(?:'d like| would like| need| want))"
)
# "Should we send an email?" asks whether; everything else with such words asks for the letter.
_WHETHER = re.compile(
    r"^\W*(?:should|when|why|is|are|does|do (?:we|i)|who|which"
    r"|how (?:many|much|often|long|soon))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b{_WRITE}\b.{{0,30}}\b(?:an?|the|this|one|me|us|my|our|some)\s+(?:[\w'-]+\s+){{0,5}}?{_LETTER}\b"
    rf"|^\W*(?:an?\s+)?(?:short\s+|quick\s+|slack\s+)*{_LETTER}\s+(?:to|for|inviting|asking|that"
    r"|telling|saying|about|from)\b"
    rf"|\b(?:write|send)\b.{{0,40}}\b{_LETTER}\b"
    rf"|\b{_LETTER}\b.*\b(?:word|phrase|formulate|write) (?:it|this|that)\b"
    r"|^\W*(?:please |can you |could you |help me )*"
    r"(?:write to|(?:e-?mail|message) (?:the|my|our))\b",
    re.IGNORECASE,
)
# A name stands where only a person can stand; what else is written large is not one.
_NAME = r"(?P<name>[A-Z][a-zà-ÿ]{1,20})(?: [A-Z][a-zà-ÿ'-]{1,20})?"
_TO = re.compile(
    rf"(?i:\b(?:{_LETTER}|write|draft|send|it|apology)\s+(?:[\w'-]+\s+){{0,4}}?(?:to|for)\s+"
    r"(?:(?:our|my|the)\s+(?:[\w-]+\s+){0,4}?(?:c[emr]o|vp|head(?: of \w+)?|manager|colleague"
    rf"|counterpart|boss|director|lead|rep|seller|marketer)\s+)?){_NAME}\b"
    r"(?=$|\s*[,.;:!?]|\s+(?i:that|to|asking|about|saying|telling|explaining|inviting|proposing"
    r"|thanking|why|because|from|in|and ask|who)\b)"
)
_FROM = re.compile(rf"(?i:\bmy name is|\bsigned(?: by)?|\bsign it(?: as)?)\s+{_NAME}\b")
_NO_NAMES = frozenset(
    {
        "Sales", "Marketing", "Finance", "Legal", "Product", "Support", "Management", "Leadership",
        "Everyone", "All", "Both", "Them", "Him", "Her", "Us", "The", "Our", "My", "Their", "Your",
        "Slack", "Teams", "Salesforce", "Hubspot", "Linkedin", "Monday", "Tuesday", "Wednesday",
        "Thursday", "Friday", "Head", "Heads", "Customers", "Reps", "Sellers", "Marketers", "Ceo",
        "Colleagues", "Board", "Accord", "English", "German", "French", "Spanish", "Italian",
    }
)  # fmt: skip
_PURPOSE = re.compile(
    r"\b(?:asking|about|saying|telling|explaining|proposing|inviting|thanking|apologi[sz]ing"
    r"|reminding|announcing|introducing|after|re|ask(?:s|ed)? for|that(?! as\b)|why|because"
    r"|apology for|to (?:ask|tell|invite|say|explain|propose|thank|apologi[sz]e|remind|announce)|:)"
    r"\s.{4,}",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"\be-?mails?\b|\bmail\b", re.IGNORECASE)
_INVITES = re.compile(r"\binvit\w+\b", re.IGNORECASE)
_LEAVE = re.compile(
    r"[\s,.;:!?]*(?:\b(?:please|pls|thanks|sorry|(?:can|could|would) you .*)\b)?\W*$"
)
_LONGEST = 25  # words of a purpose that are repeated
_OPENING = 600  # characters in which a person says what they want written
_COUNTERPART = re.compile(
    r"\bto\s+(?:[\w'-]+\s+){0,4}?(?:sales|marketing|reps?|sellers?|marketers?|sdrs?|counterpart|cmo|cro)\b",
    re.IGNORECASE,
)


def asks_for_letter(text: str) -> bool:
    """Whether `text` wants something written to somebody, and not advice on writing."""
    return _WHETHER.match(text) is None and _ASKED.search(text, 0, _OPENING) is not None


def to_counterpart(text: str) -> bool:
    """Whether a letter to somebody in sales or marketing is asked for."""
    return asks_for_letter(text) and _COUNTERPART.search(text, 0, _OPENING) is not None


def has_subject(text: str) -> bool:
    """Whether the letter is one that bears a subject."""
    return _MAIL.search(text, 0, _OPENING) is not None


def invites(text: str) -> bool:
    """Whether the letter asks people to come to something."""
    return asks_for_letter(text) and _INVITES.search(text, 0, _OPENING) is not None


def recipient(text: str) -> str:
    """Return the first name of whom the letter is to, where that is certain; else ""."""
    return _name(_TO, text)


def sender(text: str) -> str:
    """Return the name to sign with, where it was given; else ""."""
    return _name(_FROM, text)


def purpose(text: str) -> str:
    """Return what the letter is about in the person's own words; "" where they don't say."""
    found = _PURPOSE.search(text, 0, _OPENING)
    words = _LEAVE.sub("", found[0].lstrip(": ")).split() if found else []
    return " ".join(words) if 0 < len(words) <= _LONGEST else ""


def _name(rule: re.Pattern[str], text: str) -> str:
    found = rule.search(text, 0, _OPENING)
    return found["name"] if found and found["name"] not in _NO_NAMES else ""
