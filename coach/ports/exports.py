"""Agendas, minutes and single pages as files for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coach.domain.agenda import Action, Agenda
from coach.domain.invitation import Invitation
from coach.domain.meetings import Meeting
from coach.domain.one_page import OnePage
from coach.domain.progress import Steering


class Form(StrEnum):
    """What an agenda can be written as; the value is what people type."""

    MARKDOWN = "md"
    WORD = "docx"
    CALENDAR = "ics"
    PDF = "pdf"
    CSV = "csv"  # the actions, for a spreadsheet
    EMAIL = "email"  # plain text; its first line is the subject


@dataclass(frozen=True, slots=True)
class Export:
    """A finished file. `warnings` are plain sentences on what it could not hold as it was."""

    data: bytes
    file_name: str
    mime: str
    warnings: tuple[str, ...] = ()


class Exporter(Protocol):
    """Writes agendas and minutes, in memory. Lives as long as the app; safe from many threads."""

    def export(
        self,
        agenda: Agenda,
        form: Form,
        invitation: Invitation | None = None,
        actions: Sequence[Action] = (),
    ) -> Export:
        """Write `agenda`; `actions` are those of its series that are open.

        The same agenda at the same time gives the same bytes. Without an `invitation` a calendar
        file gets a UID made from title and start.

        Raises:
            QuestionError: a calendar file was asked for and no date is set.
        """
        ...

    def minutes(self, meeting: Meeting, form: Form) -> Export:
        """Write what came of a meeting that was held: decided, promised, noted, put off.

        As CSV it is the actions that were promised in it and are open.

        Raises:
            QuestionError: a calendar file was asked for.
        """
        ...

    def page(self, page: OnePage, form: Form, name: str) -> Export:
        """Write a page as Markdown, Word or PDF; its file's name begins with `name`.

        Raises:
            QuestionError: another form was asked for.
        """
        ...


class SteeringPages(Protocol):
    """Writes the page for a steering meeting. Lives as long as the app; safe from many threads."""

    def export(self, page: Steering) -> Export:
        """Write it as a PDF of exactly one page; what has no room ends in dots."""
        ...
