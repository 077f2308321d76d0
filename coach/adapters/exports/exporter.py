"""The port `Exporter`: one agenda in, one file out."""

from __future__ import annotations

from collections.abc import Sequence

from coach.adapters.exports.action_sheet import action_sheet
from coach.adapters.exports.email import email
from coach.adapters.exports.markdown import markdown
from coach.adapters.exports.plain import file_name
from coach.adapters.exports.sheet import Sheet, sheet
from coach.domain.agenda import Action, Agenda
from coach.domain.invitation import Invitation
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
        data, warnings = self._written(agenda, lines, form, invitation)
        first = {Form.CSV: "actions", Form.EMAIL: "e-mail"}.get(form, "agenda")
        when = lines.start.date() if lines.start else None
        name = file_name(lines.title, when, ENDING.get(form, form.value), first)
        return Export(data, name, MIME[form], warnings)

    def _written(
        self, agenda: Agenda, lines: Sheet, form: Form, invitation: Invitation | None
    ) -> tuple[bytes, tuple[str, ...]]:
        """Return the file and its warnings; a large library is read when a form first needs it."""
        now = self._clock.now()
        match form:
            case Form.MARKDOWN:
                return markdown(lines).encode(), ()
            case Form.EMAIL:
                return email(lines).encode(), ()
            case Form.CSV:
                return action_sheet(lines.actions), ()
            case Form.CALENDAR:
                from coach.adapters.exports.calendar import calendar

                return calendar(agenda, lines, invitation, now)
            case Form.WORD:
                from coach.adapters.exports.word import word

                return word(lines, now), ()
            case Form.PDF:
                from coach.adapters.exports.pdf import pdf

                return pdf(lines, now)
