"""What was decided and promised, found again by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from coach.adapters.database.meeting_actions import shown_actions, shown_series
from coach.adapters.database.meeting_tables import actions, decisions, meetings, series
from coach.adapters.database.tables import storable
from coach.adapters.words import Words
from coach.domain.conversation import Person
from coach.domain.meetings import ActionState, Kept, Recalled

_MOST_TERMS = 12
_LONGEST = 400  # characters of a search that are read
_MOST_ROWS = 2_000  # of each kind, the newest, ranked by their words


def recall(
    connection: Connection, words: Words, person: Person, text: str, series_id: str
) -> Sequence[Recalled]:
    """Return what holds any term of `text`, that with most of them first, the newest before others.

    Words count by their stem: "agreed" finds "agree". Without a term, nothing is found.
    """
    terms = list(dict.fromkeys(_terms(words, storable(text[:_LONGEST]))))[:_MOST_TERMS]
    if not terms:
        return []
    given = _Asked(person, terms, series_id)
    found = [
        replace(one, found=count)
        for one in (*_decided(connection, given), *_promised(connection, given))
        if (count := _count(words, terms, one))
    ]
    # Sorted twice: order within equal counts is by day, then by id, so that it is always the same.
    found.sort(key=lambda one: (one.on, one.id), reverse=True)
    return sorted(found, key=lambda one: -one.found)


class _Asked:
    """What is looked for, as conditions on rows."""

    def __init__(self, person: Person, terms: Sequence[str], series_id: str) -> None:
        self._terms = terms
        of_one = [series.c.id == series_id] if series_id else []
        self.shown = [shown_series(person), *of_one]

    def holds(self, *columns: ColumnElement[str]) -> ColumnElement[bool]:
        """Say that any column holds any term, or something that has its stem."""
        return or_(
            *(
                func.lower(column).contains(_beginning(term), autoescape=True)
                for column in columns
                for term in self._terms
            )
        )


def _terms(words: Words, text: str) -> list[str]:
    """Return the terms of `text`, without an s at their end: the stemmer leaves that of "MQLs"."""
    return [term[:-1] if term[-1] == "s" and len(term) > 2 else term for term in words.terms(text)]


def _beginning(term: str) -> str:
    """Return what every word of a stem has: "qualifi" is the stem of "qualify", too."""
    return term[:-1] if len(term) > 2 and term[-1] in "ie" else term


def _count(words: Words, terms: Sequence[str], one: Recalled) -> int:
    held = set(_terms(words, "\n".join((one.text, one.question, one.title, one.owner))))
    return sum(term in held for term in terms)


def _decided(connection: Connection, given: _Asked) -> Iterator[Recalled]:
    query = (
        select(decisions, meetings.c.title, meetings.c.series)
        .join(meetings, meetings.c.id == decisions.c.meeting)
        .join(series, series.c.id == meetings.c.series)
        .where(
            *given.shown,
            meetings.c.hidden_at.is_(None),
            given.holds(decisions.c.text, decisions.c.question, meetings.c.title),
        )
        .order_by(decisions.c.decided_on.desc(), decisions.c.id)
        .limit(_MOST_ROWS)
    )
    return _read(connection.execute(query), _decision)


def _promised(connection: Connection, given: _Asked) -> Iterator[Recalled]:
    title = func.coalesce(meetings.c.title, series.c.title)
    query = (
        select(actions, title.label("title"), meetings.c.hidden_at)
        .join(series, series.c.id == actions.c.series)
        .outerjoin(meetings, meetings.c.id == actions.c.meeting)
        .where(
            *given.shown,
            shown_actions(),
            given.holds(actions.c.text, actions.c.promised_by, title),
        )
        .order_by(actions.c.made_at.desc(), actions.c.id)
        .limit(_MOST_ROWS)
    )
    return _read(connection.execute(query), _action)


def _read(rows: Any, one: Callable[[Row[Any]], Recalled]) -> Iterator[Recalled]:
    return (one(row) for row in rows)


def _decision(row: Row[Any]) -> Recalled:
    return Recalled(
        kind=Kept.DECISION,
        id=row.id,
        text=row.text,
        title=row.title,
        on=row.decided_on,
        series=row.series,
        meeting=row.meeting,
        question=row.question,
    )


def _action(row: Row[Any]) -> Recalled:
    return Recalled(
        kind=Kept.ACTION,
        id=row.id,
        text=row.text,
        title=row.title,
        on=row.since or row.made_at.date(),
        series=row.series,
        meeting=None if row.hidden_at else row.meeting,
        owner=row.promised_by,
        state=ActionState(row.state),
    )
