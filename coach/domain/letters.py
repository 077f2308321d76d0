"""Whether a person wants a letter written, and not advice on writing one."""

from __future__ import annotations

import re

LETTER = r"(?:e-?mail|mail|message|note|letter|dm|text|invitation|invite|reply|apology)"
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
    rf"\b{_WRITE}\b.{{0,30}}\b(?:an?|the|this|one|me|us|my|our|some)\s+(?:[\w'-]+\s+){{0,5}}?{LETTER}\b"
    rf"|^\W*(?:an?\s+)?(?:short\s+|quick\s+|slack\s+)*{LETTER}\s+(?:to|for|inviting|asking|that"
    r"|telling|saying|about|from)\b"
    rf"|\b(?:write|send)\b.{{0,40}}\b{LETTER}\b"
    rf"|\b{LETTER}\b.*\b(?:word|phrase|formulate|write) (?:it|this|that)\b"
    r"|^\W*(?:please |can you |could you |help me )*"
    r"(?:write to|(?:e-?mail|message) (?:the|my|our))\b",
    re.IGNORECASE,
)
_COUNTERPART = re.compile(
    r"\bto\s+(?:[\w'-]+\s+){0,4}?(?:sales|marketing|reps?|sellers?|marketers?|sdrs?|counterpart|cmo|cro)\b",
    re.IGNORECASE,
)
OPENING = 600  # characters in which a person says what they want written


def asks_for_letter(text: str) -> bool:
    """Whether `text` wants something written to somebody, and not advice on writing."""
    return _WHETHER.match(text) is None and _ASKED.search(text, 0, OPENING) is not None


def to_counterpart(text: str) -> bool:
    """Whether a letter to somebody in sales or marketing is asked for."""
    return asks_for_letter(text) and _COUNTERPART.search(text, 0, OPENING) is not None
