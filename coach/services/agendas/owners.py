"""Who owns which question: a fitting role, both sides in turn; who chairs, who takes notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.domain.agenda import Agenda, Attendee, Item
from coach.domain.agenda_rules import balance
from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading import side_of

HEADS = {Side.SALES: "head of sales", Side.MARKETING: "head of marketing"}
_SIDES = (Side.SALES, Side.MARKETING)
_WORD = lazy_pattern(r"\w+")
_SENIOR = frozenset(
    {"head", "vp", "chief", "director", "cmo", "cro", "cso", "lead", "leader", "manager"}
)


def staffed(agenda: Agenda) -> Agenda:
    """Give every question an owner among those who come, both sides alike; name chair and notes."""
    loads: Counter[str] = Counter()
    items = [_owned(item, agenda.people, loads) for item in agenda.items]
    even = balanced(replace(agenda, items=tuple(items)))
    chair, notes = _chairs(agenda.people)
    return replace(even, chair=chair, note_taker=notes)


def completed(
    people: Sequence[Attendee], roles: Iterable[str], headcount: int | None
) -> tuple[Attendee, ...]:
    """Return who comes, a role standing in for each side of which nobody was named.

    Roles are those that own the questions; without a headcount as many as needed for both sides.
    """
    if {person.side for person in people} >= set(_SIDES):
        return tuple(people)  # who was named can own everything; a headcount adds nobody
    here, known = list(people), {person.name.casefold() for person in people}
    wanted = [Attendee(role, side_of(role)) for role in dict.fromkeys(roles)]
    for side in _SIDES:
        if not any(person.side is side for person in here):
            fitting = [person for person in wanted if person.side is side]
            here += fitting[:1] or [Attendee(HEADS[side], side)]
    room = len(wanted) if not people and headcount is None else (headcount or 0) - len(here)
    for person in wanted:
        if room > 0 and person not in here and person.name.casefold() not in known:
            here.append(person)
            room -= 1
    return tuple(here)


def _owned(item: Item, people: Sequence[Attendee], loads: Counter[str]) -> Item:
    if not people or not item.is_matter:
        return item
    wanted = side_of(item.owner)
    best = max(people, key=lambda person: (_fit(item.owner, wanted, person), -loads[person.name]))
    loads[best.name] += 1
    return replace(item, owner=best.name, side=best.side)


def _fit(role: str, side: Side, person: Attendee) -> float:
    """Return how well somebody fits a role: its name, its words, its side."""
    asked, has = _words(role), _words(f"{person.role} {person.name}")
    same = 4.0 * (bool(asked) and asked <= has) + 2.0 * (person.side is side)
    senior = 0.5 * bool(asked & _SENIOR) * bool(has & _SENIOR)
    return same + senior + len(asked & has) / max(len(asked), 1)


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if word not in {"of", "the", "and"}}


def balanced(agenda: Agenda) -> Agenda:
    """Pass questions to the other side until neither owns two more than the other."""
    while agenda.both_attend and abs(more := balance(agenda)) > 1:
        heavy, light = _SIDES if more > 0 else _SIDES[::-1]
        place = min(
            (i for i, item in enumerate(agenda.items) if _movable(item, heavy)),
            key=lambda i: agenda.items[i].weight,
        )
        loads = Counter(item.owner for item in agenda.matters)
        taker = min((p for p in agenda.people if p.side is light), key=lambda p: loads[p.name])
        rows = list(agenda.items)
        rows[place] = replace(rows[place], owner=taker.name, side=taker.side)
        agenda = agenda.with_items(tuple(rows))
    return agenda


def _movable(item: Item, side: Side) -> bool:
    return item.is_matter and item.side is side and not item.one_side


def _chairs(people: Sequence[Attendee]) -> tuple[str, str]:
    """Return chair and note-taker, of different sides where both come; heads rather chair."""
    second, first = _SIDES
    ranked = sorted(people, key=lambda p: not _words(f"{p.role} {p.name}") & _SENIOR)
    chair = next((p.name for p in ranked if p.side is first), ranked[0].name if ranked else "")
    others = [p for p in people if p.name != chair]
    notes = next((p.name for p in others if p.side is second), others[0].name if others else chair)
    return chair, notes
