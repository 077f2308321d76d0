"""What of a closed round may be shown, so that nobody's answer can be told from it.

All that is shown of a round, on a page, in a chart or in a file, comes from `Shown` and from
nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from coach.domain.cells import Answers, Cell, cell_of, differing
from coach.domain.odds import expected_spread
from coach.domain.pictures import painted
from coach.domain.readings import Reading, Total
from coach.domain.scoring import Picture
from coach.domain.stages import Side
from coach.domain.survey import Response, Survey

LEAST_ANSWERS = 4  # on each side
LEAST_LINES = 5
LEAST_DIFFERING = 3  # people whose answers must differ before two rounds do
_NEEDED = (Side.SALES, Side.MARKETING)
Cells = Mapping[str, Mapping[Side, Cell]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one closed round.

    Where a side is short of four answers `missing` says how many, and the rest is empty
    (`picture` is `None`). `cells` goes by statement id, then by side; `other` is among them only
    from four answers. `picture` is worked out from the cells alone, so its scores are means of
    medians. `lines` are the free lines in no order that tells anything, from five lines on.
    """

    missing: Mapping[Side, int]
    cells: Cells
    picture: Picture | None
    lines: tuple[str, ...] = ()


def disclosed(
    rounds: Iterable[Sequence[Response]], survey: Survey, kept: Sequence[Shown | None] = ()
) -> tuple[Shown, ...]:
    """Return what may be shown of each of a workspace's closed rounds, given oldest first.

    All of them have to be given, also those nobody looks at now: what a round shows depends on what
    the rounds before it have shown. Where a round's place in `kept` has what it showed before, that
    stands, whatever was deleted since.
    """
    earlier, shown = _Earlier(), []
    for responses, before in zip_longest(rounds, kept):
        if before is None:
            shown.append(_disclosed(responses, survey, earlier))
        else:
            shown.append(_shown_again(before, responses, earlier))
    return tuple(shown)


@dataclass(slots=True)
class _Earlier:
    """What earlier rounds have shown already, each with the answers it was made of."""

    cells: dict[tuple[str, Side], list[tuple[Answers, Cell]]] = field(default_factory=dict)
    lines: set[str] = field(default_factory=set)


def _shown_again(shown: Shown, responses: Sequence[Response], earlier: _Earlier) -> Shown:
    """Return it as it is, remembered for the rounds after it.

    A cell held from an earlier round counts as this round's where that one was deleted.
    """
    for of, by_side in shown.cells.items():
        for side, cell in by_side.items():
            before = earlier.cells.setdefault((of, side), [])
            fresh = replace(cell, held=False)
            if not (cell.held and any(known == fresh for _, known in before)):
                answers = [r.answers.get(of) for r in responses if r.side is side]
                before.append((answers, fresh))
    earlier.lines.update(shown.lines)
    return shown


def _disclosed(responses: Sequence[Response], survey: Survey, earlier: _Earlier) -> Shown:
    counts = {side: sum(r.side is side for r in responses) for side in Side}
    missing = {side: LEAST_ANSWERS - counts[side] for side in _NEEDED}
    if any(short > 0 for short in missing.values()):
        return Shown({side: max(0, short) for side, short in missing.items()}, {}, None)
    sides = [side for side in Side if counts[side] >= LEAST_ANSWERS]
    cells = {
        statement.id: {
            side: _cell(
                earlier.cells.setdefault((statement.id, side), []),
                [r.answers.get(statement.id) for r in responses if r.side is side],
            )
            for side in sides
        }
        for statement in survey.statements
    }
    return Shown(
        missing=dict.fromkeys(_NEEDED, 0),
        cells=cells,
        picture=_picture(cells, {side: counts[side] for side in sides}, survey),
        lines=_lines(responses, earlier),
    )


def _cell(shown: list[tuple[Answers, Cell]], answers: Answers) -> Cell:
    """Return the cell, an earlier one where fewer than three people can account for the change.

    Compared is with every earlier cell that was worked out afresh, not just with the last: whoever
    kept the first round could otherwise subtract it from the third.
    """
    for before, cell in shown:
        if differing(before, answers) < LEAST_DIFFERING:
            return cell.as_held()
    cell = cell_of(answers)
    shown.append((answers, cell))
    return cell


def _picture(cells: Cells, counts: Mapping[Side, int], survey: Survey) -> Picture | None:
    """Return the picture that the cells alone give, `None` where they hold nothing to score."""
    readings = {
        side: Reading(
            n=n,
            knowing=n,
            totals={of: _total(by_side[side]) for of, by_side in cells.items()},
            spread=expected_spread(n),
            unknown=None,
        )
        for side, n in counts.items()
    }
    if all(readings[side].score is None for side in _NEEDED):
        return None
    return painted(readings, survey)


def _total(cell: Cell) -> Total:
    return Total() if cell.value is None else Total(cell.value, 1)


def _lines(responses: Iterable[Response], earlier: _Earlier) -> tuple[str, ...]:
    """Return the free lines that are new, from five on, in an order that only their words decide.

    A fresh shuffle at every look would tell no less, but a page that jumps reads badly.
    """
    said = (" ".join(response.line.split()) for response in responses)
    lines = [line for line in said if line and line not in earlier.lines]
    if len(lines) < LEAST_LINES:
        return ()
    earlier.lines.update(lines)
    return tuple(sorted(lines, key=lambda line: hashlib.sha256(line.encode()).digest()))
