"""An agenda as Markdown that reads well with or without being rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.adapters.exports.plain import short_day, sided
from coach.adapters.exports.sheet import Row, Sheet, carried

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_OPENING = re.compile(r"^([#+=:-]|\d+(?=[.)]))")  # makes a list or heading of a line's start


def markdown(sheet: Sheet) -> str:
    """Return the whole agenda; nothing that a person typed is read as markup."""
    return "\n".join([*_head(sheet), *_table(sheet), *_after(sheet)]) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, also at the start of a line."""
    safe = _SPECIAL.sub(r"\\\1", text)
    opening = _OPENING.match(safe)
    if opening is None:
        return safe
    end = opening.end()
    return f"{safe[:end]}\\{safe[end:]}" if safe[0].isdigit() else f"\\{safe}"


def _head(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    if sheet.outcome:
        label = "" if sheet.alone else "**Outcome:** "
        yield from ("", f"{label}{escaped(sheet.outcome)}")
    for fact in sheet.facts:
        yield from ("", escaped(fact))
    if sheet.instead:
        yield from ("", "## Cancel it and send this instead", "")
        yield "\n".join(f"> {escaped(line)}  " for line in sheet.instead.split("\n"))
    if sheet.people:
        yield from ("", f"## {sheet.who}", "")
    for person in sheet.people:
        role = f", {person.role}" if person.role else ""
        yield f"- {escaped(sided(person.name, person.side) + role)}"


def _table(sheet: Sheet) -> Iterator[str]:
    if not sheet.rows:
        return
    yield from ("", "## Agenda", "")
    yield "| From | Minutes | Question | To | Owner | Done when |"
    yield "| --- | ---: | --- | --- | --- | --- |"
    for row in sheet.rows:
        yield "| " + " | ".join(map(escaped, _cells(row))) + " |"
    yield from ("", escaped(sheet.total) + ".")


def _cells(row: Row) -> tuple[str, ...]:
    owner = sided(row.owner, row.side) if row.owner else ""
    return row.when, str(row.minutes), row.question, row.to, owner, row.done_when


def _after(sheet: Sheet) -> Iterator[str]:
    if sheet.tasks:
        yield from ("", "## To prepare", "")
    for task in sheet.tasks:
        yield f"- [ ] {escaped(f'{sided(task.owner, task.side)}: {task.text}')}"
        yield f"  (for: {escaped(task.question)})"
    if sheet.actions:
        yield from ("", "## Actions still open", "")
    for action in sheet.actions:
        due = f"by {short_day(action.due)}" if action.due else ""
        rest = "; ".join(part for part in (due, carried(action)) if part)
        line = f"{sided(action.owner, action.side)}: {action.text}"
        yield f"- [ ] {escaped(line + (f' ({rest})' if rest else ''))}"
    yield from _written(sheet)
    if sheet.left:
        yield from ("", "## Left out", "")
    for left in sheet.left:
        yield f"- {escaped(f'{left.question} ({left.where}: {left.why})')}"


def _written(sheet: Sheet) -> Iterator[str]:
    for section in sheet.sections:
        yield from ("", f"## {section.heading}", "")
        for entry in section.entries:
            owner = f"{sided(entry.owner, entry.side)}: " if entry.owner else ""
            yield f"- {escaped(owner + entry.text)}"
            yield from (f"  - {escaped(line)}" for line in entry.details)
