"""Numbers in the sentences of two accounts: the same of one thing, others of one thing, or neither.

Numbers are compared where they count the same noun, or stand behind the same verb; never otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = r"of|the|your|our|their|my|those|these|out|new|more|were|was|are|\d+"
_COUNTED = re.compile(
    rf"(?:\b(?P<verb>[^\W\d_]{{3,}}) )?(?<![\w.,])(?P<count>\d+(?:[.,]\d+)*|{'|'.join(_DIGITS)})\b"
    rf"(?: ?%| per ?cent)?(?:(?: (?:{_BETWEEN}))* (?P<what>[^\W\d_]{{3,}})"
    r"(?: (?P<next>[^\W\d_]{3,}))?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "the and for you your our their they them that this these those with from was were are has "
        "have had but not never what when who why how because only about anyway any all can will "
        "would did does been there here she her him his its out just than then too very nobody",
    )
) | set(_DIGITS)
# What any number may be a measure of: alone it does not make two numbers one thing's.
_UNITS = re.compile(
    r"(?:years?|quarters?|months?|weeks?|days?|hours?|minut\w*|per|cents?|percent|euros?|dollars?"
    r"|pounds?|tim(?:e|es)?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers that a sentence gives of one thing; `what` is as it was written, "" for nothing."""

    numbers: frozenset[str]
    what: str
    verb: str

    @property
    def noun(self) -> str:
        """What is counted, comparable."""
        return stem(self.what)


def counts_in(text: str) -> tuple[Count, ...]:
    """Return the numbers of a sentence with what they count."""
    return tuple(_count(found) for found in _COUNTED.finditer(text))


def other_numbers(a: str, b: str) -> bool:
    """Whether two sentences give other numbers for one thing."""
    near = len(telling(a) & telling(b)) > LEAST_SHARED  # a unit is shared besides
    second = counts_in(b)
    return any(
        _comparable(one, two, near)
        and not (one.numbers <= two.numbers or two.numbers <= one.numbers)
        for one in counts_in(a)
        for two in second
    )


def same_numbers(a: str, b: str) -> tuple[str, ...]:
    """Return what both sentences give one number for, as in "212 contacts"."""
    second = counts_in(b)
    shared = {
        f"{number} {one.what}": None
        for one in counts_in(a)
        if one.noun and not _UNITS.fullmatch(one.noun) and not one.what.endswith(("ed", "ing"))
        for two in second
        if one.noun == two.noun
        for number in sorted(one.numbers & two.numbers)
        if number != "1"
    }
    return tuple(shared)


def of_other_things(a: str, b: str) -> bool:
    """Whether both sentences give numbers, and none of them for the same thing."""
    first, second = counts_in(a), counts_in(b)
    return bool(first and second) and not any(
        _comparable(one, two, near=True) for one in first for two in second
    )


def telling(text: str) -> set[str]:
    """Return the words of a sentence that tell what it is about."""
    words = (word.casefold() for word in _WORD.findall(text))
    return {stem(word) for word in words if word not in _PLAIN}


def stem(word: str) -> str:
    """Return a word without its ending, roughly."""
    plain = word.casefold()
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain.removesuffix(ending)
    return plain


def _comparable(one: Count, two: Count, near: bool) -> bool:
    if one.noun and two.noun:
        return one.noun == two.noun and (near or not _UNITS.fullmatch(one.noun))
    # "31 calls" and "called 11": what one counts is what the other did
    first, second = {one.noun or one.verb, one.verb}, {two.noun or two.verb, two.verb}
    return bool((first & second) - {""})


def _count(found: re.Match[str]) -> Count:
    said = _NUMBER.findall(found.group()) or [_DIGITS[found["count"].casefold()]]
    what, after = found["what"] or "", found["next"] or ""
    if after.endswith("s") and not what.endswith("s") and after.casefold() not in _PLAIN:
        what = after  # "badge scans" are scans
    if what.casefold() in _PLAIN:
        what = ""
    verb = (found["verb"] or "").casefold()
    numbers = frozenset(_THOUSANDS.sub("", one) for one in said)
    return Count(numbers, what, "" if verb in _PLAIN or _UNITS.fullmatch(verb) else stem(verb))
