"""Which language a text is in, and what can be said in it without a language model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from coach.playbook.languages import Tongue

ENGLISH = "en"
# Characters of a long text that are enough to tell its language.
ENOUGH = 2_000
# A rare letter counts as much as this many small words; one word may hold several.
LETTER_WEIGHT = 0.5
# Another language must beat English by this much: the daily words of the trade are English.
MARGIN = 0.5
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Scripts other than Latin, and how many Latin letters one of their signs is worth.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 3),
    ("ko", re.compile("[\uac00-\ud7af]"), 3),
    ("zh", re.compile("[\u4e00-\u9fff]"), 3),
    ("ru", re.compile("[\u0400-\u04ff]"), 1),
    ("el", re.compile("[\u0370-\u03ff]"), 1),
    ("he", re.compile("[\u0590-\u05ff]"), 1),
    ("ar", re.compile("[\u0600-\u06ff]"), 1),
    ("hi", re.compile("[\u0900-\u097f]"), 1),
    ("th", re.compile("[\u0e00-\u0e7f]"), 1),
)
# Letters that tell a language from another in the same script.
_WITHIN = {"ru": ("uk", frozenset("іїєґ")), "ar": ("fa", frozenset("پچژگ"))}
# "2.4M" and "30k" are no words: an elided "m'" would be French.
_WITH_DIGIT = re.compile(r"\w*\d\w*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


class Languages:
    """Tells languages apart and speaks for the playbook. Lives as long as the app; thread-safe."""

    def __init__(self, tongues: Sequence[Tongue]) -> None:
        self._tongues = {tongue.code: tongue for tongue in tongues}
        self._words: dict[str, tuple[str, ...]] = {}
        for tongue in tongues:
            for word in {*tongue.words, *map(_plain, tongue.words)}:
                self._words[word] = (*self._words.get(word, ()), tongue.code)
        self._letters = {t.code: frozenset(t.letters) for t in tongues if t.letters}

    def detect(self, text: str) -> str:
        """Return the ISO code of the text's language, `en` where unsure."""
        text = text[:ENOUGH]
        foreign = _script(text)
        if foreign:
            return foreign
        scores = self._scores(text)
        best = max(scores, key=lambda code: scores[code])
        return best if scores[best] >= scores[ENGLISH] + MARGIN else ENGLISH

    def plain_line(self, code: str) -> str:
        """Return the line that the playbook is in English; in English where we lack `code`."""
        tongue = self._tongues.get(code)
        if tongue is not None and tongue.plain_line:
            return tongue.plain_line
        return (
            "The playbook is written in English, and no language model is writing just now; "
            "with one I answer in your language. These notes are a good start:"
        )

    def notes_for(self, text: str, code: str) -> tuple[str, ...]:
        """Return the ids of up to four notes whose terms in that language stand in the text.

        Terms count by their length, the longest first: the more exact one wins.
        """
        tongue = self._tongues.get(code)
        if tongue is None:
            return ()
        folded = " " + " ".join(_WORD.findall(_plain(text.lower()))) + " "
        found = [(len(term), ids) for term, ids in tongue.notes if f" {_plain(term)}" in folded]
        found.sort(key=lambda pair: -pair[0])
        ordered = dict.fromkeys(note for _, ids in found for note in ids)
        return tuple(ordered)[:4]

    def _scores(self, text: str) -> dict[str, float]:
        scores = dict.fromkeys(self._tongues, 0.0)
        for word in _WORD.findall(_WITH_DIGIT.sub(" ", text.lower())):
            codes = self._words.get(word) or self._words.get(re.split("['’]", word)[0], ())
            for code in codes:
                scores[code] += 1 / len(codes)
        shown = frozenset(text.lower())
        for code, letters in self._letters.items():
            scores[code] += LETTER_WEIGHT * min(3, len(letters & shown))
        return scores


def _script(text: str) -> str:
    """Return the language of a script other than Latin that most letters are written in."""
    counts = {code: len(script.findall(text)) * worth for code, script, worth in _SCRIPTS}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] <= len(_LATIN.findall(text)):
        return ""
    if best == "zh" and counts["ja"]:
        return "ja"
    other, letters = _WITHIN.get(best, ("", frozenset()))
    return other if letters & frozenset(text.lower()) else best


def _plain(text: str) -> str:
    """Return lower-case `text` without accents, as people type on a foreign keyboard."""
    text = text.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ß", "ss")
    split = unicodedata.normalize("NFD", text)
    return "".join(char for char in split if not unicodedata.combining(char))
