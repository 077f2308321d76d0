"""Lengths said as the most there may be: `shouldn't take more than 35 min`."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_NOT = (
    r"(?:(?:should|would|wo|will|must|ca|can|do|does|did|need|is)(?:n['’]?t|not| not| never)"
    r"|never|not)"
)
_LASTS = (
    r"(?:let (?:it|this|us) )?(?:(?:need|have|want|expect|like|plan)(?: us| it| this)?(?: to)? )?"
    r"(?:take|need|last|be|run|go(?: on)?|have|(?<=to )spend|want|require|sit)?"
)
# Leads and reps have limits too, which are no meeting's.
_LIMIT = lazy_pattern(
    r"(?:(?:\A|[.!?;:,\n(–])\s*|\b(?:and|but|so) )"
    r"(?:(?:it|this|that|we|i|all this|(?:the|this|our) (?:meeting|session|call|sync|agenda|talk"
    r"|chat|workshop|whole thing)) )?"
    rf"(?:(?:really|definitely|probably|please) )?{_NOT}(?: really| ever)? ?{_LASTS}"
    r"(?: us| up| me| any| much| for)* ?"
    r"(?:(?:more|longer) than|over|beyond|above|exceed)"
    r" (?:the |a |about |around )?\Z"
    r"|(?:\A|[.!?;\n]\s*)(?:less|shorter) than \Z",
    re.IGNORECASE,
)


def limit_before(words: str) -> re.Match[str] | None:
    """Return the words straight before a length that make it a meeting's longest."""
    return _LIMIT.search(words)
