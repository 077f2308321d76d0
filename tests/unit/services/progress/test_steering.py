"""What is asked of the steering group, and what it gets to see."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from coach.domain.progress import Dashboard, GapStep, Hold, MeetingMonth, StageStep, Work
from coach.domain.stages import Side, Stage
from coach.services.progress.steering import steering

DAY = date(2026, 9, 1)


def step(number: int, *verdict: Stage) -> StageStep:
    return StageStep(
        round=str(number), on=DAY.replace(month=number), verdict=verdict,
        distribution=dict.fromkeys(Stage, Fraction(1, 4)), low=verdict[0], high=verdict[-1],
        team=None, sales=None, marketing=None,
    )  # fmt: skip


def gap(part: str, apart: float | None, month: int = 9) -> GapStep:
    marketing = None if apart is None else 2 + Fraction(apart)
    return GapStep(
        round="1", on=DAY.replace(month=month), dimension=part, sales=Fraction(2),
        marketing=marketing, hold=Hold.NEW,
    )  # fmt: skip


def test_with_nothing_yet_the_group_is_asked_to_have_both_sides_asked() -> None:
    page = steering(Dashboard(), "Where we stand", "1 September 2026")

    assert page.stage == page.gap == page.kept == ""
    assert page.asked == (
        "Have both sides asked, so that the next decision rests on what they see.",
    )


def test_the_widest_gaps_of_the_last_round_come_first() -> None:
    gaps = (gap("Old", 3, 2), gap("A", -0.5), gap("B", 1), gap("C", None), gap("D", 0.25))
    page = steering(Dashboard(stages=(step(9, Stage.DEFINED),), gaps=gaps), "T", "")

    assert [one.dimension for one in page.gaps] == ["B", "A", "D"]
    assert page.asked == ("Name who settles “B”: there the two sides see most apart.",)


def test_late_promises_missed_meetings_and_a_verdict_between_two_are_brought_up() -> None:
    found = Dashboard(
        stages=(step(9, Stage.DEFINED, Stage.ALIGNED),),
        work=(Work(side=Side.SALES, kept=1, late=2), Work(side=Side.MARKETING, kept=1)),
        meetings=(MeetingMonth(month=DAY, held=2, missed=2),),
    )
    asked = steering(found, "T", "").asked

    assert [line.split()[0] for line in asked] == ["Decide", "Ask", "Protect"]


def test_only_the_last_rounds_are_drawn_and_a_calm_team_asks_for_nothing() -> None:
    found = Dashboard(stages=tuple(step(number, Stage.DEFINED) for number in range(1, 9)))
    page = steering(found, "T", "")

    assert [one.round for one in page.stages] == ["5", "6", "7", "8"]
    assert page.asked[0].startswith("Nothing today")
