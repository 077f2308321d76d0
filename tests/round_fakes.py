"""Rounds and links kept in memory, and answers to put into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from coach.domain.conversation import Person
from coach.domain.disclosure import Shown
from coach.domain.links import Link, Purpose
from coach.domain.rounds import Count, Opened, Round
from coach.domain.stages import Side, Stage
from coach.domain.survey import Dimension, Field, Response, Statement, Survey
from coach.errors import NotFound
from coach.services.linking import Linking
from tests.fakes import FakeClock, FakeIds

ADDRESS = "https://coach.example.org"


class FakeSecrets:
    """Secrets that can be told apart, as long as real ones."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def new(self) -> str:
        self.made.append(f"secret{len(self.made)}".ljust(43, "-"))
        return self.made[-1]


@dataclass
class MemoryLinks:
    """`Links` in memory."""

    stored: dict[str, tuple[Link, Person]] = field(default_factory=dict)

    def add(self, person: Person, links: Sequence[tuple[Link, str]]) -> None:
        self.stored |= {token: (link, person) for link, token in links}

    def of(self, person: Person, purpose: Purpose, subject: str) -> Sequence[Link]:
        return [
            link
            for link, maker in self.stored.values()
            if (maker.workspace, link.purpose, link.subject) == (person.workspace, purpose, subject)
        ]

    def find(self, token: str, purpose: Purpose) -> tuple[Link, Person] | None:
        found = self.stored.get(token)
        return found if found is not None and found[0].purpose is purpose else None

    def revoke(self, person: Person, link: str, now: datetime) -> None:
        for token, (kept, maker) in self.stored.items():
            if kept.id == link and maker.workspace == person.workspace:
                self.put(token, replace(kept, revoked_at=kept.revoked_at or now))
                return
        raise NotFound("This link is not in your list.")

    def put(self, token: str, link: Link) -> None:
        self.stored[token] = (link, self.stored[token][1])


@dataclass
class MemoryRounds:
    """`Rounds` in memory, for one workspace."""

    links: MemoryLinks = field(default_factory=MemoryLinks)
    workspace: str = "home"
    stored: dict[str, Round] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    answers: dict[tuple[str, str], Response] = field(default_factory=dict)
    typed: list[tuple[str, Response]] = field(default_factory=list)
    results: dict[str, Shown] = field(default_factory=dict)

    def add(self, person: Person, new: Round, links: Sequence[tuple[Link, str]]) -> None:
        self.stored[new.id] = new
        self.links.add(person, links)

    def get(self, person: Person, round_id: str) -> Round:
        if round_id not in {one.id for one in self.list(person)}:
            raise NotFound("This round is not in your list.")
        return self.stored[round_id]

    def list(self, person: Person) -> Sequence[Round]:
        shown = [r for r in self.stored.values() if r.id not in self.hidden]
        latest = sorted(shown, key=lambda one: one.started_at, reverse=True)
        return latest if person.workspace == self.workspace else []

    def change(
        self,
        person: Person,
        round_id: str,
        change: Callable[[Round, Mapping[Side, Count]], Round],
    ) -> Round:
        after = change(self.get(person, round_id), self.counts(person, round_id))
        self.stored[round_id] = after
        for token, (link, _) in self.links.stored.items():
            if link.subject == round_id:
                self.links.put(token, replace(link, expires_at=after.final_at))
        return after

    def hide(self, person: Person, round_id: str) -> None:
        self.hidden.add(self.get(person, round_id).id)

    def unhide(self, person: Person, round_id: str) -> None:
        if round_id not in self.stored or person.workspace != self.workspace:
            raise NotFound("This round is not in your list.")
        self.hidden.discard(round_id)

    def purge(self, hidden_before: datetime) -> int:
        gone = list(self.hidden)
        for round_id in gone:
            del self.stored[round_id]
        self.hidden.clear()
        return len(gone)

    def counts(self, person: Person, round_id: str) -> Mapping[Side, Count]:
        self.get(person, round_id)
        counts: dict[Side, Count] = {}
        for (of, _), response in self.answers.items():
            if of == round_id:
                before = counts.get(response.side, Count())
                counts[response.side] = replace(before, given=before.given + 1)
        for of, response in self.typed:
            if of == round_id:
                before = counts.get(response.side, Count())
                counts[response.side] = replace(before, typed=before.typed + 1)
        return counts

    def responses(self, person: Person, round_id: str) -> Sequence[Response]:
        self.get(person, round_id)
        given = [response for (of, _), response in self.answers.items() if of == round_id]
        return [*given, *(response for of, response in self.typed if of == round_id)]

    def shown(self, person: Person) -> Mapping[str, Shown]:
        return {r.id: self.results[r.id] for r in self.list(person) if r.id in self.results}

    def keep_shown(self, person: Person, shown: Mapping[str, Shown]) -> None:
        self.results = dict(shown) | self.results

    def open(self, token: str, key: str = "") -> Opened | None:
        found = self.links.find(token, Purpose.ANSWER)
        if found is None or found[0].subject in self.hidden:
            return None
        subject = found[0].subject
        return Opened(found[0], self.stored[subject], self.answers.get((subject, key)))

    def answer(self, token: str, key: str, reply: Callable[[Opened], Response]) -> Response | None:
        opened = self.open(token, key)
        if opened is None:
            return None
        response, link = reply(opened), opened.link
        if opened.given is None and link.uses_left is not None:
            self.links.put(token, replace(link, uses_left=link.uses_left - 1))
        self.answers[opened.round.id, key] = response
        return response

    def take(
        self,
        person: Person,
        round_id: str,
        responses: Sequence[Response],
        check: Callable[[Round], None],
    ) -> None:
        check(self.get(person, round_id))
        self.typed += [(round_id, response) for response in responses]


def a_linking(links: MemoryLinks, clock: FakeClock, public_url: str = ADDRESS) -> Linking:
    """Links in memory with addresses that can be told apart."""
    return Linking(links, clock, FakeIds(), FakeSecrets(), public_url)


def token_of(address: str) -> str:
    """The token in an address."""
    return address.rpartition("/")[2]


def a_survey() -> Survey:
    """Two statements, asked in order."""
    anchors = {stage: f"What one sees when {stage.value}." for stage in Stage}
    return Survey(
        dimensions=(Dimension("words", "Shared words"),),
        statements=tuple(
            Statement(id_, "words", f"Situation {id_}.", anchors) for id_ in ("q01", "q02")
        ),
        dont_know=Field("I don't know", "It is counted by itself."),
        free_line=Field("One thing to keep", "Write about the work."),
    )
