"""One sentence as the verifier reads it: its words, what is negated, who does what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.domain.lazily import lazy_pattern
from coach.services.checking.actors import attached, people
from coach.services.checking.clauses import Clause, clauses, is_soft
from coach.services.checking.figures import Figure, figures_in
from coach.services.checking.polarity import NEGATORS
from coach.services.checking.sentences import MARK
from coach.services.checking.words import root, stem, vocabulary, weight

_MARK = lazy_pattern(rf"\s*{MARK}")
_PART = lazy_pattern(r"[^\W_]+(?:['’-][^\W\d_]+)*|[,;:.!?()–—]")
_DAYS = ("day", "days")
_NAME = lazy_pattern(r"(?<![.!?:\"“(*_\-•])\s(?P<name>[A-Z][^\W\d_]{2,})")
_BREAKS = frozenset(",;:.!?()–—")
_REACH = 2  # content words that a negation turns round: a verb and what belongs to it
_LEAD = 10  # words and marks before a colon that name who is to act


@dataclass(frozen=True)
class Word:
    """A content word: `root` is what it is compared by; `is_negated` by a word before it.

    `is_plain` says that nothing in its clause denies; `soft` are the words there that half deny.
    """

    text: str
    root: str
    weight: float
    place: int
    is_negated: bool
    is_plain: bool
    soft: frozenset[str]
    side: str | None


# Words that mean something else together than apart.
_PHRASES = {
    "give up": "abandon", "gives up": "abandon", "put off": "postpone", "hold off": "postpone",
    "go ahead": "proceed", "find out": "discover", "turn down": "reject", "turned down": "reject",
    "call off": "cancel", "carry on": "continue", "point out": "mention", "make up": "invent",
    "fewer than": "without", "no longer": "not", "free of": "without", "far from": "not",
    "thank-you": "thank", "small number of": "few", "a handful of": "few", "look at": "look",
    "heads-up": "notice", "out of their hands": "not theirs", "deal with": "handle",
    "left out": "omitted",
}  # fmt: skip
_PHRASE = lazy_pattern(rf"\b(?:{'|'.join(_PHRASES)})\b")


class Reading:
    """A sentence, read once; what is costly is worked out when first asked for.

    Lives as long as its passage is remembered, or as the check of a sentence.
    """

    def __init__(self, text: str, is_english: bool = True) -> None:
        self.text = _MARK.sub("", text)
        self._is_english = is_english

    @cached_property
    def parts(self) -> list[str]:
        """All words and clause marks in lower case."""
        return [p.replace("’", "'") for p in _PART.findall(self.text.lower())]

    @cached_property
    def plain(self) -> str:
        """The words alone, with one space between, at both ends too: to find it verbatim."""
        return f" {' '.join(p for p in self.parts if p not in _BREAKS)} "

    @cached_property
    def words(self) -> list[Word]:
        """The content words in order; a hyphen joins no words."""
        flat = self.flat
        negated, sides, plain = _negated(flat), attached(flat), _plain(flat)
        return [
            Word(word, root(word), weight(word), place, negated[place], *plain[place], sides[place])
            for place, word in enumerate(flat)
            if word not in _BREAKS and weight(word) > 0
        ]

    @cached_property
    def flat(self) -> list[str]:
        """All words and clause marks, hyphenated ones apart."""
        text = _PHRASE.sub(lambda found: _PHRASES[found.group()], self.text.lower())
        parts = [part.replace("’", "'") for part in _PART.findall(text)]
        return [word for part in parts for word in part.split("-")]

    @cached_property
    def roots(self) -> frozenset[str]:
        """What the content words are compared by."""
        return frozenset(word.root for word in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, stop words too."""
        return frozenset(stem(word) for word in self.flat if word not in _BREAKS)

    @cached_property
    def actors(self) -> list[str]:
        """Who is named, in order; a rank and its side are one."""
        return people(self.flat)

    @cached_property
    def lead(self) -> list[str]:
        """Who is named before the colon of "Head of sales, by Friday: …"."""
        before, colon, _ = self.text.lower().partition(":")
        words = _PART.findall(before) if colon else []
        return people([w for w in words if w[:1].isalnum()]) if len(words) <= _LEAD else []

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses with their telling words."""
        return clauses(self.flat)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures, stated and merely possible."""
        return figures_in(self.text, self._is_english)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital inside the sentence, in lower case."""
        found = (name["name"].lower() for name in _NAME.finditer(self.text))
        return frozenset(name for name in found if not name.endswith(_DAYS))


# Stop words that a negation may be spent on.
_VERBS = vocabulary(
    "take takes taken give gives given make makes made come comes go goes get gets put keep keeps"
    " need needs must have has say says do does"
)


def _plain(words: Sequence[str]) -> list[tuple[bool, frozenset[str]]]:
    """Tell for each word whether nothing in its clause denies, and what there half denies."""
    found: list[tuple[bool, frozenset[str]]] = []
    clause: list[str] = []
    for word in (*words, "."):
        clause.append(word)
        if word in _BREAKS:
            denies = any(w in NEGATORS or w.endswith("n't") for w in clause)
            soft = frozenset(root(w) for w in clause if is_soft(w))
            found += [(not denies, soft)] * len(clause)
            clause = []
    return found


def _negated(words: Sequence[str]) -> list[bool]:
    """Mark the words in the reach of a negation, to the end of the clause."""
    flags = [False] * len(words)
    for at, word in enumerate(words):
        is_not = word in NEGATORS or word.endswith("n't")
        if not is_not or (word == "not" and "only" in words[at + 1 : at + 2]):
            continue
        if word == "rather" and "than" not in words[at + 1 : at + 2]:
            continue
        left = _REACH
        for ahead in range(at + 1, len(words)):
            if words[ahead] in _BREAKS or words[ahead] == "but" or left == 0:
                break
            if weight(words[ahead]) > 0 or words[ahead] in _VERBS:
                flags[ahead] = True
                left -= 1
    return flags
