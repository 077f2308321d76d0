"""What differs between two agendas, in words that a person can say yes or no to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.domain.agenda import Agenda, Item


class ChangeKind(StrEnum):
    """What was done to a question."""

    ADDED = "added"
    LEFT_OUT = "left out"
    REWORDED = "reworded"
    CHANGED = "changed"  # its owner, outcome, minutes, prework or when it is done
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `text` says it in a sentence."""

    kind: ChangeKind
    text: str


def changes_between(
    draft: Agenda, version: Agenda, sources: Mapping[str, Item | None]
) -> tuple[Change, ...]:
    """Return what `version` changes in the questions of `draft`; `sources` tell which is which."""
    return tuple(_changes(draft, version, sources))


def _changes(
    draft: Agenda, version: Agenda, sources: Mapping[str, Item | None]
) -> Iterator[Change]:
    pairs = [(sources.get(item.question), item) for item in version.matters]
    for was, item in pairs:
        if was is None:
            what = f"{item.outcome.value}, {item.owner}, {item.minutes} min"
            yield Change(ChangeKind.ADDED, f"New: “{item.question}” ({what})")
        else:
            yield from _of_item(was, item)
    kept = [was for was, _ in pairs if was is not None]
    for item in draft.matters:
        if item not in kept:
            yield Change(ChangeKind.LEFT_OUT, f"Left out: “{item.question}”")
    if kept != [item for item in draft.matters if item in kept]:
        order = "; ".join(f"{n} “{item.question}”" for n, item in enumerate(version.matters, 1))
        yield Change(ChangeKind.MOVED, f"New order: {order}")


def _of_item(was: Item, item: Item) -> Iterator[Change]:
    if was.question != item.question:
        yield Change(ChangeKind.REWORDED, f"“{was.question}” becomes “{item.question}”")
    told = (
        ("owner", was.owner, item.owner),
        ("outcome", was.outcome.value, item.outcome.value),
        ("minutes", str(was.minutes), str(item.minutes)),
        ("prework", was.prework, item.prework),
        ("done when", was.done_when, item.done_when),
    )
    for name, before, now in told:
        if before != now:
            instead = f" instead of “{before}”" if before else ""
            yield Change(ChangeKind.CHANGED, f"“{item.question}”: {name} “{now}”{instead}")
