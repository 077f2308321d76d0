"""Thank-yous between the two sides, and how a meeting opens with those of the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.domain.agenda import Agenda, Part
from coach.domain.fitting import FRAME
from coach.domain.stages import Side
from coach.errors import Unfit

WEEK = timedelta(days=7)
LONGEST = 300  # characters of one line
SIDES = (Side.SALES, Side.MARKETING)
_DEFAULT = FRAME[Part.OPENING][2]
_SAYS = {
    Side.SALES: "Sales thanks marketing",
    Side.MARKETING: "Marketing thanks sales",
}
_BRINGS = {
    Side.SALES: "Sales brings one thing marketing did for it since last time.",
    Side.MARKETING: "Marketing brings one thing sales did for it since last time.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """One line of thanks from a side to the other; `to` is a person or team, "" where none is."""

    id: str
    text: str
    from_side: Side
    to_side: Side
    on: date
    to: str = ""

    @property
    def line(self) -> str:
        """Say it in one line, quoted as it was written."""
        to = f", for {self.to}" if self.to else ""
        return f"{_SAYS[self.from_side]}{to}: “{self.text}”"


def thanked(text: str, from_side: Side, to: str, id_: str, today: date) -> ThankYou:
    """Return a thank-you to the other side.

    Raises:
        Unfit: it says nothing, is longer than a line, or comes from neither side.
    """
    line = " ".join(text.split())
    if not line:
        raise Unfit("A thank-you needs words.", "Say in a line what the other side did.")
    if len(line) > LONGEST:
        raise Unfit(
            f"A thank-you is one line, {LONGEST} characters at most.", "Say the one thing it did."
        )
    if from_side not in SIDES:
        raise Unfit("A thank-you goes from sales to marketing or back.", "Choose the side.")
    to_side = Side.MARKETING if from_side is Side.SALES else Side.SALES
    return ThankYou(
        id=id_, text=line, from_side=from_side, to_side=to_side, on=today, to=" ".join(to.split())
    )


def of_the_week(thanks: Sequence[ThankYou], today: date) -> tuple[ThankYou, ...]:
    """Return those of the last seven days, today included, in the order they are given."""
    return tuple(one for one in thanks if today - WEEK < one.on <= today)


def opened_with(agenda: Agenda, thanks: Sequence[ThankYou], today: date) -> Agenda:
    """Return the agenda with the week's thank-yous in its opening, the latest of each direction.

    A direction without one keeps the usual request; what a person wrote there stays.
    """
    week = of_the_week(thanks, today)
    quoted = " ".join(_of(side, week) for side in SIDES) if week else ""
    rows = tuple(
        replace(row, prework=quoted or (_DEFAULT if row.prework else ""))
        if row.part is Part.OPENING and _is_ours(row.prework)
        else row
        for row in agenda.items
    )
    return agenda.with_items(rows)


def _of(side: Side, week: Sequence[ThankYou]) -> str:
    latest = max((one for one in week if one.from_side is side), key=lambda o: o.on, default=None)
    if latest is None:
        return _BRINGS[side]
    return latest.line if latest.text.endswith((".", "!", "?")) else f"{latest.line}."


def _is_ours(prework: str) -> bool:
    return prework in ("", _DEFAULT) or prework.startswith((*_SAYS.values(), *_BRINGS.values()))
