"""The cells of a comparison: what two notes of one kind are held against each other by."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.domain.notes import Kind, Meeting, Metric, Note
from coach.playbook.composing.blocks import blocks_of
from coach.playbook.composing.choosing import first, prose
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.parts import Line
from coach.playbook.lengths import length

CELL = 24  # words


def cell(text: str, n: int | None) -> str:
    """Return what stands in a cell: a sentence with its number, so that it is checked alone."""
    ended = text if text.endswith((".", "!", "?", '"')) else f"{text}."
    return Line(f"{ended[:1].upper()}{ended[1:]}", n).cited


def _sentence(*headings: str) -> Callable[[Desk], str]:
    def read_cell(desk: Desk) -> str:
        said = first(
            desk.section(*headings), lambda source: prose(source, desk.wish, CELL, whole=True)
        )
        return cell(said[0].text, said[0].n) if said else ""

    return read_cell


def _field(heading: str, read: Callable[[Note], str]) -> Callable[[Desk], str]:
    def read_cell(desk: Desk) -> str:
        sources, text = desk.section(heading), read(desk.note)
        return cell(text, sources[0].n) if sources and text else ""

    return read_cell


def _in_grid(name: str) -> Callable[[Desk], str]:
    def read_cell(desk: Desk) -> str:
        for source in desk.section("At a glance"):
            for block in blocks_of(source.passage.text):
                if block.text.startswith(f"{name}: "):
                    return cell(block.text.removeprefix(f"{name}: "), source.n)
        return ""

    return read_cell


def _formula(note: Note) -> str:
    return f"{note.formula.readable}, in {note.unit}." if isinstance(note, Metric) else ""


_Rows = tuple[tuple[str, Callable[[Desk], str]], ...]
_ANY: _Rows = (("In short", _sentence("In short")), ("Watch for", _sentence("Watch")))
_FIRST: _Rows = (
    ("In short", _sentence("In short", "Summary", "Before", "How to run it", "Watch")),
)
_ROWS: dict[Kind, _Rows] = {
    Kind.MEETING: (
        ("What for", _field("Agenda", lambda n: n.purpose if isinstance(n, Meeting) else "")),
        ("Who", _field("Agenda", lambda n: n.who if isinstance(n, Meeting) else "")),
        (
            "How often",
            _field(
                "Agenda",
                lambda n: f"{n.cadence}; {length(n.minutes)}" if isinstance(n, Meeting) else "",
            ),
        ),
    ),
    Kind.METRIC: (
        ("What it tells", _sentence("In short")),
        ("Formula", _field("Formula", _formula)),
        ("Owner", _field("Formula", lambda n: n.owner if isinstance(n, Metric) else "")),
    ),
    Kind.STAGE: (
        ("In short", _sentence("In short")),
        ("Meeting", _in_grid("Meeting")),
        ("Metric", _in_grid("Metric")),
        ("Money", _in_grid("Money")),
        ("Watch for", _sentence("Watch")),
    ),
}


def rows(pair: Sequence[Desk]) -> list[list[str]]:
    """Return the rows that all of `pair` fill; a note found late has few of its passages here."""
    kinds = {desk.note.kind for desk in pair}
    own = _ROWS.get(pair[0].note.kind, _ANY) if len(kinds) == 1 else _ANY
    for chosen in (own, _ANY, _FIRST):
        filled = [[f"**{name}:**", *(make(desk) for desk in pair)] for name, make in chosen]
        if full := [row for row in filled if all(row[1:])]:
            return full
    return []
