"""Which day without a time is one to meet on, and which only tells of something else."""

from __future__ import annotations

import re
from datetime import date

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH
from coach.services.agendas.reading.days import Day
from coach.services.agendas.reading.reads import GAP
from coach.services.agendas.reading.told import is_of_others

_NEAR = 64
# A day opens what it is the day of: `Next Tuesday, agree who owns distributors`.
_OPENS = lazy_pattern(
    rf"(?:\A|[.!?;:,\n(–{GAP}]|- )[\s{GAP}]*(?:(?:(?:please|pls|ok|hi|so|and|date|day|when|it['’]s"
    r"|for|on|(?:at |in )?(?:some|any) ?(?:time|point|moment)(?: (?:during|in))?"
    r"|whenever(?: (?:suits|works|you (?:like|can)))?"
    r"|in the course of|during|let['’]?s (?:say|do|try|take)|(?:can|could|shall) we (?:do|say|try"
    r"|meet)|irgendwann|im laufe des|dans la journée du?"
    r"|(?:en (?:algún|cualquier)|in (?:qualsiasi|un)|(?:em|a) (?:algum|qualquer)|à (?:un"
    r"|tout)) moment[oe]?(?: del?| di| do| da)?|ergens|kiedyś|någon gång|(?:(?:we|everyone"
    r"|everybody|all)(?:['’]re| are| is)? )?(?:all )?(?:free|flexible)|some day"
    r"|à n['’]importe quelle heure|earliest|preferably|ideally|best|maybe|perhaps|say|how about"
    r"|what about|am|le|el"
    r"|il|em|na|no|op|w|we|på|den|der|this|coming|due|early|late|datum|fecha"
    r"|data|meet|meeting|workshop|session|call|sync|every|each|jeden|chaque|cada)[ :]+)*)\Z",
    re.IGNORECASE,
)
_MEETS = lazy_pattern(
    r"\b(?:meet|meeting|sit down|get together|session|workshop|call|talk|chat|sync|treffen"
    r"|besprechung|termin|réunion|réunir|reunión|reunirnos|riunione|incontro|reunião|vergadering"
    r"|overleg|spotkanie|möte|agenda|book|schedule|slot|catch up|see each other|together|off-?site"
    r"|\d+ ?(?:min\w*|h|hrs?|hours?|stunden?|heures?|horas?)|hour|with|mit|avec|con"
    r"|half[- ]?day|half a day|(?:all|whole|full|entire)[- ]day"
    r"|kick-?off|debrief|review|retro\w*|planning|lunch|plan|need|have|want|discuss)\b",
    re.IGNORECASE,
)
# Words of something that happens that day, be it past or planned.
_HAPPENS = lazy_pattern(
    r"\b(?:goes? (?:live|out)|meets|launch\w*|starts?|began|begins?|opens?|rises?|rose|falls?"
    r"|came|comes?"
    r"|sent|leads from|contacts from|since|until|by|before|after|due|deadline|expires?|ends?|ended"
    r"|closes?|closed|is over|was|were|had|happened|failed|broke|arrives?|renew\w*|fair (?:is|on)"
    r"|takes? (?:place|effect)|effective|released?|publish\w*|valid|from)\b[^.!?;\n]*\Z",
    re.IGNORECASE,
)
_OF_OTHER = lazy_pattern(
    r"\b(?:the|our|your|their|its|last|all|of|from|and|every|each) \Z", re.IGNORECASE
)
_DAY_ENDS = lazy_pattern(
    rf"s?\s*(?:\Z|[,.;:!?)\n–{GAP}-]|(?:with|to|for|about|on|in|at|and|or|we|i|morning|afternoon"
    r"|evening|[ap]m|next|please|pls|re|mit|avec|con|com|met|z|med|met|over|sur|sobre|über|zu[rm]?|su|om"
    r"|para|pour|per|für|voor|för|dla|het|the|our|this|let['’]?s|who|how|what|where|why|zum|thema|with|instead|if|\d+|works"
    r"|(?:all|whole|full|entire|half)[- ](?:a )?day|(?:the )?(?:whole|entire) day|ganztägig"
    r"|suits|fits|would (?:be|work|suit|fit|do)|could work"
    r"|is (?:fine|good|ok(?:ay)?|best|perfect|possible|free|ideal|better|great)|passt|convient"
    r"|me va bien|va bene)\b)",
    re.IGNORECASE,
)
_IS_EVENT = lazy_pattern(
    r"\s*(?:launch|fair|deadline|newsletter|campaign|webinar|release|event|figures|numbers|leads"
    r"|mailing|(?:we|they|it) (?:launch|start|open|go|ship|publish|close|move|raise)"
    r"|is (?:the|our|a)|was\b|were\b)",
    re.IGNORECASE,
)
# Who says that the time is still to come means a meeting.
_TIME_LATER = lazy_pattern(
    r"[\s,;:.(–-]*(?:but )?(?:(?:i|we)(?:['’]ll| will) (?:send|give|tell|share|confirm|add|let)"
    r"[^.!?\n]{0,16} time\b(?: later| soon| then)?|(?:(?:the|exact|start|its) )*(?:time|hour) "
    r"(?:(?:is|still|yet|not|to|be|will) )*(?:tb[acd]|open|later|follows?|unknown|confirm(?:ed)?"
    r"|agreed?|fixed|set|decided?|come)\b|no (?:exact )?time (?:yet|set|so far)"
    r"|uhrzeit (?:noch )?(?:folgt|offen|später|unklar)"
    r"|heure à (?:confirmer|définir|fixer|préciser)|hora (?:por|a) (?:confirmar|definir)"
    r"|ora da (?:confermare|definire)|tijd (?:volgt|nog))\)?",
    re.IGNORECASE,
)
# `21 Jan, 18 Feb and 18 March` are dates of something else.
_OF_SEVERAL = lazy_pattern(
    rf",? (?:(?:and|or|und|et|y) )?\d{{1,2}}\.? (?:of )?{MONTH}\b", re.IGNORECASE
)


def is_to_meet(text: str, day: Day, today: date) -> bool:
    """Whether a day without a time is the meeting's; `today` rather tells of how things are."""
    if day.date < today or (day.date == today and not day.of_week):
        return False
    if day.owns:
        return True
    before = text[max(0, day.start - _NEAR) : day.start]
    if _IS_EVENT.match(text, day.end) or _OF_SEVERAL.match(text, day.end):
        return False
    if _TIME_LATER.match(text, day.end):
        return True
    if _OPENS.search(before):
        # `2027-01-20 account planning`: no event is called by its figures.
        if not any(letter.isalpha() for letter in text[day.start : day.end]):
            return True
        return _DAY_ENDS.match(text, day.end) is not None
    if is_of_others(text, day.start, day.end):
        return False
    if _OF_OTHER.search(before) or not _DAY_ENDS.match(text, day.end):
        return False
    clause = re.split(r"[.!?;\n]", before)[-1]
    if _HAPPENS.search(clause) and not _is_asked_apart(clause):
        return False
    is_relative = not any(letter.isdigit() for letter in text[day.start : day.end])
    return day.of_week or is_relative or _MEETS.search(clause) is not None


def _is_asked_apart(clause: str) -> bool:
    """Whether words set off by a comma ask to meet: `leads come in late, 20 minutes tomorrow`."""
    asked = clause.rpartition(",")[2]
    return _MEETS.search(asked) is not None and _HAPPENS.search(asked) is None


def end_of_later(text: str, end: int) -> int:
    """Return where the words end that put off the time of a day that ends at `end`."""
    found = _TIME_LATER.match(text, end)
    return end if found is None else found.end()
