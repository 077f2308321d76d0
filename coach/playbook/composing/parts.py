"""The pieces an answer is put together from, and how they are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.playbook.composing.blocks import Block, words_in

# A figure or a finding names its source where it stands, advice at the end of its line.
_FACT = re.compile(
    r"\d|%|\b(?:half(?! (?:an )?hour| day| page)|thirds?|quarters? of|tenth|twice|double|out of"
    r"|(?<!unit: )times|median|average\w*|typically|reports?|stud(?:y|ies)|research\w*|surveys?"
    r"|according to|evidence|data|experiments?|trials?|analysts?|vendors?\W|experts?)\b",
    re.IGNORECASE,
)
LONGEST = 240  # words of an answer, but for a text to copy


@dataclass(frozen=True, slots=True)
class Line:
    """A line and the number of the passage it is taken from; `mark` stands before it."""

    text: str
    n: int | None = None
    mark: str = ""

    @property
    def cited(self) -> str:
        """The line as it is written: its number at the end and after each fact before that."""
        if self.n is None:
            return self.mark + self.text
        *before, last = Block(self.text).sentences or (self.text,)
        marked = [f"{text} [{self.n}]" if _FACT.search(text) else text for text in before]
        return self.mark + " ".join((*marked, f"{last} [{self.n}]"))


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together under a bold run-in.

    `free` ones do not count as words; `fixed` ones stand or fall together, as in a table.
    """

    lines: tuple[Line, ...]
    title: str = ""
    free: bool = False
    fixed: bool = False

    @property
    def words(self) -> int:
        """Words as a reader counts them, the run-in too."""
        return words_in(self.title) + sum(words_in(line.cited) for line in self.lines)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    """Return the lines of a table; its cells bring their numbers with them."""
    ruled = [head, ["---"] * len(head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in row] for row in ruled]
    return tuple(Line(f"| {' | '.join(row)} |") for row in cells)


def fitted(parts: Sequence[Part]) -> list[Part]:
    """Return the parts that fit `LONGEST` words; the last lines of the longest lists go first."""
    kept = [part for part in parts if part.lines]
    while sum(part.words for part in kept if not part.free) > LONGEST:
        place = max(range(len(kept)), key=lambda i: (_spare(kept[i]), i))
        if _spare(kept[place]):
            kept[place] = replace(kept[place], lines=kept[place].lines[:-1])
        elif (last := _last_counted(kept)) is not None:
            del kept[last]
    return kept


def written(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the text line by line, each with its line ends."""
    for i, part in enumerate(parts):
        if i:
            yield "\n"
        yield from _lines_of(part)


def _lines_of(part: Part) -> Iterator[str]:
    title = f"**{part.title}:**" if part.title else ""
    listed = bool(part.lines[0].mark) or len(part.lines) > 1
    if title and listed:
        yield f"{title}\n\n"
    for line in part.lines:
        if title and not listed:
            yield f"{title} {line.cited}\n"
        else:
            yield f"{line.cited}\n"


def _spare(part: Part) -> int:
    """How many words of a list of more than two may go."""
    return part.words if len(part.lines) > 2 and not (part.free or part.fixed) else 0


def _last_counted(parts: Sequence[Part]) -> int | None:
    counted = [i for i, part in enumerate(parts) if not part.free]
    return counted[-1] if counted else None


def plain(text: str) -> str:
    """Return `text` in lower case without marks and punctuation, to compare sentences."""
    return " ".join(re.findall(r"\w+", re.sub(r"\[\d+\]", "", text.lower())))
