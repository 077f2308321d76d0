"""The ways in which a time of day is written, as patterns."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.day_parts import EARLY, LATE
from coach.services.agendas.reading.numerals import NUMBER
from coach.services.agendas.reading.zones import NAMES

# `9-12 am Freitag` says on which day.
AM = (
    r"(?:a\.?m\b\.?(?!(?<= am) (?:[a-zA-Z]+tag\b|mittwoch|\d{1,2}\.\s?\w))"
    rf"|p\.?m\b\.?|(?:{LATE}|{EARLY})\b)"
)
_AT = (
    r"(?:at|@|um|ab|gegen|à|vers|dès|a las?|las|a|alle(?: ore)?|dalle|às|om|o(?: godz(?:inie|\.)?)?"
    r"|klockan|kl\.?|starts?(?: at)?|starting(?: at)?|from|von|de|circa|around"
    r"|about(?= \d{1,2} on\b(?! the (?:call|line))))"
)
_NAMED = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOUR = rf"(?:{_NAMED}|\d{{1,2}})"
# What may follow a bare hour; after anything else the number counts something.
THEN = (
    r"(?=\s*(?:\Z|[,;!?()\n\x1f]|\.(?!\d)|-\s|:\s|(?:sharp|on|for|to|with|w/|in|and|about|my|our"
    r"|next|am (?:[a-z]+tag|mittwoch|\d{1,2}(?=\.))"
    r"|this|every|we|mon|tue|wed|thu|fri|today|tomorrow|tmrw|an?(?= ))\w*\b"
    rf"|{NAMES}|\b[A-Z][a-z]+ time\b))"
)
# After a number of these things it is no time of day, not even beside a day.
NOT_COUNTED = (
    r"(?! ?(?:[%€$£]|(?:min|hour|prozent|procent|per ?cent|percent|euro|dollar|pound|punkte?|point"
    r"|million|tage|jahre|kunden|stunden|personen)\w*\b|(?:k|m|x|mn|eur|usd|gbp|people|ppl"
    r"|pax|folks|of|per|each|or|to|new|more|other|big|small|good|bad|great|hot|cold|warm|open|lost"
    r"|old|key|top|full|half|different|extra|neue[nr]?)\b"
    r"|(?:sales|marketing) (?:[^\W\d_]+s|people|ppl)\b"
    r"|(?!(?:sales|business|process|this|news|status|press|focus|us|pls)\b)[^\W\d_][\w-]*s\b"
    r"(?! (?:mtg|meeting|call|sync|chat|talk|review|workshop|session|catch-?up)\b)))"
)
FORMS: tuple[tuple[str, str], ...] = (
    ("past", r"\b(?!one to one\b)"
             rf"(?:a )?(?P<pw>half|quarter|viertel|kwart|kvart|kwadrans"
             rf"|{NUMBER}(?: min(?:ute)?[ns]?)?)"
             rf" (?P<pd>past|to|till|after|nach|vor|po|över|(?<=kvart )i|(?<=kwart )(?:over|voor))"
             rf" (?P<ph>{_HOUR})\b(?![- ]minutes?|[- ]hours?|[- ]quarters?| (?:days|weeks)"
             rf"|[:.]\d)"),
    ("za", rf"\bza (?P<zw>kwadrans|{NUMBER}) (?P<zh>\d{{1,2}})\b"),
    ("spoken", rf"(?<!\w){_AT} (?P<sh>\d{{1,2}})(?: ?(?:uhr|heures?|h|horas?|ore|uur)\b)?"
               r"(?: (?:(?:et|y|e|i) (?:(?P<s30>demie?|media|mezz[ao]|meia)"
               r"|(?:un |le |um )?(?P<s15>quart|cuarto|quarto)|(?P<sp>\d{1,2}))"
               r"|(?:moins|menos|meno) (?:le |un |um )?(?:(?P<s45>quart|cuarto|quarto)"
               r"|(?P<sm>\d{1,2}))"
               r"|(?P<sb>(?<=res )[0-5]\d))"
               rf"\b(?: ?(?P<sl>{LATE}|{EARLY}))?)(?!\w)"),
    ("half", r"\bhalf (?P<hh>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
             r"(?! hours)"),
    ("halb", r"\b(?:(?:halb|halv|wpół do) (?P<gh>\d{1,2})|half (?P<gu>\d{1,2}) uur)\b"),
    ("ampm", rf"(?<![\w.,:/+-])(?P<ah>(?:{_NAMED}\b(?= ?o['’]?clock| [ap]\.?m| in the)|\d{{1,2}}))"
             r"(?:[:.h](?P<am>[0-5]\d))?(?: ?(?:uhr|heures?|h|horas?|ore|uur|o['’]?clock)\b)?"
             rf" ?(?P<ap>{AM})"),
    ("uhr", r"(?<![\w.,:/])(?P<uh>\d{1,2})(?:[:.](?P<um>[0-5]\d))? ?uhr\b(?: (?P<un>[0-5]\d)\b)?"),
    ("colon", r"(?:(?<=\dT)|(?<![\w.,:/]))(?P<ch>\d{1,2}):(?P<cm>[0-5]\d)(?::[0-5]\d)?"
              r"(?:(?=Z\b)|(?![\w%]|[:.]\d))(?! ?(?:h|hrs?|hours?|std)\b)"),
    ("letter", r"(?<![\w.,:/])(?P<lh>\d{1,2}) ?h(?:(?P<lm>[0-5]\d))?\b"),
    ("clock", rf"\b(?P<oh>{_HOUR}) o['’]?clock\b"),
    ("noon", r"\b(?:noon|midday|midi|mediodía|12 noon|mezzogiorno|meio-dia|w południe)\b"
             r"(?P<nm> et demie?| et quart)?"),
    ("uur", r"\b(?:om|à|vers|às|alle|alle ore|kl|um) (?P<kh>\d{1,2})(?:[:.](?P<km>[0-5]\d))?"
            r" ?(?:uur|heures?|horas?)\b"),
    ("words", rf"\b(?P<wh>{_NAMED})[ -](?P<wm>(?:oh )?five|ten|fifteen|twenty(?:-five)?|thirty"
              r"(?:-five)?|forty(?:-five)?|fifty(?:-five)?)\b(?![ -](?:min|hour|people|percent"
              r"|%|leads))"),
    ("army", r"(?<![\d.,:/€$£-])(?P<rh>[01]\d|2[0-3])(?P<rm>[0-5][05])(?: ?(?:hrs|hours|h|uhr)\b"
             r"|(?<!19\d\d)(?<!20\d\d)(?=\s*(?:[,.;:]|\Z)))"),
    ("dot", rf"(?:(?<!\w){_AT} |@)"
            r"(?P<th>\d{1,2})\.(?P<tm>[0-5]\d)(?!\d|\s*(?:%|hours?|hrs?|k\b|m\b))"),
    ("bare", rf"(?<!\w){_AT} ?(?P<bh>{_HOUR}|0\d|\d{{1,2}}){THEN}"),
    # Only beside a day: `Tuesday 10.30`, at minutes that no date and few prices have; `morgen um
    # 10 kurz reden`; `thurs 930`; `tomorrow 11`.
    ("dotted", r"(?<![\w.,:/€$£+-])(?P<xh>\d{1,2})\.(?P<xm>00|15|[2-5][05])(?![\d%]|\.\d)"
               rf"(?: ?(?:uur|u)\b|{NOT_COUNTED}(?! (?:a|an) ))"),
    ("said", r"(?:(?<=\bat )|(?<=@)|(?<=@ )|(?<=\bum )|(?<=\bab )|(?<= à )|(?<=a las )|(?<=\balle )"
             r"|(?<= às )|(?<=\bom )|(?<=\bkl )|(?<=\bgegen ))(?P<dh>\d{1,2})"
             rf"(?= [^\W\d_])(?! (?:h|hrs?)\b){NOT_COUNTED}"),
    ("joined", r"(?<![\w.,:/€$£+-])(?!(?:19|20)[1-9]\d)(?P<jh>1\d|2[0-3]|[1-9])(?P<jm>00|15|30|45)"
               rf"(?![\w%]|[.,:/-]\d)(?! (?:h|hrs?|[^\W\d_]+ [^\W\d_]+s)\b){NOT_COUNTED}"),
    ("uren", r"(?<![\w.,:/€$£+-])(?P<vh>[89]|1\d|2[0-3]) uur\b"),
    ("alone", rf"(?<![\w.,:/€$£+-])(?P<nh>\d{{1,2}}){THEN}(?! (?:an?|and|today|tomorrow)\b)"),
)  # fmt: skip
ANY = lazy_pattern("|".join(f"(?P<{name}>{form})" for name, form in FORMS), re.IGNORECASE)
