"""The words by which people name what they give a number for, both sides' words alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.domain.leads import Term

_LEAD = r"(?:mqls?|(?:marketing )?leads?|marketing[- ]qualified(?: leads?)?)"
_OPP = r"(?:opportunit(?:y|ies)|opps?)"
_SAL = r"(?:sals?|accepted(?: leads?)?)"
_SQL = r"(?:sqls?|sales[- ]qualified(?: leads?)?)"
_LINK = r"[\s\-–>→/]*"
# How a sum begins; after `for` it is what all this is for.
_SUM = r"(?:[€$£\d]|(?:a|one|two|three|four|five|six|seven|eight|nine|ten) (?:million|hundred)\b)"
_TO = rf"{_LINK}(?:(?:to|into|2|becomes?|turns?|makes?|as|an|a|it|that|of)\b{_LINK})*"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words found in a text: what they may stand for, and how weakly.

    With `is_rest` the number tells the other part (what sales brings, what is lost), and the one
    that is asked for is what is left.
    """

    terms: tuple[Term, ...]
    start: int
    end: int
    weakness: float
    is_rest: bool = False


def _any(*words: str) -> re.Pattern[str]:
    return lazy_pattern(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_CUES: tuple[tuple[tuple[Term, ...], re.Pattern[str], float], ...] = (
    ((Term.MQL_TO_OPP,), _any(rf"{_LEAD}{_TO}{_OPP}", rf"{_OPP} from {_LEAD}",
                              r"mqls? becomes? one"), 0),
    ((Term.MQL_TO_SAL,), _any(rf"{_LEAD}{_TO}{_SAL}", r"acceptance(?: rate)?", r"accepts?"), 0),
    ((Term.MQL_TO_SQL,), _any(rf"{_LEAD}{_TO}{_SQL}"), 0),
    ((Term.SAL_TO_SQL,), _any(rf"{_SAL}{_TO}{_SQL}"), 0),
    ((Term.SAL_TO_OPP,), _any(rf"{_SAL}{_TO}{_OPP}"), 0),
    ((Term.SQL_TO_OPP,), _any(rf"{_SQL}{_TO}{_OPP}"), 0),
    (
        (Term.WIN,),
        _any(
            r"(?:win|winning|close|closing|hit|success|batting)[- ](?:rate|ratio|quota|average)",
            rf"{_OPP}{_TO}(?:wins?|won|closed(?: won)?|customers?|deals?)",
        ),
        0,
    ),
    (
        (Term.WIN,),
        _any(r"wins?", r"won", r"winning", r"close", r"closes", r"closed", r"closing", r"signs?",
             r"(?:says?|said) yes"),
        1,
    ),
    ((Term.WIN, Term.MQL_TO_OPP), _any(r"conversion(?: rate)?", r"converts?"), 0),
    (
        (Term.DEAL,),
        _any(
            r"(?:average |avg |typical |mean )?(?:deal|order|contract|ticket)s?"
            r"(?: (?:size|value|volume|worth))?",
            r"(?:average|avg|typical) sale", r"acv", r"asp",
            r"(?:per|each|a|every) (?:deal|client|customer|order|contract|sale)"
            r"(?: (?:pays|brings))?", r"(?:customers|clients) pay",
        ),
        0,
    ),
    ((Term.DEAL,), _any(r"average", r"avg", r"each", r"apiece"), 2),
    (
        (Term.WON,),
        _any(
            r"(?:is |are |have |has )?already"
            r"(?: (?:won|closed|signed|booked|sold|in|there|safe|secured))?",
            r"so far", r"in the bag", r"to date", r"existing (?:customers|clients|business)",
            r"current (?:customers|clients)", r"renewals?", r"upsell(?:s|ing)?",
        ),
        0,
    ),
    (
        (Term.TARGET,),
        _any(
            r"(?:(?:new|sales|revenue|bookings?|annual|yearly) )*(?:target|goal|quota|number)",
            r"new (?:revenue|business|arr|sales)", r"bookings", r"arr", r"turnover",
            r"rev(?:enue)?",
        ),
        0,
    ),
    (
        (Term.TARGET,),
        _any(
            r"needs?", r"reach", r"make", r"sell", r"bring in", r"hit", r"wants?", r"must",
            r"have to", r"has to", r"grow(?: by)?", r"earn", r"to go", r"get to",
            r"another", r"short", r"deliver",
            r"from new (?:customers|clients|business)",
        ),
        2,
    ),
    ((Term.TARGET,), lazy_pattern(rf"\bfor(?= (?:about |around )?{_SUM})", re.IGNORECASE), 4),
    (
        (Term.SHARE,),
        _any(
            r"(?:from|by|through|via) marketing", r"marketing[- ](?:share|sourced|generated|part)",
            r"marketing(?:'s|’s)(?: (?:share|part|contribution))?",
            r"marketing (?:brings?|sources?|contributes?|delivers?|generates?|should|must|will)",
            r"share of marketing", r"share",
        ),
        0,
    ),
    ((Term.SHARE,), _any(r"marketing", r"(?<!for )inbound", r"sourced?"), 2),
    ((Term.REPS,), _any(r"reps?", r"sellers?", r"salespeople", r"[sb]drs?", r"callers?"), 0),
    ((Term.ATTEMPTS,), _any(r"attempts?", r"tries", r"try", r"touches", r"call them"), 0),
    ((Term.MINUTES,), _any(r"minutes?", r"mins?"), 0),
    ((Term.HOURS,), _any(r"hours?", r"hrs?"), 0),
)  # fmt: skip
_SALES_PART = _any(
    r"(?:from|by|through) (?:sales|outbound|the (?:reps|sellers))", r"self[- ]sourced",
    r"sales[- ](?:sourced|generated|share)", r"(?<!for )outbound",
    r"sales (?:brings?|sources?|finds?|generates?|contributes?)(?: (?:itself|themselves))?",
)  # fmt: skip
_SALES = _any("sales")
_LOST = _any(r"lose", r"loses", r"lost", r"loss[- ]rate")
_RESTS = (
    ((Term.SHARE,), _SALES_PART, 0.0),
    ((Term.SHARE,), _SALES, 3.0),
    ((Term.WIN,), _LOST, 0.0),
)


def cues_in(text: str) -> list[Cue]:
    """Return the cues in order; of two that overlap the longer stands."""
    longest = sorted(_all_in(text), key=lambda cue: (cue.start - cue.end, cue.weakness))
    kept: list[Cue] = []
    for cue in longest:
        if all(cue.end <= other.start or other.end <= cue.start for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.start)


def _all_in(text: str) -> Iterator[Cue]:
    for terms, pattern, weakness in _CUES:
        for found in pattern.finditer(text):
            yield Cue(terms, found.start(), found.end(), weakness)
    for terms, pattern, weakness in _RESTS:
        for found in pattern.finditer(text):
            yield Cue(terms, found.start(), found.end(), weakness, is_rest=True)
