"""A note's typed fields, each set as what it is: a table, a formula, a choice, a promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import streamlit as st

from coach.domain.notes import Conflict, Evidence, Meeting, Metric, Move, Note, StageNote
from coach.domain.stages import Side
from coach.ui import safe_text, words
from coach.ui.notes import names, table

_SALES, _MARKETING = words.SIDES[Side.SALES], words.SIDES[Side.MARKETING]
_FIRST, _CAUSE, _WORDS = "In short", "Likely cause", "Words for sales"
Pair = tuple[str, str]


def draw(note: Note, after: str) -> None:
    """Draw the fields that belong after the section with the heading `after`."""
    if (kind := type(note)) in _DRAWN and after in _DRAWN[kind]:
        _DRAWN[kind][after](note)


def _facts(*pairs: Pair, key: str = "facts") -> None:
    """Draw what is said in a word or two each; `pairs` hold Markdown that is safe."""
    with st.container(key=key):
        st.markdown("\n".join(f"- **{name}:** {value}" for name, value in pairs if value))


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {safe_text.plain(item)}" for item in items)


def _stage(note: StageNote) -> None:
    rows = [(names.GRID.get(name, name), text) for name, text in note.grid]
    table.draw("grid", "What it looks like", ("Where you look", "What you find"), rows)


def _move(note: Move) -> None:
    _facts(
        ("Where it leads", names.way(note)),
        ("Effort", safe_text.plain(note.effort)),
        (_SALES, safe_text.plain(note.sales_owner)),
        (_MARKETING, safe_text.plain(note.marketing_owner)),
        ("How far it is proved", names.STRENGTHS[note.strength]),
    )


def _meeting(note: Meeting) -> None:
    _facts(
        ("What for", safe_text.plain(note.purpose)),
        ("Who", safe_text.plain(note.who)),
        ("How often", safe_text.plain(note.cadence)),
        ("How long", f"{note.minutes} minutes"),
    )
    rows = [
        (_minutes(item.ideal, item.minimum), item.question, names.OUTCOMES[item.outcome],
         item.owner, item.prework, item.done_when)
        for item in note.items
    ]  # fmt: skip
    heads = ("Minutes", "Question", "What for", "Owner", "Beforehand", "Done when")
    table.draw("agenda", "Agenda", heads, rows)
    asked = sum(item.ideal for item in note.items)
    rest = note.minutes - asked
    st.caption(
        f"The questions take {asked} of {note.minutes} minutes"
        + (f"; {rest} are for opening, a buffer and the close." if rest > 0 else ".")
    )


def _minutes(ideal: int, minimum: int) -> str:
    return f"{ideal} (at least {minimum})" if minimum < ideal else f"{ideal}"


def _conflict(note: Conflict) -> None:
    _facts(("What it is about", names.FRICTIONS[note.about]))
    st.header("How it sounds", anchor=False)
    st.markdown(" · ".join(f"“{safe_text.plain(signal)}”" for signal in note.signals))


def _options(note: Conflict) -> None:
    rows = [
        (option.what, option.cost_to_sales, option.cost_to_marketing) for option in note.options
    ]
    heads = ("What", "Sales pays", "Marketing pays")
    table.draw("options", "Ways out, and their price", heads, rows)
    owners = ((_SALES, note.sales_owner), (_MARKETING, note.marketing_owner))
    steps = " · ".join(f"{side}: {safe_text.plain(owner)}" for side, owner in owners)
    _facts(("Who takes the next step", steps), key="facts-owners")


def _metric(note: Metric) -> None:
    formula = note.formula
    st.header("How it is worked out", anchor=False)
    with st.container(key="formula"):
        st.markdown(f"**{safe_text.plain(formula.readable)}**")
        terms = [f"{name.replace('_', ' ')}: {meaning}" for name, meaning in formula.terms]
        st.markdown(_listed(terms))
        given = " and ".join(f"{name.replace('_', ' ')} {_number(n)}" for name, n in formula.given)
        example = f"With {given}, that is {_number(formula.result)} {note.unit}."
        st.markdown(f"*For example:* {safe_text.plain(example)}")
    _facts(
        ("Unit", safe_text.plain(note.unit)),
        ("Owner", safe_text.plain(note.owner)),
        ("Credit", names.CREDITS[note.counts]),
    )


def _number(value: Decimal) -> str:
    return f"{value:,f}"


def _evidence(note: Evidence) -> None:
    _facts(
        ("Strength", names.STRENGTHS[note.strength]),
        ("Who was looked at", safe_text.plain(note.sample)),
        ("Year", f"{note.year}"),
    )


def _questions(note: Conflict) -> None:
    st.header("If only one side was heard", anchor=False)
    asks = ((Side.SALES, "Ask sales", note.ask_sales),
            (Side.MARKETING, "Ask marketing", note.ask_marketing))  # fmt: skip
    for column, (side, name, questions) in zip(st.columns(2), asks, strict=True):
        with column, st.container(key=f"side-{side}-ask", gap="small"):
            st.subheader(f"{words.SIDES[side].split()[0]} {name}", anchor=False)
            st.markdown(_listed(questions))


_DRAWN: dict[type[Note], dict[str, Callable[..., None]]] = {
    StageNote: {_FIRST: _stage},
    Move: {_FIRST: _move},
    Meeting: {_FIRST: _meeting},
    Conflict: {_FIRST: _conflict, _CAUSE: _options, _WORDS: _questions},
    Metric: {_FIRST: _metric},
    Evidence: {_FIRST: _evidence},
}
