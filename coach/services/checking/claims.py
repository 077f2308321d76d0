"""Which sentence of a note states a fact that needs its source beside it.

The verifier of answers may doubt a sentence; this rule accuses its author, so it is stricter: it
leaves advice, aims, worked examples and people's own words alone.
"""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.checking.figures import Figure, figures_in
from coach.services.checking.units import Unit
from coach.services.checking.words import vocabulary

_SOURCE_MARK = lazy_pattern(r"\[@[a-z0-9-]+\]")
# A bold run-in, as in "**Watch:**", is a name and no instruction.
_LABEL = lazy_pattern(r"\A\W*\*\*[^*]+\*\*:?")
_SPOKEN = lazy_pattern(r'"[^"\n]*"|“[^”\n]*”')
# Sections that set aims, plan or work an example through: their figures are wishes or assumptions.
_NO_FACTS = lazy_pattern(
    r"\bexample\b|\bfilled\b|\blooks like\b|^this week$|\bsteps?\b|^text$", re.IGNORECASE
)
_NOT_SHOWN = lazy_pattern(r"^what it does not show$", re.IGNORECASE)
_ASSUMED = lazy_pattern(
    r"\b(?:should|ought|must|aims?|aiming|rule of thumb|let|for (?:example|instance)|an? example"
    r"|suppose|imagine|say,|multipl\w+|divid\w+)\b",
    re.IGNORECASE,
)
_VERBS = (
    "add|agree|aim|allow|ask|begin|book|bring|call|check|choose|compare|count|cut|decide|do|expect|give"
    "|halve|hold|invite|keep|leave|let|limit|list|look|make|mark|meet|name|pick|plan|plot|publish|put"
    "|read|report|reserve|send|set|share|show|sort|spend|start|stop|take|tell|test|tie|treat|try|use"
    "|wait|watch|work|write"
)
# An instruction opens a sentence or clause, perhaps after a condition.
_INSTRUCTION = lazy_pattern(
    rf"(?:^|[:;])\W*(?:(?:if|when|where|once) [^,]*,\s*)?"
    rf"(?:(?:and|then|so|first|always|never|don't|or|but|again)\s+)*(?:{_VERBS})\b",
    re.IGNORECASE,
)
_THRESHOLD = lazy_pattern(r"\bif (?:more|fewer|less) than\b", re.IGNORECASE)
_STUDIES = (
    r"(?:stud(?:y|ies)|research(?:ers?)?|surveys?|experiments?|trials?|analysts?|academics?"
    r"|scientists?|evidence|benchmarks?|meta-analys[ie]s|polls?)"
)
_CROWD = (
    r"(?:companies|firms|organi[sz]ations|businesses|vendors|buyers|teams|reps|sellers|salespeople"
    r"|marketers|marketing departments|sales forces|leads)"
)
_FINDING = lazy_pattern(
    rf"\b{_STUDIES}\b(?:\W+\w+){{0,4}}?\W+(?:shows?|showed|finds?|found|suggest(?:s|ed)?"
    rf"|proves?|proved|indicates?|confirm(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|says?|said"
    rf"|tells?|agrees?|links?|linked)\b"
    rf"|\b(?:shown|prove[dn]|found|known|backed) (?:by|in|from) (?:\w+ ){{0,2}}{_STUDIES}\b"
    rf"|\baccording to (?:\w+ ){{0,3}}{_STUDIES}\b|\bit(?:'s| is| has been) (?:well )?proven\b"
    rf"|\bin (?:[\w']+ ){{0,2}}(?:surveys|studies|experiments|trials)\b"
    rf"|\bon average,? (?:\w+ ){{0,2}}{_CROWD}\b|\b{_CROWD} (?:\w+ ){{0,3}}on average\b"
    rf"|(?<!your )(?<!the )(?<!our )(?<!their )(?<!costs )\bmost (?:\w+ )?{_CROWD}\b",
    re.IGNORECASE,
)
_DENIED = lazy_pattern(
    rf"\b(?:no|nor|neither|without|not an?|hardly any|nothing in) (?:\w+ ){{0,3}}?{_STUDIES}\b"
    rf"|\b{_STUDIES}\b[^.]{{0,60}}?(?:\bnot|n't|\bnever) (?:been )?(?:found|shown|tested|say)"
    rf"|\b(?:your|our|own|their) (?:\w+ ){{0,2}}{_STUDIES}\b",
    re.IGNORECASE,
)
_SOME_CROWD = lazy_pattern(rf"\b{_CROWD},? (?:that|who|which|with|where)\b", re.IGNORECASE)
_HABIT = lazy_pattern(
    r"\bon average\b|\b(?:average|median|typical) \w+ (?:is|was|takes|took|waits|waited|lasts)\b"
    r"|\b(?:typically|usually|normally) (?:takes?|lasts?|waits?|needs?)\b",
    re.IGNORECASE,
)
_ASKED = vocabulary("interviews respondents participants interviewees")
_SURVEYED = _ASKED | vocabulary(
    "companies firms organisations organizations salespeople executives managers sellers reps"
    " representatives people leads calls teams studies employees marketers buyers"
)
_TEN, _FEWEST, _MANY, _LARGE = 10, 20, 100, 1000  # people or firms that sound like a sample
_HALF_OF = lazy_pattern(r"\W+(?:of|the|their|our|its|all|as)\b", re.IGNORECASE)
_SOMEBODYS = lazy_pattern(
    r"(?:['’]s|\b(?:first|second|other|third|next|useful|the|a|one|each|your|my|their|our))\W+\Z",
    re.IGNORECASE,
)
_COMPARES = lazy_pattern(
    r"\W+(?:as|more(?= \w)|less(?= \w)|the|that|their|our|its|higher|lower|larger|greater"
    r"|better|faster|likelier|longer|likely|over)\b",
    re.IGNORECASE,
)
_GREW = vocabulary(
    "doubled doubles doubling tripled triples tripling quadrupled twofold threefold fourfold"
    " fivefold sevenfold tenfold"
)
_TWOFOLD_WORK = lazy_pattern(r"\W+(?:effort|efforts|work|records?|entry|entries)\b", re.IGNORECASE)


def unsourced(sentence: str, heading: str = "") -> str:
    """Return what the sentence states without a source mark, empty where nothing is to mend.

    `heading` is that of its section: where it sets aims or works an example, figures are no facts.
    """
    if _SOURCE_MARK.search(sentence):
        return ""
    plain = _SPOKEN.sub(_blank, _LABEL.sub(_blank, sentence))
    if plain.rstrip(" *_)").endswith("?"):
        return ""
    finding = _FINDING.search(plain)
    if _NOT_SHOWN.search(heading):
        return ""
    if finding is not None and _DENIED.search(plain) is None:
        return f"`{finding.group()}` is worded as a finding"
    if _NO_FACTS.search(heading) or _is_assumed(plain):
        return ""
    figure = next((f for f in figures_in(plain) if _is_fact(f, plain)), None)
    return f"`{figure.text}` is stated as a fact" if figure is not None else ""


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _is_assumed(plain: str) -> bool:
    """Whether the sentence advises, aims or works an example."""
    rules = (_ASSUMED, _INSTRUCTION, _THRESHOLD)
    return any(rule.search(plain) is not None for rule in rules)


def _is_fact(figure: Figure, plain: str) -> bool:
    if not figure.is_stated:
        return False
    before, after = plain[: figure.start], plain[figure.end :]
    match figure.unit:
        case Unit.MONEY | Unit.YEAR:
            return True
        case Unit.PERCENT:
            is_half = re.search(r"\bhal(?:f|ves?|ved)\Z", figure.text, re.IGNORECASE)
            return is_half is None or (
                _HALF_OF.match(after) is not None and _SOMEBODYS.search(before) is None
            )
        case Unit.MULTIPLE:
            return _is_multiple(figure.text.lower(), after)
        case Unit.MINUTES | Unit.MONTHS:
            # Else it is a plan: how long a meeting or a trial is meant to take.
            return _HABIT.search(plain) is not None or _SOME_CROWD.search(before) is not None
        case Unit.COUNT:
            return _is_sample(figure)
        case _:
            return False


def _is_sample(figure: Figure) -> bool:
    value, in_digits = figure.values[0], figure.text[:1].isdigit()
    if in_digits:
        return value >= _LARGE or (value >= _FEWEST and figure.noun in _SURVEYED)
    return (value >= _TEN and figure.noun in _ASKED) or (
        value >= _MANY and figure.noun in _SURVEYED
    )


def _is_multiple(word: str, after: str) -> bool:
    """Whether it compares: `twice a week` and `three times running` only count."""
    if word in _GREW:
        return _TWOFOLD_WORK.match(after) is None
    if word.startswith(("double", "triple")):
        return False
    return word.endswith(("x", "×", "fold")) or _COMPARES.match(after) is not None
