"""Words as the verifier compares them: stems, kinship, weight."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a written list."""
    return frozenset(text.split())


STOP = vocabulary(
    """a an the this that these those it its itself he she they them their theirs his her hers him
    we us our ours you your yours i me my mine one ones who whom whose which what when where why how
    is are was were be been being am do does did done doing have has had having can could may might
    must shall should will would need and or but nor so if then else than as of in on at by for to
    from with about into onto over under between through during up down out off again once here
    there all any both each few more most other some such no not only own same too very just also
    even still yet already rather quite while because until before after since though although
    however therefore thus hence like per via let lets let's make makes made get gets got getting go
    goes going gone come comes take takes took put puts give gives given keep keeps thing things way
    ways lot every either neither whether without within upon s t re ve ll d m isn't aren't wasn't
    weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't
    mustn't needn't cannot never nothing nobody none it's that's there's they're you're we're you'll
    we'll they'll you've we've they've i'm i've i'd they'd you'd we'd he's she's what's who's
    another much many well now really actually simply instead etc says say said does"""
)
# Numbers are checked by value and bear nothing out by being there.
_NUMBERS = vocabulary(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million half third dozen per cent percent"""
)
# Words that fit nearly every passage here and so bear little out.
_COMMON = vocabulary(
    "team people time week work sale market meet person day month quarter seller custom lead deal"
    " look first new good hour minute year monday tuesday wednesday thursday friday"
)
_KIN = """
seller sellers rep reps representative salesperson salespeople salesman ae vendor
marketer marketers
company firm business organisation organization enterprise employer
meeting meet session gathering
begin start open launch commence
end finish close conclude wrap
customer client
buyer prospect purchaser
leader head boss chief director
show demonstrate reveal find found finding indicate
raise increase grow rise climb boost rose grew improve
fall drop decline decrease shrink fell lower reduce cut
fix mend repair solve resolve settle
choose pick select decide
write note record document wrote written log
tell inform mention told explain
weekly week
monthly month
daily day
quarterly quarter
yearly year annual annually
quick fast rapid swift quickly
big large sizeable
small little tiny modest
study survey research investigation paper
trial experiment
help assist support aid
use employ apply adopt
thank thanks gratitude praise appreciation acknowledge thanking credit
cancel skip scrap
figure number metric measure
conflict quarrel dispute argument fight clash row argue
problem issue trouble difficulty
ask request question
goal target aim objective
team department side function group
talk conversation discussion discuss chat speak
cause reason
answer reply respond response
ready prepare preparation beforehand advance
often frequent frequently
rare rarely seldom
prove proof evidence
junk garbage useless worthless
hand pass transfer
wait delay postpone defer
people person staff colleague individual human folk
result outcome effect consequence
important vital key matter crucial essential
hold run host conduct
stop quit cease halt
plan schedule book
lose lost loss
win won winning
pay salary compensation remuneration wage
create produce build
think believe assume
call phone ring telephone
mail email
learn discover
both two pair couple
alone single solo
change alter modify shift
list roster
hard difficult tough
easy simple
owner responsible accountable
promise commitment commit pledge
word term vocabulary
meaning mean define definition
private confidential
public openly
worry concern
look review examine check inspect
send forward deliver mail
reject refuse decline
accept approve
money cash budget
rule guideline
agree consensus agreement
joint shared common together mutual share
differ different difference
separate apart
blame fault
late overdue
bad poor weak
good strong healthy
honest frank candid
guess speculate
true real genuine
next following upcoming
visit attend
ideal perfect
warn warning caution
watch observe monitor
quiet silent silence
""".strip().splitlines()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Porter stem of a lower-case word."""
    return str(_stemmer().stemWord(word.replace("’", "'").removesuffix("'s")))


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """Return what a word is compared by: its stem, the same for words of one meaning here."""
    stemmed = stem(word)
    return _kin().get(stemmed, stemmed)


@lru_cache(maxsize=20_000)
def weight(word: str) -> float:
    """Return how telling a lower-case word is, 0 (stop word, number) to 1.3 (long and uncommon)."""
    if word in _NUMBERS or word[:1].isdigit():
        return 0.0
    if word in STOP or word.replace("’", "'") in STOP:
        return 0.0
    if stem(word) in _COMMON:
        return 0.5
    return 1.0 if len(word) < 9 else 1.3


@lru_cache(maxsize=1)
def _kin() -> dict[str, str]:
    kin: dict[str, str] = {}
    for line in _KIN:
        words = line.split()
        for word in words:
            kin.setdefault(stem(word), stem(words[0]))
    return kin


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
