"""What the dashboard comes to, in a sentence for each part; "" where there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from coach.domain.progress import (
    GapStep,
    Hold,
    MeetingMonth,
    QuarrelMonth,
    Quarrels,
    StageStep,
    ThanksMonth,
    Work,
)
from coach.services.standing.changing import named

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CLEARER = Fraction(1, 20)  # of the shares, before it is called a change
_QUARTER = Fraction(1, 4)  # of a step, likewise


def of_stages(steps: Sequence[StageStep]) -> str:
    """Say where the last rounds put the team, and whether it becomes clearer."""
    if not steps:
        return ""
    now = steps[-1].verdict
    name = _upper(named(now))
    if len(steps) == 1:
        return f"{name}, by the first round. The next one shows which way you are going."
    if steps[-2].verdict != now:
        return f"{name} now; {named(steps[-2].verdict)} in the round before."
    same = list(steps)
    while len(same) > 1 and same[-2].verdict == now:
        same.pop()
    alike = steps[len(same) - 1 :]
    return f"{name} for {number(len(alike))} rounds, {_clarity(alike)}."


def of_gaps(steps: Sequence[GapStep]) -> str:
    """Say how far apart the sides are in the last round, and how far they were in the first."""
    rounds = list(dict.fromkeys((step.round, step.on) for step in steps))
    if not rounds:
        return ""
    first, last = ([s for s in steps if (s.round, s.on) == its] for its in (rounds[0], rounds[-1]))
    now = _apart(last)
    if now is None:
        return "In the last round one side could tell too little to compare."
    if len(rounds) == 1:
        return f"The sides are {_steps(now)} apart on average. The next round shows the trend."
    if all(step.hold is Hold.HELD for step in last):
        return "Too few answered otherwise in the last round for a change to be shown."
    before = _apart(first)
    if before is None or abs(before - now) < _QUARTER:
        return f"The sides are {_steps(now)} apart on average, much as in the first round."
    way = "closer together" if now < before else "farther apart"
    return (
        f"The sides have come {way}: {_steps(before)} apart on average in the first round, "
        f"{_steps(now)} in the last."
    )


def of_work(work: Sequence[Work]) -> str:
    """Say what each side kept of what came due, and how much it dropped."""
    if not work:
        return ""
    if not any(one.expected for one in work):
        return "Nothing of what was taken on has come due yet."
    told = [f"{one.side} kept {one.kept} of {one.expected}{_dropped(one)}" for one in work]
    ended = "came due or was dropped" if any(one.dropped for one in work) else "came due"
    return f"Of what {ended} in a year, {' and '.join(told)}."


def of_meetings(months: Sequence[MeetingMonth]) -> str:
    """Say how many of the planned meetings were held."""
    planned, held = sum(m.planned for m in months), sum(m.held for m in months)
    if not planned:
        return ""
    if planned == 1:
        return "The one planned meeting was held." if held else "The one meeting was not held."
    if planned == held:
        return f"All {number(planned)} planned meetings were held."
    return f"{_upper(number(held))} of {number(planned)} planned meetings were held."


def of_thanks(months: Sequence[ThanksMonth]) -> str:
    """Say how often each side thanked the other."""
    sales, marketing = sum(m.sales for m in months), sum(m.marketing for m in months)
    if not sales + marketing:
        return ""
    return f"Sales said thank you {_times(sales)}, marketing {_times(marketing)}."


def of_quarrels(quarrels: Quarrels) -> str:
    """Say whether quarrels came back this quarter; "" where none was ever kept by the reader."""
    if not quarrels.back:
        return "No quarrel came back this quarter." if quarrels.mine else ""
    if len(quarrels.back) == 1:
        return f"One quarrel came back this quarter: {quarrels.back[0].title}."
    return f"{_upper(number(len(quarrels.back)))} kinds of quarrel came back this quarter."


def of_responses(months: Sequence[QuarrelMonth]) -> str:
    """Say of how many kept quarrels the step was done, and how many nobody has told of yet."""
    kept, done = sum(m.kept for m in months), sum(m.done for m in months)
    if not kept:
        return ""
    waiting = sum(m.waiting for m in months)
    told = {0: "all are told of", 1: "one is not told of yet"}.get(
        waiting, f"{number(waiting)} are not told of yet"
    )
    return (
        f"Of {number(kept)} quarrels kept in a year, {number(done)} had "
        f"{'its' if done == 1 else 'their'} step done; {told}."
    )


def number(count: int) -> str:
    """Write a number as prose does: in words up to ten."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _dropped(work: Work) -> str:
    return f" ({work.dropped} dropped)" if work.dropped else ""


def _clarity(steps: Sequence[StageStep]) -> str:
    shares = [sum(step.distribution[stage] for stage in step.verdict) for step in steps]
    grown = [after - before for before, after in pairwise(shares)]
    if all(more >= _CLEARER for more in grown):
        return "and clearer each time"
    if shares[-1] - shares[0] <= -_CLEARER:
        return "but less clearly than at first"
    return "about as clearly each time"


def _apart(steps: Sequence[GapStep]) -> Fraction | None:
    known = [abs(step.gap) for step in steps if step.gap is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def _steps(apart: Fraction) -> str:
    quarters = round(apart / _QUARTER)
    if quarters == 0:
        return "hardly a step" if apart else "no step"
    whole, rest = divmod(quarters, 4)
    part = {0: "", 1: "a quarter", 2: "half", 3: "three quarters"}[rest]
    if not whole:
        return f"{part} of a step" if rest != 2 else "half a step"
    steps = "a step" if whole == 1 else f"{number(whole)} steps"
    part = "a half" if rest == 2 else part
    return f"{steps} and {part}" if part else steps


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
