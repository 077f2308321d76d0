"""The wired services: what the page and the command line hold on to."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from coach.bootstrap.agendas import Agendas
from coach.bootstrap.agreements import Agreements
from coach.bootstrap.cases import Cases
from coach.bootstrap.conflicts import Conflicts
from coach.bootstrap.leaving import Leaving
from coach.bootstrap.plans import Plans
from coach.bootstrap.rounds import Rounds
from coach.bootstrap.standing import StandingServices
from coach.domain.notes import Playbook
from coach.domain.status import Consent, Status
from coach.errors import CoachError
from coach.playbook.indexing import Indexing
from coach.ports import Conversations, Identity, PassageIndex
from coach.services.answering import Answering
from coach.services.coaching import Coaching
from coach.services.gaps import Gaps
from coach.services.names.naming import Naming
from coach.services.rehearsing.rehearsing import Rehearsing

_log = logging.getLogger(__name__)

UNDO = timedelta(seconds=10)  # how long a deleted conversation can be brought back
RETRY = 60.0  # seconds between two tries to make the vectors
LOOK = 5.0  # seconds between two looks whether somebody agreed in another process
SWEEP = 5.0  # seconds between two purges of what was deleted
HELD = (
    "The search is by keyword until somebody agrees that the notes go to {0.host}, "
    "where the model {0.model} {0.use}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything that one process runs on. Lives as long as the app; safe from many threads.

    `leaving` is what goes to other machines, and who agreed to it; `warnings` are what was noticed
    while starting; `naming` replaces names before text goes to the model, `None` without one;
    `warm` loads what the first answer would wait for, `release` gives the resources back.
    """

    playbook: Playbook
    coaching: Coaching
    agendas: Agendas
    conflicts: Conflicts
    cases: Cases
    rehearsing: Rehearsing
    plans: Plans
    agreements: Agreements
    rounds: Rounds
    standing: StandingServices
    identity: Identity
    gaps: Gaps
    indexing: Indexing
    leaving: Leaving
    naming: Naming | None
    model: str | None
    host: str | None
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
        held = not self.leaving.notes_may_leave()
        embedding, warming = (_begin(job) for job in (self._embed, self.warm))
        loading = [warming] if held else [embedding, warming]
        for job in (self.coaching.keep, self._sweep, lambda: _settle(loading)):
            _begin(job)

    def status(self) -> Status:
        """Return how things stand now; costs nothing."""
        progress, reason = self.indexing.progress, self.indexing.current.reason
        indexing = not progress.over and not self.leaving.holds_notes
        if self.leaving.embedder is not None and self.leaving.holds_notes:
            reason = HELD.format(self.leaving.embedder)
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
    def remote(self) -> tuple[Consent, ...]:
        """The models on other machines, the one that writes first."""
        return self.leaving.places

    @property
    def consent(self) -> tuple[Consent, ...]:
        """What the person has to agree to before a text may leave; empty where nothing."""
        return self.leaving.missing(self.identity.current())

    def agree(self) -> None:
        """Remember that the person agreed, for themselves; the notes' vectors then begin."""
        self.leaving.agree(self.identity.current())

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
        """Make the vectors, once the notes may go where that is done.

        Where it fails, try again now and then: an endpoint may come back.
        """
        while not self._closing.is_set():
            try:
                if self.leaving.notes_may_leave():
                    self.indexing.embed()
                    return
                self.leaving.wait(LOOK)
            except CoachError as exc:
                _log.warning("search by meaning is off: %s", exc.message)
                self._closing.wait(RETRY)

    def _sweep(self) -> None:
        """Delete for good what was deleted long enough ago."""
        while not self._closing.wait(SWEEP):
            try:
                plan = self.plans.promises, self.plans.log, *self.agreements.purged
                rest = self.conversations, self.rounds.kept, self.cases.kept
                for kept in (*rest, self.agendas.meetings, self.agendas.asides, *plan):
                    kept.purge(self.coaching.clock.now() - UNDO)
            except CoachError as exc:
                _log.warning("what was deleted is not purged yet: %s", exc.message)


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
