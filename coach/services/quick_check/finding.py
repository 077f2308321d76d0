"""What one person's short check comes to: a stage with wide uncertainty, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.domain.odds import alone
from coach.domain.readings import read_sides
from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage
from coach.domain.standing import verdict_of
from coach.domain.survey import Response, Statement, Survey


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person sees in one situation, in the survey's words."""

    statement: Statement
    stage: Stage

    @property
    def anchor(self) -> str:
        """The line that was chosen."""
        return self.statement.anchors[self.stage]


@dataclass(frozen=True, slots=True)
class Checked:
    """One view only: `verdict` is empty where the person could tell nothing.

    `evidence` speaks for the verdict, `against` doesn't, `unknown` could not be told.
    """

    verdict: tuple[Stage, ...]
    distribution: Distribution
    evidence: tuple[Seen, ...]
    against: tuple[Seen, ...]
    unknown: tuple[Statement, ...]


def checked(survey: Survey, answers: Mapping[str, int | None]) -> Checked:
    """Return what the answers to the short check come to, by the rule that rounds go by."""
    reading = read_sides([Response(Side.OTHER, answers)], survey)[Side.OTHER]
    distribution = alone(reading)
    known = {of: list(Stage)[value - 1] for of, value in answers.items() if value}
    verdict = verdict_of(distribution) if known else ()
    seen = [Seen(one, known[one.id]) for one in survey.quick if one.id in known]
    return Checked(
        verdict=verdict,
        distribution=distribution,
        evidence=tuple(one for one in seen if one.stage in verdict),
        against=tuple(one for one in seen if one.stage not in verdict),
        unknown=tuple(one for one in survey.quick if one.id not in known),
    )
