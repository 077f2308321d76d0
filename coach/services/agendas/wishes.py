"""Whether somebody asks for an agenda, or only about agendas and meetings."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.domain.letters import asks_for_letter
from coach.services.agendas.reading.lengths import lengths_in

BEGINNING = 120  # characters in which a text that begins with a length names it
SHORT = 60  # words within which a meeting is asked for in the middle of a text

_POLITE = (
    r"(?:(?:hi|hello|hey)(?: there| accord| coach)?[\s,!.]+)?"
    r"(?:(?:please|pls|plz|now|ok(?:ay)?|so|and|then|just|quick(?:ly)?)[\s,]+)*"
)
_YOU = r"(?:can|could|would|will) (?:you|u) (?:please |pls )?(?:help (?:me|us) (?:to )?)?"
_WISH = (
    rf"(?:{_YOU}|(?:please )?help (?:me|us) (?:to )?"
    r"|(?:i|we)(?: would|['’]d) (?:like|love|need|want)(?: (?:you )?to)? "
    r"|(?:i|we) (?:(?:also|just|urgently|still) )?(?:need|want|have|must)(?: (?:you )?to)? "
    r"|(?:i|we)['’](?:ve|m|re)(?: got| having| looking for| facilitating| running)? "
    r"|let['’]?s |let us |(?:need|want)(?: to)? |looking for )"
)
_BEGINS = rf"\A\W*{_POLITE}"
_NEED = (
    r"(?:(?:i|we)(?: would|['’]d) (?:like|love|need|want) "
    r"|(?:(?:i|we) (?:(?:also|just|urgently|still) )?)?(?:need|want) |looking for )"
)
_SENTENCE = rf"(?:\A\W*|[.!?\n:;,]\s+){_POLITE}"
_WRITE = r"write|give|suggest|send|propose|show|get|sketch|outline"
_MAKE = (
    r"make|draft|build|create|prepare|plan|put together|set up|organi[sz]e|arrange|schedule|book"
    r"|design"
)
_FOR_US = r"(?: (?:me|us|them))?"
_AN = r" (?:an?|the|our|my|one|another|some|next week['’]s|tomorrow['’]s|this) "
# What stands between "a" and "meeting": its length, its kind.
_NAMES = (
    r"(?:(?!(?:for|about|to|of|in|on|what|how|why|who|which|that|if|whether|this|improve|fix)\b)"
    r"[^\s.!?,;:]+ ){0,6}?"
)
_MEETING = (
    r"(?:meeting|mtg|workshop|session|sync|kick-?off|retro(?:spective)?|stand-?up|off-?site"
    r"|get-together|qbr|clinic|debrief|meeting plan)"
)
_ON = (
    r"(?: (?:on|about|for|to|with|re|regarding|between|where|that|in which|so that|next|this"
    r"|tomorrow|today)\b|\W*\Z|[,.:])"
)
_AGENDA = lazy_pattern(
    # "draft an agenda for Monday", "could you suggest an agenda where that's harder"
    rf"{_SENTENCE}(?:{_WISH})?(?:{_WRITE}|{_MAKE}){_FOR_US}{_AN}{_NAMES}(?:agenda|run sheet)\b"
    rf"|{_SENTENCE}(?:{_WISH})(?:an?|the|some) {_NAMES}(?:agenda|run sheet)\b"
    rf"|{_SENTENCE}(?:{_WISH}|{_WRITE}){_FOR_US} ?{_NAMES}(?:agenda|run sheet)\b"
    # "off-site agenda", "thirty-minute agenda for …"
    rf"|{_BEGINS}(?:an? )?(?:(?!(?:has|have|had|the|no|hidden|our|was|is|on|my|your|their"
    r"|political|whose|this|improve|shorten|fix|check)\b)[\w'’-]+ ){0,4}"
    r"agenda(?: idea)?(?: (?:for|of|on|to|about|between|where|please|pls)\b|\W*\Z|[:,])"
    # "…, kickoff agenda please", "60 minutes, any agenda?"
    r"|[.!?,;:]\s+(?:(?!(?:on|the|hidden|no)\b)[\w'’-]+ ){0,3}agenda(?:,? (?:please|pls))?\W*\Z",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:tagesordnung|agenda|ordre du jour|orden del día|ordine del giorno|ordem do dia|porządek"
    r"|gündemi?)"
)
_ABROAD = lazy_pattern(
    rf"\b(?:mach|erstell|schreib|brauch|gib|entwirf|fai|prépar|rédige|donne|haz|prepara|necesit"
    rf"|scriv|crea|suger|faz|maak|maken|przygotuj|hazırla)\w*\b.{{0,60}}\b{_OTHERS}\b"
    rf"|\b{_OTHERS}\b.{{0,60}}\b(?:machen|erstellen|schreiben|maken|hazırla\w*)\b"
    rf"|\A\W*{_OTHERS} (?:für|pour|para|per|voor|na|de|do|di)\b",
    re.IGNORECASE,
)
_ORDERED = lazy_pattern(
    # "plan a meeting with marketing about …", "make me a 30 minute meeting on …"
    rf"{_SENTENCE}(?:{_WISH})?(?:{_MAKE}){_FOR_US}{_AN}{_NAMES}{_MEETING}{_ON}",
    re.IGNORECASE,
)
_TURNED = lazy_pattern(
    # "can you turn that into a 30 min meeting"
    rf"{_SENTENCE}(?:{_WISH})?(?:turn|make|put) (?:that|this|it|these) into {_AN.strip()} {_NAMES}"
    rf"(?:agenda|{_MEETING})\b",
    re.IGNORECASE,
)
_NEEDED = lazy_pattern(
    # "need a 30 min workshop between …", "I want a meeting with sales on …"
    rf"{_BEGINS}{_NEED}(?:an?|one|another) {_NAMES}{_MEETING}{_ON}",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(
    rf"{_BEGINS}(?:(?:on |this |next )?(?:today|tomorrow|\w+day)\b[^,.!?]{{0,20}},? )?"
    rf"(?:{_WISH})?(?:(?:{_WRITE}|{_MAKE}){_FOR_US} )?"
    r"(?:(?:no more than|it should take|only|just|about|around|max(?:imum)?|up to|the next|an?|our"
    r"|weekly|monthly|quick|short|joint|fortnightly) )*\Z",
    re.IGNORECASE,
)
_NAMED_BEFORE = lazy_pattern(
    rf"{_BEGINS}(?:an? )?(?:[\w&'’/-]+ ){{0,5}}?{_MEETING}[\s,:–-]+(?:for |of )?\Z", re.IGNORECASE
)
_AFTER = lazy_pattern(
    r"\A[-\s,:]*(?:(?:tops|max|only|long|every \w+|on \w+day|with [^.!?]{3,60}?),? )*"
    rf"(?:to [a-z]{{2,}}|(?:[\w&-]+ ){{0,3}}?{_MEETING}{_ON}"
    r"|(?:on|about|re|regarding) [a-z]|for (?:the|our|a|an|us|briefing|planning)\b"
    r"|(?!(?:into|late|later|ago|is|was|are|every|per|a|an|of|before|after|too|and|or|in|we|i|he"
    r"|she|they|no|not|with|have|has|had)\b)(?:[\w&'’-]+ ?){1,4}(?:[,.:]|\Z))",
    re.IGNORECASE,
)
# A question about meetings, or a story of one: it is answered, not turned into a meeting.
_ASKS = lazy_pattern(
    r"\A\W*(?:(?:hi|hello|hey|and|so|but|ok(?:ay)?)[\s,!]+)*(?:what|how|why|who|whose|when|where"
    r"|which|is|are|was|were|does|did|do|should|shall|has|have (?:we|you|they)|may|any (?:tips"
    r"|advice|ideas?)|tell me (?:how|why|what)|explain|can (?!you\b|u\b)|could (?!you\b|u\b)|whats"
    r"|hows)\b",
    re.IGNORECASE,
)
_ASKS_LAST = lazy_pattern(
    r"(?:[.!?,;\n]\s*|\b(?:and|but|so) )(?:what|how|why|who|when|which|is it|is that|should"
    r"|do (?:i|we)|does|can (?:i|we)|am i)\b[^.!?\n]*\?*\s*\Z",
    re.IGNORECASE,
)
_ASKS_ADVICE = lazy_pattern(
    r"\b(?:(?:what|how|where) (?:do|should|can|could|would) (?:i|we|you)\b|is (?:it|that|this)\b"
    r"|enough|(?:should|can|am|do) i\b|any (?:tips|advice|ideas))[^.!\n]*\Z",
    re.IGNORECASE,
)
_TELLS = lazy_pattern(
    r"\b(?:was|were|takes|took|lasts|lasted|runs|ran|turned|went|always|useless|awful|too (?:long"
    r"|short)|enough|refus\w+|waste\w*)\b",
    re.IGNORECASE,
)


def wants_agenda(text: str) -> bool:
    """Whether `text` asks for a meeting's agenda, by plain words alone."""
    if _ABROAD.search(text):
        return True
    if _ASKS.match(text):
        return False
    if _AGENDA.search(text) or _TURNED.search(text):
        return True
    if asks_for_letter(text):
        return False
    if _ASKS_ADVICE.search(text) is None and _TELLS.search(text) is None and _gives_length(text):
        return True
    if _ASKS_LAST.search(text):
        return False
    short = len(text.split()) <= SHORT
    return bool(_NEEDED.match(text) or (short and _ORDERED.search(text)))


def _gives_length(text: str) -> bool:
    """Whether `text` is like "45 min to agree what a qualified lead is", or names its length."""
    first = next(lengths_in(text[:BEGINNING]), None)
    if first is None:
        return False
    before, after = text[: first.start], text[first.end :]
    if _NAMED_BEFORE.match(before):
        return True
    return _BEFORE.match(before) is not None and _AFTER.match(after) is not None
