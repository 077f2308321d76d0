"""`coach`: the same services as the page, from a terminal."""

from coach.cli.commands import main

__all__ = ["main"]
