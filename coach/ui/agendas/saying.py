"""An agenda's parts in a few words each: safe Markdown for the page."""

from __future__ import annotations

from datetime import datetime

from coach.domain.agenda import Action, Agenda, Attendee, Item, Part, Repeat
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.ui import safe_text, words

OUTCOMES = {
    Outcome.INFORM: "to inform",
    Outcome.DISCUSS: "to discuss",
    Outcome.DECIDE: "to decide",
    Outcome.REPAIR: "to repair",
}
REPEATS = {
    Repeat.ONCE: "Once",
    Repeat.WEEKLY: "Every week",
    Repeat.FORTNIGHTLY: "Every two weeks",
    Repeat.MONTHLY: "Every month",
}
PARTS = {
    Part.OPENING: "Opening",
    Part.CARRIED: "From last time",
    Part.BREAK: "Break",
    Part.LUNCH: "Lunch",
    Part.BUFFER: "Time in hand",
    Part.CLOSE: "Close",
}
_NAME = 60  # characters of a name that a chip has room for


def short(text: str, longest: int = _NAME) -> str:
    """Return `text` on one line, cut where it is too long."""
    line = " ".join(safe_text.clean(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def chip(name: str, side: Side, role: str = "") -> str:
    """Return a person as a small mark with the colour and shape of their side."""
    said = short(name)
    if role and role.casefold() != name.casefold():
        said += f" · {short(role)}"
    colour, shape = words.SHAPES[side]
    return f":{colour}-badge[{shape} {safe_text.plain(said)}]"


def people(agenda: Agenda) -> str:
    """Return everybody who comes, side by side."""
    order = list(Side)
    came = sorted(agenda.people, key=lambda person: order.index(person.side))
    return " ".join(chip(p.name, p.side, p.role) for p in came)


def named(person: Attendee) -> str:
    """Return a person as a line of a list to choose from."""
    role = f", {short(person.role)}" if person.role not in ("", person.name) else ""
    return f"{words.SHAPES[person.side][1]} {short(person.name)}{role}"


def facts(agenda: Agenda) -> str:
    """Say how long, when, how often, and who chairs and takes the notes."""
    said = [length(agenda.minutes), when(agenda)]
    if agenda.repeat is not Repeat.ONCE:
        said.append(REPEATS[agenda.repeat].lower())
    said += [f"{short(agenda.chair)} chairs"] if agenda.chair else []
    said += [f"{short(agenda.note_taker)} takes notes"] if agenda.note_taker else []
    return " · ".join(safe_text.plain(part) for part in said if part)


def when(agenda: Agenda) -> str:
    """Say from when to when it goes on, in its own zone; empty while no date is set."""
    if agenda.start is None or agenda.end is None:
        return ""
    end = f"{agenda.end:%H:%M}" if agenda.end.date() == agenda.start.date() else moment(agenda.end)
    return f"{moment(agenda.start)}–{end} ({agenda.zone})"


def moment(at: datetime) -> str:
    """Say when, with the day of the week."""
    return f"{at:%a} {at.day} {at:%b} {at.year}, {at:%H:%M}"


def length(minutes: int) -> str:
    """Say how long something takes, as people say it."""
    hours, rest = divmod(minutes, 60)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{hours} hours" + (f" {rest} minutes" if rest else "")


def marks(agenda: Agenda) -> tuple[str, ...]:
    """Say when each row begins: the time of day, or how far into the meeting while none is set."""
    said, passed = [], 0
    for item, start in zip(agenda.items, agenda.starts, strict=True):
        said.append(f"{start:%H:%M}" if start else f"{passed // 60}:{passed % 60:02d}")
        passed += item.minutes
    return tuple(said)


def under(item: Item) -> str:
    """Say what is prepared for a question and when it is done; empty where neither is said."""
    lines = [("Before", item.prework), ("Done when", item.done_when), ("Was", item.was)]
    return "  \n".join(f"*{name}:* {safe_text.plain(text)}" for name, text in lines if text)


def action(promised: Action) -> str:
    """Return an action with its owner and day."""
    due = f", by {promised.due.day} {promised.due:%b}" if promised.due else ""
    times = f", carried over {promised.carried} times" if promised.carried > 1 else ""
    owner = chip(promised.owner, promised.side)
    return f"{safe_text.plain(promised.text)} {owner}{due}{times}"
