"""A settled word as a note of the team's own, in the form of every note of the playbook."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from datetime import datetime

from coach.domain.shared_words import SharedWord, Word
from coach.domain.stages import Side

PREFIX = "our-"
_HEADING = re.compile(r"^\s*#+\s*", re.MULTILINE)
_MARKS = re.compile(r"^\s*(?:[-*•]\s+|\d+[.)]\s+)|\*\*")
_RULE = re.compile(r"^\s*-{3,}\s*$", re.MULTILINE)
_BODY = """
## In short

{short}

## In both sides' words

{draft}

{agreed}

## This week

- **Head of sales, by Friday:** read this with your team; bring one lead that fits and one that
  does not.
- **Head of marketing, by Friday:** hold last week's leads against it; bring the one that was
  hardest to place.

## Watch

Words change while people use them. If one of you means something else by now, say so and change
the wording together on the page of the plan. What one side changes alone is shared no longer.
"""


def note_id(word: Word) -> str:
    """Return the id of the note that a word becomes."""
    return f"{PREFIX}{word.key}"


def note_of(word: Word, settled: SharedWord, known: Collection[str]) -> str:
    """Return the note's file; it links to those of the word's notes that are `known`."""
    name = word.name
    aliases = [name, *word.names, f"our definition of {name}", f"what {name} means for us"]
    matter = {
        "kind": "practice",
        "title": f"What we call “{name}”",
        "summary": f"What sales and marketing of this team both mean by “{name}”.",
        "aliases": aliases,
        "asked": [
            f"what is a {name} for us",
            f"what do we mean by {name}",
            f"how did we define {name}",
            f"which {name} did sales and marketing agree on",
            word.question,
        ],
        "links": [note for note in (word.sheet, *word.notes) if note in known],
        "follow_ups": [
            f"What helps when we disagree about “{name}” again?",
            "How do we test a definition on real leads?",
        ],
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
    front = "\n".join(lines)
    draft = _safe(settled.draft)
    short = f"{word.said} is for both of us: {short_of(draft)}"
    body = _BODY.format(short=short, draft=draft, agreed=_agreed(settled))
    return f"---\n{front}\n---\n{body}"


def short_of(draft: str) -> str:
    """Return a wording as the end of a sentence: its lines one after the other.

    A head, which ends with a colon, goes before what stands under it; the first is left out.
    """
    told = ""
    for line in filter(str.strip, draft.splitlines()):
        plain = _MARKS.sub("", line).strip(" .;")
        if told or not plain.endswith(":"):
            told += f"{_joint(told)}{plain}"
    return f"{told.rstrip(':')}."


def _joint(told: str) -> str:
    return "" if not told else " " if told.endswith(":") else "; "


def _agreed(settled: SharedWord) -> str:
    days = [
        f"{side.value} on {_day(settled.accepted[side])}"
        for side in (Side.SALES, Side.MARKETING)
        if side in settled.accepted
    ]
    return f"Accepted by {' and by '.join(days)}."


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _safe(draft: str) -> str:
    """Return a wording as text alone: no heading, no markup of files, no mark of a source."""
    text = "\n".join(draft.splitlines())  # a file's reader takes more for a line's end than we do
    text = text.replace("<", "‹").replace(">", "›").replace("[@", "(@").replace("\0", "")
    return _RULE.sub("–", _HEADING.sub("", text)).strip()
