"""Lengths of time in a plain text, as people say them in English and eight other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.numerals import DIGITS, NUMBER, value_of

_HOUR = (
    r"(?:hours?|hrs?|h|stunden?|stündchen|std\.?|heures?|horas?|horita|ore|ora|oretta|uur|uren"
    r"|uurtjes?|godzin(?:[aęy]|ka|kę)?|godz\.?|timm(?:e|ar|en)|tim\.?)"
)
_MINUTE = r"(?:minutes?|mins?|minuten?|minutos?|minuti|minuut|minuutjes?|minut(?:[aęy]|er)?|min|mn)"
_ARTICLE = r"(?:(?:an?|one|1|eine[rnm]?|une?|una?|uma?|een|en|ett|a good|une bonne|a short)[ -])?"
_GOOD = (
    r"(?:(?:good|full|short|solid|whole|bonnes?|petites?|guten?|knappen?|vollen?|kleinen?|buenas?)"
    r" )?"
)
_PLUS = r"(?:,? (?:and|und|et|y|e|en|i|och|og|&|plus|con|['’]?n['’]?) |-and-)"
_AND = rf"(?:{_PLUS}|, | )"
# A bare number after hours: minutes that people round to, and nothing that is counted.
_ROUND = (
    r"(?:[0-5][05]|ten|fifteen|(?:twenty|thirty|forty|fifty)(?:-five)?)(?!\w|[.,:]\d|\s*%"
    r"|\s+(?:people|ppl|of us|attendees|participants|leads|reps|persons?|personen|personnes"
    r"|personas|persone|pessoas)\b)"
)
# Parts of an hour, each alone or after whole hours.
_THREE = (
    r"(?:(?:three|3|trois|tres|três|tre|drei|drie|trzy)[- ]?(?:quarters?|quarts|cuartos|quartos"
    r"|quarti|kwartier|kwadranse|viertel|kvart(?:ar)?)|3/4|¾)"
)
_QUARTER = (
    rf"(?:{_ARTICLE}(?:quarter|quart|cuarto|quarto|kwartier(?:tje)?|kwadrans|kvart|viertel)|1/4|¼)"
)
_HALF = rf"(?:{_ARTICLE}(?:half|demie?|media|mezz[ao]|meia|halve|hal[bv]e?|pół)|1/2|½)"
_PART = rf"(?:(?P<{{0}}3>{_THREE})|(?P<{{0}}2>{_HALF})|(?P<{{0}}1>{_QUARTER}))"
_OF = r"(?: of an?|[- ]an?| d['’e]| di| de|-)?[ -]?"
_ONE_HOUR = r"(?:hour|hr|stunde|heure|hora|ora|uur(?:tje)?|godzin[yęa]|timme)"
_SPOKEN: tuple[tuple[str, int], ...] = (
    (rf"{_ARTICLE}(?:{_THREE}{_OF}{_ONE_HOUR}|drie kwartier|trzy kwadranse|tre ?kvart|3 kwartier"
     r"|drei ?viertel ?stunde)", 45),
    (rf"{_ARTICLE}(?:{_QUARTER}{_OF}{_ONE_HOUR}|kwartier(?:tje)?|kwadrans|kvart\b(?! (?:över|i)\b)"
     r"|viertel ?(?:stunde|stündchen)|viertelstündig\w*)", 15),
    (rf"{_ARTICLE}(?:(?:half|½)[- ](?:an?[- ])?(?:hour|hr)|halbe[ns]? stunde|halbe[s]? stündchen"
     r"|demi[- ]heure|media hora|mezz['’]?ora|mezza ora|mezzoretta|meia hora|half ?uur(?:tje)?"
     r"|pół godziny|halv ?timme|halvtimmes\w*|halbstündig\w*)", 30),
    (rf"{_ARTICLE}(?:(?:half|½)[- ](?:a[- ])?(?:working )?day|halbe[rns]? tag|halbtägig\w*"
     r"|demi[- ]journée|medio día|media jornada|mezza giornata|meio dia de trabalho|halve dag"
     r"|halv ?dag\w*|pół dnia)", 240),
    (rf"{_ARTICLE}(?:(?:full|whole|entire|working)[- ](?:working )?day|day[- ]long|ganze[rn]? tag"
     r"|ganztägig\w*|journée (?:entière|complète)|toute la journée|día (?:completo|entero)"
     r"|jornada completa|giornata intera|intera giornata|dia inteiro|hele dag|hel ?dag\w*"
     r"|cały dzień)", 480),
    (r"(?:the |an? )?(?:whole|full|entire|complete) (?:morning|afternoon)"
     r"|ganze[rn]? (?:vor|nach)mittag", 240),
    (r"(?:uurtje|stündchen|oretta|godzin(?:a|ę|ka|kę))", 60),
    (r"(?:all[- ]day(?: long)?|une journée|un día entero|einen tag)", 480),
)  # fmt: skip
# `a day` is a length only where a meeting fills it.
_DAY_BEFORE = r"(?:\A\W*|[.!?\n]\s*|\b(?:for|takes?|need|have|book|block|plan|want|spend) )"
_DAY_AFTER = r"(?= (?:to|on|for|with|workshop|off-?site|session|meeting|together|of planning)\b)"
# `between one and two hours`: the longer one counts.
_BETWEEN = (
    r"(?:(?:somewhere|something|anything|anywhere) )?(?:between|zwischen|entre|tussen|tra|mellan)"
)
_ALSO = r"(?:and|und|et|y|e|en|och)"
_UP_TO = r"(?:to|or|bis|à|oder|ou|o|a|tot|of|till|do|eller)"
# `a quick 15 on pricing`: a number that nothing is counted by.
_QUICK = (
    r"\b(?:quick|short|fast|speedy) (?P<qk>[1-9]\d)(?=\s*(?:\Z|[,.](?!\d)|[;:!?)\n–|]|- "
    r"|(?:on|about|re|regarding|with|w|for|over|tomorrow|today|tonight|this|next|before|please|pls"
    r"|to(?! \d))\b))"
)
LABEL = r"(?:length|duration|dur\.?|dauer|durée|duración|durata|duração|duur|längd) ?[:=–-]? ?"
_FORMS: tuple[tuple[str, str], ...] = (
    # The longest first: `an hour and three quarters` begins with an hour.
    ("more", rf"(?:(?P<mh>{NUMBER})[ -]?|\b){_HOUR}(?:{_AND}|-)" + _PART.format("m")
             + rf"(?:{_OF}{_ONE_HOUR})?(?!\w| {_MINUTE}\b| of (?:the|our|all)\b)"),
    ("times", rf"(?:\b(?P<x2>twice|zweimal) |(?P<xn>{NUMBER}) ?(?:[x×*] ?(?=\d)|(?:x|times|mal"
              rf"|fois|veces"
              r"|volte|vezes|keer|razy|(?:blocks|sessions|rounds|slots|parts|halves) of) ))"
              rf"(?P<xm>{NUMBER})[ -]?(?:(?P<xh>{_HOUR})|{_MINUTE})\b"),
    ("part", rf"(?P<ph>{NUMBER}){_PLUS}" + _PART.format("p") + rf"[ -]{_HOUR}\b"),
    *((f"s{which}", rf"(?<![\w/])(?:{words})\b") for which, (words, _) in enumerate(_SPOKEN)),
    ("kwartier", rf"(?P<kw>{NUMBER}) (?:kwartier|kwadranse|viertelstunden|kvartar?)\b"),
    ("label", r"\b(?:(?:length|duration|dauer|timebox) (?=\d)|(?:length|duration|dur\.?|minutes"
              r"|time"
              r"(?: needed| ?box)?|slot|how long|dauer|durée|duración|durata|duração|duur|czas"
              r"|längd)"
              r"(?: \((?:in )?min\w*\))?\s?[:=–-])\s?(?P<bare>\d{1,4})"
              rf"(?!\s?{_HOUR}\b|[:.,h]?\d)(?!\s?[ap]\.?m)(?:\s?{_MINUTE}\b)?"),
    ("labelled", rf"\b{LABEL}(?P<lch>\d{{1,2}})[:.](?P<lcm>[0-5]\d)(?!\d)(?: ?{_HOUR}\b)?"),
    ("hour", r"\b(?:(?:bi-?weekly|fortnightly|weekly|monthly|usual|full|quick|whole|good|short"
             r"|solid)"
             r" hour|hour[ -]long|hourlong)\b"),
    ("colon", rf"\b(?P<ch>\d{{1,2}})[:.](?!(?<=\.)(?:25|50"
              rf"|75))(?P<cm>[0-5]\d)[ -]?{_HOUR}(?![\w:])"),
    ("both", rf"(?P<bh>{NUMBER})[ -]?{_HOUR}(?:{_AND}|-)?(?:(?P<bm>{NUMBER})[ -]?"
             rf"(?:{_MINUTE}|m|['’])(?!\w)|(?P<br>(?<=\dh)[0-5]\d\b|{_ROUND}))"),
    ("quick", _QUICK),
    ("range", rf"(?P<bt>\b{_BETWEEN} )?(?P<lo>{NUMBER}) ?(?:(?P<lm>{_MINUTE})|(?P<lh>{_HOUR}))?"
              rf"(?(bt) {_ALSO} |(?: ?[-–/] ?(?=\d)| {_UP_TO} ))"
              rf"(?P<hi>{NUMBER})[ -]?(?:(?P<rm>{_MINUTE})|(?P<rh>{_HOUR}))\b"
              rf"(?!{_PLUS}{_ARTICLE}(?:half|quarter|demie|media))"),
    ("hours", rf"(?P<h>{NUMBER})[ -]?{_GOOD}"
              rf"(?:{_HOUR}\b(?:[ -]long\b)?|-?stündig\w*|-?timmars\w*)"),
    ("minutes", rf"(?P<m>{NUMBER})(?:[ -]odd)?[ -]?{_GOOD}(?:(?:{_MINUTE}|-?minütig\w*"
                rf"|-?minuters\w*)\b(?:[ -]long\b)?)"),
    ("prime", rf"(?P<p>{DIGITS}) ?['’′](?![\w'])"),
    ("letter", r"(?<![\w€$£.,:/])(?P<l>\d{2,3})m\b"),
    ("days", rf"(?P<d>{NUMBER})[- ]days?[- ](?:meeting|workshop|off-?site|session|retreat)\b"),
    ("day", rf"(?:(?<=[^\w])|\A)(?:a|one|1)[- ]day\b{_DAY_AFTER}"),
)  # fmt: skip
_ANY = lazy_pattern("|".join(f"(?P<{name}>{form})" for name, form in _FORMS), re.IGNORECASE)
_JOINT = lazy_pattern(rf" ?[-–/] ?| {_UP_TO} |(?P<both> {_ALSO} )", re.IGNORECASE)
_FROM = lazy_pattern(rf"\b{_BETWEEN} \Z", re.IGNORECASE)
_FILLS_A_DAY = lazy_pattern(rf"{_DAY_BEFORE}\Z", re.IGNORECASE)
_DAY = 1440
_COUNTED = (("h", 60), ("m", 1), ("p", 1), ("l", 1), ("bare", 1), ("d", _DAY), ("kw", 15),
            ("qk", 1))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in minutes, whole or not; `least` is the lower end of a range."""

    minutes: float
    start: int
    end: int
    least: float | None = None


def lengths_in(text: str) -> Iterator[Length]:
    """Yield the lengths of time of `text` in order, whatever they are the length of."""
    last: Length | None = None
    for length in _each(text):
        both = None if last is None else _ranged(text, last, length)
        if last is not None and both is None:
            yield last
        last = both or length
    if last is not None:
        yield last


def _each(text: str) -> Iterator[Length]:
    for found in _ANY.finditer(text):
        if found.lastgroup is None or (
            found["day"] and not _FILLS_A_DAY.search(text[: found.start()][-30:])
        ):
            continue
        least = None
        if found["range"]:
            is_hours = found["lh"] or (found["rh"] and not found["lm"])
            least = value_of(found["lo"]) * (60 if is_hours else 1)
        yield Length(_minutes(found), found.start(), found.end(), least)


def _ranged(text: str, low: Length, high: Length) -> Length | None:
    """Return the two as one where they are a range: `half an hour to 45 minutes`."""
    joint = _JOINT.fullmatch(text, low.end, high.start)
    if joint is None or low.least is not None or low.minutes >= high.minutes:
        return None
    begin = _FROM.search(text[: low.start][-24:])
    if begin is None and joint["both"]:
        return None
    start = low.start - (len(begin.group()) if begin else 0)
    return Length(high.minutes, start, high.end, low.minutes)


def _minutes(found: re.Match[str]) -> float:
    for which, (_, minutes) in enumerate(_SPOKEN):
        if found[f"s{which}"]:
            return minutes
    for form, whole, rest in (("colon", "ch", "cm"), ("labelled", "lch", "lcm")):
        if found[form]:
            return int(found[whole]) * 60 + int(found[rest])
    if found["both"]:
        return value_of(found["bh"]) * 60 + value_of(found["bm"] or found["br"])
    for form, hours in (("more", "mh"), ("part", "ph")):
        if found[form]:
            quarters = next(n for n in (1, 2, 3) if found[f"{form[0]}{n}"])
            return (value_of(found[hours]) if found[hours] else 1) * 60 + quarters * 15
    if found["times"]:
        many = 2 if found["x2"] else value_of(found["xn"])
        return many * value_of(found["xm"]) * (60 if found["xh"] else 1)
    if found["range"]:
        return value_of(found["hi"]) * (60 if found["rh"] else 1)
    return next(
        (value_of(found[group]) * factor for group, factor in _COUNTED if found[group]),
        60 if found["hour"] else 480,
    )
