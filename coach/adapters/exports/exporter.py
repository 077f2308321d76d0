"""The port `Exporter`: one agenda or held meeting in, one file out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coach.adapters.exports.action_sheet import action_sheet
from coach.adapters.exports.email import email
from coach.adapters.exports.markdown import markdown
from coach.adapters.exports.minutes import minutes, still_open
from coach.adapters.exports.one_page import sheet_of
from coach.adapters.exports.plain import file_name
from coach.adapters.exports.sheet import Sheet, sheet
from coach.domain.agenda import Action, Agenda
from coach.domain.invitation import Invitation
from coach.domain.meetings import Meeting
from coach.domain.one_page import OnePage
from coach.errors import QuestionError
from coach.ports.exports import Export, Form
from coach.ports.system import Clock

MIME = {
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.CALENDAR: "text/calendar; charset=utf-8",
    Form.PDF: "application/pdf",
    Form.CSV: "text/csv; charset=utf-8",
    Form.EMAIL: "text/plain; charset=utf-8",
}
ENDING = {Form.EMAIL: "txt"}


class AgendaExporter:
    """Writes every form in memory. Lives as long as the app; safe from many threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def export(
        self,
        agenda: Agenda,
        form: Form,
        invitation: Invitation | None = None,
        actions: Sequence[Action] = (),
    ) -> Export:
        """Write `agenda` as `form`."""
        lines = sheet(agenda, actions)
        if form is Form.CALENDAR:
            from coach.adapters.exports.calendar import calendar

            file = calendar(agenda, lines, invitation, self._clock.now())
        else:
            file = self._written(lines, form)
        return _named(file, form, lines.title, lines.start, "agenda")

    def minutes(self, meeting: Meeting, form: Form) -> Export:
        """Write the minutes of `meeting` as `form`."""
        lines = minutes(meeting)
        if form is Form.CSV:
            file: tuple[bytes, tuple[str, ...]] = action_sheet(still_open(meeting)), ()
        else:
            file = self._written(lines, form)
        return _named(file, form, meeting.agenda.title, lines.start, "minutes")

    def page(self, page: OnePage, form: Form, name: str) -> Export:
        """Write a page as `form`."""
        if form not in (Form.MARKDOWN, Form.WORD, Form.PDF):
            raise QuestionError("A page is a text.", "Take Markdown, Word or PDF.")
        return _named(self._written(sheet_of(page), form), form, page.title, None, name)

    def _written(self, lines: Sheet, form: Form) -> tuple[bytes, tuple[str, ...]]:
        """Return the file and its warnings; a large library is read when a form first needs it."""
        now = self._clock.now()
        match form:
            case Form.MARKDOWN:
                return markdown(lines).encode(), ()
            case Form.EMAIL:
                return email(lines).encode(), ()
            case Form.CSV:
                return action_sheet(lines.actions), ()
            case Form.WORD:
                from coach.adapters.exports.word import word

                return word(lines, now), ()
            case Form.PDF:
                from coach.adapters.exports.pdf import pdf

                return pdf(lines, now)
            case Form.CALENDAR:
                raise QuestionError(
                    "A meeting that was held has no calendar file.", "Take another form."
                )


def _named(
    file: tuple[bytes, tuple[str, ...]],
    form: Form,
    title: str,
    start: datetime | None,
    what: str,
) -> Export:
    data, warnings = file
    first = {Form.CSV: "actions", Form.EMAIL: "e-mail"}.get(form, what)
    when = start.date() if start else None
    name = file_name(title, when, ENDING.get(form, form.value), first)
    return Export(data, name, MIME[form], warnings)
