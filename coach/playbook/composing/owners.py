"""Who does what by when: the lines of `This week`, an owner on each side among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def this_week(sources: Sequence[Source], wish: Wish, most: int = 3) -> tuple[Line, ...]:
    """Return up to `most` owner lines, one of each side before a second of either.

    The asker's side stands first; else the lines keep their order.
    """
    found = [
        (block, source.n)
        for source in sources
        for block in blocks_of(source.passage.text)
        if block.item and wish.new(block.body)
    ]
    blocks = [block for block, _ in found]
    kept = sorted(_balanced(blocks, most))
    first = wish.question.side
    theirs = next((i for i in kept if side_of(blocks[i].label) is first), None)
    if first in (Side.SALES, Side.MARKETING) and theirs is not None and _may_lead(theirs, blocks):
        kept = [theirs, *(i for i in kept if i != theirs)]
    return tuple(Line(found[i][0].text, found[i][1], "- ") for i in kept)


def _balanced(blocks: Sequence[Block], most: int) -> list[int]:
    """Choose places: the first line of each side, then the rest, within `MOST_WORDS`."""
    sides = [side_of(block.label) for block in blocks]
    chosen = [sides.index(side) for side in (Side.SALES, Side.MARKETING) if side in sides]
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
