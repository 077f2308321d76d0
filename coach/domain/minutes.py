"""How a meeting's minutes are shared out: frame, pauses, questions; the sum is exact."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from coach.domain.agenda import LEAST, Item, Part
from coach.domain.notes import Outcome

SHORT = 15  # under so many minutes: one question and a one-minute close
WITH_BUFFER = 20  # from so many minutes a tenth stays free
BRIEFLY = 25  # under so many minutes old promises are brief: a decision has to fit beside them
DECIDE, PREPARED, REPAIR = 10, 5, 15  # least minutes to decide, with prepared options, to make up
LONG = 90  # over so many minutes people need a break
STRETCH = 75  # minutes at a time, about
MOST = 60  # minutes that one question is given unless a person says so
NOON = (11 * 60 + 30, 13 * 60 + 30)  # who sits through these minutes of the day needs a lunch
WITH_LUNCH = 150
ALL_DAY = 300  # with a lunch even where no start is set


def floor_of(item: Item) -> int:
    """Return the fewest minutes a question can be given; a person's own figure stands."""
    return item.minutes if item.locked else least_of(item)


def least_of(item: Item) -> int:
    """Return the fewest minutes that a question of its kind needs, whoever set its own."""
    least = {Outcome.DECIDE: PREPARED if item.prework else DECIDE, Outcome.REPAIR: REPAIR}
    return max(item.minimum, least.get(item.outcome, LEAST), LEAST)


def opening_of(minutes: int) -> int:
    """Return the minutes of the opening; a very short meeting begins at once."""
    return _step(minutes, ((SHORT, 0), (45, 2), (LONG, 3)), 5)


def close_of(minutes: int) -> int:
    """Return the minutes of the close."""
    return _step(minutes, ((SHORT, 1), (WITH_BUFFER, 2), (60, 3), (LONG, 4)), 5)


def carried_of(minutes: int, actions: int) -> int:
    """Return the minutes for what is still open from last time."""
    if not actions or minutes < SHORT:
        return 0
    return LEAST if minutes < BRIEFLY else min(5, max(3, actions))


def buffer_of(minutes: int) -> int:
    """Return the free minutes that a meeting keeps at least."""
    return 0 if minutes < WITH_BUFFER else max(3, math.ceil(minutes / 10))


def pauses_of(minutes: int, start: datetime | None) -> tuple[int, int]:
    """Return the number of breaks and the minutes of the lunch, 0 where there is none."""
    if minutes <= LONG:
        return 0, 0
    lunch = lunch_of(minutes, start)
    stretches = math.ceil((minutes - lunch) / (STRETCH + break_of(minutes)))
    return max(stretches - 1 - (1 if lunch else 0), 0 if lunch else 1), lunch


def breaks_for(planned: int, worked: int, lunch: int) -> int:
    """Return how many of the planned breaks so much work needs: fewer where much time is free."""
    stretches = math.ceil(worked / STRETCH)
    return min(planned, max(stretches - 1 - bool(lunch), 0 if lunch else 1))


def break_of(minutes: int) -> int:
    """Return the minutes of one break."""
    return 10 if minutes < 240 else 15


def lunch_of(minutes: int, start: datetime | None) -> int:
    """Return the minutes of the lunch, 0 where the meeting doesn't sit through noon."""
    if start is None:
        noon = minutes >= ALL_DAY
    else:
        begin = start.hour * 60 + start.minute
        noon = minutes >= WITH_LUNCH and begin <= NOON[0] and begin + minutes >= NOON[1]
    return 0 if not noon else 30 if minutes < 240 else 45


def before_noon(start: datetime | None, worked: int) -> bool:
    """Whether so many minutes of work are done before anybody wants lunch."""
    return start is not None and start.hour * 60 + start.minute + worked <= NOON[0]


def unbroken(items: Sequence[Item]) -> int:
    """Return the most minutes without a pause; what is kept free is one for whoever needs it."""
    worked = longest = 0
    for item in items:
        worked = 0 if item.is_pause or item.part is Part.BUFFER else worked + item.minutes
        longest = max(longest, worked)
    return longest


def room_of(minutes: int, actions: int, start: datetime | None, more: int = 0) -> int:
    """Return the minutes that the questions may take together; `more` breaks are put in by need."""
    breaks, lunch = pauses_of(minutes, start)
    frame = opening_of(minutes) + close_of(minutes) + carried_of(minutes, actions)
    pauses = (breaks + more) * break_of(minutes) + lunch
    return minutes - frame - buffer_of(minutes) - pauses


def shared(items: Sequence[Item], room: int) -> list[int]:
    """Return the minutes of each question: never under its floor, at most `room` if that holds.

    First each comes up to what it wants, then up to twice that, in proportion; what is only told
    never grows. What nobody can use stays over.
    """
    given = [floor_of(item) for item in items]
    for most in ([_wanted(item) for item in items], [_most(item) for item in items]):
        wishes = [max(0, limit - have) for limit, have in zip(most, given, strict=True)]
        more = _proportional(wishes, room - sum(given))
        given = [have + extra for have, extra in zip(given, more, strict=True)]
    return given


def pause_places(lengths: Sequence[int], pauses: int) -> list[int]:
    """Return after how many rows of `lengths` minutes the pauses fit best, one a place.

    The stretches between them are about the same length; fewer places than pauses where there are
    fewer borders between rows. None comes in the first minutes unless there is no other place.
    Where a stretch would be too long for people, the longest one is as short as can be.
    """
    whole, places = sum(lengths), []
    for number in range(1, pauses + 1):
        borders = [border for border in _borders(lengths) if border[1] not in places]
        if borders:
            places.append(min(borders, key=lambda b: abs(b[0] - whole * number / (pauses + 1)))[1])
    if max(_stretches(lengths, places), default=0) <= LONG or not places:
        return sorted(places)
    limits = range(max(lengths), whole + 1)
    return next(tight for n in limits if len(tight := _filled(lengths, n)) <= pauses)


def lunch_place(lengths: Sequence[int], places: Sequence[int], start: datetime | None) -> int:
    """Return which of the places is nearest to a quarter past noon, or to the middle."""
    middle = sum(lengths) / 2
    if start is not None:
        noon = start.replace(hour=12, minute=15, second=0, microsecond=0)
        middle = (noon - start) / timedelta(minutes=1)
    return min(places, key=lambda place: abs(sum(lengths[:place]) - middle))


def _step(minutes: int, steps: Sequence[tuple[int, int]], last: int) -> int:
    return next((value for limit, value in steps if minutes < limit), last)


def _wanted(item: Item) -> int:
    return floor_of(item) if item.locked else max(item.ideal, floor_of(item))


def _most(item: Item) -> int:
    if item.locked or item.outcome is Outcome.INFORM:
        return _wanted(item)
    return max(min(2 * item.ideal, MOST), _wanted(item))


def _proportional(wishes: Sequence[int], room: int) -> list[int]:
    """Share `room` in proportion to the wishes, whole minutes, nobody more than wished for."""
    total = sum(wishes)
    if room <= 0 or total == 0:
        return [0] * len(wishes)
    if room >= total:
        return list(wishes)
    exact = [wish * room / total for wish in wishes]
    given = [math.floor(part) for part in exact]
    by_rest = sorted(range(len(wishes)), key=lambda i: (given[i] - exact[i], i))
    for place in by_rest[: room - sum(given)]:
        given[place] += 1
    return given


def _borders(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return the minute and the number of rows before each border, the last row's end too."""
    borders = [(sum(lengths[:place]), place) for place in range(1, len(lengths) + 1)]
    return [border for border in borders if border[0] >= SHORT] or borders[-1:]


def _stretches(lengths: Sequence[int], places: Sequence[int]) -> list[int]:
    """Return the minutes between the pauses at these places."""
    ends = [0, *sorted(places), len(lengths)]
    return [sum(lengths[begin:end]) for begin, end in pairwise(ends)]


def _filled(lengths: Sequence[int], most: int) -> list[int]:
    """Return the fewest places for pauses with which no stretch is over `most` minutes."""
    places, worked = [], 0
    for place, minutes in enumerate(lengths):
        if worked and worked + minutes > most:
            places.append(place)
            worked = 0
        worked += minutes
    return places
