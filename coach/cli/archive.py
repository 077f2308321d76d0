"""`coach export` and `coach restore`: everything in one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.objects import report_object
from coach.cli.terminal import Json, print_object, say, usage
from coach.errors import CoachError
from coach.settings import load_settings


def export(
    file: Annotated[Path, typer.Argument(help="Where to write it; must not be there yet.")],
    as_json: Json = False,
) -> None:
    """Write all you have with the coach into one file: conversations, meetings, plan, cases."""
    from coach.bootstrap.archive import exported

    try:
        file.touch(mode=0o600, exist_ok=False)  # for its owner's eyes alone
    except FileExistsError:
        usage(f"{file} is there already; name another file.")
    except OSError as exc:
        usage(f"{file} cannot be written: {exc.strerror}.")
    rows = -1  # the first line names the format
    try:
        with file.open("w", encoding="utf-8", newline="\n") as out:
            for line in exported(load_settings()):
                out.write(f"{line}\n")
                rows += 1
    except (CoachError, OSError) as exc:
        file.unlink(missing_ok=True)  # half an export would pass for a whole one
        if isinstance(exc, CoachError):
            raise
        usage(f"{file} cannot be written: {exc.strerror}.")
    _tell(f"Written: {file}, {rows:,} rows. Whoever can read it reads what you typed.", as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `coach export` wrote.")],
    as_json: Json = False,
) -> None:
    """Bring back what `coach export` wrote; what is there already stays as it is."""
    from coach.bootstrap.archive import restored

    try:
        # A text may hold other signs that end a line; here only the line feed does.
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        usage(f"{file} is no export.")
    except OSError as exc:
        usage(f"{file} cannot be read: {exc.strerror}.")
    added = restored(load_settings(), lines)
    _tell(f"{added:,} rows were added; the rest was there." if added else _NOTHING, as_json)


_NOTHING = "Nothing was added: all of it is there already."


def _tell(text: str, as_json: bool) -> None:
    if as_json:
        print_object(report_object(text, []))
    else:
        say(text)
