"""The words by which people name what they give a number for, both sides' words alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.leads import Term

_LEAD = r"(?:mqls?|(?:marketing )?leads?|marketing[- ]qualified(?: leads?)?)"
_OPP = r"(?:opportunit(?:y|ies)|opps?)"
_SAL = r"(?:sals?|accepted(?: leads?)?)"
_SQL = r"(?:sqls?|sales[- ]qualified(?: leads?)?)"
_LINK = r"[\s\-–>→/]*"
_TO = rf"{_LINK}(?:(?:to|into|2|becomes?|turns?|makes?|as|an|a|it|that|of)\b{_LINK})*"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words found in a text: what they may stand for, and how weakly.

    With `is_rest` the number tells the sales side's part, and marketing's is what is left.
    """

    terms: tuple[Term, ...]
    start: int
    end: int
    weakness: float
    is_rest: bool = False


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_CUES: tuple[tuple[tuple[Term, ...], re.Pattern[str], float], ...] = (
    ((Term.MQL_TO_OPP,), _any(rf"{_LEAD}{_TO}{_OPP}", rf"{_OPP} from {_LEAD}"), 0),
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
    ((Term.WIN,), _any(r"wins?", r"won", r"winning", r"close", r"closes", r"closed"), 1),
    ((Term.WIN, Term.MQL_TO_OPP), _any(r"conversion(?: rate)?", r"converts?"), 0),
    (
        (Term.DEAL,),
        _any(
            r"(?:average |avg |typical |mean )?(?:deal|order|contract|ticket)s?"
            r"(?: (?:size|value|volume|worth))?",
            r"(?:average|avg|typical) sale", r"acv", r"asp",
            r"per (?:deal|customer|order|contract|sale)", r"each deal",
        ),
        0,
    ),
    (
        (Term.TARGET,),
        _any(
            r"(?:(?:new|sales|revenue|bookings?|annual|yearly) )*(?:target|goal|quota|number)",
            r"new (?:revenue|business|arr|sales)", r"bookings", r"arr", r"turnover", r"revenue",
        ),
        0,
    ),
    ((Term.TARGET,), _any(r"need", r"needs", r"reach", r"make", r"sell", r"bring in", r"hit"), 2),
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
    ((Term.SHARE,), _any(r"marketing", r"inbound"), 2),
    ((Term.REPS,), _any(r"reps?", r"sellers?", r"salespeople", r"[sb]drs?", r"callers?"), 0),
    ((Term.ATTEMPTS,), _any(r"attempts?", r"tries", r"try", r"touches", r"call them"), 0),
    ((Term.MINUTES,), _any(r"minutes?", r"mins?"), 0),
    ((Term.HOURS,), _any(r"hours?", r"hrs?"), 0),
)  # fmt: skip
_SALES_PART = _any(
    r"(?:from|by|through) (?:sales|outbound|the (?:reps|sellers))", r"self[- ]sourced",
    r"sales[- ](?:sourced|generated|share)", r"outbound",
    r"sales (?:brings?|sources?|finds?|generates?|contributes?)(?: (?:itself|themselves))?",
)  # fmt: skip
_SALES = _any("sales")


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
    for pattern, weakness in ((_SALES_PART, 0.0), (_SALES, 3.0)):
        for found in pattern.finditer(text):
            yield Cue((Term.SHARE,), found.start(), found.end(), weakness, is_rest=True)
