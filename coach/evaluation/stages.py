"""The stage of simulated teams: how often it is found, and whether the stated shares hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.disclosure import disclosed
from coach.domain.pictures import picture_of
from coach.domain.scoring import Distribution
from coach.domain.stages import Stage
from coach.domain.standing import verdict_of
from coach.domain.survey import Survey
from coach.evaluation.counting import Count
from coach.evaluation.simulated import Half, Simulation, simulated

HALVES: tuple[Half, ...] = ("tuned", "reported")
AT = 5  # people a side whom the bar is for
SHOWN = 1000  # teams of these whose picture is also looked at as a page shows it
LEAST_IN_BIN = 200  # fewer tell nothing to within a few points
OFF = 0.05  # a stated share may be off by this
_BINS = 10


@dataclass(frozen=True, slots=True)
class JudgedTeam:
    """A team of a known stage with what came of its answers; `shown` only for some."""

    half: Half
    a_side: int
    stage: Stage
    found: Distribution
    shown: Distribution | None = None

    @property
    def right(self) -> bool:
        """Whether its stage was named, and no other beside it."""
        return verdict_of(self.found) == (self.stage,)

    @property
    def said(self) -> float:
        """The share of the likeliest stage."""
        return float(max(self.found.values()))

    @property
    def likeliest(self) -> bool:
        """Whether that is its stage."""
        return self.found[self.stage] == max(self.found.values())


@dataclass(frozen=True, slots=True)
class Bin:
    """Teams whose likeliest stage had about the same share: what was said, and what was so."""

    teams: int
    said: float
    so: float

    @property
    def holds(self) -> bool:
        """Whether the share was stated rightly."""
        return abs(self.said - self.so) <= OFF


def judge(survey: Survey, simulation: Simulation) -> list[JudgedTeam]:
    """Make the teams of both halves and find out where they stand."""
    return [
        team
        for half in HALVES
        for a_side in simulation.teams
        for team in _judged(survey, simulation, a_side, half)
    ]


def _judged(
    survey: Survey, simulation: Simulation, a_side: int, half: Half
) -> Iterator[JudgedTeam]:
    for number, (stage, answers) in enumerate(simulated(survey, simulation, a_side, half)):
        found = picture_of(answers, survey).team.distribution
        shown = None
        if a_side == AT and number < SHOWN:
            (seen,) = disclosed([answers], survey)
            shown = seen.picture.team.distribution if seen.picture is not None else None
        yield JudgedTeam(half, a_side, stage, found, shown)


def right(judged: Sequence[JudgedTeam], a_side: int = AT) -> Count:
    """Return how many teams of this size had their stage named."""
    here = [team.right for team in judged if team.a_side == a_side]
    return Count(sum(here), len(here))


def right_as_shown(judged: Sequence[JudgedTeam]) -> Count:
    """Return how many had it named by what a page shows of them."""
    here = [verdict_of(t.shown) == (t.stage,) for t in judged if t.shown is not None]
    return Count(sum(here), len(here))


def bins(judged: Sequence[JudgedTeam]) -> list[Bin]:
    """Return the teams of all sizes by the share of their likeliest stage, in steps of a tenth.

    Steps with too few teams to tell are left out.
    """
    sorted_in: dict[int, list[JudgedTeam]] = {}
    for team in judged:
        sorted_in.setdefault(min(_BINS - 1, int(team.said * _BINS)), []).append(team)
    return [
        Bin(
            teams=len(here),
            said=sum(team.said for team in here) / len(here),
            so=sum(team.likeliest for team in here) / len(here),
        )
        for _, here in sorted(sorted_in.items())
        if len(here) >= LEAST_IN_BIN
    ]


def holding(judged: Sequence[JudgedTeam]) -> Count:
    """Return in how many of the steps the stated share holds."""
    found = bins(judged)
    return Count(sum(one.holds for one in found), len(found))


def table(judged: Sequence[JudgedTeam]) -> str:
    """Return both halves as two Markdown tables: the stage by size, the shares by step."""
    sizes = ["| half | a side | right | as a page shows it |", "|---|---|---|---|"]
    shares = ["| half | teams | said | so |", "|---|---|---|---|"]
    for half in HALVES:
        here = [team for team in judged if team.half == half]
        for a_side in dict.fromkeys(team.a_side for team in here):
            seen = right_as_shown(here).text if a_side == AT else ""
            sizes.append(f"| {half} | {a_side} | {right(here, a_side).text} | {seen} |")
        shares += [
            f"| {half} | {one.teams} | {100 * one.said:.1f} % | {100 * one.so:.1f} % |"
            for one in bins(here)
        ]
    return "\n".join([*sizes, "", *shares])
