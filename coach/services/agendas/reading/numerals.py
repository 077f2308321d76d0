"""Numbers in digits or words, as a pattern and as a value."""

from __future__ import annotations

from coach.services.checking.numbers import numbers_in, tokens_of

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
# English is read by the grammar all numbers are read by; of others only what meetings need.
_OTHERS = {
    "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "half a dozen": 6,
    "two dozen": 24,
    "three dozen": 36, "ein dutzend": 12, "une dizaine de": 10, "une douzaine de": 12,
    "une quinzaine de": 15, "une vingtaine de": 20, "una decena de": 10, "una docena de": 12,
    "una veintena de": 20, "una decina di": 10, "una dozzina di": 12, "una ventina di": 20,
    "uma dezena de": 10, "uma dúzia de": 12, "een tiental": 10, "een dozijn": 12,
    "een twintigtal": 20, "ett tiotal": 10, "ett dussin": 12, "ein": 1, "eine": 1,
    "einer": 1, "einen": 1, "un": 1, "une": 1, "una": 1, "uno": 1, "zwei": 2, "deux": 2, "dos": 2,
    "drei": 3, "trois": 3, "tres": 3, "vier": 4, "quatre": 4, "cuatro": 4, "fünf": 5, "cinq": 5,
    "cinco": 5, "sechs": 6, "seis": 6, "sieben": 7, "sept": 7, "siete": 7, "acht": 8, "huit": 8,
    "ocho": 8, "zehn": 10, "dix": 10, "diez": 10, "fünfzehn": 15, "quinze": 15, "quince": 15,
    "zwanzig": 20, "vingt": 20, "veinte": 20, "dreißig": 30, "trente": 30, "treinta": 30,
    "vierzig": 40, "quarante": 40, "cuarenta": 40, "fünfundvierzig": 45, "quarante-cinq": 45,
    "cuarenta y cinco": 45, "sechzig": 60, "soixante": 60, "sesenta": 60, "neunzig": 90,
    "quatre-vingt-dix": 90, "noventa": 90, "anderthalb": 1.5, "eineinhalb": 1.5,
    "een": 1, "twee": 2, "drie": 3, "vijf": 5, "tien": 10, "vijftien": 15, "twintig": 20,
    "dertig": 30, "veertig": 40, "vijfenveertig": 45, "zestig": 60, "negentig": 90,
    "jedna": 1, "jedną": 1, "dwie": 2, "trzy": 3, "cztery": 4, "pięć": 5, "dziesięć": 10,
    "piętnaście": 15, "dwadzieścia": 20, "trzydzieści": 30, "czterdzieści": 40,
    "czterdzieści pięć": 45, "sześćdziesiąt": 60, "dziewięćdziesiąt": 90, "półtorej": 1.5,
}  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_OTHERS, key=len, reverse=True))
WORDS = (
    rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|(?:{_ONES})(?: and a half)?"
    rf"|(?:a|one) hundred(?: and (?:{_TENS}|{_TEENS}|{_ONES}))?|{_LONGEST_FIRST})"
)
DIGITS = (
    r"(?:(?<![\d.,:/])\d{1,2} [13]/[24](?![\d/])"
    r"|(?<![\d.,:/])\d{1,4}(?:[.,]\d{1,2})?[½¼¾]?|[½¼¾]|1/2)"
)
NUMBER = rf"(?:{DIGITS}|\b{WORDS}\b)"


def value_of(words: str) -> float:
    """Return the value of what `NUMBER` matched."""
    words = " ".join(words.lower().split())
    if words in _OTHERS:
        return float(_OTHERS[words])
    if words in ("1/2", "½", "¼", "¾"):
        return {"¼": 0.25, "¾": 0.75}.get(words, 0.5)
    if "/" in words:
        whole, _, part = words.partition(" ")
        return float(whole) + int(part[0]) / int(part[2])
    return next(iter(numbers_in(tokens_of(words)))).values[0]
