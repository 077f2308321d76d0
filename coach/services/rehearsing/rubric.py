"""A look at what somebody said, by code: each criterion with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.lazily import lazy_pattern
from coach.domain.rehearsal import Criterion, Mark
from coach.services.agendas.blame import blames_within
from coach.services.checking.words import STOP
from coach.services.conflicts.softening import judgements

_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|this morning|last (?:week"
    r"|month|quarter|time|year)|this (?:week|month)|in (?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december|spring|summer|autumn|winter))"
)
_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|hundred|a dozen|half of|none of the)"
)
_FACT = lazy_pattern(
    rf"\b{_DAY}\b|\b{_NUMBER}\b|\b(?:I|we) (?:saw|heard|read|counted|called|rang|sent|got|found"
    r"|noticed|looked at)\b",
    re.IGNORECASE,
)
_IMPACT = lazy_pattern(
    r"\b(?:cost|costs) (?:me|us|my|our)\b|\bleaves? (?:me|us|my|our)\b|\bleft (?:me|us|my|our)\b"
    r"|\b(?:so|then|and) (?:I|we|my|our) |\b(?:means|meant) (?:that )?(?:I|we|my|our)\b"
    r"|\b(?:I|we|my \w+|our \w+) (?:lost|lose|missed|miss|had to|have to|can't|can’t|cannot"
    r"|couldn't|couldn’t|don't know|wait(?:ed)?|spent|stood|am stuck|are stuck|have no|had no"
    r"|worry|am worried|looked)\b|\b(?:it|that|this) (?:hurts?|harms?|slows?|worries|makes?) "
    r"(?:me|us|both|my|our)\b|\bbecause of (?:it|that)\b|\bgo(?:es)? cold\b|\bwent cold\b",
    re.IGNORECASE,
)
_ASK = lazy_pattern(
    r"\b(?:could|would|can|will|may|might|shall) (?:you|we|I)\b|\bplease\b|\blet(?:'|’)?s\b"
    r"|\bI(?:'d|’d| would) like (?:you|us|to)\b|\bI need (?:you|to know|one|a|the|two|three)\b"
    r"|\bhow about\b|\bwhat if we\b|\b(?:which|what|when|who|how (?:many|much|long))\b[^.!]*\?",
    re.IGNORECASE,
)
_YOURS = lazy_pattern(r"\byou(?:r|rs)?\b|\byou['’](?:re|ve|d)\b", re.IGNORECASE)
_KNOWS = lazy_pattern(
    r"\b(?:I|we) (?:do |can )?(?:know|see|understand|hear|realise|realize|imagine|believe)"
    r" (?:that|those|why|how|it|what|you)\b|\b(?:hadn['’]t seen|didn['’]t know) (?:it|that|your)\b"
    r"|\b(?:costs?|leaves?|left|puts?|hangs on|weighs on) you(?:r|rs)?\b"
    r"|\byou (?:had|have|['’]ve|lose|lost|paid|pay|carry|stood|get|are|['’]re) (?:to |no |asked"
    r"|only|alone|judged|measured|a |an |little|under|busy|full|for it)"
    r"|\byou(?:r| have| are|['’]re|['’]ve)\b[^.?!]{0,60}\b(?:quota|quarter|target|number|month"
    r"|week|calendar|plan|budget|bonus|commission|inbox|deadline|hands are tied|from above)\b",
    re.IGNORECASE,
)
_BLAME = lazy_pattern(
    r"\byou (?:people|lot|guys|just|simply|only|clearly|obviously|don't care|don’t care|ruin\w*"
    r"|let us down|failed|refuse\w*|ignore\w*|waste\w*|messed|screwed|lied|lie)\b"
    r"|\byour (?:fault|mess|problem|junk|rubbish|garbage|excuses?|failure)\b"
    r"|\bblame\b(?! (?:my|our))",
    re.IGNORECASE,
)
_NOT_BLAMED = lazy_pattern(
    r"\b(?:not|n't|n’t|without|who(?:'s| is)? not|nobody(?:'s| is)?|isn't|isn’t)\b[^.?!]{0,25}"
    r"\b(?:to )?(?:blame|fault)\b|\b(?:my|our) (?:own )?(?:fault|part)\b"
    r"|\blies? (?:there|here|with|in|on|at)\b|\bit lies\b|\blook(?:s|ed)? like waste\b"
    r"|\b(?:one|whom|who) (?:he|she|they) blames?\b",
    re.IGNORECASE,
)
_ALWAYS = lazy_pattern(
    r"\b(?:always|never|every (?:single )?time|constantly|all the time|not once|nobody ever"
    r"|no one ever|everything|nothing ever)\b",
    re.IGNORECASE,
)
_OWN = lazy_pattern(r"\b(?:I|we)(?:['’]ve| have)? (?:never|always)\b", re.IGNORECASE)  # of oneself
_ENOUGH = 2  # quotes that show a criterion
_WORD = lazy_pattern(r"[^\W\d_]{4,}")
_SENTENCE = lazy_pattern(r"[^.!?…\n]+[.!?…]*[\"”'’)]*")


def marks_of(lines: Sequence[str], constraint: str = "") -> tuple[Mark, ...]:
    """Return a mark for each criterion; every quote stands word for word in the lines.

    `constraint` is what ties the other side's hands, as the note says it: its words count as named
    where a sentence turns to the other side with one of them.
    """
    said = [sentence for line in lines for sentence in _sentences(line)]
    tied = frozenset(word.casefold() for word in _WORD.findall(constraint)) - STOP
    shown = {
        Criterion.FACT: [s for s in said if _tells(s)],
        Criterion.IMPACT: [s for s in said if _IMPACT.search(s)],
        Criterion.ASK: [s for s in said if _ASK.search(s)],
        Criterion.CONSTRAINT: [s for s in said if _names(s, tied)],
        Criterion.QUESTION: [s for s in said if _asks(s)],
    }
    against = {
        Criterion.NO_BLAME: [s for s in said if blames(s)],
        Criterion.NO_ALWAYS: [s for s in said if _ALWAYS.search(_OWN.sub("", s))],
    }
    return tuple(
        Mark(one, not against[one] and bool(said), tuple(against[one][:_ENOUGH]))
        if one in against
        else Mark(one, bool(shown[one]), tuple(shown[one][:_ENOUGH]))
        for one in Criterion
    )


def blames(sentence: str) -> bool:
    """Whether a sentence lays the blame on somebody or judges them."""
    plain = _ALWAYS.sub("", _NOT_BLAMED.sub("", sentence))
    return bool(_BLAME.search(plain) or blames_within(plain) or judgements(plain))


def _sentences(line: str) -> list[str]:
    found = (match.group().strip() for match in _SENTENCE.finditer(line))
    return [sentence for sentence in found if any(map(str.isalnum, sentence))]


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"”'’ )").endswith("?")


def _tells(sentence: str) -> bool:
    """Whether a sentence tells something that both could check."""
    return bool(_FACT.search(sentence)) and not _asks(sentence) and not _ALWAYS.search(sentence)


def _names(sentence: str, tied: frozenset[str]) -> bool:
    """Whether a sentence speaks of what ties the other side's hands."""
    if _KNOWS.search(sentence):
        return not blames(sentence)
    words = {word.casefold() for word in _WORD.findall(sentence)}
    return _YOURS.search(sentence) is not None and len(words & tied) > 1
