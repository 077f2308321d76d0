"""What is not a teamwork problem: stops before any coaching, and says where to go instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.domain.answers import AnswerKind, Message
from coach.playbook.boundary_rules import DECLINED, BoundaryRules
from coach.ports import Embedder
from coach.services.glossing import Glosses
from coach.services.language import ENGLISH, Languages
from coach.services.patterns import Sentence, sentences
from coach.services.second_voice import SecondVoice
from coach.services.signals import Signal, Signals, strongest

STOP = 0.95  # points: one sure sign, or two likely ones, less rounding
# Words and meaning together: the logit of the second voice, pulled by the words' points where
# these are more than a hint, must reach the bar. Eight folds over texts the voice had not seen: 6
# of the 95 harmless texts of the tuned half stopped, 9 of 441 plain questions, 7 of 498 lines of
# the notes; of two sets of made-up boundary texts, older than the words or meant to be hard, 81 and
# 69 % were found.
LIKELY, PULL, BAR = 0.45, 1.5, 1.0
# To turn away somebody who suffers harm is worse than to hand over somebody who asks for it.
ASKED = 1.0
UNNAMED = "other"  # what the words gave no name to
# A question that leans on what was said before is read with this many earlier ones.
EARLIER = 4
# A text that leans on the one before stops at the sum of both, but must say this much itself.
OWN_SHARE = 0.4
# Categories in which danger comes before everything else.
DANGER = frozenset({"threat", "violence", "stalking", "self_harm", "safety"})
# Longer than this, a text speaks for itself even where it begins "what should I do".
LEANING_WORDS = 30


@dataclass(frozen=True, slots=True)
class Boundary:
    """Why the coach stops: `kind` is HANDOVER or DECLINED, `text` what it says instead."""

    kind: AnswerKind
    category: str
    text: str


class Boundaries:
    """Finds what must not be coached. Lives as long as the app; safe from many threads.

    The patterns of a language are compiled when its first text comes, English at once.
    """

    def __init__(
        self, rules: BoundaryRules, languages: Languages, embedder: Embedder | None = None
    ) -> None:
        self._rules = rules
        self._languages = languages
        self._voice = SecondVoice(rules.voice, embedder, Glosses(rules.glosses))
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
        if signal.points >= STOP:
            return signal.category
        heard = self._voice.hear(parts, worth, language)
        pull = PULL * signal.points if signal.points >= LIKELY else 0.0
        if heard is None or heard.stop + pull < BAR:
            return ""
        if heard.asked >= ASKED:
            return signal.category if signal.category in DECLINED else DECLINED[0]
        return signal.category if signal.category not in ("", *DECLINED) else UNNAMED

    def _signal(self, parts: Sequence[Sentence], language: str) -> tuple[Signal, list[float]]:
        """Read each sentence in the text's language, and in its own where that is another."""
        found = []
        for part in parts:
            codes = {self._known(language), self._known(self._languages.detect(part.text))}
            found.append([p for code in codes for p in self._of(code).found(part)])
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

    def _boundary(self, category: str, language: str) -> Boundary:
        words = self._rules.words.get(language, self._rules.words[ENGLISH])
        heard, where = words.categories[category]
        if category in DECLINED:
            return Boundary(AnswerKind.DECLINED, category, f"{heard}\n\n{where}")
        # To somebody in despair a word about meetings would sound like a brush-off.
        first = [heard] if category == "self_harm" else [heard, words.not_a_meeting]
        if category in DANGER:
            first.insert(1, words.danger)
        rest = [where, words.notes, words.later]
        text = "\n\n".join((" ".join(first), " ".join(rest), words.safe))
        return Boundary(AnswerKind.HANDOVER, category, text)


def signals_by_language(rules: BoundaryRules) -> Mapping[str, Signals]:
    """Compile the patterns of every language; for checks of the file.

    Raises:
        ValueError: a pattern that makes no sense.
    """
    return {code: Signals(signs) for code, signs in rules.signs.items()}
