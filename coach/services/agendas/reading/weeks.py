"""Days counted in weeks: `a week tomorrow`, `Monday in two weeks`, `the second Friday of May`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import (
    FROM_TODAY,
    MONTH,
    MONTHS,
    RELATIVE,
    WEEKDAY,
    WEEKDAYS,
)
from coach.services.agendas.reading.numerals import NUMBER, value_of

NEXT = (
    r"(?:next|this coming|coming|nächste[nrms]?|kommende[nrms]?|próxim[oa]|prochain|prossim[oa]"
    r"|que vem|volgende|aanstaande|następn[yąa]|przyszł[yąa]|nästa|que viene)"
)
IS_NEXT = lazy_pattern(rf"\b{NEXT}\b", re.IGNORECASE)
NEXT_WEEK = (
    r"(?:(?:the )?week after next|next week|nächste[rn]? woche|kommende[rn]? woche"
    r"|la semaine prochaine|semaine prochaine|(?:de )?la (?:próxima semana|semana que viene)"
    r"|(?:la )?(?:prossima settimana|settimana prossima)|(?:da )?(?:próxima semana|semana que vem)"
    r"|volgende week|w przyszłym tygodniu|nästa vecka)"
)
_UNITS = (
    (7, r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|tygodni[ea]?|tydzień|veck(?:a|or)"),
    (14, r"fortnights?|quinzaines?|quinzena"),
    (1, r"(?:working |business )?days?|tage?n?|jours?|días?|giorn[oi]|dias?|dagen|dni|dagar"),
    (0, r"months?|monate?n?|mois|mes(?:es)?|mes[ei]|meses|maanden?|miesiąc[ea]?|månad(?:er)?"),
)
_UNIT = "|".join(words for _, words in _UNITS)
_IN = r"(?:in|dans|en|dentro de|fra|tra|em|daqui a|over|za|om)"
_BASE = rf"(?:(?P<ab>{WEEKDAY}|{RELATIVE}|now))"
AHEAD_FORM = (
    # `Monday in two weeks`, `in a fortnight on Monday`, `in three days`
    rf"(?:\b(?P<aw>{WEEKDAY}),? )?\b(?:{_IN} |(?<=day )(?=(?:a|1) week from now))(?P<an>{NUMBER}|a)"
    rf" (?P<au>{_UNIT})(?: time|['’] time| from now)?\b"
    rf"(?:,? (?:on |am )?(?P<ax>{WEEKDAY})\b)?"
    # `two weeks from today`, `a week on Tuesday`, `a week tomorrow`
    rf"|(?<!every )(?<!each )\b(?P<bn>{NUMBER}|a) (?P<bu>{_UNIT})"
    r"(?: (?:from|on|after|ab|à partir de)|(?<=week)|(?<=weeks)|(?<=fortnight))"
    rf" {_BASE}\b(?:,? (?:on )?(?P<bx>{WEEKDAY})\b)?"
    rf"|\b(?P<ew>{WEEKDAY}) after next\b"
    # `Monday week`, `today fortnight`, `heute in einer Woche`, `lundi en huit`
    rf"|\b(?P<cw>{WEEKDAY}|today|tomorrow) (?:(?P<c1>week)|(?P<c2>fortnight)|en (?:huit|8))\b"
    rf"|\b(?P<dw>{RELATIVE}) in (?P<dn>{NUMBER}) (?P<du>{_UNIT})\b"
)
_ORDINALS = (
    r"first|1st|1\.|erste[rnm]?|premier|première|primer[oa]?|prim[oa]|primeir[oa]|eerste|pierwsz\w+"
    r"|första|1er",
    r"second|2nd|2\.|zweite[rnm]?|deuxième|second[ao]|segund[oa]|tweede|drug\w+|andra",
    r"third|3rd|3\.|dritte[rnm]?|troisième|tercer[oa]?|terz[oa]|terceir[oa]|derde|trzeci\w*|tredje",
    r"fourth|4th|4\.|vierte[rnm]?|quatrième|cuart[oa]|quart[oa]|vierde|czwart\w+|fjärde",
    r"fifth|5th|5\.|fünfte[rnm]?",
    r"last|letzte[rnm]?|derni(?:er|ère)|último|última|ultim[oa]|laatste|ostatni\w*|sista",
)
_LAST = 5
_NTH = "|".join(f"(?P<n{which}>{words})" for which, words in enumerate(_ORDINALS))
NTH_FORM = (
    rf"(?<!\w)(?:(?:the|der|den|am|le|el|il|o|de) )?(?:{_NTH}"
    rf") (?P<nw>{WEEKDAY}),? (?:(?:of|in|im|de|di|del mese di|van|w|i|du|des|em)(?: the)? )?"
    rf"(?:(?P<nmonth>{MONTH})\b(?:,? (?:de )?(?P<nyear>20\d\d))?"
    r"|(?P<nn>next month|nächsten monats?|mois prochain|próximo mes)"
    r"|(?P<ne>(?:every |each |this |a |der |le )?(?:month|monats?|mois|mes)|new year)\b)"
)  # fmt: skip
_EDGES = (
    r"(?P<gl>last|letzte[nrm]?|dernier|último|ultimo|laatste|ostatni\w*|sista)"
    r"|first|erste[nrm]?|premier|primer|primo|primeiro|eerste|pierwsz\w+|första"
)
EDGE_FORM = (
    rf"\b(?:(?:the|am|der|le|el|il|o|de|l['’]) ?)?(?:{_EDGES})(?P<gw> (?:working|business|work))?"
    r" (?:(?:day|tag|jour|día|giorno|dia|dag|dzień|dnia|dagen)|(?P<gv>arbeitstag|werktag|werkdag))"
    r"(?P<gx> (?:ouvré|ouvrable|laborable|hábil|lavorativo|útil))?"
    r" (?:(?:of|in|im|des|de|du|del|di|do|van|w|i|d['’])(?: (?:the|this|diesem|ce|este|questo"
    r"|deze))* ?)?"
    rf"(?:(?P<gm>{MONTH})\b|(?P<gn>next month|nächsten monats?|(?:le )?mois prochain|próximo mes"
    r"|mes que viene|prossimo mese|próximo mês|volgende maand)|(?:month|monats?|mois|mese?|mês"
    r"|maand|månad\w*)\b)"
)


def edge_of(found: re.Match[str], today: date) -> date:
    """Return the first or last (working) day that `EDGE_FORM` found, of a month not over yet."""
    first = today.replace(day=1)
    if found["gn"]:
        first = (first + timedelta(32)).replace(day=1)
    elif found["gm"]:
        first = first.replace(month=MONTHS[found["gm"].lower()])
        if first.month < today.month:
            first = first.replace(year=first.year + 1)
    if found["gl"]:
        day, step = first.replace(day=monthrange(first.year, first.month)[1]), -1
    else:
        # The first of this month is over.
        day, step = first if first >= today else (first + timedelta(32)).replace(day=1), 1
    while (found["gw"] or found["gv"] or found["gx"]) and day.weekday() >= 5:
        day += timedelta(step)
    return day


def ahead_of(found: re.Match[str], today: date) -> date:
    """Return the day that `AHEAD_FORM` found."""
    if found["an"]:
        # `Monday in a week` is a week after Monday; `in a week on Monday` is of that week.
        if found["aw"]:
            return _later(_base(found["aw"], today), found["an"], found["au"])
        day = _later(today, found["an"], found["au"])
        return day if found["ax"] is None else _of_week(day, found["ax"])
    if found["ew"]:
        return _base(found["ew"], today) + timedelta(7)
    if found["bn"]:
        day = _later(_base(found["ab"], today), found["bn"], found["bu"])
        return day if found["bx"] is None else _of_week(day, found["bx"])
    if found["dw"]:
        return _later(_base(found["dw"], today), found["dn"], found["du"])
    return _base(found["cw"], today) + timedelta(14 if found["c2"] else 7)


def nth_of(found: re.Match[str], today: date) -> date:
    """Return the day that `NTH_FORM` found; of a month without a year the next such one."""
    which = next(n for n in range(_LAST + 1) if found[f"n{n}"])
    weekday = WEEKDAYS[found["nw"].lower()]
    if found["nmonth"]:
        month = MONTHS[found["nmonth"].lower()]
        first = date(int(found["nyear"] or today.year), month, 1)
        day = _nth(first, which, weekday)
        return (
            day
            if found["nyear"] or day >= today
            else _nth(date(first.year + 1, month, 1), which, weekday)
        )
    first = today.replace(day=1)
    if found["nn"]:
        return _nth((first + timedelta(32)).replace(day=1), which, weekday)
    if found["ne"].lower() == "new year":
        return _nth(date(today.year + 1, 1, 1), which, weekday)
    day = _nth(first, which, weekday)
    return day if day >= today else _nth((first + timedelta(32)).replace(day=1), which, weekday)


def _nth(first: date, which: int, weekday: int) -> date:
    """Return the so-manieth weekday of a month; raise `ValueError` where it has no fifth."""
    if which == _LAST:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * which)
    if day.month != first.month:
        raise ValueError(f"{first:%B %Y} has no such day")
    return day


def _base(words: str, today: date) -> date:
    words = " ".join(words.lower().split())
    if words in WEEKDAYS:
        return today + timedelta((WEEKDAYS[words] - today.weekday()) % 7 or 7)
    return today + timedelta(FROM_TODAY.get(words, 0))


def _later(day: date, many: str, unit: str) -> date:
    days = next(days for days, words in _UNITS if re.fullmatch(words, unit, re.IGNORECASE))
    if days:
        return day + timedelta(value_of(many) * days)
    months = day.month - 1 + int(value_of(many))
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _of_week(day: date, weekday: str) -> date:
    """Return that weekday of the week in which `day` is."""
    return day + timedelta(WEEKDAYS[weekday.lower()] - day.weekday())
