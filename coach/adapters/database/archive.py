"""A workspace's conversations and meetings as lines of JSON, to be kept elsewhere or brought back.

The first line names the format; each further one is a row of a table, parents first: of
`conversations`, `turns`, `feedback` and `seen_gaps`, then of `series`, `meetings`, `decisions` and
`actions`, then of `promises` and `thanks`, then of `rounds`, `results` and `team_stages`, then of
`cases`, then of `agreements` and `shared_words`. Superseded turns are in it, what is hidden is not.
Of the survey it holds what closed rounds have shown on their page: no single answer leaves the
records, no link, and no round that has shown nothing yet. Of kept quarrels it holds the exporting
person's own, and nothing that another side wrote or agreed to. Of shared words it holds those that
both sides have written: before that nobody sees either text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Select, Table, insert, or_, select

from coach.adapters.database.agreement_tables import agreements, shared_words
from coach.adapters.database.case_tables import cases
from coach.adapters.database.meeting_actions import shown_actions
from coach.adapters.database.meeting_tables import actions, decisions, meetings, series
from coach.adapters.database.promise_tables import promises, thanks
from coach.adapters.database.records import Records
from coach.adapters.database.round_tables import results
from coach.adapters.database.round_tables import rounds as all_rounds
from coach.adapters.database.tables import (
    REVISION,
    UtcTime,
    conversations,
    feedback,
    seen_gaps,
    turns,
)
from coach.adapters.database.team_stage_tables import team_stages
from coach.errors import StorageError

FORMAT = "accord-workspace"
# An export made before a table was added simply holds no row of it; 0002 added `seen_gaps`, 0004
# the meetings, 0005 the rounds, 0006 the plan, 0009 the team's stage, 0010 the cases, 0011 the
# agreements and words. 0003 and 0007 are of tables that are not exported.
# A revision that changes an exported table needs its old rows translated before it may stand here.
READABLE = frozenset(
    {"0001", "0002", "0003", "0004", "0005", "0006", "0007", "0009", "0010", "0011"}
)
_TABLES = {
    table.name: table
    for table in (
        *(conversations, turns, feedback, seen_gaps),
        *(series, meetings, decisions, actions),
        *(promises, thanks),
        *(all_rounds, results, team_stages),
        *(cases, agreements, shared_words),
    )
}
_PARENTS = {
    "turns": ("conversations", "conversation"),
    "feedback": ("turns", "turn"),
    "seen_gaps": ("turns", "turn"),
    "meetings": ("series", "series"),
    "decisions": ("meetings", "meeting"),
    "actions": ("series", "series"),
    "results": ("rounds", "round"),
}


def export_workspace(records: Records, workspace: str, person: str = "") -> Iterator[str]:
    """Yield the lines, without line ends, as they stand at one moment.

    `person` is whose export it is: kept quarrels of others are not in it.

    Raises:
        StorageError: the records cannot be read.
    """
    yield json.dumps({"format": FORMAT, "revision": REVISION})
    with records.reading() as connection:
        for table in _TABLES.values():
            for row in connection.execute(_shown(table, workspace, person)).mappings():
                plain = {name: _plain(value) for name, value in row.items()}
                yield json.dumps({"table": table.name, "row": plain}, ensure_ascii=False)


def restore_workspace(records: Records, workspace: str, lines: Iterable[str]) -> int:
    """Add what is not there yet to `workspace`: conversations, series, promises and the rest.

    Return how many rows were added.

    What is there already stays as it is, so that restoring twice is restoring once. Exports of the
    revisions in `READABLE` are taken, older ones as they are.

    Raises:
        StorageError: the lines are no export, or one is damaged (by number); nothing was added.
    """
    numbered = enumerate(lines, start=1)
    _check_format(next(numbered, (1, ""))[1])
    added: dict[str, set[str]] = {name: set() for name in _TABLES}
    with records.writing() as connection:
        for number, line in numbered:
            if line.strip():
                table, row = _read(number, line)
                _add(connection, table, row | {"workspace": workspace}, added)
    return sum(len(rows) for rows in added.values())


def _shown(table: Table, workspace: str, person: str) -> Select[Any]:
    rows = select(table).order_by(*table.primary_key.columns)
    if table is cases:
        own = cases.c.workspace == workspace, cases.c.owner == person
        return rows.where(*own, cases.c.hidden_at.is_(None))
    if table in (promises, thanks, agreements, shared_words):
        rows = rows.where(table.c.workspace == workspace, table.c.hidden_at.is_(None))
        both = shared_words.c.sales != "", shared_words.c.marketing != ""
        return rows.where(*both) if table is shared_words else rows
    if table in (all_rounds, results):
        return rows.where(_of_rounds(table, workspace))
    if table is team_stages:
        its = select(all_rounds.c.id).where(_of_rounds(all_rounds, workspace))
        stands = or_(team_stages.c.round.is_(None), team_stages.c.round.in_(its))
        return rows.where(team_stages.c.workspace == workspace, stands)
    if table in (series, meetings, decisions, actions):
        return rows.where(_of_meetings(table, workspace))
    shown = select(conversations.c.id).where(
        conversations.c.workspace == workspace, conversations.c.hidden_at.is_(None)
    )
    if table is conversations:
        return rows.where(conversations.c.id.in_(shown))
    theirs = select(turns.c.id).where(turns.c.conversation.in_(shown))
    return rows.where((table.c.id if table is turns else table.c.turn).in_(theirs))


def _of_meetings(table: Table, workspace: str) -> ColumnElement[bool]:
    shown = select(series.c.id).where(series.c.workspace == workspace, series.c.hidden_at.is_(None))
    theirs = select(meetings.c.id).where(
        meetings.c.series.in_(shown), meetings.c.hidden_at.is_(None)
    )
    if table is actions:
        standing = (
            select(actions.c.id)
            .outerjoin(meetings, meetings.c.id == actions.c.meeting)
            .where(actions.c.series.in_(shown), shown_actions())
        )
        return actions.c.id.in_(standing)
    if table is decisions:
        return decisions.c.meeting.in_(theirs)
    return table.c.id.in_(theirs if table is meetings else shown)


def _of_rounds(table: Table, workspace: str) -> ColumnElement[bool]:
    shown = (
        select(all_rounds.c.id)
        .join(results, results.c.round == all_rounds.c.id)
        .where(all_rounds.c.workspace == workspace, all_rounds.c.hidden_at.is_(None))
    )
    return (table.c.round if table is results else table.c.id).in_(shown)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _value(kind: object, plain: Any) -> Any:
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(plain)
    return date.fromisoformat(plain) if isinstance(kind, Date) else plain


def _check_format(line: str) -> None:
    try:
        header = json.loads(line)
    except ValueError:
        header = None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise StorageError(
            "The file is no export of a workspace.", "Choose a file made by an export."
        )
    if str(header.get("revision")) not in READABLE:
        raise StorageError(
            f"The file was exported by another version (revision {header.get('revision')}).",
            "Export it again with the version of the coach that is installed here.",
        )


def _read(number: int, line: str) -> tuple[Table, dict[str, Any]]:
    try:
        entry = json.loads(line)
        table = _TABLES[entry["table"]]
        row = {column.name: entry["row"][column.name] for column in table.columns}
        for column in table.columns:
            if row[column.name] is not None:
                row[column.name] = _value(column.type, row[column.name])
    except (ValueError, KeyError, TypeError) as exc:
        raise StorageError(
            f"Line {number} of the file is damaged; nothing was restored.",
            "Choose a whole file; an export ends with a line end.",
        ) from exc
    return table, row


def _add(
    connection: Connection, table: Table, row: dict[str, Any], added: dict[str, set[str]]
) -> None:
    if table.name in _PARENTS:
        parents, reference = _PARENTS[table.name]
        if row[reference] not in added[parents]:
            return  # it belongs to a conversation or series that was there before
    else:
        key = table.primary_key.columns[0]
        if connection.scalar(select(key).where(key == row[key.name])) is not None:
            return
    if table is actions and row["meeting"] not in added["meetings"]:
        row["meeting"] = None  # it was deleted, and its open actions outlive it
    connection.execute(insert(table).values(row))
    added[table.name].add(row[table.primary_key.columns[0].name])
