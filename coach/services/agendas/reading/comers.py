"""Who is said to come, to stay away, or to come in somebody's place."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_NAME = r"(?P<{0}>(?-i:[A-ZÀ-Þ])[\w'’-]+)"
_WHOSE = r"(?: \([^()\n]{1,40}\)|,? (?:from|in|of|aus|vom|de|du) \w+)?"
_AWAY = (
    r"(?:(?:can(?:no|['’])t|cannot|could ?n['’]t|wo ?n['’]?t|will not|is ?n['’]t|does ?n['’]t)"
    r" (?:be (?:there|able to)|come|coming|make it|attend|join|joining|here|have time)"
    r"|(?:is|will be) (?:ill|sick|away|off|out|absent|on (?:leave|holiday|vacation|parental leave))"
    r"|(?:has |had to )?(?:declined?|cancell?ed|drop out)|(?:is )?not (?:coming|joining|available)"
    r"|kann (?:leider )?nicht|ist (?:krank|im urlaub)|ne (?:peut|vient) pas|est (?:malade|absente?)"
    r"|no (?:puede|viene)|non (?:può|viene)|não (?:pode|vem)|kan niet|nie może|kan inte)"
)
_ABSENT = lazy_pattern(
    rf"\b{_NAME.format('away')}{_WHOSE} {_AWAY}\b"
    rf"|\b(?:instead of|in place of|replac(?:es|ing)|without|stands? in for|fills? in for|statt"
    rf"|anstelle von"
    rf"|à la place de|en lugar de|al posto di|em vez de|in plaats van|zamiast"
    rf"|i stället för) {_NAME.format('old')}",
    re.IGNORECASE,
)
# What somebody named with a role does: comes, or takes another's place.
COMES = lazy_pattern(
    r" (?:(?:will|can|could|would|is going to|kann|wird) )?(?:presents?|brings?|explains?|hosts?"
    r"|moderates?|prepares?|joins?|comes?|attends?|steps? in"
    r"|takes? part"
    r"|takes? (?:over|(?:his|her|their|the) (?:place|seat))|replaces?|stands? in|fills? in"
    r"|sits? in|is (?:in|in too)"
    r"|is (?:coming|joining|there)|be (?:there|in)|participates?|instead|kommt|springt ein|vient"
    r"|viene|vem|komt"
    r"|ersetzt|remplace|sustituye|sostituisce|substitui|vervangt|too|as well|auch|aussi|también)\b",
    re.IGNORECASE,
)
# What people who were named, each with a role, do next.
DO = lazy_pattern(
    r" (?:will|shall|should|must|can(?:not|['’]t)?|may|needs?|wants?|would like|have|has|are"
    r"|argue|disagree|fight"
    r"|discuss|agree|decide|settle|talk|don['’]t|do not|müssen|sollen|wollen|doivent|deben)\b",
    re.IGNORECASE,
)
WANT = lazy_pattern(r" (?:need|have|want)\b", re.IGNORECASE)


def absent_in(text: str) -> frozenset[str]:
    """Return the names of those who don't come, in small letters."""
    found = (match["away"] or match["old"] for match in _ABSENT.finditer(text))
    return frozenset(name.casefold() for name in found)
