"""An agenda put together: what fits, in which order, with its frame; the minutes sum exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from coach.domain.agenda import Agenda, Item, LeftOut, Part, Where
from coach.domain.minutes import (
    LONG,
    SHORT,
    before_noon,
    break_of,
    breaks_for,
    buffer_of,
    carried_of,
    close_of,
    floor_of,
    lunch_place,
    opening_of,
    pause_places,
    pauses_of,
    room_of,
    shared,
    unbroken,
)
from coach.domain.notes import Outcome
from coach.domain.stages import Side

MORE_BREAKS = 3  # than usual, where long questions leave no good place for the usual ones
TOLD = 0.2  # of the meeting at most, for what is only told
NO_ROOM = "no room in this meeting"
ONE_REPAIR = "one matter to repair a meeting"
READ = "it can be read beforehand"


def fitted(agenda: Agenda) -> Agenda:
    """Choose the questions that fit by their weight, share out the minutes, build the frame.

    What has no room is kept in `left_out`, with where it goes.
    """
    frame = tuple(item for item in agenda.items if not item.is_matter)

    def with_room_for(more: int) -> Agenda:
        kept, left = _chosen(agenda, more)
        return rebalanced(replace(agenda, items=(*frame, *_never_last(kept)), left_out=left))

    return _with_breaks(with_room_for)


def rebalanced(agenda: Agenda) -> Agenda:
    """Keep every question in its place, share the minutes out anew and build the frame again.

    Where a person wants more than there is room for, the sum exceeds the length; nothing is cut.
    """
    return _with_breaks(lambda more: _shared_out(agenda, more))


def _with_breaks(make: Callable[[int], Agenda]) -> Agenda:
    """Return what is made with as few breaks more than usual as nobody sits too long with.

    Where none of it helps, it is made as usual.
    """
    usual = make(0)
    if unbroken(usual.items) <= LONG:
        return usual
    for more in range(1, MORE_BREAKS + 1):
        made = make(more)
        if unbroken(made.items) <= LONG and made.total <= max(made.minutes, usual.total):
            return made
    return usual


def _shared_out(agenda: Agenda, more: int) -> Agenda:
    """Share the minutes out and build the frame, with so many breaks more than usual."""
    matters = agenda.matters
    room = room_of(agenda.minutes, len(agenda.actions), agenda.start, more)
    if agenda.minutes < SHORT and len(matters) == 1 and not matters[0].locked:
        given = [max(room, floor_of(matters[0]))]
    else:
        given = shared(_told_briefly(matters, agenda.minutes), room)
    rows = [replace(item, minutes=n) for item, n in zip(matters, given, strict=True)]
    return replace(agenda, items=tuple(_framed(agenda, rows, room - sum(given), more)))


def _chosen(agenda: Agenda, more: int) -> tuple[list[Item], tuple[LeftOut, ...]]:
    """Take the weightiest questions as long as their least minutes fit; they keep their order."""
    room = room_of(agenda.minutes, len(agenda.actions), agenda.start, more)
    most = 1 if agenda.minutes < SHORT else len(agenda.matters)
    told, left = 0, list(agenda.left_out)
    cap = TOLD * agenda.minutes if asks(agenda.matters) else agenda.minutes
    kept: list[int] = []
    for place, item in sorted(enumerate(agenda.matters), key=lambda pair: -pair[1].weight):
        least, told_only = floor_of(item), is_told(item)
        repairs = any(agenda.matters[other].outcome is Outcome.REPAIR for other in kept)
        if told_only and told + least > cap:
            left.append(LeftOut(item, Where.WRITTEN, READ))
        elif repairs and item.outcome is Outcome.REPAIR:
            left.append(LeftOut(item, Where.NEXT, ONE_REPAIR))
        elif len(kept) == most or least > room:
            left.append(LeftOut(item, Where.WRITTEN if told_only else Where.NEXT, NO_ROOM))
        else:
            kept.append(place)
            room -= least
            told += least * told_only
    asked = [item for item in agenda.matters if asks([item])]
    if not kept and asked:
        return [_first_step(max(asked, key=lambda item: item.weight))], tuple(left)
    return [agenda.matters[place] for place in sorted(kept)], tuple(left)


def _first_step(item: Item) -> Item:
    """Return what a meeting too short for the question itself can do about it."""
    return replace(
        item,
        question=f"What do we need to know before we can answer: “{item.question}”",
        outcome=Outcome.DISCUSS,
        minimum=2,
        ideal=10,
        prework="",
        done_when="Each side has one thing to find out, and the date for the question is set.",
        locked=False,
    )


def asks(items: Sequence[Item]) -> bool:
    """Whether anything is more than told."""
    return any(item.outcome is not Outcome.INFORM for item in items)


def is_told(item: Item) -> bool:
    """Whether it could as well be read; what one side presents of its work could not."""
    return item.outcome is Outcome.INFORM and not item.one_side


def _told_briefly(items: Sequence[Item], minutes: int) -> list[Item]:
    """Return the questions, those only told wanting no more than their fifth together."""
    if not asks(items):
        return list(items)
    told = [item for item in items if is_told(item)]
    most = iter(shared(told, math.floor(TOLD * minutes)))
    return [replace(item, ideal=next(most)) if is_told(item) else item for item in items]


def _never_last(items: Sequence[Item]) -> tuple[Item, ...]:
    """Bring what has to be repaired before the last question, so that the end is about work."""
    rows = list(items)
    if len(rows) > 1 and rows[-1].outcome is Outcome.REPAIR:
        rows[-1], rows[-2] = rows[-2], rows[-1]
    return tuple(rows)


def _framed(agenda: Agenda, rows: list[Item], spare: int, more: int) -> list[Item]:
    """Put opening, pauses, buffer and close around the questions.

    What is spare goes to the buffer; what is lacking is first taken from pauses without a place.
    """
    minutes = agenda.minutes
    head = [
        _frame_row(agenda, Part.OPENING, opening_of(minutes)),
        _frame_row(agenda, Part.CARRIED, carried_of(minutes, len(agenda.actions))),
    ]
    body, unused = _paused(agenda, [row for row in (*head, *rows) if row.minutes], more)
    tail = [
        _frame_row(agenda, Part.BUFFER, buffer_of(minutes) + max(0, spare + unused)),
        _frame_row(agenda, Part.CLOSE, close_of(minutes)),
    ]
    return [row for row in (*body, *tail) if row.minutes]


def _paused(agenda: Agenda, rows: list[Item], more: int) -> tuple[list[Item], int]:
    """Put the pauses between the rows; return the minutes of those that aren't needed, too."""
    planned, lunch = pauses_of(agenda.minutes, agenda.start)
    lengths, length = [row.minutes for row in rows], break_of(agenda.minutes)
    worked = sum(lengths) + buffer_of(agenda.minutes) + close_of(agenda.minutes)
    breaks = breaks_for(planned, worked, lunch) + more
    if lunch and before_noon(agenda.start, sum(lengths) + breaks * length):
        noon = len(rows)
        places = [place for place in pause_places(lengths, breaks) if place != noon]
    else:
        places = pause_places(lengths, breaks + bool(lunch))
        noon = lunch_place(lengths, places, agenda.start) if lunch and places else -1
    paused: list[Item] = []
    for place, row in enumerate([*rows, None]):
        if place == noon:
            paused.append(_frame_row(agenda, Part.LUNCH, lunch))
        elif place in places:
            paused.append(_frame_row(agenda, Part.BREAK, length))
        paused += [row] if row else []
    asked = (planned + more) * length + lunch
    return paused, asked - sum(row.minutes for row in paused if row.is_pause)


def _frame_row(agenda: Agenda, part: Part, minutes: int) -> Item:
    """Return the row of that part as it was, else a new one."""
    was = next((item for item in agenda.items if item.part is part), None)
    question, done_when, prework = FRAME[part]
    chair = next((p.side for p in agenda.people if p.name == agenda.chair), Side.BOTH)
    row = was or Item(question, Outcome.INFORM, agenda.chair, chair, part=part)
    if was is None:
        row = replace(row, done_when=done_when, prework=prework)
    return replace(row, minutes=minutes, owner=agenda.chair, side=chair)


FRAME = {
    Part.OPENING: (
        "What do we want to have settled at the end, and whom do we thank?",
        "Each side has thanked the other for one thing it did, by name.",
        "Each side brings one thing the other did for it since last time.",
    ),
    Part.CARRIED: ("Which promises from last time are done, and which are still open?", "", ""),
    Part.BREAK: ("Break", "", ""),
    Part.LUNCH: ("Lunch", "", ""),
    Part.BUFFER: ("Time in hand", "", ""),
    Part.CLOSE: (
        "Who does what by when, and how was it, in one word each?",
        "Every action has one owner and a date, read out aloud.",
        "",
    ),
}
