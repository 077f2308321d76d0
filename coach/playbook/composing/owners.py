"""Who does what by when: the lines of `This week`, an owner on each side among them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.domain.stages import Side
from coach.playbook.composing.blocks import Block, blocks_of, words_in
from coach.playbook.composing.choosing import Wish
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line

MOST_WORDS = 85
_SALES = re.compile(
    r"\b(?:sales|sellers?|selling|sells|reps?|sdrs?|bdrs?|account executives?|closer)\b", re.I
)
_MARKETING = re.compile(
    r"\b(?:market\w*|campaigns?|content|demand|brand|events? manager|product (?:lead|owner))\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r" in |, ")  # what only says where a role belongs
Roles = Mapping[Side, str]
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_BACK = re.compile(
    r"\b(?:the same|those|these|that list|the lists?|both lists|the two|the (?:first|other) list|"
    r"they|them|one slot|the results?)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|each|together|everyone|all of you)\b", re.IGNORECASE)


def side_of(owner: str) -> Side:
    """Return the side an owner's line names; `BOTH` for both, `OTHER` for neither."""
    sales, marketing = _SALES.search(owner), _MARKETING.search(owner)
    if _BOTH.search(owner) or (sales and marketing):
        return Side.BOTH
    if sales:
        return Side.SALES
    return Side.MARKETING if marketing else Side.OTHER


def this_week(
    sources: Sequence[Source], wish: Wish, most: int = 3, roles: Roles | None = None
) -> tuple[Line, ...]:
    """Return up to `most` owner lines, one of each side before a second of either.

    The asker's side stands first; else the lines keep their order. `roles` names who answers for a
    side in this note, which nobody could tell from "event owner" alone.
    """
    found = [
        (block, source.n)
        for source in sources
        for block in blocks_of(source.passage.text)
        if block.item and wish.new(block.body)
    ]
    blocks = [block for block, _ in found]
    sides = [_side_among(block.label, roles or {}) for block in blocks]
    kept = sorted(_balanced(blocks, sides, most, roles or {}))
    first = wish.question.side
    theirs = next((i for i in kept if sides[i] is first), None)
    if first in (Side.SALES, Side.MARKETING) and theirs is not None and _may_lead(theirs, blocks):
        kept = [theirs, *(i for i in kept if i != theirs)]
    return tuple(Line(found[i][0].text, found[i][1], "- ") for i in kept)


def _side_among(label: str, roles: Roles) -> Side:
    """Return the side of an owner's line by the note's own roles, else by its words."""
    named = [side for side, role in roles.items() if _is_role(label, role)]
    return named[0] if len(named) == 1 else Side.BOTH if named else side_of(label)


def _is_role(label: str, role: str) -> bool:
    """Whether an owner's line names a role; "event owner in marketing" is the event owner."""
    return _TAIL.split(role.lower())[0] in label.lower()


def _balanced(blocks: Sequence[Block], sides: Sequence[Side], most: int, roles: Roles) -> list[int]:
    """Choose places: the best line of each side, then the rest, within `MOST_WORDS`."""
    chosen = [
        max(
            (i for i, side in enumerate(sides) if side is wanted),
            key=lambda i: (wanted in roles and _is_role(blocks[i].label, roles[wanted]), -i),
        )
        for wanted in (Side.SALES, Side.MARKETING)
        if wanted in sides
    ]
    if not chosen and Side.BOTH in sides[1:]:  # nobody of a side alone: the line of both counts
        chosen = [0, sides.index(Side.BOTH)]
    if Side.BOTH in sides[:1]:  # what both begin with comes before what each does alone
        chosen.insert(0, 0)
        most += 1
    chosen += [i for i in range(len(blocks)) if i not in chosen]
    kept: list[int] = []
    room = MOST_WORDS
    for i in chosen[:most]:
        if len(kept) < 2 or words_in(blocks[i].text) <= room:
            kept.append(i)
            room -= words_in(blocks[i].text)
    # "Do the same" says nothing without the line before it.
    missing = {i - 1 for i in kept if i and _points_back(blocks[i])} - set(kept)
    return [*kept, *missing]


def _may_lead(place: int, blocks: Sequence[Block]) -> bool:
    """Whether a line can stand before those above it: none is due earlier or referred to."""
    days = [_day(block.label) for block in blocks[: place + 1]]
    return not _points_back(blocks[place]) and days[-1] <= min(days)


def _day(label: str) -> int:
    found = [day for day, name in enumerate(_DAYS) if name in label.lower()]
    return found[0] if found else len(_DAYS)


def _points_back(block: Block) -> bool:
    return _BACK.search(block.body) is not None
