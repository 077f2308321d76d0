"""At which stage a person says they are."""

from __future__ import annotations

import re

from coach.domain.stages import Stage

_NAMED = re.compile(
    r"\b(?:(?P<at>at|are|stay) |(?P<to>to|become|becoming) )?"
    r"(?P<stage>undefined|defined|aligned|integrated)\b",
    re.IGNORECASE,
)


def stands_at(text: str) -> Stage | None:
    """Return the stage that `text` starts from: "at Defined", "to Aligned" is from Defined."""
    named = list(_NAMED.finditer(text))
    stages = [Stage(match["stage"].lower()) for match in named]
    for match, stage in zip(named, stages, strict=True):
        if match["at"]:
            return stage
    for match, stage in zip(named, stages, strict=True):
        if not match["to"]:
            return stage
    if not stages:
        return None
    return next((one for one in Stage if one.number == stages[0].number - 1), stages[0])
