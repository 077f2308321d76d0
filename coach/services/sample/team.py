"""The invented team of a workspace: shown, taken away, brought back for a moment."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from coach.domain.conversation import Person
from coach.domain.sample import Story
from coach.domain.thanks import thanked
from coach.ports import Cases, Clock, Ids, Meetings, Promises, Rounds, Thanks
from coach.services.sample.building import action_of, case_of, meetings_of, promise_of, round_of
from coach.services.standing.results import Results
from coach.services.team_context import TeamContext

PREFIX = "sample-"
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a workspace keeps what the sample is made of."""

    rounds: Rounds
    promises: Promises
    thanks: Thanks
    meetings: Meetings
    cases: Cases


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away, by the ids it is brought back with."""

    rounds: tuple[str, ...]
    promises: tuple[str, ...]
    thanks: tuple[str, ...]
    series: tuple[str, ...]
    cases: tuple[str, ...]


class SampleTeam:
    """Keeps the sample in a workspace of its own, which no account can have.

    Lives as long as the app; safe from many threads. Raises a `StorageError` where the records
    cannot be used.
    """

    def __init__(
        self,
        story: Callable[[], Story],
        kept: Kept,
        results: Results,
        team: TeamContext,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._story, self._kept, self._results, self._team = story, kept, results, team
        self._clock, self._ids = clock, ids
        self._adding = threading.Lock()

    def person(self, person: Person) -> Person:
        """Return who the person is among the sample's records."""
        if person.workspace.startswith(PREFIX):
            return person
        digest = hashlib.sha256(person.workspace.encode()).hexdigest()[:32]
        return replace(person, workspace=PREFIX + digest)

    def is_there(self, person: Person) -> bool:
        """Whether the person's workspace has its sample."""
        return bool(self._kept.rounds.list(self.person(person)))

    def add(self, person: Person) -> None:
        """Put the sample in, with days counted back from now; once it is there, it stays.

        Raises:
            NoteError: its file is missing or faulty.
        """
        its = self.person(person)
        with self._adding:
            if self.is_there(its):
                return
            story, now = self._story(), self._clock.now()
            for promise in story.promises:
                made = promise_of(promise, its.id, self._ids.new(), now)
                self._kept.promises.add(its, made)
            for said in story.thanks:
                on = (now - timedelta(days=said.ago)).date()
                line = thanked(said.text, said.from_side, said.to, self._ids.new(), on)
                self._kept.thanks.add(its, line)
            for quarrel in story.quarrels:
                self._kept.cases.add(its, case_of(quarrel, self._ids.new(), now))
            self._meet(its, story)
            for one in story.rounds:  # last: their being there says that all of it is
                new = round_of(one, its.id, self._ids.new(), now)
                self._kept.rounds.add(its, new, ())
                self._kept.rounds.take(its, new.id, one.responses, lambda _: None)
            self._adopt(its)

    def remove(self, person: Person) -> Removed:
        """Take it away at once; it is purged after the grace time, unless it is brought back."""
        its = self.person(person)
        removed = Removed(
            rounds=tuple(one.id for one in self._kept.rounds.list(its)),
            promises=tuple(one.id for one in self._kept.promises.list(its)),
            thanks=tuple(one.id for one in self._kept.thanks.list(its, _MOST)),
            series=tuple(dict.fromkeys(self._series(its))),
            cases=tuple(one.id for one in self._kept.cases.list(its)),
        )
        for of, ids in self._hiding(removed):
            for id_ in ids:
                of.hide(its, id_)
        for series in removed.series:
            self._kept.meetings.hide_series(its, series)
        self._team.forget(its)
        return removed

    def undo(self, person: Person, removed: Removed) -> None:
        """Bring it back.

        Raises:
            NotFound: it is gone for good.
        """
        its = self.person(person)
        for of, ids in self._hiding(removed):
            for id_ in ids:
                of.unhide(its, id_)
        for series in removed.series:
            self._kept.meetings.unhide_series(its, series)
        self._adopt(its)

    def _meet(self, its: Person, story: Story) -> None:
        now, series = self._clock.now(), ""
        for meeting in meetings_of(story.meetings, its.id, self._ids, now):
            self._kept.meetings.add(its, meeting)
            series = meeting.series.id
        for action in story.meetings.actions:
            record = action_of(action, series, its.id, self._ids.new(), now)
            self._kept.meetings.add_action(its, record)

    def _adopt(self, its: Person) -> None:
        """Let the last round's stage be the one that the sample's pages begin from."""
        last = self._results.all(its)[-1]
        if last.standing is not None:
            self._team.adopt(its, last.round, last.standing.verdict)

    def _hiding(
        self, removed: Removed
    ) -> Sequence[tuple[Rounds | Promises | Thanks | Cases, Sequence[str]]]:
        return (
            (self._kept.rounds, removed.rounds),
            (self._kept.promises, removed.promises),
            (self._kept.thanks, removed.thanks),
            (self._kept.cases, removed.cases),
        )

    def _series(self, its: Person) -> list[str]:
        lists = (self._kept.meetings.list(its, over, "", _MOST) for over in (True, False))
        return [meeting.series.id for found in lists for meeting in found]
