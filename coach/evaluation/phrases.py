"""What people type for a meeting, read: length, start, repeat, who and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict

from coach.domain.agenda import Attendee, Repeat
from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import read_brief


class Phrase(BaseModel):
    """A phrase with what is meant; what is not named is not said.

    A person is name:side:role. A start without a time is a day.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    half: Literal["tuned", "reported"]
    minutes: int | None = None
    start: str = ""
    zone: str = ""
    repeat: Repeat = Repeat.ONCE
    people: tuple[str, ...] = ()
    headcount: int | None = None


class Phrases(BaseModel):
    """All phrases, with the moment and the place they were typed at."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    now: datetime
    zone: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ReadPhrase:
    """A phrase with the parts that were read otherwise than meant."""

    phrase: Phrase
    wrong: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether all of it was read as meant."""
        return not self.wrong


def load_phrases(path: Path) -> Phrases:
    """Read the phrases.

    Raises:
        ValueError: a row breaks the schema.
    """
    return Phrases.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def read_all(these: Phrases) -> list[ReadPhrase]:
    """Read every phrase where and when it was typed."""
    return [_read(phrase, these) for phrase in these.phrases]


def _read(phrase: Phrase, these: Phrases) -> ReadPhrase:
    zone = phrase.zone or these.zone
    now = these.now.replace(tzinfo=ZoneInfo(these.zone))
    brief = read_brief(phrase.text, now, zone)
    parts = {
        "minutes": brief.minutes == phrase.minutes,
        "start": _start(brief) == phrase.start,
        "repeat": brief.repeat is phrase.repeat,
        "people": _are(brief.people, phrase.people),
        "headcount": brief.headcount == phrase.headcount,
    }
    return ReadPhrase(phrase, tuple(name for name, right in parts.items() if not right))


def table(read: Sequence[ReadPhrase]) -> str:
    """Return both halves as a Markdown table."""
    lines = ["| half | phrases | read as meant |", "|---|---|---|"]
    for half in ("tuned", "reported"):
        here = [one for one in read if one.phrase.half == half]
        lines.append(f"| {half} | {len(here)} | {sum(one.right for one in here)} |")
    return "\n".join(lines)


def _start(brief: MeetingBrief) -> str:
    """Return the start, or the day where no time was said."""
    if brief.start is not None:
        return f"{brief.start:%Y-%m-%dT%H:%M} {brief.zone}"
    return brief.day.isoformat() if brief.day else ""


def _are(people: Sequence[Attendee], meant: Sequence[str]) -> bool:
    """Whether they are those meant, in any order; a role counts where the phrase says one."""
    wanted = sorted(person.casefold().split(":") for person in meant)
    found = sorted([p.name.casefold(), p.side.value, p.role.casefold()] for p in people)
    pairs = zip(found, wanted, strict=False)
    return len(found) == len(wanted) and all(has[: len(is_)] == is_ for has, is_ in pairs)
