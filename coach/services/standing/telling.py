"""Where a team stands, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from coach.domain.scoring import Distribution, Gap, Picture, Score
from coach.domain.standing import Advice, Evidence, Standing
from coach.domain.survey import Survey
from coach.services.standing.changing import named

_GAPS = 5  # told of all
_EVIDENCE = 3  # for it, and as many against


def told(picture: Picture, standing: Standing, survey: Survey) -> str:
    """Return the gap first, then the stage with its evidence, then whether to move."""
    texts = {statement.id: statement.text for statement in survey.statements}
    parts = [
        _stage(picture, standing),
        "\n".join(_gaps(picture.gaps, texts)),
        "\n".join(_evidence("For it:", standing.evidence)),
        "\n".join(_evidence("Against it:", standing.against)),
        "\n".join(["What would change it:", *(f"- {line}" for line in standing.would_change)]),
        "\n".join(_advice(standing.advice)),
    ]
    return "\n\n".join(part for part in parts if part)


def decimal(value: Fraction | None) -> str:
    """Return a score as people read it, with two decimals."""
    return "nobody knows" if value is None else f"{float(value):.2f}"


def _stage(picture: Picture, standing: Standing) -> str:
    verdict = named(standing.verdict)
    lines = [
        f"{verdict[:1].upper()}{verdict[1:]} ({_shares(standing.distribution)}).",
        _side("Sales", picture.sales),
        _side("Marketing", picture.marketing),
        f"Together: {decimal(picture.team.score)} of 4, both sides weighing the same.",
    ]
    if picture.other is not None:
        lines.append(f"{_side('Others', picture.other)} They count in nothing else here.")
    return "\n".join(lines)


def _side(name: str, score: Score) -> str:
    people = "1 person" if score.n == 1 else f"{score.n:,} people"
    told = f"{name}: {decimal(score.score)} of 4, {people}"
    return f"{told}, {score.unknown:,} answers unknown." if score.unknown else f"{told}."


def _shares(distribution: Distribution) -> str:
    return ", ".join(
        f"{stage.value.capitalize()} {_percent(share)}" for stage, share in distribution.items()
    )


def _percent(share: Fraction) -> str:
    """Return a share that never claims to be certain."""
    whole = round(100 * share)
    if whole in (0, 100):
        return "under 1 %" if whole == 0 else "over 99 %"
    return f"{whole} %"


def _gaps(gaps: Sequence[Gap], texts: dict[str, str]) -> Iterator[str]:
    yield "Where the sides differ most (marketing less sales):"
    for gap in gaps[:_GAPS]:
        if gap.gap is None:
            continue
        signed = f"{float(gap.gap):+.2f}".replace("-", "\N{MINUS SIGN}")
        yield (
            f"- {signed}  {gap.of}  {texts[gap.of]}"
            f" (sales {decimal(gap.sales)}, marketing {decimal(gap.marketing)})"
        )


def _evidence(head: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    if evidence:
        yield head
    for one in evidence[:_EVIDENCE]:
        yield f"- {one.side.value.capitalize()}, {one.statement}: {one.text} {one.anchor}"


def _advice(advice: Advice) -> Iterator[str]:
    yield f"Stay or move: {advice.choice.value}."
    yield from (f"- {reason}" for reason in advice.reasons)
    if advice.conditions:
        yield "Questions to answer with --reply ID=yes, no or unsure:"
        yield from (f"- {c.id}: {c.question}" for c in advice.conditions)
