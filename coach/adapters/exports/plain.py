"""Text that any file can hold, and dates, times and sides in words."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from coach.domain.stages import Side
from coach.domain.text import clean

# The mark of byte order, which is no text, and two characters that no XML file may hold.
_NOWHERE = re.compile("[\ufeff\ufffe\uffff]")
LONGEST_NAME = 60  # characters of a file's name, without its ending
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def tidy(text: str) -> str:
    """Return `text` as one line without what no file may hold, control characters above all."""
    return " ".join(_NOWHERE.sub("", clean(text)).split())


def mark(side: Side) -> str:
    """Return the letter that tells a side apart without colour."""
    return side.value[0].upper()


def sided(name: str, side: Side) -> str:
    """Return a name with its side in a word; somebody of neither side needs none."""
    said = {Side.OTHER: "", Side.BOTH: " (both sides)"}.get(side, f" ({side.value})")
    return f"{tidy(name)}{said}"


def day(value: date) -> str:
    """Return a date as people write it, whatever the machine's language."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """Return a date without its weekday."""
    return f"{value.day} {value:%B %Y}"


def offset(value: datetime) -> str:
    """Return how far its clock is from UTC: `UTC+1`, `UTC+5:30`."""
    minutes = (value.utcoffset() or timedelta()) // timedelta(minutes=1)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def nth_time(count: int) -> str:
    """Return how often something came up, in words as far as they are short."""
    return f"{ORDINALS[count - 1]} time" if 1 <= count <= len(ORDINALS) else f"{count} times"


def file_name(words: str, when: date | None, ending: str, first: str = "agenda") -> str:
    """Return a name that every file system and browser takes."""
    plain = unicodedata.normalize("NFKD", tidy(words)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    parts = [first, when.isoformat() if when else "", slug]
    return "-".join(part for part in parts if part) + "." + ending
