"""The commands that count: leads from a target, the stage from answers. Nothing is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.objects import report_object
from coach.cli.terminal import Json, print_object, usage


def leads(
    given: Annotated[
        list[str],
        typer.Argument(help="target=2.4e6 deal=30000 win=0.2 share=0.4 mql_to_opp=0.15, or words."),
    ],
    as_json: Json = False,
) -> None:
    """Work back from a revenue target to the leads it takes."""
    from coach.cli.leads import calculate, leads_object

    try:
        plan, text = calculate(given)
    except ValueError as exc:
        usage(str(exc))
    if as_json:
        calculated = report_object(text, [], leads=leads_object(plan))
        print_object({**calculated, "kind": "calculation"})
    else:
        typer.echo(text)


def stage(
    answers: Annotated[
        Path, typer.Option(help="CSV with the columns side, q01 to q16: 1 to 4, dk or blank.")
    ],
    reply: Annotated[
        list[str] | None,
        typer.Option(help="To a question on staying or moving, ID=yes; may be repeated."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say where both sides stand by their answers, and whether to move at all."""
    from coach.cli.stages import stage_once

    try:
        stage_once(answers, reply or (), as_json=as_json)
    except ValueError as exc:
        usage(str(exc))
