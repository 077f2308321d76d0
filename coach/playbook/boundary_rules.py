"""Reads `knowledge/boundaries.yaml`: what is not coached, how it shows, what is said instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import Field, StringConstraints

from coach.errors import NoteError
from coach.playbook.files import Strict, fields_of, read_file
from coach.playbook.glosses import load_glosses
from coach.playbook.heads import Head
from coach.playbook.languages import Code
from coach.playbook.page_rules import PageRules, Phrases, load_page_rules

FILE = "boundaries.yaml"
VOICE_FILE = "boundary_voice.yaml"
PHRASES_FILE = "boundary_phrases.npz"
LARGEST = 1_000_000  # characters; nine languages need more room than a note
DECLINED = ("harm_request", "manipulation_request", "surveillance_request")
LEVELS = ("sure", "likely", "hint")

Category = Literal[
    "harassment", "stalking", "bullying", "discrimination", "retaliation", "threat", "violence",
    "self_harm", "safety", "fraud", "privacy", "pay_or_contract_dispute", "dismissal", "legal",
    "harm_request", "manipulation_request", "surveillance_request", "other",
]  # fmt: skip
General = Literal["power", "repeated", "public", "hush", "fear", "calm", "trade"]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in one language.

    `categories` gives each its acknowledgement and its channel (or fair way); the rest are the
    sentences that all share. `line` is the short one that a text without signals carries.
    """

    not_a_meeting: str
    danger: str
    notes: str
    safe: str
    later: str
    line: str
    categories: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns of one language; `levels` by category and level, all as written in the file.

    `refers` are phrases that lean on what was said before, `shifts` those that leave it.
    """

    classes: Mapping[str, str]
    harmless: tuple[str, ...]
    general: Mapping[str, tuple[str, ...]]
    levels: Mapping[tuple[str, str], tuple[str, ...]]
    refers: tuple[str, ...]
    shifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Two readings of the vectors of one embedder: whether to stop, and whether harm is asked."""

    embedder: str
    stop: Head
    asked: Head


@dataclass(frozen=True, slots=True)
class BoundaryRules:
    """All that is known of boundaries, by language code."""

    signs: Mapping[str, Signs]
    words: Mapping[str, Words]
    lines: Mapping[str, str] = field(default_factory=dict)
    glosses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    voice: Voice | None = None
    phrases: Phrases | None = None
    pages: PageRules | None = None


class _Levels(Strict):
    sure: str
    likely: str = ""
    hint: str = ""


class _Reply(Strict):
    heard: Line
    where: Line


class _Replies(Strict):
    not_a_meeting: Line
    danger: Line
    notes: Line
    safe: Line
    later: Line
    line: Line
    categories: dict[Category, _Reply]


class _Language(Strict):
    classes: dict[str, str] = Field(default_factory=dict)
    harmless: str = ""
    general: dict[General, str] = Field(default_factory=dict)
    categories: dict[Category, _Levels]
    refers: str = ""
    shifts: str = ""
    replies: _Replies


class _File(Strict):
    languages: dict[Code, _Language]
    lines: dict[Code, Line] = Field(default_factory=dict)


class _VoiceFile(Strict):
    embedder: str
    stop: Head
    asked: Head


def load_boundary_rules(folder: Path) -> BoundaryRules:
    """Read the rules; the second voice where its file is there.

    Raises:
        NoteError: a file is missing (but the voice) or breaks its schema.
    """
    file = fields_of(read_file(folder, folder / FILE, LARGEST), _File)
    for code, language in file.languages.items():
        missing = set(Category.__args__) - set(language.replies.categories)  # type: ignore[attr-defined]
        if missing:
            raise NoteError(FILE, 1, f"`{code}.replies` lacks {', '.join(sorted(missing))}")
    return BoundaryRules(
        signs={code: _signs(language) for code, language in file.languages.items()},
        words={code: _words(language.replies) for code, language in file.languages.items()},
        lines=file.lines,
        glosses=load_glosses(folder),
        voice=_voice(folder),
        phrases=_phrases(folder),
        pages=load_page_rules(folder),
    )


def _phrases(folder: Path) -> Phrases | None:
    path = folder / PHRASES_FILE
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as file:
            return Phrases(file["weights"].astype(np.float32), float(file["bias"]))
    except (OSError, ValueError, KeyError) as exc:
        raise NoteError(PHRASES_FILE, 1, "the file is damaged") from exc


def _voice(folder: Path) -> Voice | None:
    if not (folder / VOICE_FILE).exists():
        return None
    file = fields_of(read_file(folder, folder / VOICE_FILE), _VoiceFile)
    return Voice(**dict(file))


def _signs(language: _Language) -> Signs:
    return Signs(
        classes=language.classes,
        harmless=_patterns(language.harmless),
        general={name: _patterns(text) for name, text in language.general.items()},
        levels={
            (category, level): _patterns(getattr(levels, level))
            for category, levels in language.categories.items()
            for level in LEVELS
        },
        refers=_patterns(language.refers),
        shifts=_patterns(language.shifts),
    )


def _words(replies: _Replies) -> Words:
    values = replies.model_dump(exclude={"categories"})
    said = {str(name): (reply.heard, reply.where) for name, reply in replies.categories.items()}
    return Words(**values, categories=said)


def _patterns(text: str) -> tuple[str, ...]:
    """Split a block at its slashes; new lines are only how it is written."""
    parts = (" ".join(part.split()) for part in text.split("/"))
    return tuple(dict.fromkeys(part for part in parts if part))
