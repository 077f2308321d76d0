"""What a person says about a letter they want: to whom, from whom, what about."""

from __future__ import annotations

import re

from coach.domain.letters import LETTER, OPENING, asks_for_letter

# A name stands where only a person can stand; what else is written large is not one.
_NAME = r"(?P<name>[A-Z][a-zà-ÿ]{1,20})(?: [A-Z][a-zà-ÿ'-]{1,20})?"
_TO = re.compile(
    rf"(?i:\b(?:{LETTER}|write|draft|send|it|apology)\s+(?:[\w'-]+\s+){{0,4}}?(?:to|for)\s+"
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


def has_subject(text: str) -> bool:
    """Whether the letter is one that bears a subject."""
    return _MAIL.search(text, 0, OPENING) is not None


def invites(text: str) -> bool:
    """Whether the letter asks people to come to something."""
    return asks_for_letter(text) and _INVITES.search(text, 0, OPENING) is not None


def recipient(text: str) -> str:
    """Return the first name of whom the letter is to, where that is certain; else ""."""
    return _name(_TO, text)


def sender(text: str) -> str:
    """Return the name to sign with, where it was given; else ""."""
    return _name(_FROM, text)


def purpose(text: str) -> str:
    """Return what the letter is about in the person's own words; "" where they don't say."""
    found = _PURPOSE.search(text, 0, OPENING)
    words = _LEAVE.sub("", found[0].lstrip(": ")).split() if found else []
    return " ".join(words) if 0 < len(words) <= _LONGEST else ""


def _name(rule: re.Pattern[str], text: str) -> str:
    found = rule.search(text, 0, OPENING)
    return found["name"] if found and found["name"] not in _NO_NAMES else ""
