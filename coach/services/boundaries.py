"""What is not a teamwork problem: stops before any coaching, and says where to go instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.domain.answers import AnswerKind, Message
from coach.playbook.boundary_rules import DECLINED, BoundaryRules
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Embedder
from coach.services.glossing import Glosses
from coach.services.language import ENGLISH, Languages
from coach.services.page_reading import MOST_POINTS, PageReading
from coach.services.patterns import Pattern, Sentence, sentences
from coach.services.phrase_voice import PhraseVoice
from coach.services.second_voice import Heard, SecondVoice
from coach.services.signals import Signal, Signals, strongest

STOP = 0.95  # points: one sure sign, or two likely ones, less rounding
# What signs, meaning and wording say together, fitted on what the heads say of texts they have not
# seen. In five folds over 4,473 made-up texts 87 % of 1,398 boundaries stop, 13 % of 3,075 texts
# made to look like one and 1 % of 5,780 plain questions. To miss one is worse than to stop for
# nothing.
SIGNS, MEANING, WORDING, BASE = 1.87, 0.29, 0.72, 0.0
SIGNS_ALONE, WORDING_ALONE, BASE_ALONE = 1.99, 0.86, 0.1
# To turn away somebody who suffers harm is worse than to hand over somebody who asks for it.
ASKED = 1.0
UNNAMED = "other"  # what the words gave no name to
# A question that leans on what was said before is read with this many earlier ones.
EARLIER = 4
# A text that leans on the one before stops at the sum of both, but must say this much itself.
OWN_SHARE = 0.4
# Categories in which danger comes before everything else.
DANGER = frozenset({"threat", "violence", "stalking", "self_harm", "safety"})
# Categories in which nobody's body is at stake: to ask whether they are safe would puzzle them.
PAPERS = frozenset({"privacy", "pay_or_contract_dispute", "legal"})
# Longer than this, a text speaks for itself even where it begins "what should I do".
LEANING_WORDS = 30


@dataclass(frozen=True, slots=True)
class Boundary:
    """Why the coach stops: `kind` is HANDOVER or DECLINED, `text` what it says instead.

    `is_sure`: of a page or a brief, that the words alone put it beyond doubt.
    """

    kind: AnswerKind
    category: str
    text: str
    is_sure: bool = False


class Boundaries:
    """Finds what must not be coached. Lives as long as the app; safe from many threads.

    The patterns of a language are compiled when its first text comes, English at once.
    """

    def __init__(
        self,
        rules: BoundaryRules,
        languages: Languages,
        embedder: Embedder | None = None,
        vectors: QuestionVectors | None = None,
    ) -> None:
        self._rules = rules
        self._languages = languages
        self._glosses = Glosses(rules.glosses)
        vectors = vectors or QuestionVectors()
        self._voice = SecondVoice(rules.voice, embedder, self._glosses, vectors)
        pages = rules.pages
        self._pages = PageReading(pages, embedder, self._glosses, vectors) if pages else None
        self._phrases = PhraseVoice(rules.phrases)
        self._signals: dict[str, Signals] = {}
        self._of(ENGLISH)

    def check(self, text: str, history: Sequence[Message], language: str) -> Boundary | None:
        """Return the boundary that `text`, read with the history, crosses; else `None`.

        The newest text decides. An earlier one counts only where this one leans on it ("what
        should I do?"), so that a hand-over never stops the harmless questions after it.
        """
        category = self._category(text, language)
        asked = [m.content for m in history if m.role == "user"][-EARLIER:]
        if not category and asked:
            category = self._with_history(text, asked, language)
        return self._boundary(category, language) if category else None

    def anywhere(self, text: str, language: str) -> Boundary | None:
        """Return the boundary that a long pasted text crosses in any two sentences together."""
        parts = sentences(text)
        found = self.found(parts, language)
        last = max(1, len(parts) - 1)
        signals = [strongest(found[at : at + 2]) for at in range(last)] if parts else []
        sure = strongest(found)
        is_sure = sure.points >= STOP
        if self._pages is None:
            return self._boundary(sure.category, language, is_sure=True) if is_sure else None
        points = [one.points for one in signals]
        crossing = self._pages.crossing(parts, points, language) if signals else None
        if crossing is None:
            return None
        return self._boundary(signals[crossing].category or UNNAMED, language, is_sure=is_sure)

    def sure(self, text: str, language: str) -> Boundary | None:
        """Return the boundary that the words alone show beyond doubt; else `None`.

        For texts that are about work by their nature, where to stop for nothing costs more.
        """
        signal, _ = self._signal(sentences(text), language)
        is_sure = signal.points >= STOP
        return self._boundary(signal.category, language, is_sure=True) if is_sure else None

    def reads(self, language: str) -> bool:
        """Return whether there are signs for the language; what it cannot read carries `line`."""
        return language in self._rules.signs

    def line(self, language: str) -> str:
        """Return the short hand-over line; in English where we lack the language."""
        words = self._rules.words.get(language)
        if words is not None:
            return words.line
        return self._rules.lines.get(language, self._rules.words[ENGLISH].line)

    def _of(self, language: str) -> Signals:
        if language not in self._signals:
            self._signals[language] = Signals(self._rules.signs[language])
        return self._signals[language]

    def _known(self, language: str) -> str:
        return language if language in self._rules.signs else ENGLISH

    def _category(self, text: str, language: str) -> str:
        """Return the category that the words, or words and meaning together, show; else ""."""
        parts = sentences(text)
        signal, worth = self._signal(parts, language)
        if signal.points >= STOP and signal.category in DANGER:
            return signal.category
        heard = self._voice.hear(parts, worth, language)
        if self._score(signal.points, heard, self._wording(text, parts, language)) < 0:
            return ""
        if heard is not None and heard.asked >= ASKED:
            return signal.category if signal.category in DECLINED else DECLINED[0]
        return signal.category or UNNAMED

    def _wording(self, text: str, parts: Sequence[Sentence], language: str) -> float:
        if language == ENGLISH or not self._glosses.knows(language):
            return self._phrases.hear(text)
        return self._phrases.hear(text, " ".join(self._glosses.english(p, language) for p in parts))

    @staticmethod
    def _score(points: float, heard: Heard | None, wording: float) -> float:
        """Weigh what the three say; a text stops from 0."""
        points = min(points, MOST_POINTS)
        if heard is None:
            return SIGNS_ALONE * points + WORDING_ALONE * wording + BASE_ALONE
        return SIGNS * points + MEANING * heard.stop + WORDING * wording + BASE

    def found(self, parts: Sequence[Sentence], language: str) -> list[list[Pattern]]:
        """Return the signs in each sentence, read in `language` and in its own where it differs."""
        found = []
        for part in parts:
            codes = {self._known(language), self._known(self._languages.detect(part.text))}
            found.append([p for code in codes for p in self._of(code).found(part)])
        return found

    def _signal(self, parts: Sequence[Sentence], language: str) -> tuple[Signal, list[float]]:
        found = self.found(parts, language)
        return strongest(found), [strongest([patterns]).points for patterns in found]

    def _with_history(self, text: str, asked: Sequence[str], language: str) -> str:
        parts = sentences(text)
        signal, _ = self._signal(parts, language)
        if signal.points >= OWN_SHARE:
            both, _ = self._signal(sentences(f"{asked[-1]}\n{text}"), language)
            if both.points >= STOP:
                return both.category
        words = sum(len(part.words) for part in parts)
        if words <= LEANING_WORDS and self._of(self._known(language)).refers(parts):
            for earlier in reversed(asked):
                category = self._category(earlier, self._languages.detect(earlier))
                if category:
                    return category
        return ""

    def _boundary(self, category: str, language: str, *, is_sure: bool = False) -> Boundary:
        words = self._rules.words.get(language, self._rules.words[ENGLISH])
        heard, where = words.categories[category]
        if category in DECLINED:
            return Boundary(AnswerKind.DECLINED, category, f"{heard}\n\n{where}", is_sure)
        # To somebody in despair a word about meetings, notes or work would sound like a brush-off.
        despair = category == "self_harm"
        first = [heard] if despair else [heard, words.not_a_meeting]
        if category in DANGER:
            first.insert(1, words.danger)
        rest = [where] if despair else [where, words.notes, words.later]
        parts = [" ".join(first), " ".join(rest)]
        if category not in PAPERS:
            parts.append(words.safe)
        text = "\n\n".join(parts)
        return Boundary(AnswerKind.HANDOVER, category, text, is_sure)


def signals_by_language(rules: BoundaryRules) -> Mapping[str, Signals]:
    """Compile the patterns of every language; for checks of the file.

    Raises:
        ValueError: a pattern that makes no sense.
    """
    return {code: Signals(signs) for code, signs in rules.signs.items()}
