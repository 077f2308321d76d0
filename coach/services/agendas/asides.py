"""Agendas that nobody has kept yet: laid aside with every change, found again, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.drafts import AgendaDraft
from coach.domain.meeting_brief import MeetingBrief
from coach.ports import AgendaDrafts, Ids

KEPT_FOR = timedelta(days=7)  # without a change


class Asides:
    """Lays drafts aside for the person who works on them. Lives as long as the app.

    All methods raise a `StorageError` where the records cannot be used.
    """

    def __init__(self, drafts: AgendaDrafts, ids: Ids) -> None:
        self._drafts, self._ids = drafts, ids

    def begin(
        self,
        person: Person,
        agenda: Agenda,
        brief: MeetingBrief | None = None,
        note: str = "",
        series: str = "",
        name: str = "",
    ) -> AgendaDraft:
        """Lay a new draft aside; with a `name` it is found again by that."""
        draft = AgendaDraft(
            id=name or self._ids.new(), agenda=agenda, brief=brief, note=note, series=series
        )
        self._drafts.put(person, draft)
        return draft

    def change(self, person: Person, draft: AgendaDraft, agenda: Agenda) -> AgendaDraft:
        """Lay it aside as it stands now."""
        changed = replace(draft, agenda=agenda)
        self._drafts.put(person, changed)
        return changed

    def get(self, person: Person, draft: str) -> AgendaDraft:
        """Return a draft as it was left.

        Raises:
            NotFound: it was kept, dropped, or not touched for a week.
        """
        return self._drafts.get(person, draft)

    def latest(self, person: Person) -> AgendaDraft | None:
        """Return the draft that this person worked on last."""
        return self._drafts.latest(person)

    def drop(self, person: Person, draft: str) -> None:
        """Delete a draft for good."""
        self._drafts.drop(person, draft)

    def purge(self, now: datetime) -> int:
        """Delete for good what was not touched for a week; return how many drafts."""
        return self._drafts.purge(now - KEPT_FOR)
