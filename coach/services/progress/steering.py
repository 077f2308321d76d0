"""What the steering group gets to see on one page, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from coach.domain.progress import Dashboard, GapStep, Steering
from coach.services.progress import saying

ROUNDS, GAPS = 4, 3  # shown at most: the last rounds, the widest gaps
_HALF = Fraction(1, 2)  # of a step, from which on a gap is brought to the group
_OFTEN = Fraction(3, 4)  # of the planned meetings, below which it is asked to protect them


def steering(found: Dashboard, title: str, of: str) -> Steering:
    """Return the page; `of` says whose it is and of which day."""
    return Steering(
        title=title,
        of=of,
        stage=saying.of_stages(found.stages),
        stages=found.stages[-ROUNDS:],
        gap=saying.of_gaps(found.gaps),
        gaps=_widest(found),
        kept=saying.of_work(found.work),
        work=found.work,
        asked=tuple(_asked(found)) or ("Nothing today but your attention: it is in good hands.",),
    )


def _widest(found: Dashboard) -> tuple[GapStep, ...]:
    last = (step for step in found.gaps if step.on == found.gaps[-1].on)
    known = (step for step in last if step.gap is not None)
    return tuple(sorted(known, key=_size, reverse=True)[:GAPS])


def _asked(found: Dashboard) -> Iterator[str]:
    """Yield what only those above both sides can do, what presses most first."""
    if not found.stages:
        yield "Have both sides asked, so that the next decision rests on what they see."
    elif len(found.stages[-1].verdict) > 1:
        low, high = (stage.value.capitalize() for stage in found.stages[-1].verdict)
        yield f"Decide together whether {high} is worth the effort, or whether {low} is enough."
    widest = next(iter(_widest(found)), None)
    if widest is not None and _size(widest) >= _HALF:
        yield f"Name who settles “{widest.dimension}”: there the two sides see most apart."
    late = sum(one.late for one in found.work)
    if late:
        yield "Ask what stands in the way of what is late, and take one thing off the list for it."
    planned, held = (sum(getattr(m, of) for m in found.meetings) for of in ("planned", "held"))
    if planned and Fraction(held, planned) < _OFTEN:
        yield "Protect the time of the shared meeting: more than one in four was not held."


def _size(step: GapStep) -> Fraction:
    return Fraction(0) if step.gap is None else abs(step.gap)
