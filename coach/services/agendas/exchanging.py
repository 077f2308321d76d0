"""Another question in the place of one: the next best for the same purpose from the notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain import editing
from coach.domain.agenda import Agenda, Item
from coach.domain.agenda_rules import broken
from coach.services.agendas.choosing import Choosing
from coach.services.agendas.items import noted
from coach.services.agendas.persons import about_a_person

MEETINGS = 4  # of the playbook, the best for the purpose: further ones are about something else


@dataclass(frozen=True, slots=True)
class Exchanging:
    """Finds other questions for an agenda. Lives as long as the app; safe from many threads."""

    choosing: Choosing

    def another(self, agenda: Agenda, place: int, purpose: str) -> Agenda | None:
        """Return the agenda with another question at `place`, `None` where no other one fits.

        Asked again it goes on through the notes and begins anew after the last. No question comes
        that stands on the agenda already, is about a person, or breaks more rules than before.
        """
        known = broken(agenda)
        for item in self._next(agenda, place, purpose):
            tried = editing.exchange(agenda, place, item)
            if len(tried.warnings) <= len(known):
                return tried
        return None

    def _next(self, agenda: Agenda, place: int, purpose: str) -> Iterator[Item]:
        """Give what could stand there: those after the question that stands there now, first."""
        now = agenda.matters[place]
        every = self._ranked(agenda, purpose)
        names = [_name(item.question) for item in every]
        after = names.index(_name(now.question)) + 1 if _name(now.question) in names else 0
        stands = {_name(item.question) for item in agenda.matters}
        for item in (*every[after:], *every[:after]):
            if _name(item.question) not in stands and not about_a_person(item.question):
                yield item

    def _ranked(self, agenda: Agenda, purpose: str) -> list[Item]:
        """Return the notes' questions: the agenda's own meeting first, each in its order.

        The order hangs on the purpose alone, so that it is the same the next time.
        """
        own = self.choosing.note(agenda.note) if agenda.note else None
        found = self.choosing.of(purpose or agenda.title, agenda.stage).meetings
        meetings = {note.id: note for note in (*([own] if own else []), *found)}
        first: dict[str, Item] = {}
        for note in list(meetings.values())[:MEETINGS]:
            for item in noted(note):
                first.setdefault(_name(item.question), item)
        return list(first.values())


def _name(question: str) -> str:
    return question.casefold().strip()
