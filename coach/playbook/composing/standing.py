"""At which stage a person says they are."""

from __future__ import annotations

import re

from coach.domain.stages import Stage

_NAMED = re.compile(
    r"\b(?P<to>(?:to|become|becoming) )?(?P<stage>undefined|defined|aligned|integrated)\b", re.I
)


def stands_at(text: str) -> Stage | None:
    """Return the stage that `text` starts from: "from Defined to Aligned", "move to Aligned"."""
    named = [(match["to"], Stage(match["stage"].lower())) for match in _NAMED.finditer(text)]
    for to, stage in named:
        if not to:
            return stage
    if not named:
        return None
    goal = named[0][1]
    return next((stage for stage in Stage if stage.number == goal.number - 1), goal)
