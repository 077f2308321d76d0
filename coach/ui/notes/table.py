"""A table that stays one for screen readers, also where a phone shows its rows as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st


def draw(key: str, heading: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Draw a table of plain text under its heading, in a container with the key `key`."""
    st.header(heading, anchor=False)
    with st.container(key=key):
        st.html(written(heading, heads, rows))


def written(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table as HTML; whatever stands in a cell is text.

    On a phone the style sheet lays a row out as a block, with each cell's head before it. That
    takes the meaning from the tags, which is why each says its role; Markdown could not.
    """
    columns = "".join(f'<th role="columnheader" scope="col">{_text(head)}</th>' for head in heads)
    body = "".join(_row(heads, row) for row in rows)
    return (
        f'<table role="table" aria-label="{_text(name)}">'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(heads: Sequence[str], cells: Sequence[str]) -> str:
    named = zip(heads, cells, strict=True)
    drawn = (
        f'<td role="cell" data-head="{_text(head)}">{_text(cell)}</td>' for head, cell in named
    )
    return f'<tr role="row">{"".join(drawn)}</tr>'


def _text(text: str) -> str:
    return escape(" ".join(text.split()))
