"""Names in sentences: by their capital, by lists of given names, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.services.checking.words import vocabulary
from coach.services.names.given import ALSO_WORDS, GIVEN
from coach.services.names.others import BEFORE_COMPANIES, MONTH_WORDS, OF_COMPANIES, OTHERS
from coach.services.names.tokens import Token

LINKS = vocabulary("van von der den de da di du del bin al el la zu ter")
# What only somebody does: behind a word that opens a sentence it shows that this is a person.
_DOES = vocabulary(
    """says said say told tells thinks thought wants wanted asked asks wrote writes sent sends
    agreed agrees refuses refused promised promises ignores ignored blames blamed knows knew
    replied replies answered answers complained complains insists insisted believes feels heard
    keeps never has had is was isn't isn’t wasn't wasn’t won't won’t doesn't doesn’t didn't
    didn’t can't can’t will would could should might must and or to in from rose got gets went
    walked shouted called calls spoke did does needs left joined hopes marks marked"""
)
_OF_A_MONTH = vocabulary(
    "in since until till by last next this early late mid of from before after"
)
_HEADERS = vocabulary("from to cc bcc von an de sender")
_CALLED = ("\n", ",", ":")
_GERMAN = vocabulary(
    """der die das und nicht ist mit für auf den dem ein eine hat haben auch sich zu zur zum im am
    um bis von wie ich wir jede jeden dauert bei nach oder"""
)
_ENGLISH = vocabulary(
    "the and not is with for on a an has have also to of in that it we they our i my"
)
_LOUD = 0.6  # of a line's words with a capital: then capitals tell nothing
_FEWEST = 4  # words of a line that has a manner


class Prose:
    """Reads names in sentences. `plain` are words that are known to be no names in small letters.

    Lives as long as the app; safe from many threads.
    """

    def __init__(self, plain: frozenset[str]) -> None:
        self._plain = plain - GIVEN

    def is_plain(self, token: Token) -> bool:
        """Whether a word is no name wherever it stands."""
        low = token.low
        is_given = low in GIVEN or (low in ALSO_WORDS and low not in MONTH_WORDS)
        if is_given and not token.is_role:
            return False
        if token.is_role or low in OTHERS or low in self._plain or _stem(low) in self._plain:
            return True
        parts = low.split("-")
        return len(parts) > 1 and any(part in OTHERS or part in self._plain for part in parts)

    def names(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Yield where names stand that the sentences themselves show, each whole."""
        tells, is_english = _capitals_tell(tokens), _counted(tokens, _ENGLISH) > 0
        at = 0
        while at < len(tokens):
            if not self._begins(tokens, at, tells[at], is_english):
                at += 1
                continue
            last = self._last(tokens, at)
            if not self._is_company(tokens, at, last):
                yield tokens[at].start, tokens[last].end
            at = last + 1

    def _begins(self, tokens: Sequence[Token], at: int, tells: bool, speaks_english: bool) -> bool:
        token = tokens[at]
        if self.is_plain(token) and token.low not in ALSO_WORDS:
            return False
        if token.low in ALSO_WORDS:
            return not token.is_role and token.is_capital and is_somebody(tokens, at)
        if token.low in GIVEN:
            return token.is_capital or token.is_loud or (speaks_english and len(token.low) > 2)
        if not token.is_capital or len(token.text) < 2:
            return False
        if token.opens:
            return tells and _does(tokens, at) and not token.low.endswith(("ing", "ly"))
        return tells

    def _last(self, tokens: Sequence[Token], at: int) -> int:
        """Return the last word of the name that begins at `at`."""
        last = at
        while (following := last + 1) < len(tokens):
            token = tokens[following]
            if token.low in LINKS and token.gap == " " and not token.text.istitle():
                after = tokens[following + 1] if following + 1 < len(tokens) else None
                if after is not None and after.gap == " " and after.is_capital:
                    last = following + 1
                    continue
            is_same = tokens[at].is_loud and token.is_loud
            is_name = token.is_capital or is_same
            if token.gap != " " or not is_name or self.is_plain(token) or token.low in MONTH_WORDS:
                break
            last = following
        return last

    def _is_company(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        token = tokens[at]
        if token.low in GIVEN and token.low not in ALSO_WORDS and at == last:
            return False
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if after is not None and after.low in OF_COMPANIES and not after.gap.strip(" "):
            return True
        if token.low in GIVEN:
            return False
        before = tokens[at - 1] if at else None
        is_near = before is not None and token.gap == " "
        return is_near and before is not None and before.low in BEFORE_COMPANIES


def is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is also a plain one or a month is used as somebody's name."""
    token = tokens[at]
    before = tokens[at - 1] if at and token.gap.strip(" ") == "" else None
    is_of_a_month = before is not None and before.low in _OF_A_MONTH
    if token.low in MONTH_WORDS and (is_of_a_month or _is_dated(tokens, at)):
        return False
    return not token.opens or _does(tokens, at) or _is_called(tokens, at)


def _is_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands where people are named: alone in its line, addressed, mentioned."""
    token = tokens[at]
    behind = tokens[at + 1].gap if at + 1 < len(tokens) else "\n"
    if token.gap.endswith("@") or (at and ":" in token.gap and tokens[at - 1].low in _HEADERS):
        return True
    begins_line = not at or "\n" in token.gap
    return (
        begins_line and token.low not in MONTH_WORDS and behind.lstrip(" .*_)").startswith(_CALLED)
    )


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands beside a month."""
    after = tokens[at + 1].gap if at + 1 < len(tokens) else ""
    return any(char.isdigit() for char in (tokens[at].gap[-4:] + after[:4]))


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows is what somebody does, or whose it is."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    return after.gap == " " and after.low in _DOES


def _capitals_tell(tokens: Sequence[Token]) -> list[bool]:
    """Return for each word whether a capital means something in its line and language."""
    is_german = _counted(tokens, _GERMAN) > _counted(tokens, _ENGLISH)
    lines: dict[int, list[Token]] = {}
    number = 0
    rows = []
    for token in tokens:
        number += token.gap.count("\n")
        rows.append(number)
        lines.setdefault(number, []).append(token)
    shouted = {
        row
        for row, line in lines.items()
        if len(line) >= _FEWEST and sum(t.text[0].isupper() for t in line) > _LOUD * len(line)
    }
    return [not is_german and row not in shouted for row in rows]


def _counted(tokens: Sequence[Token], words: frozenset[str]) -> int:
    return sum(token.low in words for token in tokens)


def _stem(word: str) -> str:
    """Return a word without the endings of a plural or a verb."""
    return re.sub(r"(?:ies|ing|ed|es|s)\Z", "", word) if len(word) > 4 else word
