"""Whether somebody asks what their own meetings decided or promised, and about what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coach.domain.lazily import lazy_pattern


class Looking(StrEnum):
    """What of the meetings somebody looks for."""

    DECIDED = "decided"
    AGREED = "agreed"  # decided or promised
    PROMISED = "promised"
    OPEN = "open"
    TALKED = "talked about"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one's own meetings; `topic` holds its telling words, each once."""

    looking: Looking
    topic: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The topic as a person would name it, empty where none was."""
        return " ".join(self.topic)


_WE = (
    r"(?:we|our teams?|the (?:two )?teams|sales and marketing|marketing and sales"
    r"|both (?:sides|teams))"
)
_EVER = r"(?:(?:ever|already|really|actually|finally|last|all|both) )*"
_BEGINS = (
    r"\A\W*(?:(?:hi|hello|hey|and|so|but|ok(?:ay)?|please|remind me|tell me|show me|do you (?:know"
    r"|remember)|can you (?:tell|remind|show) me|i forgot|list)[\s,:!.]+)*"
)
_DECIDE = r"(?:decid\w*|settled?|conclude\w*|resolved?|ma[dk]e up our minds?)"
_AGREE = r"(?:agreed?|sa(?:y|id)|come to|came to)"
_TALK = r"(?:talk\w*|sp(?:eak|oke|oken)|discuss\w*|me[et]t?|cover(?:ed)?|br(?:ing|ought) up)"
_PROMISE = (
    r"(?:promis\w+|commit(?:ted)? (?:themsel\w+ )?to|volunteer\w*|sign(?:ed)? up|t[oa][ok]+e? on)"
)
_ON = r"(?: (?:on|about|to|that|whether|what|which|who|when|how|for|in|at|during|of|with)\b|\W*\Z)"
_ACTIONS = r"(?:actions?|action items?|promises|to-?dos?|tasks|points|things|items)"
_STILL_OPEN = r"(?:(?:still|left|now) )?(?:open|outstanding|pending|unfinished|undone|not done|due)"
_FORMS: tuple[tuple[Looking, str], ...] = (
    (Looking.PROMISED, rf"who (?:had |has |have |all )?{_PROMISE}\b"),
    (Looking.PROMISED, rf"wh(?:at|ich {_ACTIONS}) (?:did|has|have|had) [\w' ]{{1,40}}? {_PROMISE}"),
    (Looking.PROMISED, r"what was promised\b"),
    (
        Looking.OPEN,
        rf"(?:what(?:['’]s| is| are| was| remains)?|(?:which|what|the|our|my|all|any)* ?{_ACTIONS}"
        rf"(?: (?:is|are|was|were))?|is anything|are any {_ACTIONS}) {_STILL_OPEN}"
        r"(?: (?:from|of|in|after|since|for|with)\b|\W*\Z| \w+\W*\Z)",
    ),
    (
        Looking.OPEN,
        rf"(?:(?:what|which|who|are|there|is|the|our|my|all|any|has|have|show|owns) )*"
        rf"(?:open|outstanding|unfinished|undone|pending) {_ACTIONS}\b",
    ),
    (
        Looking.DECIDED,
        rf"(?:what|which \w+(?: \w+)?|when|why|where) (?:did|have|had) {_WE} {_EVER}{_DECIDE}\b",
    ),
    (Looking.DECIDED, rf"(?:did|have|had) {_WE} {_EVER}{_DECIDE}{_ON}"),
    (
        Looking.DECIDED,
        rf"what (?:was|were|has been|had been|got) {_EVER}{_DECIDE}{_ON}",
    ),
    (
        Looking.DECIDED,
        rf"what(?:['’]s| is| are| was| were)? (?:our|the) (?:last |latest |newest )?decisions?{_ON}"
        rf"|(?:which|what) decisions (?:did|have) {_WE}|(?:our|the|all) decisions{_ON}",
    ),
    (
        Looking.TALKED,
        rf"(?:when|where|in which meeting) (?:did|have|had) {_WE} {_EVER}(?:{_TALK}|{_AGREE})\b"
        rf"|when was the last time {_WE} {_TALK}|(?:did|have) {_WE} {_EVER}{_TALK}{_ON}"
        rf"|what did {_WE} {_EVER}{_TALK}{_ON}",
    ),
    (
        Looking.AGREED,
        rf"(?:what|which \w+) (?:did|have|had) {_WE} {_EVER}{_AGREE}{_ON}"
        rf"|what (?:was|has been) {_EVER}{_AGREE}{_ON}|(?:did|have) {_WE} {_EVER}{_AGREE}{_ON}"
        rf"|what {_WE} (?:had |have )?(?:{_AGREE}|{_DECIDE}|{_PROMISE}){_ON}",
    ),
)
_COMPILED = tuple(
    (looking, lazy_pattern(f"{_BEGINS}(?:{form})", re.IGNORECASE)) for looking, form in _FORMS
)
_WORD = lazy_pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
# Words that name no topic: none of them after the asking, none but those within it either.
_EMPTY = """
a about after again already also an and any anything are as at be been before but by came did do
does due during for from had has have he how i in is it me my now of ok okay on or our out over
please really recently she since so still that the their them themselves then there they this to
today together up us was we were what when where whether which who why will with would year
yesterday you week month monday tuesday wednesday thursday friday meeting meetings session sales
marketing team teams both sides us
"""
_ASKING = """
action actions actually agree agreed all bring brought can come commit committed conclude concluded
cover covered decide decided decides decision decisions discuss discussed done ever finally forgot
hello hey hi item items know last latest list made make meet met mind minds newest open outstanding
pending point points promise promised promises promising remains remember remind resolve resolved
said say settle settled show signed speak spoke spoken take talk talked talking task tasks tell
thing things time todo todos told took unfinished undone volunteer volunteered left
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_ASKING_WORDS = _EMPTY_WORDS | frozenset(_ASKING.split())
_LAST = lazy_pattern(r"\b(?:in |at |from )?(?:the |our )?last (?:time|meeting|week|month)\b", re.I)
_LONGEST = 12  # telling words that are looked for


def asked_of(text: str) -> Asked | None:
    """Return what `text` asks of one's own meetings; `None` where it asks something else."""
    for looking, form in _COMPILED:
        if (found := form.match(text)) is not None:
            within, after = text[: found.end()], _LAST.sub(" ", text[found.end() :])
            told = (*_words(within, _ASKING_WORDS), *_words(after, _EMPTY_WORDS))
            return Asked(looking, _once(told))
    return None


def _words(text: str, empty: frozenset[str]) -> Iterator[str]:
    for word in _WORD.findall(text.replace("’", "'")):
        bare = word.lower().removesuffix("'s")
        if bare not in empty and (len(bare) > 1 or bare.isdigit()):
            yield word


def _once(words: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.lower(), word)
    return tuple(first.values())[:_LONGEST]
