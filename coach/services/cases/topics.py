"""What an account speaks of, in our words alone: both sides read them."""

from __future__ import annotations

import re

_TOPICS = {
    "the quality of leads": r"(?:bad|good|junk|cold|weak|useless|rubbish|dead|poor|unqualified)"
    r" (?:\w+ )?leads?|leads? (?:\w+ ){0,2}(?:junk|rubbish|quality|useless|bad|cold)|mqls?"
    r"|sqls?|qualif\w+|students?|icp|scor(?:e|ed|ing)",
    "following up": r"follow(?:ed|ing)?[- ]?ups?|call(?:ed|s|ing)? (?:them|back|anyone|any)"
    r"|never call\w*|ring (?:them|back)|rang|voicemail|reach(?:ed)? out|untouched",
    "how fast somebody answers": r"(?:with)?in (?:\w+ )?(?:hours?|minutes?|days?)|too late|late"
    r"|slow(?:ly)?|wait(?:ed|ing)?|response times?|ignor(?:e|ed|ing)",
    "targets and pay": r"targets?|quotas?|commissions?|bonus(?:es)?|pay|okrs?|kpis?|numbers?",
    "who gets the credit": r"credit|attribut\w+|sourced|influenced|took the glory",
    "the budget": r"budgets?|spend(?:ing)?|costs?|money|headcount",
    "the data in the CRM": r"crm|salesforce|hubspot|fields?|records?|pipeline|dashboards?",
    "content and slides": r"content|decks?|slides?|case stud(?:y|ies)|brochures?|website|copy|blog",
    "campaigns and their dates": r"campaigns?|launch(?:es|ed)?|webinars?|newsletters?|ads?"
    r"|announce\w*",
    "events": r"events?|trade ?shows?|booths?|fairs?|badge scans?",
    "prices and promotions": r"discounts?|pric(?:e|es|ing)|promo(?:s|tions?)?|offers?",
    "meetings and being told": r"meetings?|told|informed|heard nothing|surprised?|in the loop"
    r"|nobody (?:said|told|asked)|invited?",
    "tone and respect": r"respect\w*|rude|tone|insult\w*|blam(?:e|ed|ing)|in front of|thank\w*"
    r"|arrogan\w+|humiliat\w+",
    "who does what": r"(?:my|your|our|their|whose) jobs?|handover|hand(?:ed)? over|territor\w+"
    r"|owns?|owner(?:ship)?|respons\w+|sdrs?",
}
_FOUND = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _TOPICS.items()
}


def topics_in(text: str) -> tuple[str, ...]:
    """Return the subjects that a text touches, in a fixed order."""
    return tuple(name for name, pattern in _FOUND.items() if pattern.search(text))
