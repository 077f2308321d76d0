"""The few pieces of HTML the report is made of; all text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, with the name of its look."""

    text: str
    look: str = ""


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "\n".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def paragraph(text: str, look: str = "") -> str:
    """Return a paragraph."""
    return f"<p{_look(look)}>{escape(text)}</p>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with their texts; line breaks stay."""
    told = (f"<dt>{escape(name)}</dt><dd>{escape(text.strip())}</dd>" for name, text in pairs)
    return f"<dl>{''.join(told)}</dl>"


def section(name: str, *parts: str) -> str:
    """Return parts under a heading; the parts are HTML already."""
    return "\n".join([f"<section><h2>{escape(name)}</h2>", *parts, "</section>"])


def _cell(cell: Cell) -> str:
    return f"<td{_look(cell.look)}>{escape(cell.text)}</td>"


def _look(look: str) -> str:
    return f' class="{look}"' if look else ""
