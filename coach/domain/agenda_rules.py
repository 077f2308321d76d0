"""What a sound agenda keeps to, each rule in a plain sentence where it is broken."""

from __future__ import annotations

from collections.abc import Iterator

from coach.domain.agenda import LONGEST, SHORTEST, Agenda, Part
from coach.domain.fitting import TOLD, asks, is_told
from coach.domain.minutes import LONG, SHORT, WITH_BUFFER, buffer_of, least_of, unbroken
from coach.domain.notes import Outcome
from coach.domain.stages import Side


def broken(agenda: Agenda) -> tuple[str, ...]:
    """Return what is wrong with an agenda, worst first; empty where it is sound."""
    return tuple(sentence for rule in _RULES for sentence in rule(agenda))


def balance(agenda: Agenda) -> int:
    """Return how many more questions sales owns than marketing; negative the other way round.

    What one side presents by its nature counts for neither, like what belongs to anybody else.
    """
    owners = [item.side for item in agenda.matters if not item.one_side]
    return owners.count(Side.SALES) - owners.count(Side.MARKETING)


def decides(agenda: Agenda) -> bool:
    """Whether there is anything to meet for: to decide, to discuss or to make up."""
    return asks(agenda.matters)


def _sum(agenda: Agenda) -> Iterator[str]:
    if not SHORTEST <= agenda.minutes <= LONGEST:
        yield f"A meeting takes {SHORTEST} to {LONGEST} minutes, not {agenda.minutes}."
    if agenda.total > agenda.minutes:
        over = agenda.total - agenda.minutes
        yield f"This takes {agenda.total} minutes, {over} more than the meeting has."
    elif agenda.total < agenda.minutes:
        yield f"{agenda.minutes - agenda.total} minutes are not planned."


def _least(agenda: Agenda) -> Iterator[str]:
    for item in agenda.matters:
        least = least_of(item)
        if item.minutes < least:
            yield f"“{item.question}” has {item.minutes} minutes and needs {least}."


def _owners(agenda: Agenda) -> Iterator[str]:
    known = {person.name for person in agenda.people}
    for item in agenda.matters:
        if not item.owner.strip():
            yield f"Nobody owns “{item.question}”."
        elif item.owner not in known:
            yield f"{item.owner} owns “{item.question}” and isn't among those who come."


def _sides(agenda: Agenda) -> Iterator[str]:
    more = balance(agenda)
    if agenda.both_attend and abs(more) > 1:
        side = "Sales" if more > 0 else "Marketing"
        yield f"{side} owns {abs(more)} questions more than the other side."
    if agenda.both_attend and agenda.chair and agenda.chair == agenda.note_taker:
        yield "One person chairs and takes the notes."


def _order(agenda: Agenda) -> Iterator[str]:
    repairs = [item for item in agenda.matters if item.outcome is Outcome.REPAIR]
    if len(repairs) > 1:
        yield "There is more than one matter to repair; one a meeting is enough."
    if repairs and len(agenda.matters) > 1 and agenda.matters[-1].outcome is Outcome.REPAIR:
        yield "What has to be repaired stands last; nobody should go home with it."


def _told(agenda: Agenda) -> Iterator[str]:
    told = [item for item in agenda.matters if is_told(item)]
    if decides(agenda) and sum(item.minutes for item in told) > TOLD * agenda.minutes:
        yield "More than a fifth of the time is only told; send that in writing before."


def _frame(agenda: Agenda) -> Iterator[str]:
    free = sum(item.minutes for item in agenda.items if item.part is Part.BUFFER)
    if agenda.minutes >= WITH_BUFFER and free < buffer_of(agenda.minutes):
        yield "Less than a tenth of the time is free."
    if agenda.minutes < SHORT and len(agenda.matters) > 1:
        yield f"Under {SHORT} minutes there is time for one question."
    if not agenda.matters:
        yield "There is no question to meet for."


def _breaks(agenda: Agenda) -> Iterator[str]:
    longest = unbroken(agenda.items)
    if longest > LONG:
        yield f"{longest} minutes pass without a break; people need one after {LONG}."


_RULES = (_sum, _least, _owners, _sides, _order, _told, _frame, _breaks)
