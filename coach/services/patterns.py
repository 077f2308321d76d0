"""Word patterns that people write in YAML, matched against folded words; no regular expressions.

A pattern is a row of words. `a|b` is either, `word*` begins so, `[word]` may be missing, `..`
skips up to four words, `@name` is a class of words. Case, accents and doubled letters don't
count, so that
"harrassed" and "harassed", "bugun" and "bugün" are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST_GAP = 4
NAME = "@name"  # a word with a capital that does not begin its sentence
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[🔪🔫💣🪓]")
_SENTENCE = re.compile(r"(?<=[.!?…。])[\s\"”»)]+|\n+")
_CONTRACTION = re.compile(r"['’](?=(?:t|s|m|re|ve|ll|d)$)")
_DOUBLED = re.compile(r"(.)\1+")
_SPECIAL = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d"})


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return `word` in lower case without accents and with doubled letters single."""
    split = unicodedata.normalize("NFD", word.lower().translate(_SPECIAL))
    plain = "".join(char for char in split if not unicodedata.combining(char))
    return _DOUBLED.sub(r"\1", plain.translate(_SPECIAL))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as folded words; `names` are the places of likely proper names."""

    text: str
    words: tuple[str, ...]
    names: frozenset[int]


def sentences(text: str) -> list[Sentence]:
    """Cut `text` into sentences; lines end one too."""
    return [s for part in _SENTENCE.split(text) if part and (s := _sentence(part)).words]


def _sentence(text: str) -> Sentence:
    words: list[str] = []
    names: list[int] = []
    for raw in _WORD.findall(text):
        for part in re.split("['’]", _CONTRACTION.sub("", raw)):
            if part and words and part[0].isupper() and not part.isupper():
                names.append(len(words))
            if part:
                words.append(fold(part))
    return Sentence(text.strip(), tuple(words), frozenset(names))


@dataclass(frozen=True, slots=True)
class _Place:
    """One word of a pattern."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    name: bool
    optional: bool
    gap: bool  # words may be skipped before it

    def fits(self, sentence: Sentence, at: int) -> bool:
        word = sentence.words[at]
        return (
            word in self.exact
            or (bool(self.starts) and word.startswith(self.starts))
            or (self.name and at in sentence.names)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: `label` is what a match of it says."""

    source: str
    label: str
    places: tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: words `start` to `end` of a sentence."""

    pattern: Pattern
    start: int
    end: int


class Matcher:
    """Finds many patterns at once. Lives as long as the app; safe from many threads."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._by_word: dict[str, list[Pattern]] = {}
        self._by_start: dict[str, list[Pattern]] = {}
        self._by_name: list[Pattern] = []
        for pattern in patterns:
            for place in _first(pattern.places):
                for word in place.exact:
                    self._by_word.setdefault(word, []).append(pattern)
                for start in place.starts:
                    self._by_start.setdefault(start, []).append(pattern)
                if place.name:
                    self._by_name.append(pattern)
        self._lengths = sorted({len(start) for start in self._by_start})

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """Yield the first match of each pattern at each place."""
        for at in range(len(sentence.words)):
            for pattern in self._candidates(sentence, at):
                end = _end(pattern.places, sentence, at)
                if end:
                    yield Match(pattern, at, end)

    def _candidates(self, sentence: Sentence, at: int) -> Iterator[Pattern]:
        word = sentence.words[at]
        yield from self._by_word.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            yield from self._by_start.get(word[:length], ())
        if at in sentence.names:
            yield from self._by_name


def compile_pattern(source: str, label: str, classes: Mapping[str, str]) -> Pattern:
    """Compile one pattern.

    Raises:
        ValueError: an unknown class, or nothing but gaps.
    """
    places: list[_Place] = []
    gap = False
    for token in source.replace("’", "'").split():
        if token == "..":
            gap = bool(places)
            continue
        for part in _parts(token):
            places.append(_place(part, classes, gap, optional=token.startswith("[")))
            gap = False
    if not places or all(place.optional for place in places):
        raise ValueError(f"the pattern `{source}` has no word")
    return Pattern(source, label, tuple(places))


def _parts(token: str) -> list[str]:
    """Split a token at apostrophes, as the text is; alternatives stay together."""
    token = token.strip("[]")
    if "|" in token or token.startswith("@"):
        return [token]
    return [p for p in re.split("'", _CONTRACTION.sub("", token)) if p]


def _place(token: str, classes: Mapping[str, str], gap: bool, *, optional: bool) -> _Place:
    exact: set[str] = set()
    starts: set[str] = set()
    name = False
    options = token.split("|")
    while options:
        option = options.pop()
        if option == NAME:
            name = True
        elif option.startswith("@"):
            if option[1:] not in classes:
                raise ValueError(f"unknown class `{option}`")
            options += classes[option[1:]].split("|")
        elif option.endswith("*"):
            starts.add(fold(_joined(option[:-1])))
        elif option:
            exact.add(fold(_joined(option)))
    return _Place(frozenset(exact), tuple(sorted(starts)), name, optional, gap)


def _joined(word: str) -> str:
    return _CONTRACTION.sub("", word).replace("'", "")


def _first(places: tuple[_Place, ...]) -> Iterator[_Place]:
    """Yield the places a match may begin at."""
    for place in places:
        yield place
        if not place.optional:
            return


def _end(places: tuple[_Place, ...], sentence: Sentence, at: int) -> int:
    """Return where a match that begins at `at` ends, 0 for none."""
    if not places:
        return at
    place, rest = places[0], places[1:]
    reach = LONGEST_GAP if place.gap else 0
    for here in range(at, min(at + reach + 1, len(sentence.words))):
        if place.fits(sentence, here) and (end := _end(rest, sentence, here + 1)):
            return end
    return _end(rest, sentence, at) if place.optional else 0
