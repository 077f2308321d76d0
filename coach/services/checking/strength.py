"""How much a sentence claims: hedges, sweeping words, and talk of evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.lazily import lazy_pattern
from coach.services.checking.words import vocabulary

HEDGES = vocabulary(
    """may might can could perhaps possibly probably likely often sometimes usually mostly many some
    seem seems seemed suggest suggests suggested suggesting about around nearly almost roughly tend
    tends linked associated modest cautious rarely seldom hint hints appear appears partly several
    generally typically normally largely commonly apparently arguably unclear unlikely guess
    estimate estimated few fragmented yet similar point points"""
)
SWEEPING = vocabulary(
    """always never all every everyone everybody everything anyone only prove proves proven proved
    proof guarantee guarantees guaranteed ensure ensures ensured cannot definitely certainly
    undoubtedly obviously entirely completely totally absolutely best worst eliminate eliminates
    eliminated permanently immediately automatically invariably impossible inevitable inevitably
    solely exclusively universal universally conclusively undeniably dramatically massively highest
    greatest biggest perfect perfectly forever instantly ideal essential vital crucial strongest
    whatever regardless"""
)
_REPORTS = (
    r"(?:show(?:s|ed|n)?|find(?:s|ings)?|found|suggest(?:s|ed)?|prove[sdn]?|indicate[sd]?"
    r"|confirm(?:s|ed)?|report(?:s|ed)?|reveal(?:s|ed)?|link(?:s|ed)?|demonstrate[sd]?|say|says"
    r"|tells?|point(?:s|ed)?|agree[sd]?|put[s]?|estimate[sd]?|support(?:s|ed)?)"
)
_SOURCES = (
    r"(?:stud(?:y|ies)|research(?:ers?)?|surveys?|evidence|data|statistics|experiments?|trials?"
    r"|experts?|analysts?|scientists?|academics?|science|literature|meta-analys[ie]s"
    r"|benchmarks?|reports?)"
)
_EVIDENCE = lazy_pattern(
    rf"\b{_SOURCES}\b(?:\W+\w+){{0,6}}?\W+{_REPORTS}\b"
    r"|\baccording to\b|\bit(?:'s| is| has been) (?:well )?(?:proven|known|established|documented)"
    r"|\b(?:proven|shown|found|backed|confirmed|supported) (?:by|in|to)"
    rf" (?:\w+ ){{0,2}}{_SOURCES}\b"
    r"|\b(?:a|one|the|this|another|recent|in) (?:\w+ ){0,2}(?:study|survey|experiment)"
    r" (?:of|by|from|in|among|with)\b"
    r"|\bet al\b|\bstatistically\b|\bscientifically\b|\b[A-Z]\w+ \((?:19|20)\d\d\)"
    r"|\([^()]*\b(?:19|20)\d\d\)",
    re.IGNORECASE,
)
_OWN = lazy_pattern(
    r"\b(?:your|our|their|own|you)\b(?:\W+\w+){0,2}?\W+(?:data|survey|research)\b", re.I
)
_HABIT = lazy_pattern(
    r"\b(?:on average|average[sd]?|typically|median|most (?:firms|companies|teams))\b", re.I
)


def claims_evidence(text: str) -> bool:
    """Whether the text calls on studies, experts or the like."""
    found = _EVIDENCE.search(text)
    return found is not None and _OWN.search(text) is None


def states_habit(text: str) -> bool:
    """Whether the text says how things are on average, so that its figures are facts."""
    return _HABIT.search(text) is not None


def share(words: Sequence[str], kind: frozenset[str]) -> set[str]:
    """Return the words of one kind, such as `HEDGES`."""
    return {word for word in words if word in kind}
