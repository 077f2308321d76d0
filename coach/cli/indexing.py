"""`coach index`: brings the index up to date, with progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach.bootstrap import Services, build_services
from coach.domain.status import Use
from coach.playbook.indexing import Progress
from coach.settings import load_settings

STEP = 500  # passages between two lines of progress


def index_notes(say: Callable[[str], None]) -> tuple[str, dict[str, Any]]:
    """Sync notes, records and indexes; return a sentence and its figures.

    Raises:
        CoachError: the records, the embedder or the index failed.
    """
    services = build_services(load_settings(), background=False, embed=False)
    try:
        for place in services.remote:  # who types the command has asked for it, knowing where
            if place.use is Use.SEARCHING:
                say(str(place))
        embed_notes(services, say)
        indexes = services.indexing.current
        kind = "words and meaning" if indexes.vectors is not None else "words only"
        count = len(indexes.passages)
        text = f"{count} passages of {len(services.playbook.notes)} notes, searched by {kind}."
        return text, {"passages": count, "vectors": indexes.vectors is not None}
    finally:
        services.close()


def embed_notes(services: Services, say: Callable[[str], None]) -> None:
    """Make the vectors that are missing, telling `say` how far it is.

    Raises:
        CoachError: the records, the embedder or the index failed.
    """
    told = -STEP

    def report(progress: Progress) -> None:
        nonlocal told
        if progress.done - told >= STEP or progress.over:
            told = progress.done
            say(f"{progress.name}: {progress.done} of {progress.total}")

    services.indexing.embed(report)
