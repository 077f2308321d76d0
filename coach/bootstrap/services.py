"""The wired services: what the page and the command line hold on to."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from coach.domain.notes import Playbook
from coach.domain.status import Consent, Status
from coach.errors import CoachError
from coach.playbook.indexing import Indexing
from coach.ports import Consents, Conversations, Identity, PassageIndex
from coach.services.answering import Answering
from coach.services.coaching import Coaching
from coach.services.gaps import Gaps

_log = logging.getLogger(__name__)

UNDO = timedelta(seconds=10)  # how long a deleted conversation can be brought back
RETRY = 60.0  # seconds between two tries to make the vectors
SWEEP = 5.0  # seconds between two purges of what was deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything that one process runs on. Lives as long as the app; safe from many threads.

    `remote` is the model on another machine that text would go to, `None` where none is used;
    `warnings` are what was noticed while starting; `warm` loads what the first answer would wait
    for, `release` gives the resources back.
    """

    playbook: Playbook
    coaching: Coaching
    identity: Identity
    consents: Consents
    gaps: Gaps
    indexing: Indexing
    model: str | None
    host: str | None
    remote: Consent | None
    warnings: tuple[str, ...]
    warm: Callable[[], None]
    release: Callable[[], None]
    _declined: set[str] = field(default_factory=set)
    _closing: threading.Event = field(default_factory=threading.Event)

    @property
    def answering(self) -> Answering:
        """What answers without storing."""
        return self.coaching.answering

    @property
    def conversations(self) -> Conversations:
        """Where conversations are kept."""
        return self.coaching.conversations

    @property
    def reading_index(self) -> PassageIndex:
        """The search beside the notes; it reads what is being typed, so nothing of it leaves."""
        return (self.coaching.at_home or self.answering).index

    def run(self) -> None:
        """Start what goes on beside the questions: vectors, growing answers, purges."""
        loading = [_begin(job) for job in (self._embed, self.warm)]
        for job in (self.coaching.keep, self._sweep, lambda: _settle(loading)):
            _begin(job)

    def status(self) -> Status:
        """Return how things stand now; costs nothing."""
        progress, reason = self.indexing.progress, self.indexing.current.reason
        indexing = not progress.over
        return Status(
            model=self.model,
            host=self.host,
            indexing=indexing,
            name=progress.name,
            done=progress.done,
            total=progress.total,
            warnings=(*self.warnings, *((reason,) if reason and not indexing else ())),
        )

    @property
    def consent(self) -> Consent | None:
        """What the person has to agree to before a text may leave, `None` where nothing."""
        wanted = self.remote
        if wanted is None:
            return None
        workspace = self.identity.current().workspace
        return None if self.consents.has(workspace, wanted.host, wanted.model) else wanted

    def agree(self) -> None:
        """Remember that the person agreed, for their workspace."""
        if self.remote is not None:
            self.consents.give(self.identity.current(), self.remote.host, self.remote.model)

    @property
    def declined(self) -> bool:
        """Whether the person said "not now", so that the playbook answers until they ask again."""
        return self.identity.current().id in self._declined

    def decline(self) -> None:
        """Remember, until the coach is started again, not to ask for consent unasked."""
        self._declined.add(self.identity.current().id)

    def close(self) -> None:
        """Stop what runs, keeping what was written, and give the resources back; once."""
        if not self._closing.is_set():
            self._closing.set()
            self.coaching.close()
            self.release()

    def _embed(self) -> None:
        """Make the vectors; where that fails, try again now and then: an endpoint may come back."""
        while not self._closing.is_set():
            try:
                self.indexing.embed()
                return
            except CoachError as exc:
                _log.warning("search by meaning is off: %s", exc.message)
            self._closing.wait(RETRY)

    def _sweep(self) -> None:
        """Delete for good what was deleted long enough ago."""
        while not self._closing.wait(SWEEP):
            try:
                self.conversations.purge(self.coaching.clock.now() - UNDO)
            except CoachError as exc:
                _log.warning("a deleted conversation is not purged yet: %s", exc.message)


def _begin(job: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=job, name=job.__name__.strip("_"), daemon=True)
    thread.start()
    return thread


def _settle(loading: Sequence[threading.Thread]) -> None:
    """Take what was loaded for good out of the garbage collection, once it is all there.

    A full collection over the libraries and notes holds every other thread up for a tenth of a
    second; with a hundred answers being written they took two fifths of the time.
    """
    for thread in loading:
        thread.join()
    gc.collect()
    gc.freeze()
