"""What every command of `coach` reads from and writes to the terminal."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, NoReturn

import typer

Json = Annotated[bool, typer.Option("--json", help="Print exactly one JSON object.")]


def read_text(text: str) -> str:
    """Return a text as typed; `-` stands for what comes on standard input."""
    return sys.stdin.read() if text == "-" else text


def say(line: str) -> None:
    """Print a line for people: standard output holds the result alone."""
    typer.echo(line, err=True)


def usage(line: str) -> NoReturn:
    """End the command with 2: what was typed cannot be done, and why."""
    say(line)
    raise typer.Exit(2)


def print_object(value: dict[str, Any]) -> None:
    """Print the one JSON object of a command."""
    typer.echo(json.dumps(value, ensure_ascii=False))
