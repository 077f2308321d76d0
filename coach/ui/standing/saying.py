"""Words of the page: sides, days, stages, and where a stage comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coach.domain.rounds import Round, RoundState
from coach.domain.stages import Side, Stage
from coach.services.standing.changing import named
from coach.ui import components, words

SIDES = words.SIDES | {Side.OTHER: ":gray[▲] Others"}


def where(verdict: Sequence[Stage]) -> str:
    """Say at which stage a team stands, or between which."""
    return named(verdict) if len(verdict) > 1 else f"at {named(verdict)}"


def meaning(verdict: Sequence[Stage]) -> str:
    """Say in a line each what the stages of a verdict look like."""
    if len(verdict) == 1:
        return words.MEANINGS[verdict[0]]
    return "  \n".join(f"*{stage.capitalize()}:* {words.MEANINGS[stage]}" for stage in verdict)


def upper(text: str) -> str:
    """Begin a sentence with it."""
    return text[:1].upper() + text[1:]


def day(at: datetime) -> str:
    """Say a day in the reader's time zone."""
    return f"{at.astimezone(components.zone()):%A, %-d %B}"


def until(its: Round) -> str:
    """Say until when a round is open, in the reader's time zone."""
    return f"{its.closes_at.astimezone(components.zone()):%A, %-d %B, %H:%M}"


def state(its: Round, stands: RoundState) -> str:
    """Say where a round stands."""
    if stands is RoundState.OPEN:
        return f"open until {day(its.closes_at)}"
    return "closing now" if stands is RoundState.CLOSING else f"closed on {day(its.closes_at)}"
