"""Brings the ways to write a number to the one that the reader of figures knows."""

from __future__ import annotations

import re
from decimal import Decimal

from coach.domain.lazily import lazy_pattern

_COUNT = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
)
_FEW = (("two", 2), ("three", 3), ("four", 4), ("five", 5))
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PARTS = {"third": 3, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_GROUPED = lazy_pattern(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?![\d%])")
_DOTTED = lazy_pattern(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?!\d)")
_POWER = lazy_pattern(r"(?<![\w.])\d+(?:\.\d+)?e\+?\d{1,2}\b", re.IGNORECASE)
_THING = r"(?:deals?|opportunit(?:y|ies)|opps?|leads?|mqls?|times?|of them)"
# 30.000 is thirty thousand in half of Europe and thirty in the rest.
_TWO_WAYS = lazy_pattern(
    r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d%]|[.,]\d|\s*(?:[km]\b|mio|million|%|per ?cent))",
    re.IGNORECASE,
)
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy_pattern(pattern, re.IGNORECASE), new)
    for pattern, new in (
        (r"(?<=\d) (?=(?:k|m)\b)", ""),
        (r"(?<=\d) ?(?:grand|thou)\b", "k"),
        (r"(?<=\d) ?mill?\b", " million"),
        (r"\bhalf a million\b", "500000"),
        (r"\b(?:a|one) million and a half\b|\bone and a half million\b", "1.5 million"),
        *((rf"\b{word} and a half million\b", f"{value}.5 million") for word, value in _FEW),
        (r"\b(?:chf|sek|nok|dkk|pln|czk|aud|cad) ?(?=\d)", "€"),
        (r"(?<=[\dkm]) ?(?:chf|sek|nok|dkk|pln|czk|aud|cad)\b", " €"),
        (r"\bmkt(?:n?g|ing)?\b", "marketing"),
        # With these it is a part; else `a quarter` is three months.
        (r"\b(win|wins|won|close|closes|source|bring|brings) (?:a|one) quarter\b", r"\1 1 in 4"),
        # `500k per quarter` is no time of 500,000 quarters.
        (
            r" (?=(?:per|each|every|next|last|current|fiscal|financial)"
            r" (?:year|quarter|month|week|day)\b)",
            ", ",
        ),
        # A sign between two sums would be read with both.
        (
            r"(?<![€$£\d.,])(\d[\d.,]*\d|\d)( ?(?:k|mio|million|m))? ?"
            r"(?:€|\$|£|(?:eur|usd|gbp|euros?|dollars?|pounds?)\b)(?! ?\d+ ?(?:[km]\b|,\d))",
            r"€\1\2",
        ),
        (r"(?<![\d.])\.(?=\d)", "0."),
        (rf"\b({_COUNT}) ?/ ?({_COUNT})\b(?!/)", r"\1 in \2"),
        (
            rf"\bout of ({_COUNT}) {_THING},?(?: we| they| sales)? (wins?|closes?) ({_COUNT})\b",
            r"\2 \3 in \1",
        ),
        (rf"\b({_COUNT}) ({_THING}) (in|of|out of) (?:every |each )?({_COUNT})\b", r"\1 \3 \4 \2"),
        (rf"\b({_COUNT}) (in|of|out of) (?:every|each|our|the)? ?({_COUNT})\b", r"\1 \2 \3"),
        (rf"\b({_COUNT}) (?:out )?of ({_COUNT})\b", r"\1 in \2"),
    )
)


def tidied(text: str) -> str:
    """Return `text` with grouped digits joined and shares written as `one in five`."""
    text = text.replace("\n", "; ")
    text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found.group()), text)
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    text = _POWER.sub(lambda found: f"{Decimal(found.group()):f}", text)
    text = _ordinals(text)
    for pattern, new in _REWRITES:
        text = pattern.sub(new, text)
    return text


def unclear_in(text: str) -> list[str]:
    """Return the numbers whose dot may stand for thousands or for a decimal."""
    return [found.group() for found in _TWO_WAYS.finditer(text)]


def without_unclear(text: str) -> str:
    """Return `text` with those numbers taken out."""
    return _TWO_WAYS.sub(" ", text)


def _ordinals(text: str) -> str:
    """Write `every fifth` and `a fifth` as `one in five`."""
    for word, whole in _ORDINALS.items():
        text = re.sub(rf"\bevery {word}\b", f"1 in {whole}", text, flags=re.IGNORECASE)
    for word, whole in _PARTS.items():
        text = re.sub(rf"\b(?:a|one) {word}\b(?! of)", f"1 in {whole}", text, flags=re.IGNORECASE)
    return text
