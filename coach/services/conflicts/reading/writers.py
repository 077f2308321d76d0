"""For which side somebody plainly writes: `we in marketing`, `I'm an AE`, `my reps`."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading import side_of
from coach.services.agendas.reading.roles import ROLE

_QUOTED = lazy_pattern(r"[\"“„«][^\"“”„«»\n]{1,400}[\"”“»]")
_TEAM = r"(?:the |our )?(?P<role>" + ROLE + r")(?![\w-])"
_IAM = r"(?:i['’]?m|i am|ich bin|je suis|soy|sono)"
_ADJECTIVES = r"(?:(?!not\b|no\b|like\b|if\b|who\b)[a-z-]+ ){0,3}?"
# Who somebody says they are; this outweighs everything they say they have.
_SAYS_WHO = tuple(
    lazy_pattern(rf"(?<![\w'’-]){words}", re.IGNORECASE)
    for words in (
        rf"{_IAM} (?:(?:the|an?|your|their|our|one of the|just|only|ein\w*|der|die|un|une|una) )"
        rf"{{1,2}}{_ADJECTIVES}{_TEAM}",
        rf"{_IAM} (?P<role>{ROLE})(?![\w-])(?= (?:at|here|and|with|for|in)\b|\s*[,.;!\n]|\Z)",
        rf"(?:{_IAM}|i work|we work|i['’]?ve been|ich arbeite|je travaille|trabajo|lavoro)"
        rf" (?:in|im|on|for|from|with|au|aux|en|dans|nel) {_TEAM}",
        rf"i (?:run|lead|manage|head(?: up)?|do|own|look after) {_TEAM}",
        rf"(?:as|being) (?:(?:an?|the|your|their|our) )?{_ADJECTIVES}(?P<role>{ROLE})"
        r"(?![\w-])(?=,? (?:i|my|we)\b|[,.!])",
        rf"(?:we|us|here|wir|uns|nous|nosotros|noi) (?:all )?(?:over )?"
        rf"(?:in|im|at|on|from|au|aux|en|nel) {_TEAM}",
        rf"(?:we|us|wir|nous|nosotros|nosotras) (?:les |los |las |the )?(?P<role>{ROLE})(?![\w-])"
        rf"(?! (?:team )?(?:to|a|the|with|more|better|leads?|stuff|material|content)\b)",
        rf"speaking (?:as|for) (?:an? )?{_TEAM}",
    )
)
_MINE = r"(?:my|our|meine?[nr]?|unsere?[nr]?|mes|nos|mis|nuestr[oa]s)"
_OWN = r"(?:my|meine?[nr]?|mes|mis)"  # `our reps` is what marketing says too
_GIVE = (
    r"(?:send|sent|give|gave|hand(?:ed)?(?: over)?|pass(?:ed)?(?: over| on)?"
    r"|generate[d]?|deliver(?:ed)?|bring|brought|create[d]?)"
)
# What somebody has or does that only one side does.
_HAS = {
    Side.SALES: lazy_pattern(
        rf"\b(?:{_OWN} (?:own )?(?:(?:account |sales )?(?:reps|execs)|sellers|aes|closers"
        r"|vertriebler|vendeurs|vendedores|commerciaux)"
        r"|(?:my|our) (?:sales )?(?:quotas?|commissions?|territor(?:y|ies)|patch"
        r"|prospects|forecast)"
        r"|my (?:deals?|accounts?|demos?|customers?|buyers?|number|book of business)"
        r"|(?:i|we) (?:carry|have) (?:a |an? \w+ )?quota"
        r"|(?:i|we) (?:keep )?(?:cold[- ]call\w*|closed? (?:the |that |this |a )?deals?)"
        r"|marketing (?:\w+ ){1,4}?(?:us|me)"
        rf"|leads (?:that )?(?:they|marketing) (?:\w+ )?{_GIVE} (?:us|me))\b",
        re.IGNORECASE,
    ),
    Side.MARKETING: lazy_pattern(
        rf"\b(?:{_MINE} (?:own |last |latest |new )?(?:campaigns?|kampagnen?|campagnes?|campañas?"
        r"|webinars?|mqls?|ads?|newsletters?|blog(?: posts?)?|content|landing pages?|brand"
        r"|nurtures?|nurturing|case studies|demand gen|ebooks?|white ?papers?"
        r"|ad (?:spend|budget)|marketing budget)"
        r"|(?:sales|the reps|reps) (?:\w+ ){1,4}?(?:us|me)"
        rf"|leads (?:that )?(?:we|i)(?:['’]ve| have)? {_GIVE}"
        rf"|(?:we|i)(?:['’]ve| have)? {_GIVE} (?:them|sales|the reps|over)\b"
        r"[^.!?\n]{0,30}\bleads)\b",
        re.IGNORECASE,
    ),
}


def writer_side(text: str) -> Side | None:
    """Return whose words `text` plainly are, `None` where it tells nothing or two things.

    What stands in quotation marks is somebody else's.
    """
    own = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    said = {side_of(found["role"]) for words in _SAYS_WHO for found in words.finditer(own)}
    if said:
        return said.pop() if len(said) == 1 else None
    having = [side for side, words in _HAS.items() if words.search(own)]
    return having[0] if len(having) == 1 else None
