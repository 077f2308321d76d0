"""A rehearsal begun from a case, and ended by a word."""

from __future__ import annotations

from coach.domain.conflict import Analysis, Heard
from coach.domain.names import NameChoices
from coach.domain.notes import Conflict
from coach.domain.rehearsal import LONGEST_LINE, Difficulty, Role
from coach.domain.scene import Scene
from coach.domain.stages import Side

FULLEST = 40  # facts of a case that are enough to play from
_SAID_BY = {Heard.SALES: "Sales says: ", Heard.MARKETING: "Marketing says: "}
_STOPS = frozenset({"stop", "end", "enough", "that's enough", "quit", "stopp", "basta"})
# The replies are kept from mild to sharp; how hard it is decides which comes first.
_ORDERS = {
    Difficulty.EASY: (0, 1, 2),
    Difficulty.NORMAL: (1, 2, 0),
    Difficulty.HARD: (2, 1, 0),
}


def scene_of(
    analysis: Analysis,
    note: Conflict,
    role: Role,
    difficulty: Difficulty,
    names: NameChoices | None = None,
) -> Scene:
    """Return the beginning of a rehearsal of a case."""
    views = {Side.SALES: analysis.sales, Side.MARKETING: analysis.marketing}
    played = views.get(role.side)
    both = (analysis.sales, analysis.marketing)
    by_side = note.replies_marketing if role.side is Side.MARKETING else note.replies_sales
    replies = () if role is Role.FOUNDER else by_side
    order = _ORDERS[difficulty]
    return Scene(
        note=note.id,
        role=role,
        difficulty=difficulty,
        facts=facts_of(analysis),
        view=played.view if played else " ".join(one.view for one in both),
        constraint=played.constraint if played else " ".join(one.constraint for one in both),
        replies=tuple(replies[n] for n in order) if len(replies) == len(order) else (),
        names=names or NameChoices(),
    )


def facts_of(analysis: Analysis) -> tuple[str, ...]:
    """Return what is known of a case: what it is about, then what was said and is disputed."""
    by = {one.quote.text: _SAID_BY.get(one.said_by, "") for one in analysis.disputed}
    quotes = dict.fromkeys([*(said.quote.text for said in analysis.said), *by])
    told = (f"{by.get(quote, '')}{quote}" for quote in quotes)
    return (analysis.summary, *told)[:FULLEST]


def is_stop(text: str) -> bool:
    """Whether somebody says that it is enough."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .!,") in _STOPS


def shortened(text: str) -> str:
    """Return as much of a line as is read."""
    return text.strip()[:LONGEST_LINE]
