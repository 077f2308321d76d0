"""Who rewrites an agenda that code has drafted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from coach.domain.agenda import Agenda
from coach.domain.names import NameChoices
from coach.domain.passages import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """One question as an editor proposes it: nothing in it is checked.

    `source` is the number, from 1, of the draft's question it comes from; `None`: it is new.
    `minutes` is what it would like to have, `None` where it doesn't say.
    """

    question: str
    source: int | None = None
    outcome: str = ""
    owner: str = ""
    prework: str = ""
    done_when: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What an editor wrote: its rows, or none and in `fault` why it could not be read.

    `text` is the reply as it came. No rows and no fault: somebody cancelled.
    """

    rows: tuple[Row, ...] = ()
    fault: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class EditTask:
    """What an editor works on: what was asked for, the code's draft, the passages behind it.

    `written` is what it wrote before and `faults` what is wrong with that; empty the first time.
    `names` is what the asker chose for the names of people.
    """

    brief: str
    draft: Agenda
    passages: Sequence[Passage] = ()
    written: str = ""
    faults: tuple[str, ...] = ()
    names: NameChoices = field(default_factory=NameChoices)


class Edit(Protocol):
    """One reply being written. Lives as long as it."""

    def reply(self) -> Reply:
        """Wait for the reply and return it.

        Raises:
            AuthorError: the endpoint failed.
        """
        ...

    def cancel(self) -> None:
        """Stop it; safe from any thread, more than once, and after the end."""
        ...


class Editor(Protocol):
    """Proposes another version of an agenda. Lives as long as the app; safe from many threads."""

    def edit(self, task: EditTask) -> Edit:
        """Begin an edit; nothing is sent before its reply is asked for."""
        ...
