"""The port `Exporter`: one agenda in, one file out."""

from __future__ import annotations

from collections.abc import Sequence

from coach.adapters.exports.action_sheet import action_sheet
from coach.adapters.exports.calendar import calendar
from coach.adapters.exports.email import email
from coach.adapters.exports.markdown import markdown
from coach.adapters.exports.pdf import pdf
from coach.adapters.exports.plain import file_name
from coach.adapters.exports.sheet import sheet
from coach.adapters.exports.word import word
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
        data: bytes = b""
        warnings: tuple[str, ...] = ()
        match form:
            case Form.MARKDOWN:
                data = markdown(lines).encode()
            case Form.EMAIL:
                data = email(lines).encode()
            case Form.CSV:
                data = action_sheet(actions)
            case Form.CALENDAR:
                data, warnings = calendar(agenda, lines, invitation, self._clock.now())
            case Form.WORD:
                data = word(lines, self._clock.now())
            case Form.PDF:
                data, warnings = pdf(lines, self._clock.now())
        first = {Form.CSV: "actions", Form.EMAIL: "e-mail"}.get(form, "agenda")
        when = lines.start.date() if lines.start else None
        name = file_name(lines.title, when, ENDING.get(form, form.value), first)
        return Export(data, name, MIME[form], warnings)
