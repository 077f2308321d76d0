"""What the coach could not answer, read from the turns; who has seen it is kept beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, insert, or_, select

from coach.adapters.database.frozen import answer_from
from coach.adapters.database.records import Records
from coach.adapters.database.tables import conversations, feedback, seen_gaps, turns
from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Feedback, Person, Verdict
from coach.domain.gaps import PRIVATE, REPORTED, Gap
from coach.errors import NotFound
from coach.ports import Clock

_NEAREST = 3  # notes named beside a question that none of them answers


def _is(kind: AnswerKind) -> ColumnElement[bool]:
    # Answers are stored as JSON without blanks, their kind first (`frozen.py`): no text that a
    # person or a model wrote can stand there.
    return turns.c.answer.startswith(f'{{"kind":"{kind.value}"', autoescape=True)


_NOT_COVERED = _is(AnswerKind.NOT_COVERED)
_REPORTED = feedback.c.verdict.in_([verdict.value for verdict in REPORTED])
_PRIVATE = or_(*map(_is, PRIVATE))  # unknown while there is no answer, and then nothing is listed
_SEEN = and_(
    seen_gaps.c.turn.is_not(None),
    # What a reader said after it was seen has not been seen.
    or_(feedback.c.given_at.is_(None), feedback.c.given_at <= seen_gaps.c.seen_at),
)


class SqlGaps:
    """The port `GapRecords` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def gaps(self, person: Person, seen: bool, limit: int) -> Sequence[Gap]:
        """Return the workspace's unanswered questions, newest first."""
        query = (
            _of_workspace(person)
            .where(_SEEN if seen else ~_SEEN)
            .order_by(turns.c.asked_at.desc(), turns.c.id)
            .limit(limit)
        )
        with self._records.reading() as connection:
            return [_gap_from(row) for row in connection.execute(query)]

    def close_gap(self, person: Person, turn: str) -> None:
        """Keep that the person has seen it, and when."""
        row = {
            "turn": turn,
            "workspace": person.workspace,
            "owner": person.id,
            "seen_at": self._clock.now(),
        }
        with self._records.writing() as connection:
            if connection.execute(_of_workspace(person).where(turns.c.id == turn)).first() is None:
                raise NotFound("This question is no longer on the list.", "Reload the page.")
            connection.execute(delete(seen_gaps).where(_its(person, turn)))
            connection.execute(insert(seen_gaps).values(row))

    def reopen_gap(self, person: Person, turn: str) -> None:
        """Put it back on the list; what is on it stays there."""
        with self._records.writing() as connection:
            connection.execute(delete(seen_gaps).where(_its(person, turn)))


def _of_workspace(person: Person) -> Select[Any]:
    said = and_(feedback.c.turn == turns.c.id, _REPORTED)
    return (
        select(
            turns.c.id,
            turns.c.question,
            turns.c.asked_at,
            case((_NOT_COVERED, turns.c.answer)).label("uncovered"),
            feedback.c.verdict,
            feedback.c.comment,
            seen_gaps.c.owner.label("seen_by"),
            seen_gaps.c.seen_at,
        )
        .join(conversations, conversations.c.id == turns.c.conversation)
        .outerjoin(feedback, said)
        .outerjoin(seen_gaps, seen_gaps.c.turn == turns.c.id)
        .where(
            conversations.c.workspace == person.workspace,
            conversations.c.hidden_at.is_(None),
            turns.c.superseded.is_(False),
            or_(_NOT_COVERED, and_(_REPORTED, ~_PRIVATE)),
        )
    )


def _its(person: Person, turn: str) -> ColumnElement[bool]:
    return and_(seen_gaps.c.turn == turn, seen_gaps.c.workspace == person.workspace)


def _gap_from(row: Row[Any]) -> Gap:
    return Gap(
        turn=row.id,
        question=row.question,
        asked_at=row.asked_at,
        covered=row.uncovered is None,
        said=Feedback(Verdict(row.verdict), row.comment) if row.verdict else None,
        nearest=_nearest(answer_from(row.uncovered)),
        seen_by=row.seen_by or "",
        seen_at=row.seen_at,
    )


def _nearest(answer: Answer | None) -> tuple[str, ...]:
    hits = answer.hits if answer else ()
    return tuple(dict.fromkeys(hit.passage.note for hit in hits))[:_NEAREST]
