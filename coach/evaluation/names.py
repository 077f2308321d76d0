"""Mentions of people's names: found, found in headers, and what was replaced that is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from coach.evaluation.counting import Count
from coach.services.names.naming import Naming

MENTIONS, HEADERS, WRONG = "mentions", "headers", "wrong"
_MARK = re.compile(r"\{\{(?P<header>[^{}]+)\}\}|\{(?P<name>[^{}]+)\}")


class NamedText(BaseModel):
    """A text whose names stand in braces, in headers in double ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    half: Literal["tuned", "reported"]
    manner: str
    text: str


class NamedTexts(BaseModel):
    """All texts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: tuple[NamedText, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text without its braces, and whether it was replaced."""

    text: str
    in_header: bool
    found: bool


@dataclass(frozen=True, slots=True)
class ReadNames:
    """A text with its mentions, and the words that were replaced though nobody's name."""

    named: NamedText
    mentions: tuple[Mention, ...]
    wrong: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """The mentions that would have left."""
        return tuple(mention.text for mention in self.mentions if not mention.found)


def load_texts(path: Path) -> tuple[NamedText, ...]:
    """Read the texts.

    Raises:
        ValueError: a row breaks the schema.
    """
    return NamedTexts.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))).texts


def read_all(texts: Sequence[NamedText], naming: Naming) -> list[ReadNames]:
    """Look for the names in every text."""
    return [_read(named, naming) for named in texts]


def counts(read: Sequence[ReadNames]) -> dict[str, Count]:
    """Count mentions found, those in headers, and wrong ones among all that was replaced."""
    mentions = [mention for one in read for mention in one.mentions]
    headers = [mention for mention in mentions if mention.in_header]
    wrong = sum(len(one.wrong) for one in read)
    right = sum(mention.found for mention in mentions)
    return {
        MENTIONS: Count(right, len(mentions)),
        HEADERS: Count(sum(mention.found for mention in headers), len(headers)),
        WRONG: Count(wrong, right + wrong),
    }


def table(read: Sequence[ReadNames]) -> str:
    """Return both halves as a Markdown table."""
    lines = [
        "| half | texts | mentions found | in headers | replaced, but no name |",
        "|---|---|---|---|---|",
    ]
    for half in ("tuned", "reported"):
        here = [one for one in read if one.named.half == half]
        shown = [f"{count.n} of {count.of}" for count in counts(here).values()]
        lines.append(f"| {half} | {len(here)} | {' | '.join(shown)} |")
    return "\n".join(lines)


def _read(named: NamedText, naming: Naming) -> ReadNames:
    plain, spans, at = "", [], 0
    for mark in _MARK.finditer(named.text):
        plain += named.text[at : mark.start()]
        name = mark["header"] or mark["name"]
        spans.append((len(plain), len(plain) + len(name), mark["header"] is not None))
        plain += name
        at = mark.end()
    plain += named.text[at:]
    replaced = naming.places(plain)
    mentions = tuple(
        Mention(plain[start:end], header, _is_covered(plain, start, end, replaced))
        for start, end, header in spans
    )
    wrong = tuple(
        plain[start:end]
        for start, end in replaced
        if not any(start < last and first < end for first, last, _ in spans)
    )
    return ReadNames(named, mentions, wrong)


def _is_covered(text: str, start: int, end: int, replaced: Sequence[tuple[int, int]]) -> bool:
    """Whether one or several replaced places hold every letter of a name."""
    gone = {at for first, last in replaced for at in range(first, last)}
    return all(at in gone for at in range(start, end) if text[at].isalnum())
