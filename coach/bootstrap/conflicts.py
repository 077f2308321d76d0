"""The wired services for quarrels: what page and command line hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coach.adapters.keyword import keyword_index
from coach.adapters.uploads import FileUploads
from coach.adapters.words import Words
from coach.bootstrap.knowledge import Knowledge
from coach.domain.stages import Side
from coach.ports import Embedder
from coach.ports.uploads import Uploads
from coach.services.answering import Answering
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.mediating import Mediating, Outcome
from coach.services.conflicts.telling import Pieces
from coach.services.glossing import Glosses


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Everything about pasted quarrels; nothing of them is stored or leaves this machine.

    `uploads` reads the text of a file. Lives as long as the app; safe from many threads.
    """

    mediating: Mediating
    uploads: Uploads

    def mediate(self, text: str, side: Side | None, today: date, note: str = "") -> Outcome:
        """Return what a quarrel comes to; like `Mediating.mediate`."""
        return self.mediating.mediate(text, side, today, note)


def make_matching(known: Knowledge, embedder: Embedder | None) -> Matching:
    """Wire what finds the recurring quarrels.

    Of embedders only the one that the heads were fitted for is asked, and that one runs on this
    machine.
    """
    words = Words()
    return Matching(
        known.playbook,
        known.quarrels,
        keyword=lambda passages: keyword_index(passages, words),
        pieces=Pieces(known.kept, Glosses(known.quarrels.glosses)),
        embedder=embedder,
    )


def make_conflicts(answering: Answering, matching: Matching) -> Conflicts:
    """Wire everything about quarrels with the search and the boundaries of `answering`.

    Give it an answering that stays at home: a quarrel is nobody else's to read.
    """
    mediating = Mediating(
        playbook=answering.playbook,
        index=answering.index,
        matching=matching,
        boundaries=answering.boundaries,
        languages=answering.languages,
    )
    return Conflicts(mediating=mediating, uploads=FileUploads())
