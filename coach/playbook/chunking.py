"""From notes to passages: one a section, one for what stands in the front matter.

Sections of the shipped notes have about sixty words, so nearly each is one passage; a longer one is
cut between paragraphs and list items, without overlap: each sentence is found once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence

from coach.domain.notes import (
    Conflict,
    Credit,
    Evidence,
    Meeting,
    Metric,
    Move,
    Note,
    Option,
    Section,
    StageNote,
)
from coach.domain.passages import ALSO_CALLED, Passage
from coach.playbook.files import front_matter
from coach.playbook.lengths import length

LONGEST = 220  # words; 256 tokens, the embedder's limit, hold about 200 English words
SHORT_UNIT = 2  # words; a longer unit is told once, with the formula
SHORTEST = 25  # words; a shorter rest stays with what stands before it
_HEADING_LINE = re.compile(r"\A## .*\n*")
# A block is a paragraph or a list item with its continuation lines.
_BLOCK = re.compile(r"\S.*(?:\n(?![-*] |\d+\. |\s*$).*)*", re.MULTILINE)
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"')\]]*(?=\s)|\Z)", re.DOTALL)

Span = tuple[int, int]
Matter = tuple[str, str, tuple[str, ...]]


def passages_of(note: Note, source: str) -> list[Passage]:
    """Cut one note; `source` is its file's text, which the offsets count in.

    The passages stand in reading order: the summary first, then what the front matter holds, then
    the sections. Only the summary's passage carries the note's aliases.
    """
    cut = [_passage(note, "Summary", note.summary, _span(source, ("summary",)), note.aliases)]
    for heading, text, keys in _matters(note):
        cut.append(_passage(note, heading, text, _span(source, keys)))
    for section in note.sections:
        cut += [
            _passage(note, section.heading, text, span) for text, span in _pieces(section, source)
        ]
    return list({passage.id: passage for passage in cut}.values())


def names_of(note: Note, source: str) -> list[Passage]:
    """Return each name of the note, and each way it is asked for, as a passage never shown."""
    names = dict.fromkeys((note.title, *note.aliases, *note.asked))
    span = _span(source, ("aliases",))
    return [_passage(note, ALSO_CALLED, name, span) for name in names]


def _passage(
    note: Note, heading: str, text: str, span: Span, aliases: tuple[str, ...] = ()
) -> Passage:
    words = "\n".join((note.id, heading, text))
    return Passage(
        id=hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32],
        note=note.id,
        kind=note.kind,
        title=note.title,
        heading=heading,
        text=text,
        file=note.file,
        start=span[0],
        end=span[1],
        stages=note.stages,
        aliases=aliases,
    )


def _span(source: str, keys: Sequence[str]) -> Span:
    """Return where the front matter's `keys` stand, from the first to the last of them."""
    fence = front_matter(source)
    if fence is None:
        return 0, 0
    names = "|".join(keys)
    block = re.compile(rf"^(?:{names}):.*(?:\n(?:[ #-].*)?$)*", re.MULTILINE)
    found = list(block.finditer(source, fence.start(1), fence.end(1)))
    if not found:
        return fence.span(1)
    return found[0].start(), found[-1].start() + len(found[-1].group().rstrip())


def _matters(note: Note) -> tuple[Matter, ...]:
    """Return heading, text and keys of each passage made of the note's typed fields."""
    make = _MATTERS.get(type(note))
    return () if make is None else make(note)


def _grid(note: StageNote) -> tuple[Matter, ...]:
    lines = [f"- {name.replace('_', ' ').capitalize()}: {text}" for name, text in note.grid]
    return (("At a glance", "\n".join(lines), ("grid",)),)


def _move(note: Move) -> tuple[Matter, ...]:
    way = f"From {note.from_stage.value.title()} to {note.to_stage.value.title()}."
    if note.from_stage == note.to_stage:
        way = f"At {note.to_stage.value.title()}."
    owners = f"Sales: {note.sales_owner}. Marketing: {note.marketing_owner}."
    keys = ("direction", "from_stage", "to_stage", "effort", "sales_owner", "marketing_owner")
    return (("Who and how long", f"{way} It takes {note.effort}. {owners}", keys),)


def _meeting(note: Meeting) -> tuple[Matter, ...]:
    lines = [f"{note.purpose.rstrip('.')}. {note.who}; {note.cadence}; {length(note.minutes)}."]
    for number, item in enumerate(note.items, 1):
        line = f"{number}. {item.question} ({item.outcome.value}, {item.owner}, {item.ideal} min)"
        if item.done_when:
            line += f" Done when: {item.done_when}"
        lines.append(line)
    return (("Agenda", "\n".join(lines), ("purpose", "who", "cadence", "minutes", "items")),)


def _conflict(note: Conflict) -> tuple[Matter, ...]:
    asks = (("sales", note.ask_sales), ("marketing", note.ask_marketing))
    return (
        ("Signals", "\n".join(f"- {signal}" for signal in note.signals), ("signals",)),
        ("Options", "\n".join(map(_option, note.options)), ("options",)),
        (
            "Questions to ask",
            "\n\n".join(_asked(side, questions) for side, questions in asks),
            ("ask_sales", "ask_marketing"),
        ),
    )


def _asked(side: str, questions: Sequence[str]) -> str:
    return "\n".join((f"Ask {side}:", *(f"- {question}" for question in questions)))


def _option(option: Option) -> str:
    costs = f"Cost to sales: {option.cost_to_sales} Cost to marketing: {option.cost_to_marketing}"
    return f"- {option.what} {costs}"


def _metric(note: Metric) -> tuple[Matter, ...]:
    formula = note.formula
    *most, last = [f"{name.replace('_', ' ')} {value:,}" for name, value in formula.given]
    given = " and ".join([*([", ".join(most)] if most else []), last])
    sentences = [
        f"{formula.readable}, in {note.unit}.",
        *(f"{_named(name)}: {meaning.rstrip('.')}." for name, meaning in formula.terms),
        f"For example, with {given} it is {formula.result:,}{_short(note.unit)}.",
        f"Owner: {note.owner}.",
    ]
    if note.counts is not Credit.NEITHER:
        sentences.append(f"It counts what marketing {note.counts.value}.")
    return (("Formula", " ".join(sentences), ("formula", "unit", "owner", "counts")),)


def _short(unit: str) -> str:
    return f" {unit}" if len(unit.split()) <= SHORT_UNIT else ""


def _named(term: str) -> str:
    return term.replace("_", " ").capitalize()


def _evidence(note: Evidence) -> tuple[Matter, ...]:
    text = f"{note.sample.rstrip('.')}, {note.year}. Kind of evidence: {note.strength.value}."
    return (("Sample", text, ("sample", "year", "strength")),)


_MATTERS: dict[type[Note], Callable[..., tuple[Matter, ...]]] = {
    StageNote: _grid,
    Move: _move,
    Meeting: _meeting,
    Conflict: _conflict,
    Metric: _metric,
    Evidence: _evidence,
}


def _pieces(section: Section, source: str) -> list[tuple[str, Span]]:
    """Cut a section into texts of at most `LONGEST` words, each with its place in the file."""
    raw = source[section.start : section.end]
    heading = _HEADING_LINE.match(raw)
    start = section.start + (heading.end() if heading else 0)
    end = section.start + len(raw.rstrip())
    texts, places = _blocks(section.text), _blocks(source[start:end])
    # Source marks are labels in the text and keys in the file; blocks pair off all the same.
    if _words(section.text) <= LONGEST or len(texts) != len(places):
        return [(section.text, (start, end))]
    pieces: list[tuple[str, Span]] = []
    for first, last in _packed([_words(section.text[slice(*span)]) for span in texts]):
        text = section.text[texts[first][0] : texts[last][1]]
        pieces.append((text, (start + places[first][0], start + places[last][1])))
    return pieces


def _blocks(text: str) -> list[Span]:
    spans: list[Span] = []
    for block in _BLOCK.finditer(text):
        if _words(block.group()) <= LONGEST:
            spans.append(block.span())
        else:
            spans += [
                sentence.span() for sentence in _SENTENCE.finditer(text, block.start(), block.end())
            ]
    return spans


def _packed(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Join neighbours up to `LONGEST` words; return the first and last block of each piece."""
    pieces: list[tuple[int, int]] = []
    first = total = 0
    for i, size in enumerate(sizes):
        rest = sum(sizes[i:])
        if total and total + size > LONGEST and rest >= SHORTEST:
            pieces.append((first, i - 1))
            first, total = i, 0
        total += size
    pieces.append((first, len(sizes) - 1))
    return pieces


def _words(text: str) -> int:
    return len(text.split())
