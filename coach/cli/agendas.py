"""`coach agenda`: one brief and what its options say, drafted and written as a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import typer

from coach.bootstrap import Services, build_services
from coach.cli.indexing import embed_notes
from coach.cli.objects import NO_SECONDS, agenda_object, report_object
from coach.cli.terminal import print_object, say
from coach.domain.agenda import Agenda, Repeat
from coach.domain.answers import AnswerKind
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.stages import Stage
from coach.domain.status import Use
from coach.domain.text import clean
from coach.errors import CoachError, QuestionError
from coach.ports.exports import Form
from coach.services.agendas.reading import minutes_of, parse_person, read_brief, start_of
from coach.settings import load_settings

BINARY = (Form.WORD, Form.PDF)
NO_DATE = "A calendar file needs a day and a time: add --start 2026-12-01T15:00 --tz Europe/Berlin."
IN_UTC = "The time was taken as UTC; --tz names another zone."


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command was given; an option left out is `None` or empty."""

    text: str
    stage: Stage | None = None
    minutes: str | None = None
    persons: Sequence[str] = ()
    start: str | None = None
    zone: str | None = None
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """An agenda, written in the form asked for, with the seconds it took and what to be told."""

    agenda: Agenda
    data: bytes
    markdown: str
    seconds: float
    warnings: tuple[str, ...]


def draft(request: Request, form: Form | None, file: Path | None, *, as_json: bool) -> None:
    """Draft an agenda and print it, as an object or in its form, or write it to `file`.

    Nothing is kept and the brief stays on this machine. Without `form` the file's ending tells it.

    Raises:
        MeetingError: no meeting can be so, or none should be held about this.
        ValueError: the form needs a file or a date, or the file cannot be written.
        CoachError: there is nothing to read, or the records or the search failed.
    """
    made = _make(request, _form(form, file))
    if file is not None:
        _write(file, made.data)
    for warning in made.warnings:
        say(f"Note: {warning}")
    if as_json:
        told = report_object(made.markdown, list(made.warnings), agenda=agenda_object(made.agenda))
        seconds = {**NO_SECONDS, "total": round(made.seconds, 4)}
        print_object({**told, "kind": AnswerKind.AGENDA.value, "seconds": seconds})
    elif file is None:
        typer.echo(made.data.decode(), nl=False)


def _form(named: Form | None, file: Path | None) -> Form:
    """Return the form asked for, else that of the file's ending, else Markdown."""
    ending = file.suffix.lower().lstrip(".") if file is not None else ""
    form = named or (Form(ending) if ending in set(Form) else Form.MARKDOWN)
    if form in BINARY and file is None:
        raise ValueError(f"A .{form} file is no text: name the file with -o FILE.")
    return form


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as exc:
        raise ValueError(f"{file} cannot be written: {exc.strerror}.") from exc
    say(f"Written: {file}")


def _make(request: Request, form: Form) -> _Made:
    brief = _brief(request, datetime.now(UTC))  # first: what can't be is said at once
    if form is Form.CALENDAR and brief.start is None:
        raise ValueError(NO_DATE)
    services = build_services(load_settings(), background=False, embed=False)
    try:
        _embed(services)
        began = perf_counter()
        agenda = services.agendas.draft(brief)
        seconds = perf_counter() - began
        export = services.agendas.exporter.export
        file, text = export(agenda, form), export(agenda, Form.MARKDOWN)
        in_utc = agenda.start is not None and request.zone is None and agenda.zone == "UTC"
        warnings = (*services.warnings, *agenda.warnings, *file.warnings, *[IN_UTC] * in_utc)
        return _Made(agenda, file.data, text.data.decode(), seconds, warnings)
    finally:
        services.close()


def _brief(request: Request, now: datetime) -> MeetingBrief:
    """Read the text; what an option says holds over it."""
    text = clean(request.text)
    if not text:
        raise QuestionError(
            "There is nothing to read in that brief.", "Say in a sentence what the meeting is for."
        )
    said = read_brief(text, now, request.zone or "UTC")
    zone = request.zone or said.zone
    start, told = said.start, said.warnings
    if request.start is not None:
        given = start_of(request.start, zone, now)
        start, zone, told = given.when, given.zone, (*told, *given.warnings)
    people = tuple(parse_person(" ".join(clean(person).split())) for person in request.persons)
    return replace(
        said,
        minutes=said.minutes if request.minutes is None else minutes_of(request.minutes),
        stage=request.stage,
        people=people or said.people,
        headcount=None if people else said.headcount,  # who is named owns the questions
        start=start,
        zone=zone,
        repeat=Repeat.WEEKLY if request.weekly else said.repeat,
        warnings=told,
    )


def _embed(services: Services) -> None:
    """Make the vectors where that is done here; a brief is never searched for elsewhere."""
    if any(place.use is Use.SEARCHING for place in services.remote):
        return
    with suppress(CoachError):  # without vectors the search is by keyword
        embed_notes(services, say)
