"""`coach stage`: the answers of both sides from a file, weighed exactly."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import typer

from coach.bootstrap.knowledge import read_knowledge
from coach.cli.objects import report_object
from coach.cli.terminal import print_object, say
from coach.domain.disclosure import LEAST_ANSWERS
from coach.domain.pictures import picture_of
from coach.domain.scoring import Gap, Picture, Score
from coach.domain.standing import Evidence, Reply, Standing
from coach.services.standing.table import read_answers
from coach.services.standing.telling import told
from coach.services.standing.weighing import Weighing
from coach.settings import load_settings

_LONGEST = 1_000_000  # characters of a line; more is no table


def stage_once(file: Path, replies: Sequence[str], *, as_json: bool) -> None:
    """Weigh the answers in the file and print what comes of it; nothing is stored.

    Raises:
        ValueError: the file or a reply cannot be used, and why.
        CoachError: the survey cannot be read.
    """
    known = read_knowledge(load_settings())
    given = dict(_reply(pair) for pair in replies)
    picture = picture_of(read_answers(_lines(file), known.survey), known.survey)
    standing = Weighing(known.survey, known.playbook).of(picture, given)
    unknown = set(given) - {condition.id for condition in standing.advice.conditions}
    if unknown:
        raise ValueError(f"Nothing asks for the reply `{min(unknown)}` at this stage.")
    warnings = [*known.warnings, *_few(picture)]
    text = told(picture, standing, known.survey)
    for warning in warnings:
        say(f"Note: {warning}")
    if as_json:
        report = report_object(text, warnings, stage=stage_object(picture, standing))
        print_object({**report, "kind": "stage"})
    else:
        typer.echo(text)


def stage_object(picture: Picture, standing: Standing) -> dict[str, Any]:
    """Return where a team stands as JSON; scores have two decimals, shares sum to 1."""
    return {
        "sales": _score(picture.sales),
        "marketing": _score(picture.marketing),
        "team": _score(picture.team),
        "gaps": [_gap(gap) for gap in picture.gaps],
        "verdict": standing.code,
        "stay_or_move": standing.advice.choice.value,
        "reasons": list(standing.advice.reasons),
        "evidence": [
            *(_evidence(one, "for") for one in standing.evidence),
            *(_evidence(one, "against") for one in standing.against),
        ],
    }


def _lines(file: Path) -> Iterator[str]:
    """Yield the file's lines without holding more than one; a byte order mark says the encoding."""
    try:
        with file.open("rb") as opened:
            start = opened.read(2)
        wide = start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        with file.open(encoding="utf-16" if wide else "utf-8-sig", newline="") as text:
            number = 0
            while line := text.readline(_LONGEST):
                number += 1
                if len(line) == _LONGEST:
                    raise ValueError(f"Line {number} is longer than any row of answers.")
                yield line
    except OSError as exc:
        raise ValueError(f"`{file}` cannot be read: {exc.strerror or exc}.") from exc
    except UnicodeError as exc:
        raise ValueError(f"`{file}` is no text in UTF-8; save it as CSV UTF-8.") from exc


def _reply(pair: str) -> tuple[str, Reply]:
    name, _, said = pair.partition("=")
    try:
        return name.strip().lower(), Reply(said.strip().lower())
    except ValueError as exc:
        raise ValueError(f"`{pair}` is no reply; write ID=yes, ID=no or ID=unsure.") from exc


def _few(picture: Picture) -> Iterator[str]:
    for side, score in (("Sales", picture.sales), ("Marketing", picture.marketing)):
        if score.n < LEAST_ANSWERS:
            noun = "answer" if score.n == 1 else "answers"
            yield (
                f"{side} has {score.n} {noun}. Below {LEAST_ANSWERS} a side one person can tip the"
                " result, and others may tell who said what: don't pass it on."
            )


def _score(score: Score) -> dict[str, Any]:
    return {
        "n": score.n,
        "score": _decimal(score.score),
        "unknown": score.unknown,
        "distribution": {stage.value: float(p) for stage, p in score.distribution.items()},
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "statement": gap.of,
        "sales": _decimal(gap.sales),
        "marketing": _decimal(gap.marketing),
        "gap": _decimal(gap.gap),
    }


def _evidence(one: Evidence, speaks: str) -> dict[str, Any]:
    return {
        "statement": one.statement,
        "side": one.side.value,
        "score": _decimal(one.value),
        "stage": one.stage.value,
        "text": f"{one.text} {one.anchor}",
        "speaks": speaks,
    }


def _decimal(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 2))
