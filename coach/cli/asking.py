"""`coach ask`: one question through the same pipeline as the page, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from coach.bootstrap import Services, build_services
from coach.cli.history import read_history
from coach.cli.indexing import embed_notes
from coach.domain.answers import Answer, AnswerKind, Check, Question, Segment
from coach.domain.conflict import Analysis
from coach.domain.stages import Side, Stage
from coach.errors import CoachError
from coach.services.conflicts.reporting import told
from coach.settings import load_settings


def ask_once(
    text: str,
    history: Path | None,
    stage: Stage | None,
    side: Side | None,
    *,
    stream: bool,
    say: Callable[[str], None],
) -> tuple[Answer, Analysis | None]:
    """Answer one question; with `stream`, print sentences as soon as they are checked.

    Where a quarrel was typed, its analysis comes with the answer, which then tells it as text.
    The first question after the notes changed waits for their vectors, telling `say` how far it is.
    Before anything leaves this machine, `say` is told where it goes.
    Its warnings tell of the start too: a note that was left out, records that cannot be read.

    Raises:
        ValueError: the history file is not one.
        CoachError: the question, the records or the search failed.
    """
    earlier = read_history(history) if history is not None else ()
    services = build_services(load_settings(), background=False, embed=False)
    try:
        for place in services.remote:
            say(str(place))
        with suppress(CoachError):  # without vectors the search says itself that it is by keyword
            embed_notes(services, say)
        answer = _answer(services, Question(text, earlier, stage, side), stream)
        answer = replace(answer, warnings=(*services.warnings, *answer.warnings))
        if answer.kind is not AnswerKind.CONFLICT:
            return answer, None
        return _mediated(services, answer, text, side, stream)
    finally:
        services.close()


def _mediated(
    services: Services, answer: Answer, text: str, side: Side | None, stream: bool
) -> tuple[Answer, Analysis | None]:
    """Read a quarrel for both sides; the first answer stands where it comes to nothing more."""
    today = services.coaching.clock.now().astimezone().date()
    outcome = services.conflicts.mediate(text, side, today)
    if not isinstance(outcome, Analysis):
        return answer, None
    titles = {note.id: note.title for note in services.playbook.notes}
    said = told(outcome, lambda note: titles.get(note, note))
    if stream:
        sys.stdout.write(f"\n{said}\n")
    warnings = (*answer.warnings, *outcome.warnings)
    return replace(answer, text=said, citations=outcome.citations, warnings=warnings), outcome


def _answer(services: Services, question: Question, stream: bool) -> Answer:
    memory = services.coaching.memory(services.identity.current())
    reply, shown = services.answering.start(question, memory), 0
    for segments in reply:
        if stream:
            shown = _show(segments, shown)
    if stream:
        _show(reply.answer.segments, shown)
        sys.stdout.write("\n")
        for citation in reply.answer.citations:
            sys.stdout.write(f"\n[{citation.n}] {citation.label}: {citation.heading}")
        sys.stdout.write("\n")
    return reply.answer


def _show(segments: tuple[Segment, ...], shown: int) -> int:
    """Print the segments after the first `shown` that are checked; return how many are printed."""
    for segment in segments[shown:]:
        if segment.check is Check.CHECKING:
            break
        sys.stdout.write(segment.standing)
        shown += 1
    sys.stdout.flush()
    return shown
