"""Who speaks, as headers, logs and signatures name them, and for which side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading import side_of
from coach.services.agendas.reading.roles import ROLES, is_role
from coach.services.checking.words import vocabulary

LONGEST_NAME = 80
_ADDRESS = lazy_pattern(r"[<\[(]*(?:mailto:)?([\w.+'-]{1,64})@[\w.-]{1,190}[>\])]*")
_BESIDE = lazy_pattern(r"\s*(?:[(\[|,/–—]|\s-\s)")
_QUOTES = " \t\"'“”„«»*_@;,<>\u200e\u200f\u202f\xa0"
# Words that no name is: `Brand`, `Content` and `Hunter` are names of people too.
_PLAIN = lazy_pattern(
    r"(?<![^\W_])(?:sales|marketing|mktg|(?-i:AEs?)|[sb]drs?|cmos?|cros?|ceo|cfo|pmms?|rev ?ops"
    r"|demand[- ]gen|vertrieb\w*|verkauf|ventes|ventas|mercadotecnia)(?![^\W_])",
    re.IGNORECASE,
)
_WORD = lazy_pattern(r"[^\W\d_][\w'’.\-]*")
_LINKS = vocabulary("de da di du la le van von der den del bin al el of and")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name or role as written, "" where none is; `side` is `None` where it cannot be told."""

    name: str = ""
    side: Side | None = None


NOBODY = Speaker()


@lru_cache(maxsize=512)  # a log names the same few people on every line
def speaker_of(written: str) -> Speaker:
    """Return who is meant by a header's or a label's words: `Ana Silva (AE) <ana@…>`."""
    written = written[: 4 * LONGEST_NAME]
    address = _ADDRESS.search(written)
    name = written if address is None else written[: address.start()] + written[address.end() :]
    name = " ".join(name.strip(_QUOTES).split())[:LONGEST_NAME]
    beside = _BESIDE.search(name)
    head = name if beside is None else name[: beside.start()].strip(_QUOTES)
    role = None if beside is None else side_by_role(name[beside.start() :])
    side = role or _by_name(head) or (_by_name(address[1]) if address else None)
    if not name and address is not None:
        return Speaker(address.group().strip("<>[]()").removeprefix("mailto:"), side)
    return Speaker(head if role is not None and head else name, side)


def side_by_role(words: str) -> Side | None:
    """Return the side of the role in `words`, `None` where no role is in them."""
    return side_of(words) if ROLES.search(words) else None


def is_like_name(words: str) -> bool:
    """Whether `words` are written as a person's name is, in any script."""
    parts = words.split()
    if not 1 <= len(parts) <= 4 or not all(_WORD.fullmatch(part) for part in parts):
        return False
    return all(not part[0].islower() or part.lower() in _LINKS for part in parts) and (
        parts[0].lower() not in _LINKS
    )


def _by_name(name: str) -> Side | None:
    """Return the side a bare name tells: `Sales team`, `marketing_lisa`, not `Hunter Brand`."""
    if is_role(name):
        return side_of(name)
    plain = _PLAIN.search(name)
    return None if plain is None else side_of(plain.group())
