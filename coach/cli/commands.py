"""The commands of `coach`; heavy parts are imported only by those that need them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.cli.archive import export, restore
from coach.cli.counted import leads, stage
from coach.cli.objects import answer_object, check_object, error_object, report_object
from coach.cli.terminal import Json, print_object, read_text, say, usage
from coach.domain.stages import Side, Stage
from coach.errors import CoachError, MeetingError, NoMeeting
from coach.ports.exports import Form
from coach.settings import ROOT, load_settings

app = typer.Typer(
    name="coach",
    help="Accord: a coach for the people between sales and marketing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; a known error is one sentence and the next step, with exit 1."""
    as_json = "--json" in sys.argv
    try:
        app()
    except CoachError as exc:
        if as_json:
            print_object(error_object(exc))
        else:
            say(f"{exc.message} {exc.next_step}")
        raise SystemExit(1) from None
    except BrokenPipeError:
        raise SystemExit(0) from None


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="The question; `-` reads it from standard input.")],
    history: Annotated[
        Path | None, typer.Option(help='JSON file: [{"role": "user", "content": "..."}, ...]')
    ] = None,
    stage: Annotated[Stage | None, typer.Option(help="Where the two teams stand.")] = None,
    side: Annotated[Side | None, typer.Option(help="Whose question it is.")] = None,
    as_json: Json = False,
) -> None:
    """Ask the coach a question."""
    from coach.cli.asking import ask_once
    from coach.cli.conflicts import conflict_object

    try:
        answer, analysis = ask_once(
            read_text(text), history, stage, side, stream=not as_json, say=say
        )
    except ValueError as exc:
        usage(str(exc))
    for warning in answer.warnings:
        say(f"Note: {warning}")
    if as_json:
        conflict = {} if analysis is None else {"conflict": conflict_object(analysis)}
        print_object({**answer_object(answer), **conflict})


@app.command()
def agenda(
    text: Annotated[str, typer.Argument(help="What the meeting is for; `-`: standard input.")],
    stage: Annotated[Stage | None, typer.Option(help="Where the two teams stand.")] = None,
    minutes: Annotated[str | None, typer.Option(help="Its length, 5 to 480.")] = None,
    person: Annotated[
        list[str] | None, typer.Option(help="Who comes, NAME:SIDE:ROLE; may be repeated.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="Day and time, 2026-12-01T15:00.")] = None,
    tz: Annotated[str | None, typer.Option(help="Its time zone, Europe/Berlin.")] = None,
    weekly: Annotated[bool, typer.Option("--weekly", help="It is held every week.")] = False,
    form: Annotated[Form | None, typer.Option("--format", help="What to write it as.")] = None,
    file: Annotated[Path | None, typer.Option("-o", "--output", help="File to write.")] = None,
    as_json: Json = False,
) -> None:
    """Draft an agenda whose minutes add up; what an option says holds over the text."""
    from coach.cli.agendas import Request, draft

    request = Request(
        text=read_text(text), stage=stage, minutes=minutes, persons=person or (), start=start,
        zone=tz, weekly=weekly,
    )  # fmt: skip
    try:
        draft(request, form, file, as_json=as_json)
    except NoMeeting as exc:
        answered = report_object(f"{exc.message} {exc.next_step}", [])
        if as_json:
            print_object({**answered, "kind": exc.kind})
        else:
            typer.echo(answered["answer"])
    except MeetingError as exc:
        usage(f"{exc.message} {exc.next_step}")
    except ValueError as exc:
        usage(str(exc))


@app.command()
def conflict(
    file: Annotated[
        Path | None,
        typer.Argument(help="A .txt, .md, .eml or .docx; none or `-`: standard input."),
    ] = None,
    side: Annotated[
        Side | None, typer.Option(help="Whose side you are on; `other` for neither.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Look at both sides of a quarrel: facts, needs, cause, one next step, the words."""
    from coach.cli.conflicts import mediate_once

    if side is Side.BOTH:
        usage("Nobody pastes for both sides: --side is sales, marketing or other.")
    try:
        mediate_once(file, side, as_json=as_json)
    except ValueError as exc:
        usage(str(exc))


app.command()(leads)
app.command()(stage)
app.command()(export)
app.command()(restore)


@app.command()
def index(as_json: Json = False) -> None:
    """Bring the index up to date with the notes, embedding only what changed."""
    from coach.cli.indexing import index_notes

    text, figures = index_notes(say)
    if as_json:
        print_object(report_object(text, [], index=figures))
    else:
        typer.echo(text)


@app.command()
def check(as_json: Json = False) -> None:
    """Check every note; name file, line and reason of each fault."""
    from coach.playbook.checking import check_knowledge
    from coach.services.checking.claims import unsourced

    settings = load_settings()
    report = check_knowledge(settings.shipped, unsourced, settings.knowledge)
    if as_json:
        print_object(check_object(report.text, list(report.faults)))
    else:
        typer.echo("\n".join([*report.faults, report.text]))
    if report.faults:
        raise typer.Exit(1)


@app.command()
def doctor(
    purge: Annotated[
        bool, typer.Option("--purge", help="Delete backups and kept-aside files over 14 days old.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what works, what doesn't, and what to do: model, embedder, database, index, notes."""
    from coach.bootstrap import build_checkup
    from coach.services.checkup import summary

    reports = build_checkup(load_settings(), purge=purge).run()
    if as_json:
        parts = [{"part": r.part, "works": r.works, "says": r.says, "do": r.do} for r in reports]
        bad = [f"{r.part}: {r.says}" for r in reports if not r.works]
        print_object(report_object(summary(reports), bad, parts=parts))
        return
    for report in reports:
        typer.echo(f"{'ok' if report.works else 'NO'}  {report.part:<9} {report.says}")
        if report.do:
            typer.echo(f"    {'':<9} {report.do}")
    typer.echo(summary(reports))


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8501,
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the coach in the browser's reach."""
    from coach.settings import quiet_libraries

    quiet_libraries()
    sys.argv = [
        "streamlit", "run", str(ROOT / "app.py"),
        f"--server.port={port}", f"--server.address={address}",
    ]  # fmt: skip
    from streamlit.web.cli import main as streamlit

    say(f"Accord opens at http://{address}:{port} (Ctrl-C ends it).")
    streamlit()


@app.command("eval")
def evaluate(
    part: Annotated[
        str | None,
        typer.Argument(
            help="questions, boundaries, grounding, agendas, agenda_phrases, conflicts, names or"
            " stages."
        ),
    ] = None,
    artifacts: Annotated[
        Path, typer.Option(help="Folder of the report (eval/report.html in it).")
    ] = ROOT / "artifacts",
) -> None:
    """Measure the coach on the cases in `evals/`, print the tables, write a page of it all."""
    from coach.evaluation.report import Evaluation
    from coach.evaluation.writing import write_report

    try:
        run = Evaluation(load_settings(), ROOT / "evals", part)
        for line in run:
            typer.echo(line)
    except ValueError as exc:
        usage(str(exc))
    try:
        say(f"Report: {write_report(run.measured, artifacts, part)}")
    except OSError as exc:
        say(f"The report could not be written: {exc}")
