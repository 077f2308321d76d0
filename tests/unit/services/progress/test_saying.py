"""The sentence that stands above each drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from coach.domain.cases import Recurring
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
from coach.domain.stages import Side, Stage
from coach.services.progress import saying

DAY = date(2026, 9, 1)
UNDEFINED, DEFINED, ALIGNED, _ = Stage


def stage(number: int, verdict: Sequence[Stage], share: int = 70) -> StageStep:
    rest = (100 - share) // (4 - len(verdict))
    odds = {one: Fraction(share // len(verdict) if one in verdict else rest, 100) for one in Stage}
    return StageStep(
        round=f"Round {number}", on=DAY, verdict=tuple(verdict), distribution=odds,
        low=verdict[0], high=verdict[-1], team=None, sales=None, marketing=None,
    )  # fmt: skip


def gap(number: int, apart: float | None, hold: Hold = Hold.NEW) -> GapStep:
    sales = None if apart is None else Fraction(1)
    marketing = None if apart is None else 1 + Fraction(apart)
    return GapStep(
        round=f"Round {number}", on=DAY, dimension="Leads", sales=sales, marketing=marketing,
        hold=hold,
    )  # fmt: skip


def test_nothing_is_said_where_there_is_nothing() -> None:
    parts = (saying.of_stages, saying.of_gaps, saying.of_work, saying.of_meetings, saying.of_thanks)

    assert [say(()) for say in parts] == [""] * 5  # type: ignore[operator]


def test_the_stage_over_rounds_in_a_sentence() -> None:
    say = saying.of_stages
    clearer = [stage(1, [UNDEFINED]), stage(2, [DEFINED], 60), stage(3, [DEFINED], 80)]
    vaguer = [stage(1, [DEFINED], 90), stage(2, [DEFINED], 65)]
    between = [stage(1, [DEFINED]), stage(2, [DEFINED, ALIGNED])]

    assert say(clearer) == "Defined for two rounds, and clearer each time."
    assert say(vaguer) == "Defined for two rounds, but less clearly than at first."
    assert say([stage(1, [DEFINED])] * 2) == "Defined for two rounds, about as clearly each time."
    assert say(between) == "Between Defined and Aligned now; Defined in the round before."
    assert say(clearer[:1]).startswith("Undefined, by the first round.")


def test_the_gap_over_rounds_in_a_sentence() -> None:
    say = saying.of_gaps

    assert say([gap(1, 1.5), gap(2, -0.5)]) == (
        "The sides have come closer together: a step and a half apart on average in the first "
        "round, half a step in the last."
    )
    assert "farther apart" in say([gap(1, 0.25), gap(2, 1)])
    assert "much as in the first round" in say([gap(1, 1), gap(2, -1)])
    assert "The next round shows the trend" in say([gap(1, 1)])
    assert "too little to compare" in say([gap(1, None)])


def test_where_everything_stands_as_before_no_change_is_told() -> None:
    told = saying.of_gaps([gap(1, 1.5), gap(2, 1.5, Hold.HELD)])

    assert told == "Too few answered otherwise in the last round for a change to be shown."


def test_promises_meetings_and_thanks_in_a_sentence() -> None:
    work = (Work(side=Side.SALES, kept=9, late=2), Work(side=Side.MARKETING, kept=8, open=3))
    met = [MeetingMonth(month=DAY, held=8, cancelled=1, missed=1)]

    assert saying.of_work(work) == (
        "Of what came due in a year, sales kept 9 of 11 and marketing kept 8 of 8."
    )
    assert saying.of_work([Work(side=Side.SALES, open=1)]).startswith("Nothing")
    assert saying.of_work([Work(side=Side.SALES, kept=9, carried=1, late=2, dropped=2)]) == (
        "Of what came due or was dropped in a year, sales kept 9 of 13 (2 dropped)."
    )
    assert saying.of_meetings(met) == "Eight of ten planned meetings were held."
    assert saying.of_meetings([MeetingMonth(month=DAY, held=12)]).startswith("All 12")
    assert saying.of_thanks([ThanksMonth(month=DAY, sales=7, marketing=1)]) == (
        "Sales said thank you seven times, marketing once."
    )


def test_what_became_of_quarrels_in_a_sentence() -> None:
    assert saying.of_responses([]) == ""
    assert saying.of_responses([QuarrelMonth(month=DAY, done=2, dropped=1, waiting=1)]) == (
        "Of four quarrels kept in a year, two had their step done; one is not told of yet."
    )
    assert saying.of_responses([QuarrelMonth(month=DAY, done=1, not_yet=2)]) == (
        "Of three quarrels kept in a year, one had its step done; all are told of."
    )


def test_quarrels_that_came_back_in_a_sentence() -> None:
    back = [Recurring(str(n), f"Title {n}", 2 + n, 2026, 3) for n in range(2)]

    assert saying.of_quarrels(Quarrels()) == ""
    assert saying.of_quarrels(Quarrels(mine=2)) == "No quarrel came back this quarter."
    assert saying.of_quarrels(Quarrels(back=(back[0],))).endswith("this quarter: Title 0.")
    assert saying.of_quarrels(Quarrels(back=tuple(back))).startswith("Two kinds of quarrel")
