"""Figures in words for a person: what they never wrote, they are not made to say.

A question may propose a number ("Shall we mark ten together?"); a statement would claim it.
"""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_UNITS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_WORD = "|".join((*_UNITS, *_TENS, *_TIMES))
_FIGURE = (
    rf"(?:\d[\d.,]*\d|\d|(?:(?:a|one) (?={'|'.join(_TIMES)}))?"
    rf"(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*)"
)
_ANY = lazy_pattern(rf"(?<![\w.,])(?:{_FIGURE})(?!\w)", re.IGNORECASE)
_PART = lazy_pattern(r"[^.!?;]+(?:[.!?;]+|$)|[.!?;]+")
_KEPT = lazy_pattern(
    r"(?:the )?two (?:of (?:us|you|them)|teams|sides|departments)\b", re.IGNORECASE
)
_WITHOUT = tuple(
    (lazy_pattern(said, re.IGNORECASE), without)
    for said, without in (
        (rf"^(\W*){_FIGURE} (?=\w)", r"\1The "),
        (r"\b(?:hundreds|thousands|millions|dozens) of\b", "many"),
        (rf"\b(slide|page|step|item) {_FIGURE}(?!\w)", r"a \1"),
        (rf"\b(same|first|last|next) {_FIGURE}(?=\W*$|,| and\b)", r"\1 few"),
        (rf"\b(the|these|those|which|your|our|my|their|you|same|first|last|next|all) {_FIGURE}"
         r"(?!\w)", r"\1"),
        (rf"(?<![\w.,]){_FIGURE}(?: ?%| per cent)(?: of)?(?!\w)", "part of"),
        (rf"(?<![\w.,]){_FIGURE}(?!\w)", "some"),
    )
)  # fmt: skip


def without_figures(words: str, written: str) -> str:
    """Return words whose statements hold no figure but those that are in `written`."""
    known = {_value(found.group()) for found in _ANY.finditer(written)}
    return "".join(_plain(part, known) for part in _PART.findall(words))


def _plain(part: str, known: set[float]) -> str:
    if part.endswith("?") or _KEPT.search(part):
        return part
    if any(_value(found.group()) in known for found in _ANY.finditer(part)):
        return part
    for said, without in _WITHOUT:
        part = said.sub(without, part)
    return part


def _value(figure: str) -> float:
    """Return the number that a figure means, in digits or words."""
    if figure[0].isdigit():
        return float(re.sub(r"[.,](?=\d{3}(?:\D|$))|[.,](?=.*[.,])", "", figure).replace(",", "."))
    total, last = 0, 0
    for word in re.split(r"[ -]", figure.casefold()):
        if word in _TIMES:
            last = max(last, 1) * _TIMES[word]
            if _TIMES[word] > 100:
                total, last = total + last, 0
        else:
            last += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return float(total + last)
