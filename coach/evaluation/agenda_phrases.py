"""How well briefs are read: phrases as people type them, with what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from coach.domain.agenda import Attendee, Repeat
from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import parse_person, read_brief, zone_of


class Phrase(BaseModel):
    """A phrase and what it says; what is not named it does not say.

    `start` is a local time and its zone, a person is name:side:role. The reported phrases were not
    learnt from.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    half: Literal["tuned", "reported"]
    text: str
    minutes: int | None = None
    start: str | None = None
    repeat: Repeat = Repeat.ONCE
    people: tuple[str, ...] = ()
    headcount: int | None = None
    zone: str | None = None


class Phrases(BaseModel):
    """All phrases, with the day on which and the zone in which they are typed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    now: datetime
    zone: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A phrase and what in it was read wrongly; nothing where all is right."""

    phrase: Phrase
    wrong: tuple[str, ...]


def load_phrases(file: Path) -> Phrases:
    """Return the phrases of `file`."""
    return Phrases.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))


def judge(phrases: Phrases) -> tuple[Judged, ...]:
    """Read every phrase; each says which fields came out as `read, not meant`."""
    judged = []
    for phrase in phrases.phrases:
        zone = phrase.zone or phrases.zone
        brief = read_brief(phrase.text, phrases.now.replace(tzinfo=zone_of(zone)), zone)
        judged.append(Judged(phrase, tuple(_wrong(phrase, brief))))
    return tuple(judged)


def share_right(judged: Sequence[Judged]) -> float:
    """Return the share of phrases in which everything was read as meant."""
    return sum(not one.wrong for one in judged) / len(judged)


def _wrong(phrase: Phrase, brief: MeetingBrief) -> list[str]:
    meant_people = [_plain(parse_person(person)) for person in phrase.people]
    start = brief.start and f"{brief.start:%Y-%m-%dT%H:%M} {brief.zone}"
    pairs = {
        "minutes": (brief.minutes, phrase.minutes),
        "start": (start, phrase.start),
        "repeat": (brief.repeat, phrase.repeat),
        "people": ([_plain(person) for person in brief.people], meant_people),
        "headcount": (brief.headcount, phrase.headcount),
    }
    return [f"{name}: {a}, not {b}" for name, (a, b) in pairs.items() if a != b]


def _plain(person: Attendee) -> tuple[str, str, str]:
    """Leave out a role that only repeats the name, as `SDR` does in `SDR 2`."""
    role = "" if person.name.rstrip("0123456789 ") == person.role else person.role
    return person.name, person.side, role
