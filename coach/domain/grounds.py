"""A reason to stay at a stage or to move on, as a stage's note holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """What is asked of a person, and what a yes means for the choice.

    `key` names it in replies, once in a note. `seen_in` are statements of the survey that tell as
    much: where both sides pick the line of the note's stage in each of them, that is a yes.
    """

    key: str
    ask: str
    because: str
    seen_in: tuple[str, ...] = ()
