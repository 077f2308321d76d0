"""The wired services for what both sides agree on: what they owe each other, and their words."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from coach.adapters.database.agreements import SqlAgreements
from coach.adapters.database.records import Records
from coach.adapters.database.shared_words import SqlSharedWords
from coach.adapters.system import RandomSecrets
from coach.bootstrap.knowledge import Knowledge
from coach.bootstrap.leaving import Leaving
from coach.errors import CoachError, StorageError
from coach.playbook.indexing import Indexing
from coach.playbook.own_notes import OwnNotes
from coach.ports import Clock, Ids
from coach.ports.agreements import Agreements as KeptAgreements
from coach.ports.agreements import SharedWords
from coach.services.agreements.keeping import AgreementKeeping
from coach.services.linking import Linking
from coach.services.shared_words.inviting import WordsByLink
from coach.services.shared_words.settling import Settling

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """Everything that both sides agree on. Lives as long as the app; safe from many threads.

    `kept` and `kept_words` are where it is kept; `settling` is for the page, `by_link` for the
    other side without an account.
    """

    kept: KeptAgreements
    keeping: AgreementKeeping
    kept_words: SharedWords
    settling: Settling
    by_link: WordsByLink

    @property
    def purged(self) -> tuple[KeptAgreements | SharedWords, ...]:
        """What holds deleted things for a moment."""
        return self.kept, self.kept_words


def make_agreements(
    known: Knowledge,
    indexing: Indexing,
    leaving: Leaving,
    linking: Linking,
    records: Records,
    clock: Clock,
    ids: Ids,
) -> Agreements:
    """Wire everything that both sides agree on."""
    kept, words = SqlAgreements(records, clock), SqlSharedWords(records, clock, ids)
    notes = OwnNotes(known.folders, known.playbook, _reading(known, indexing, leaving))
    settling = Settling(words, known.words, notes, known.playbook, clock)
    return Agreements(
        kept=kept,
        keeping=AgreementKeeping(kept, clock, ids),
        kept_words=words,
        settling=settling,
        by_link=WordsByLink(linking, settling, clock, RandomSecrets()),
    )


def _reading(known: Knowledge, indexing: Indexing, leaving: Leaving) -> Callable[[], None]:
    """Return what indexes the notes anew: by word before it returns, by meaning soon after."""

    def embed() -> None:
        try:
            indexing.embed()
        except CoachError as exc:
            _LOG.warning("the team's notes are found by keyword only: %s", exc.message)

    def read() -> None:
        try:
            indexing.read(known.playbook)
        except StorageError as exc:
            _LOG.warning("the team's notes are searchable, not stored: %s", exc.message)
        if leaving.notes_may_leave():
            threading.Thread(target=embed, name="embed-own-notes", daemon=True).start()

    return read
