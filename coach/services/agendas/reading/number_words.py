"""What numbers up to 120 are called in German, French and six other languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

_GERMAN = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
    " sechzehn siebzehn achtzehn neunzehn",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "hundert",
)  # fmt: skip
_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf",
    "vingt trente quarante cinquante soixante septante quatre-vingt nonante", "cent",
)  # fmt: skip
_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve",
    "veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa", "ciento",
)  # fmt: skip
_ITALIAN = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici diciassette diciotto diciannove",
    "venti trenta quaranta cinquanta sessanta settanta ottanta novanta", "cento",
)  # fmt: skip
_PORTUGUESE = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze"
    " dezesseis"
    " dezessete dezoito dezenove",
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", "cento",
)  # fmt: skip
_DUTCH = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
    " zestien zeventien achttien negentien",
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig", "honderd",
)  # fmt: skip
_POLISH = (
    "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście"
    " trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście",
    "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt"
    " dziewięćdziesiąt", "sto",
)  # fmt: skip
_SWEDISH = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
    " arton nitton",
    "tjugo trettio förtio femtio sextio sjuttio åttio nittio", "hundra",
)  # fmt: skip
_MORE: dict[str, dict[str, float]] = {
    "de": {"einhundert": 100, "hundertzwanzig": 120, "einhundertzwanzig": 120, "ein": 1,
           "eine": 1, "einer": 1, "einen": 1, "einem": 1, "zwo": 2, "anderthalb": 1.5,
           "eineinhalb": 1.5, "einundeinhalb": 1.5, "eineinviertel": 1.25},
    "fr": {"une": 1, "quatre-vingts": 80, "cent vingt": 120},
    "es": {"un": 1, "una": 1, "veinte": 20, "cien": 100, "ciento veinte": 120},
    "it": {"un": 1, "una": 1, "centotto": 108, "centodicotto": 118, "centoventi": 120},
    "pt": {"uma": 1, "duas": 2, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "cem": 100,
           "cento e vinte": 120, "cento e dezasseis": 116, "cento e dezassete": 117,
           "cento e dezanove": 119},
    "nl": {"één": 1, "tweeën": 2, "drieën": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7,
           "achten": 8, "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
           "anderhalf": 1.5, "anderhalve": 1.5, "tweeëneenhalf": 2.5, "tweeënhalf": 2.5,
           "drieënhalf": 3.5, "honderdtwintig": 120},
    "pl": {"jedna": 1, "jedną": 1, "jednej": 1, "dwie": 2, "półtorej": 1.5, "półtora": 1.5,
           "pierwszej": 1, "drugiej": 2, "trzeciej": 3, "czwartej": 4, "piątej": 5, "szóstej": 6,
           "siódmej": 7, "ósmej": 8, "dziewiątej": 9, "dziesiątej": 10, "jedenastej": 11,
           "dwunastej": 12, "trzynastej": 13, "czternastej": 14, "piętnastej": 15,
           "szesnastej": 16, "siedemnastej": 17, "osiemnastej": 18, "sto dwadzieścia": 120},
    "sv": {"en": 1, "fyrtio": 40, "fyrtiofem": 45, "etthundra": 100, "hundratjugo": 120,
           "etthundratjugo": 120, "anderthalv": 1.5, "halvannan": 1.5},
}  # fmt: skip


def plain(words: str) -> str:
    """Return words in small letters without accents: `fünfzig` and `funfzig` alike."""
    words = words.casefold().replace("ł", "l").replace("ø", "o").replace("’", "'")
    letters = unicodedata.normalize("NFKD", words)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return kept.replace("fuenf", "funf").replace("zwoelf", "zwolf").replace("-", " ")


def _joined(language: str, ten: str, one: str, number: int) -> Iterator[str]:
    """Yield the ways in which a language puts a ten and a one together."""
    if language == "de":
        yield f"{'ein' if number == 1 else one}und{ten}"
    elif language == "nl":
        yield from (f"{one}en{ten}", f"{one} en {ten}")
    elif language == "fr":
        yield from (f"{ten}-{one}", f"{ten} et {one}", f"{ten} et une")
    elif language in ("es", "pt"):
        yield from (f"{ten} {'y' if language == 'es' else 'e'} {one}", f"{ten}{one}")
        if number == 1:
            yield f"{ten}ún"
    elif language == "it":
        yield from (f"{ten}{one}", f"{ten[:-1]}{one}", f"{ten} {one}")
    elif language == "pl":
        yield f"{ten} {one}"
    else:
        yield from (f"{ten}{one}", f"{ten} {one}", *((f"{ten}en",) if number == 1 else ()))


def _below_hundred(language: str, small: list[str], tens: list[str]) -> Iterator[tuple[str, int]]:
    yield from zip(small, range(20), strict=True)
    for (which, ten), (number, one) in product(enumerate(tens, 2), enumerate(small)):
        if number == 0:
            yield ten, which * 10
        # French counts from sixty and from eighty up to nineteen.
        elif number < 10 or (language == "fr" and which in (6, 8)):
            yield from (
                (words, which * 10 + number) for words in _joined(language, ten, one, number)
            )


def _words() -> Iterator[tuple[str, str, float]]:
    for language, (small, tens, hundred) in (
        ("de", _GERMAN), ("fr", _FRENCH), ("es", _SPANISH), ("it", _ITALIAN),
        ("pt", _PORTUGUESE), ("nl", _DUTCH), ("pl", _POLISH), ("sv", _SWEDISH),
    ):  # fmt: skip
        yield hundred, language, 100
        for words, number in _below_hundred(language, small.split(), tens.split()):
            yield words, language, number
            if 0 < number < 20:
                for start, joint in product(("", "ein", "ett"), ("", " ", " e ")):
                    yield f"{start}{hundred}{joint}{words}", language, 100 + number
        yield from ((words, language, number) for words, number in _MORE[language].items())
        if language == "de":
            for number, words in enumerate(small.split()[2:7], 2):
                yield from ((f"{words}einhalb", language, number + 0.5),
                            (f"{words}einviertel", language, number + 0.25))  # fmt: skip


def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for words, language, number in _words():
        table.setdefault(plain(words), {}).setdefault(language, number)
    return table


# A word's number in each language that has the word, without its accents.
NUMBER_WORDS = _table()
