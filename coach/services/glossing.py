"""Puts a text word by word into rough English: enough to tell what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.services.patterns import Sentence, fold

# A word stands for longer forms of itself, by up to so many letters; Turkish adds more.
ENDING = 4
ENDINGS = {"tr": 9}
SHORTEST_STEM = 4
# Unknown words of this length stay: many are alike in English ("compliance", "Bonus").
SHORTEST_KEPT = 5
_PARTS = re.compile(r"[\s'’-]+")


class Glosses:
    """Rough English for the languages it was given. Lives as long as the app; thread-safe."""

    def __init__(self, glosses: Mapping[str, Mapping[str, str]]) -> None:
        self._rows: dict[str, dict[tuple[str, ...], str]] = {}
        for code, words in glosses.items():
            rows: dict[tuple[str, ...], str] = {}
            for word, english in words.items():
                rows.setdefault(tuple(fold(part) for part in _PARTS.split(word) if part), english)
            self._rows[code] = rows
        self._longest = {code: max(map(len, rows)) for code, rows in self._rows.items() if rows}

    def knows(self, language: str) -> bool:
        """Whether there are words of that language."""
        return language in self._longest

    def english(self, sentence: Sentence, language: str) -> str:
        """Return the sentence in rough English; unknown short words are left out."""
        rows, words = self._rows[language], sentence.words
        said: list[str] = []
        at = 0
        while at < len(words):
            english, taken = self._row(rows, words, at, language) or self._stem(
                rows, words[at], language
            )
            if english:
                said.append(english)
            at += taken
        return " ".join((*said, "."))

    def _row(
        self, rows: Mapping[tuple[str, ...], str], words: tuple[str, ...], at: int, language: str
    ) -> tuple[str, int] | None:
        for count in range(min(self._longest[language], len(words) - at), 0, -1):
            english = rows.get(words[at : at + count])
            if english is not None:
                return english, count
        return None

    def _stem(
        self, rows: Mapping[tuple[str, ...], str], word: str, language: str
    ) -> tuple[str, int]:
        for length in range(len(word) - 1, SHORTEST_STEM - 1, -1):
            english = rows.get((word[:length],))
            if english is not None and len(word) - length <= ENDINGS.get(language, ENDING):
                return english, 1
        return (word if len(word) >= SHORTEST_KEPT else ""), 1
