"""Turns in the records: stored before they are answered, written by one worker at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, update
from sqlalchemy import delete as delete_from

from coach.adapters.database.frozen import freeze
from coach.adapters.database.leases import GROW, held_by
from coach.adapters.database.records import Records
from coach.adapters.database.rows import turn_from
from coach.adapters.database.tables import conversations, feedback, turns
from coach.domain.answers import Answer, Segment
from coach.domain.conversation import Feedback, Person, Turn, TurnState
from coach.domain.stages import Side, Stage
from coach.errors import NotFound
from coach.ports import Clock, Ids

UNCLAIMED = timedelta(seconds=15)
"""How long a question may stand without a worker before its turn reads as interrupted."""

_GOING = (TurnState.QUEUED.value, TurnState.RUNNING.value)


class SqlTurns:
    """The turns' half of `Conversations`. Lives as long as the app; safe from many threads.

    Writing compares and sets: a worker whose lease another one took over changes nothing more.
    """

    def __init__(self, records: Records, clock: Clock, ids: Ids) -> None:
        self._records, self._clock, self._ids = records, clock, ids

    def add_turn(
        self,
        person: Person,
        conversation: str,
        question: str,
        stage: Stage | None,
        side: Side | None,
        after: int | None = None,
    ) -> Turn:
        """Store a question as a queued turn; with `after`, supersede and stop the later ones."""
        now = self._clock.now()
        row: dict[str, Any] = {
            "id": self._ids.new(),
            "workspace": person.workspace,
            "owner": person.id,
            "conversation": conversation,
            "question": question,
            "stage": stage.value if stage else None,
            "side": side.value if side else None,
            "state": TurnState.QUEUED.value,
            "asked_at": now,
            "worker": "",
            "lease_until": now + UNCLAIMED,
            "cancel_requested": False,
            "text": "",
            "segments": "[]",
            "error": "",
            "superseded": False,
        }
        with self._records.writing() as connection:
            touch(connection, person, conversation, updated_at=now)
            if after is not None:
                later = and_(turns.c.conversation == conversation, turns.c.position > after)
                connection.execute(
                    update(turns).where(later).values(superseded=True, cancel_requested=True)
                )
            last = select(func.max(turns.c.position)).where(turns.c.conversation == conversation)
            row["position"] = (connection.scalar(last) or 0) + 1
            connection.execute(insert(turns).values(row))
            return self._one(connection, person, row["id"])

    def turn(self, person: Person, turn: str) -> Turn:
        """Return one turn, as far as it is stored."""
        with self._records.reading() as connection:
            return self._one(connection, person, turn)

    def turns(self, person: Person, conversation: str) -> Sequence[Turn]:
        """Return the turns that stand, in order."""
        standing = (
            _visible(person)
            .where(turns.c.conversation == conversation, turns.c.superseded.is_(False))
            .order_by(turns.c.position)
        )
        with self._records.reading() as connection:
            rows = connection.execute(standing).all()
            if not rows:
                seen(connection, person, conversation)
        now = self._clock.now()
        return [turn_from(row, now) for row in rows]

    def claim(self, turn: str, worker: str, lease_until: datetime) -> bool:
        """Make the turn `running` for `worker`; false where it is done or another one's."""
        free = or_(
            turns.c.state.in_(
                [TurnState.QUEUED, TurnState.STOPPED, TurnState.INTERRUPTED, TurnState.FAILED]
            ),
            and_(
                turns.c.state == TurnState.RUNNING,
                or_(turns.c.worker == worker, turns.c.lease_until <= self._clock.now()),
            ),
        )
        # A stop asked for while the turn waited in line still holds; an older one is used up.
        stop = and_(turns.c.state == TurnState.QUEUED, turns.c.cancel_requested)
        change = (
            update(turns)
            .where(turns.c.id == turn, free)
            .values(
                state=TurnState.RUNNING.value,
                worker=worker,
                lease_until=lease_until,
                cancel_requested=stop,
                answer=None,
                error="",
            )
        )
        with self._records.writing() as connection:
            return connection.execute(change).rowcount == 1

    def write(
        self,
        turn: str,
        worker: str,
        text: str,
        segments: Sequence[Segment],
        lease_until: datetime,
    ) -> bool:
        """Store the text so far and renew the lease.

        Returns whether the worker should stop: it was asked to, or the turn is no longer its own.
        """
        given = {
            "its": turn,
            "its_worker": worker,
            "text": text,
            "segments": freeze(tuple(segments)),
            "lease_until": lease_until,
        }
        with self._records.writing() as connection:
            return connection.scalar(GROW, given) is not False

    def finish(
        self, turn: str, worker: str, state: TurnState, answer: Answer | None, error: str = ""
    ) -> None:
        """Store the end of a turn; without an answer its text stays. Nothing for another's turn."""
        ending: dict[str, Any] = {"state": state.value, "error": error, "lease_until": None}
        if answer is not None:
            ending |= {
                "text": answer.text,
                "segments": freeze(answer.segments),
                "answer": freeze(answer),
            }
        change = update(turns).where(held_by(turn, worker)).values(ending)
        with self._records.writing() as connection:
            if connection.execute(change).rowcount:
                its = select(turns.c.conversation).where(turns.c.id == turn).scalar_subquery()
                connection.execute(
                    update(conversations)
                    .where(conversations.c.id == its)
                    .values(updated_at=self._clock.now())
                )

    def request_stop(self, person: Person, turn: str) -> None:
        """Ask whoever runs the turn to stop; an ended turn stays as it is."""
        with self._records.writing() as connection:
            self._one(connection, person, turn)
            going = and_(turns.c.id == turn, turns.c.state.in_(_GOING))
            connection.execute(update(turns).where(going).values(cancel_requested=True))

    def feedback(self, person: Person, turn: str, feedback: Feedback | None) -> None:
        """Store or take back what the person thought of the answer."""
        with self._records.writing() as connection:
            self._one(connection, person, turn)
            _rate(connection, person, turn, feedback, self._clock.now())

    def _one(self, connection: Connection, person: Person, turn: str) -> Turn:
        row = connection.execute(_visible(person).where(turns.c.id == turn)).one_or_none()
        if row is None:
            raise NotFound("This question is not in your conversations.")
        return turn_from(row, self._clock.now())


def owned(person: Person) -> ColumnElement[bool]:
    """Say which conversations are the person's and not hidden."""
    return and_(
        conversations.c.workspace == person.workspace,
        conversations.c.owner == person.id,
        conversations.c.hidden_at.is_(None),
    )


def seen(connection: Connection, person: Person, conversation: str) -> None:
    """Raise `NotFound` where the conversation is hidden, not there or not the person's."""
    query = select(conversations.c.id).where(conversations.c.id == conversation, owned(person))
    if connection.scalar(query) is None:
        raise NotFound(MISSING)


def touch(connection: Connection, person: Person, conversation: str, **values: Any) -> None:
    """Change a conversation of the person's, or raise `NotFound`; its row stays locked."""
    change = update(conversations).where(conversations.c.id == conversation, owned(person))
    if connection.execute(change.values(values)).rowcount == 0:
        raise NotFound(MISSING)


MISSING = "This conversation is not in your list."


def _visible(person: Person) -> Select[Any]:
    return (
        select(turns, feedback.c.verdict, feedback.c.comment)
        .join(conversations, conversations.c.id == turns.c.conversation)
        .outerjoin(feedback, and_(feedback.c.turn == turns.c.id, feedback.c.owner == person.id))
        .where(owned(person))
    )


def _rate(
    connection: Connection, person: Person, turn: str, given: Feedback | None, now: datetime
) -> None:
    connection.execute(
        delete_from(feedback).where(feedback.c.turn == turn, feedback.c.owner == person.id)
    )
    if given is None:
        return
    connection.execute(
        insert(feedback).values(
            turn=turn,
            workspace=person.workspace,
            owner=person.id,
            verdict=given.verdict.value,
            comment=given.comment,
            given_at=now,
        )
    )
