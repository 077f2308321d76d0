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
from coach.domain.answers import Answer, Check, Question, Segment
from coach.domain.stages import Side, Stage
from coach.errors import CoachError
from coach.settings import load_settings


def ask_once(
    text: str,
    history: Path | None,
    stage: Stage | None,
    side: Side | None,
    *,
    stream: bool,
    say: Callable[[str], None],
) -> Answer:
    """Answer one question; with `stream`, print sentences as soon as they are checked.

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
        return replace(answer, warnings=(*services.warnings, *answer.warnings))
    finally:
        services.close()


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
