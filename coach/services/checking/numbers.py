"""Reads numbers in running English: digits, words, fractions, as values with their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern

_TOKEN = lazy_pattern(
    r"(?P<code>[^\W\d_]+\d\w*)"  # Q3, B2B: names, no numbers
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?"
    r"|[%€$£×½¼¾–—.,;:!?()/+-]"
)
_DIGITS = lazy_pattern(r"\d+(?:[.,]\d+)*\Z")
_THOUSANDS = lazy_pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_OTHER_THOUSANDS = lazy_pattern(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6,
    "mn": 1e6, "bn": 1e9, "dozen": 12.0, "mio": 1e6, "mrd": 1e9,
}  # fmt: skip
PARTS = {
    "half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25,
    "quarters": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1 / 6, "eighth": 0.125,
    "tenth": 0.1, "tenths": 0.1, "½": 0.5, "¼": 0.25, "¾": 0.75,
}  # fmt: skip
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign; `text` in lower case, `start` and `end` count characters."""

    text: str
    start: int
    end: int
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number: `values` has more than one reading where a comma may mean two things.

    `first` and `after` count tokens. `in_digits` tells `5` from `five`.
    """

    values: tuple[float, ...]
    first: int
    after: int
    in_digits: bool


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of `text`; digits of any script become 0–9, a hyphen stands alone."""
    plain = text if text.isascii() else "".join(map(_plain_digit, text))
    return [
        Token(found.group().lower(), found.start(), found.end(), found["code"] is not None)
        for found in _TOKEN.finditer(plain)
    ]


def numbers_in(tokens: Sequence[Token], is_english: bool = True) -> Iterator[Number]:
    """Yield the numbers in order; fractions such as `a third` are left to the caller."""
    at = 0
    while at < len(tokens):
        number = _digits(tokens, at, is_english) or _words(tokens, at)
        if number is None:
            at += 1
            continue
        yield number
        at = number.after


def _plain_digit(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "%" if char in "％٪" else char


def _digits(tokens: Sequence[Token], at: int, is_english: bool) -> Number | None:
    token = tokens[at]
    if token.is_code or not _DIGITS.match(token.text):
        return None
    values, after = _readings(token.text, is_english), at + 1
    if after < len(tokens) and tokens[after].text in _GLYPHS:
        values = tuple(value + _GLYPHS[tokens[after].text] for value in values)
        after += 1
    scale, after = _scale(tokens, after, token.end)
    return Number(tuple(value * scale for value in values), at, after, True)


def _scale(tokens: Sequence[Token], at: int, end: int) -> tuple[float, int]:
    """Return the factor at `at`; a letter counts only where it touches the number or is `M`."""
    if at < len(tokens) and (factor := _SCALES.get(tokens[at].text)) is not None:
        touches = tokens[at].start == end
        if len(tokens[at].text) > 1 or touches or tokens[at].text == "m":
            return factor, at + 1
    return 1.0, at


def _readings(digits: str, is_english: bool) -> tuple[float, ...]:
    if digits.count(".") + digits.count(",") == 0:
        return (float(digits),)
    readings = []
    if _THOUSANDS.match(digits):
        readings.append(float(digits.replace(",", "")))
    if not is_english and _OTHER_THOUSANDS.match(digits):
        readings.append(float(digits.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d+\.\d+", digits):
        readings.append(float(digits))
    elif re.fullmatch(r"\d+,\d+", digits) and not (is_english and readings):
        readings.append(float(digits.replace(",", ".")))
    return tuple(readings) or (float(re.split(r"[.,]", digits)[0]),)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """Read `two hundred and fifty`, `twenty-five`, `a dozen`, `one and a half`."""
    total, current, after = 0.0, None, at
    if _text(tokens, at) in ("a", "several") and _text(tokens, at + 1) in ("hundred", "thousand", "million", "dozen"):  # fmt: skip  # noqa: E501
        current, after = 1.0, at + 1
    while after < len(tokens):
        word = tokens[after].text
        if word in _TENS or word in _SMALL:
            if current is not None and not _joins(current, word):
                break
            current = (current or 0.0) + (_TENS.get(word) or _SMALL.get(word, 0))
        elif word in _SCALES and len(word) > 2 and current is not None:
            current *= _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif not _binds(tokens, after, current):
            break
        after += 1
    if current is None:
        return None
    value, after = _and_a_half(tokens, total + current, after)
    return Number((value,), at, after, False)


def _joins(current: float, word: str) -> bool:
    """Whether `word` goes on with the number: `twenty` + `five`, `two hundred` + `fifty`."""
    if current % 100 == 0:
        return True
    return word in _SMALL and 0 < _SMALL[word] < 10 and current % 100 >= 20 and current % 10 == 0


def _binds(tokens: Sequence[Token], at: int, current: float | None) -> bool:
    """Whether a hyphen or `and` stands inside a number."""
    following = _text(tokens, at + 1)
    if current is None or (following not in _SMALL and following not in _TENS):
        return False
    if tokens[at].text == "-":
        return _joins(current, following) and current % 100 != 0
    return tokens[at].text == "and" and current >= 100 and current % 100 == 0


def _and_a_half(tokens: Sequence[Token], value: float, at: int) -> tuple[float, int]:
    phrase = [_text(tokens, at + i) for i in range(3)]
    if phrase[0] == "and" and phrase[1] in ("a", "one") and phrase[2] in ("half", "quarter"):
        return value + PARTS[phrase[2]], at + 3
    return value, at


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
