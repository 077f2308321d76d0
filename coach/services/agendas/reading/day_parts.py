"""Morning, afternoon and evening as people say them after a time of day."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

EARLY = (
    r"(?:in the morning|morgens|vormittags|früh|am vormittag|du matin|le matin|de la mañana"
    r"|por la mañana|di mattina|del mattino|da manhã|(?:['’]s )?ochtends|rano"
    r"|på (?:morgonen|förmiddagen))"
)
LATE = (
    r"(?:in the (?:afternoon|evening)|at night|nachmittags?|abends?|am (?:nachmittag|abend)"
    r"|de l['’]après-midi|du soir|de la (?:tarde|noche)|por la tarde|del pomeriggio|di (?:sera"
    r"|pomeriggio)|da (?:tarde|noite)|(?:['’]s )?(?:middags|avonds)|po południu|wieczorem"
    r"|på (?:eftermiddagen|kvällen))"
)
_LATE = lazy_pattern(rf"p\.?m\b|{LATE}", re.IGNORECASE)
# What stands by a day or a time and puts it into the second half: `tonight at 7`.
_SECOND_HALF = lazy_pattern(
    r"(?:\b|(?<=tag))(?:tonight|evening|afternoon|abend|nachmittag|ce soir|après-midi|soir"
    r"|esta (?:tarde|noche)"
    r"|tarde|noche|stasera|sera|pomeriggio|noite|vanavond|vanmiddag|avond|middag|wieczor(?:em)?"
    r"|popołudni\w*|ikväll|kväll|eftermiddag)\b",
    re.IGNORECASE,
)


def is_late(words: str) -> bool:
    """Whether `pm`, `abends` or the like put a time into the second half of the day."""
    return _LATE.match(words) is not None


def speaks_of_late(words: str) -> bool:
    """Whether words around a day and a time speak of an afternoon or an evening."""
    return _SECOND_HALF.search(words) is not None
