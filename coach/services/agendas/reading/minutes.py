"""Which of the lengths in a text is the meeting's."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.bounds import ALLOWED, is_allowed
from coach.services.agendas.reading.lengths import Length, lengths_in
from coach.services.agendas.reading.limits import limit_before
from coach.services.agendas.reading.reads import Read
from coach.services.agendas.reading.told import lasts_elsewhere

_NEAR = 48  # characters of the surroundings that are looked at
_HEDGE = (
    r"(?:the |our |your |their |a |an |about |around |roughly |only |under |less than |up to )*"
)
# What stands before a length that is not the meeting's, and after it.
_OTHER_BEFORE = lazy_pattern(
    r"(?:\b(?:within|after|every|each|(?<!ll )(?<!will )(?<!to )(?<!should )(?<!can )last"
    r"|past|first|previous|since|by|per|from|wait(?:s|ed|ing)?"
    r"|spends|spent|promised|guaranteed?|(?:webinar|video|fair|show|tour|training) (?:takes|lasts)"
    r"|(?<!let's )(?<!let’s )(?<!ll )(?<!to )(?<!will )(?<!can )spend"
    r"|los(?:es?|ing|t)|sav(?:es?|ing)|(?<!no )(?<!not )(?:more|longer|less|fewer) than"
    r"|over|once|twice|nach|innerhalb von|après|después de|seit|binnen|entro|inom|dans les|sous"
    r"|depuis|desde hace|w ciągu|dopo|alle|toutes les|cada)\b|(?<!up )(?<!down )\bto\b"
    # What a meeting took before is not what it gets now.
    r"|\b(?:used to (?:take|be|need|run|last|have)(?: for)?|(?:usually|normally) (?:we |it "
    r"|they |this )?(?:takes?|runs?|lasts?|needs?|have)"
    r"|instead of|rather than|(?<!why )not|previous|took|ran(?: for)?|dragged on(?: for)?|sonst"
    r"|statt|anstatt|au lieu d['’e]|en vez de|invece di|in plaats van|zamiast|i stället för"
    r"|(?:last|previous) \w+['’]s|(?:last|previous) (?:time|year|month|week|quarter)(?: it)?"
    r"(?: (?:was|took|lasted|ran))?|down from)"
    r"|\b(?:demos?|calls|average call|deals?|leads?|onboarding|repl(?:y|ies)|answers?|trials?"
    r"|reports?|research|hand-?overs?|quotes?|approvals?) (?:takes?|lasts?)"
    r"|\b(?:does|did) (?:it|this|that|(?:a|the) \w+) take"
    r"|\b(?:reps|sellers|customers|buyers|clients|prospects|visitors|marketers|they)"
    r" (?!have|get|got|want)\w+"
    rf"|\bwait(?:s|ed|ing)? for|\b(?:reps?|sellers?|sales|leads?|marketers?) (?:need|take)s?) ?"
    rf"{_HEDGE}\Z",
    re.IGNORECASE,
)
_MEETS = (
    r"(?:meetings?|sessions?|workshops?|calls?|chats?|sync|talks?|stand-?ups?|off-?sites?|agenda"
    r"|retreat|conversation|get-together|review|clinic|slot|debrief|kick-?off|huddle|besprechung"
    r"|termin|réunion|reunión|taller|atelier)"
)
_OTHER_AFTER = lazy_pattern(
    r"[ -]?(?:late\b|ago\b|earlier|early|before|after|later|old\b|behind|from now|into|too\b|away"
    r"|(?:\w[\w-]* )?(?:tour|video|clip|podcast|pitch)\b|on average|im schnitt|en moyenne"
    r"|is (?:way |far |much )?(?:too|more than)\b|(?:[\w-]+ ){0,2}(?:was|were|ran over|dragged"
    r"|felt)\b"
    r"|delay|each|apiece|meetings\b|calls\b|workshops\b|sessions\b|demos?\b|response|reply|rule"
    r"|video|wait|limit|clock|trial|plan\b"
    r"|cycle|turnaround|window|deadline|reaction|notice\b|lead time|clip|podcast|webinar"
    r"|pitch|presentation|slides"
    rf"|follow-?up(?! {_MEETS})|sla\b(?=[?,;.:]|\Z| (?:is|for|on|we|right|rule|target)\b)"
    r"|(?:of|in) (?:the|a|this|last|each) (?:quarter|week|month|day|year)"
    r"|of (?:delay|admin|reply|response|research|travel|silence|waiting)"
    r"|(?:(?:a|per) )(?:day|week|month|quarter)"
    r"|(?:(?:a|per|each|every) )(?:day|rep\b|person|lead\b|side|deal|quarter|head)"
    # `2 h / week` is a rate, `60 min / quarter planning` tells what it is about.
    r"|/ ?(?:day|week|month|quarter|rep|person|lead|side|deal|head)\b"
    r"(?=\s*(?:\Z|[.,;:!?)\n]|(?:on|for|in|to|with|and|is|are)\b))"
    r"|spät|zu spät|de retard|tarde\b)",
    re.IGNORECASE,
)
_RELATIVE = lazy_pattern(r"[ -]*(?:before|after|between)\b", re.IGNORECASE)
_HAVE = lazy_pattern(
    r"\b(?:have|['’]ve|get|got|have got|only|book|need|reserve|block|haben|avons|tenemos|abbiamo"
    rf"|hebben) {_HEDGE}\Z",
    re.IGNORECASE,
)
_QUICK = lazy_pattern(r"(?:quick|short|fast)\b", re.IGNORECASE)
# `used to take 60, this time 40`: a number alone, where lengths are talked of.
_BARE = lazy_pattern(
    r"\b(?:this time|now|today|instead|make (?:it|that)|do (?:it|this) in|cut (?:it )?(?:down )?to"
    r"|down to|try|rather|better|diesmal|jetzt|cette fois|esta vez|questa volta|dit keer|tym razem"
    r"|den här gången)[ ,:]+(?:(?:please|pls|only|just|in|for|with|to|we have|bitte|nur) )*"
    r"(?P<first>\d{1,3})(?![\w%/:.,-]\w| ?[%€$£])(?=\s*(?:[.,;:!?)]|\Z)|(?: (?:please|max|tops"
    r"|now|instead|will|should|must|has to|on|for|is|are)\b))"
    r"|\b(?:in|to|for|with) (?P<last>\d{1,3}) (?:now|instead|this time|today|diesmal|jetzt)\b"
    r"|\b(?:not|no|nicht|pas|non|n['’]t)\b[^.;!?]{0,24}(?:min\w*|h|hours?),? (?:but|sondern|mais"
    r"|sino|ma)"
    r" (?P<but>\d{1,3})(?=\s*(?:[.,;:!?)]|\Z))"
    r"|[.;,:] (?P<please>\d{1,3}) (?:please|pls|bitte|max|tops)\b",
    re.IGNORECASE,
)
_KEPT_TO = lazy_pattern(
    rf"\b(?:cut|shorten|reduce|trim|keep|limit|hold|bring|squeeze"
    rf"|shrink|extend|stretch|lengthen|prolong|expand|bump)\b"
    r"(?![^.;!?]*\b(?:time|response|reply|answer|cycle|wait|delay|turnaround|deadline)\b)"
    r"(?! (?:the|our|their|a) (?:demos?|webinars?|trials?|trainings?|videos?|tours?) )[^.;!?]{0,36}"
    rf" (?:to|from) {_HEDGE}\Z",
    re.IGNORECASE,
)
_OF_WORK = lazy_pattern(
    r"\b(?:response|reply|replies|answer|reaction|lead|wait(?:ing)?|cycle|turnaround|hand-?over)s?"
    r"(?: times?)?(?: was| were| is| are| has been)? \w+ (?:down )?(?:from|to)\b",
    re.IGNORECASE,
)
_CORRECTED = lazy_pattern(
    r"\b(?:this time|now|instead|make (?:it|that)|do (?:it|this) in|cut (?:it )?(?:down )?to"
    r"|down to|sorry"
    r"|no|wait|i mean|,? (?:only )?got|rather|actually|correction|shorten(?: it)? to|but"
    r"|sondern|diesmal|jetzt|mais"
    r"|sino|ma|maar|lecz|utan)[ ,:]+(?:please |only |just |in )*\Z",
    re.IGNORECASE,
)
_REACTS = lazy_pattern(
    r"\b(?:respon[ds]\w*|repl(?:y|ies|ied)|calls?|called|calling|answer\w*|contact\w*|phone\w*"
    r"|reach\w*|reaction|get back|follow(?:s|ed|ing)? up|touch\w*|convert\w*|go cold)\b"
    r"[^.!?;,\n]*\Z",
    re.IGNORECASE,
)
_IN = lazy_pattern(rf"\b(?:in|inside) {_HEDGE}\Z", re.IGNORECASE)
# `200 leads an hour`, but `takes an hour`.
_RATE = lazy_pattern(
    r"\d+ \w+ \Z|\b(?!(?:takes|lasts|needs|gets|has|is|us|wants|this|plus|it['’]s)\b)"
    r"[a-z]{2,}s \Z|\b(?:once|twice|times) \Z",
    re.IGNORECASE,
)
_HEDGED = lazy_pattern(
    r"\b(?:(?:no|not) (?:more|longer) than|up to|at most|max(?:imum)?\.?|approx(?:imately)?\.?"
    r"|nicht (?:mehr|länger) als|höchstens|maximal|pas plus d[e’']|no más de|non più di|não mais de"
    r"|niet (?:langer|meer) dan|about|around|roughly|under|less than|only|exactly) \Z",
    re.IGNORECASE,
)
_MINUS = lazy_pattern(r"(?:\A|\s)[-−]\Z")
_SINGLE = lazy_pattern(r"an?\b", re.IGNORECASE)
_TOTAL = lazy_pattern(r"\W*(?:in total|altogether|overall|total|all in|insgesamt|en tout)\b", re.I)
_TOTAL_BEFORE = lazy_pattern(
    r"\b(?:total|altogether|overall|whole thing|all in all)\W*(?:of |is |takes )?\Z", re.IGNORECASE
)
_ONCE = lazy_pattern(
    r" (?:this time|instead|for once|diesmal|cette fois|esta vez)\b", re.IGNORECASE
)
_MEETING_AFTER = lazy_pattern(rf"[ -]*(?:long )?(?:[\w-]+ ){{0,3}}?{_MEETS}\b", re.IGNORECASE)
_OPENS = lazy_pattern(r"(?:\A\W*|[.!?;,\n]\s*)\Z")
_MEETING_BEFORE = lazy_pattern(
    rf"\b(?:{_MEETS}|takes?|lasts?|length|duration|dauert|have|we['’]ve got|book|block|need"
    r"|give|max(?:imum)?|at most|for|total|spend|schedule|put)\b"
    r"\W*(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)


def read_minutes(text: str) -> Read[int | None]:
    """Return the meeting's length in minutes, `None` where none is said or none can be had."""
    every = list(lengths_in(text))
    found = [length for length in every if not _is_of_other(text, length)]
    found += _bare(text) if every else ()
    fitting = [length for length in found if _is_allowed(text, length)]
    if not fitting:
        refused = [f"{ALLOWED}: {text[one.start : one.end]} was left out." for one in found[:1]]
        return Read(None, (), tuple(refused))
    # The likeliest stands; of those alike the first.
    best = max(fitting, key=lambda length: _likeness(text, length))
    minutes = int(best.minutes + 0.5)
    before = text[max(0, best.start - _NEAR) : best.start]
    hedge = limit_before(before) or _HEDGED.search(before)
    start = best.start - (len(hedge.group()) if hedge else 0)
    words = " ".join(text[best.start : best.end].split())
    warnings = () if best.least is None else (f"“{words}” was taken as {minutes} minutes.",)
    return Read(minutes, ((start, best.end),), warnings)


def _bare(text: str) -> list[Length]:
    """Return the bare numbers that take the place of a length said before."""
    return [
        Length(float(said[group]), said.start(group), said.end(group))
        for said in _BARE.finditer(text)
        for group in ("first", "last", "but", "please")
        if said[group]
    ]


def _is_allowed(text: str, length: Length) -> bool:
    return is_allowed(length.minutes) and _MINUS.search(text[: length.start][-2:]) is None


def _is_of_other(text: str, length: Length) -> bool:
    """Whether the words around a length say that something else takes so long."""
    before = text[max(0, length.start - _NEAR) : length.start]
    after = text[length.end : length.end + _NEAR]
    if _KEPT_TO.search(before) and not _OF_WORK.search(before):
        return False
    if limit_before(before) is None and _OTHER_BEFORE.search(before):
        return True
    if lasts_elsewhere(text, length.start, length.end):
        return True
    is_ours = _HAVE.search(before) or _QUICK.match(text, length.start)
    if _OTHER_AFTER.match(after) and not (_RELATIVE.match(after) and is_ours):
        return True
    if _IN.search(before) and _REACTS.search(before):
        return True
    is_single = _SINGLE.match(text, length.start) is not None
    return is_single and _RATE.search(before) is not None


def _likeness(text: str, length: Length) -> int:
    before = text[max(0, length.start - _NEAR) : length.start]
    after = text[length.end : length.end + _NEAR]
    likeness = 4 if _TOTAL.match(after) or _TOTAL_BEFORE.search(before) else 0
    likeness += (
        5
        if _CORRECTED.search(before)
        or _KEPT_TO.search(before)
        or _ONCE.match(after)
        or text[length.start : length.end].isdigit()
        else 0
    )
    likeness += 2 if _MEETING_AFTER.match(after) else 0
    likeness += 2 if _MEETING_BEFORE.search(before) else 0
    return likeness + (1 if _OPENS.search(before) else 0)
