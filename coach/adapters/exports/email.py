"""An agenda or minutes as an e-mail in plain text, its subject first."""

from __future__ import annotations

from collections.abc import Iterator

from coach.adapters.exports.plain import short_day, sided
from coach.adapters.exports.sheet import Section, Sheet, carried


def email(sheet: Sheet) -> str:
    """Return `Subject: ...`, an empty line and the body; the text to send where it is cancelled."""
    if sheet.instead:
        return f"Subject: Instead of the meeting: {sheet.title}\n\n{sheet.instead}\n"
    when = ""
    if sheet.start:
        when = f", {sheet.start:%a} {short_day(sheet.start)}, {sheet.start:%H:%M}"
    what = "are the minutes" if sheet.held else "is the agenda"
    greeting = f"Hello,\n\nhere {what} of our meeting.\n\n"
    return f"Subject: {sheet.title}{when}\n\n{greeting}{body(sheet)}\n"


def body(sheet: Sheet) -> str:
    """Return it in plain text."""
    written = (_written(section) for section in sheet.sections)
    plan = (_prepare(sheet), _agenda(sheet), _open(sheet))
    parts = (_head(sheet), *plan, *written, _left(sheet))
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines)


def _head(sheet: Sheet) -> Iterator[str]:
    if sheet.outcome:
        yield f"Outcome: {sheet.outcome}"
    yield from sheet.facts
    people = (sided(person.name, person.side) for person in sheet.people)
    if sheet.people:
        yield f"{sheet.who}: {'; '.join(people)}"


def _prepare(sheet: Sheet) -> Iterator[str]:
    owners = dict.fromkeys((task.owner, task.side) for task in sheet.tasks)
    if owners:
        yield "PLEASE PREPARE"
    for owner, side in owners:
        yield f"{sided(owner, side)}:"
        for task in sheet.tasks:
            if (task.owner, task.side) == (owner, side):
                yield f"  - {task.text} (for: {task.question})"


def _agenda(sheet: Sheet) -> Iterator[str]:
    if sheet.rows:
        yield "AGENDA"
    for row in sheet.rows:
        owner = f", {sided(row.owner, row.side)}" if row.owner else ""
        yield f"{row.when}  {row.question} ({row.minutes} min, {row.to}{owner})"
        if row.done_when:
            yield f"       Done when: {row.done_when}"


def _open(sheet: Sheet) -> Iterator[str]:
    if sheet.actions:
        yield "STILL OPEN"
    for action in sheet.actions:
        due = f", by {short_day(action.due)}" if action.due else ""
        again = f" ({carried(action)})" if action.carried else ""
        yield f"  - {action.text}: {sided(action.owner, action.side)}{due}{again}"


def _written(section: Section) -> Iterator[str]:
    yield section.heading.upper()
    for entry in section.entries:
        owner = f"{sided(entry.owner, entry.side)}: " if entry.owner else ""
        yield f"  - {owner}{entry.text}"
        yield from (f"    {line}" for line in entry.details)


def _left(sheet: Sheet) -> Iterator[str]:
    if sheet.left:
        yield "NOT ON THE AGENDA"
    for left in sheet.left:
        yield f"  - {left.question} ({left.where}: {left.why})"
