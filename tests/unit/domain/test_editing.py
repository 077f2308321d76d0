"""A person may change anything: nothing raises, nothing is lost, and what breaks is said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain import editing
from coach.domain.agenda import LONGEST, Agenda, Item, Part, Where
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from tests.agenda_strategies import AGENDAS, ANA, BEN, STARTS, asked, question

Edit = Callable[[Agenda, int, int], Agenda]
often = settings(max_examples=400, deadline=None)
EDITS = st.binary(max_size=30)  # three bytes an edit: which, where, how much


def _place(agenda: Agenda, number: int) -> int:
    return number % len(agenda.matters)


def _added(agenda: Agenda, one: int, two: int) -> Agenda:
    item = editing.blank(agenda, f"new {one} {two}?", ANA)
    return editing.add(agenda, item, None if two % 2 else one % (len(agenda.matters) + 1))


def _taken_in(agenda: Agenda, one: int, _: int) -> Agenda:
    if not agenda.left_out:
        return editing.resize(agenda, agenda.minutes)
    return editing.take_in(agenda, one % len(agenda.left_out))


ON_A_QUESTION: tuple[Edit, ...] = (
    lambda a, one, two: editing.move(a, _place(a, one), two % 12 - 1),
    lambda a, one, two: editing.lock(a, _place(a, one), two),
    lambda a, one, _: editing.lock(a, _place(a, one), None),
    lambda a, one, two: editing.aim(a, _place(a, one), list(Outcome)[two % 4]),
    lambda a, one, two: editing.give(a, _place(a, one), (ANA, BEN)[two % 2]),
    lambda a, one, _: editing.remove(a, _place(a, one)),
)
ON_THE_WHOLE: tuple[Edit, ...] = (
    _added,
    _taken_in,
    lambda a, one, two: editing.resize(a, 2 * one - two % 20),
    lambda a, one, two: editing.at(a, STARTS[(256 * one + two) % len(STARTS)], "UTC"),
    lambda a, *_: editing.at(a, None, "UTC"),
)


def _edited(plan: Agenda, numbers: bytes) -> list[Agenda]:
    """Return the fitted agenda and what it is after each edit, all kept as for undo."""
    kept = [fitted(plan)]
    for which, one, two in zip(*[iter(numbers)] * 3, strict=False):
        edits = (*ON_A_QUESTION, *ON_THE_WHOLE) if kept[-1].matters else ON_THE_WHOLE
        kept.append(edits[which % len(edits)](kept[-1], one, two))
    return kept


def _questions(agenda: Agenda) -> set[str]:
    return {row.question for row in (*agenda.matters, *(gone.item for gone in agenda.left_out))}


@given(AGENDAS, EDITS)
@often
def test_whatever_is_edited_the_minutes_sum_exactly_or_a_warning_says_how_many_too_many(
    plan: Agenda, numbers: bytes
) -> None:
    for after in _edited(plan, numbers)[1:]:
        over = after.total - after.minutes
        said = f"This takes {after.total} minutes, {over} more than the meeting has."
        assert over >= 0
        assert (said in after.warnings) == (over > 0)
        assert after.warnings == broken(after)


@given(AGENDAS, EDITS)
@often
def test_no_edit_loses_a_question(plan: Agenda, numbers: bytes) -> None:
    kept = _edited(plan, numbers)

    for before, after in pairwise(kept):
        assert _questions(before) <= _questions(after)


@given(AGENDAS, EDITS)
@often
def test_minutes_that_a_person_set_stay_until_the_person_changes_them(
    plan: Agenda, numbers: bytes
) -> None:
    last = _edited(plan, numbers)[-1]
    if not last.matters:
        return
    fixed = editing.lock(last, 0, 17)
    name = fixed.matters[0].question

    for after in _edited_without_locks(fixed, numbers):
        assert [i.minutes for i in after.matters if i.question == name and i.locked] in ([17], [])


def _edited_without_locks(agenda: Agenda, numbers: bytes) -> list[Agenda]:
    edits = (ON_A_QUESTION[0], *ON_A_QUESTION[3:5], *ON_THE_WHOLE)
    kept = [agenda]
    for which, one, two in zip(*[iter(numbers)] * 3, strict=False):
        kept.append(edits[which % len(edits)](kept[-1], one, two))
    return kept


@given(AGENDAS, EDITS)
@often
def test_the_order_is_the_one_that_the_person_makes(plan: Agenda, numbers: bytes) -> None:
    last = _edited(plan, numbers)[-1]
    for place, to in zip(numbers[::2], numbers[1::2], strict=False):
        if last.matters:
            rows = [item.question for item in last.matters]
            rows.insert(to % len(rows), rows.pop(place % len(rows)))
            last = editing.move(last, _place(last, place), to % len(rows))
            assert [item.question for item in last.matters] == rows


@given(AGENDAS, EDITS)
@often
def test_the_frame_stands_around_the_questions_after_every_edit(
    plan: Agenda, numbers: bytes
) -> None:
    for after in _edited(plan, numbers):
        parts = [row.part for row in after.items]
        assert parts[-1] is Part.CLOSE
        assert Part.OPENING not in parts[1:]
        assert all(parts.count(part) <= 1 for part in Part if part not in (Part.ITEM, Part.BREAK))


@given(AGENDAS, EDITS)
@often
def test_every_way_out_fits_and_loses_nothing(plan: Agenda, numbers: bytes) -> None:
    last = _edited(plan, numbers)[-1]
    ways = editing.ways_out(last)

    assert not ways or last.total > last.minutes
    for way in ways:
        assert way.agenda.total == way.agenda.minutes <= max(LONGEST, last.minutes)
        assert _questions(last) <= _questions(way.agenda)


@given(AGENDAS, EDITS)
@often
def test_there_is_a_way_out_wherever_there_can_be_one(plan: Agenda, numbers: bytes) -> None:
    last = _edited(plan, numbers)[-1]
    if last.total <= last.minutes:
        return
    lengths = range(last.minutes + 1, LONGEST + 1)
    longer = any(a.total <= a.minutes for a in (editing.resize(last, n) for n in lengths[::-25]))
    alone = (_only(last, place) for place in range(len(last.matters)))
    fewer = len(last.matters) > 1 and any(one.total <= one.minutes for one in alone)

    names = [way.name.split()[0] for way in editing.ways_out(last)]
    assert not longer or "Take" in names
    assert ("Leave" in names) == fewer


def _only(agenda: Agenda, place: int) -> Agenda:
    for other in reversed(range(len(agenda.matters))):
        agenda = agenda if other == place else editing.remove(agenda, other)
    return agenda


@given(AGENDAS, EDITS)
@settings(max_examples=150, deadline=None)
def test_what_was_before_an_edit_is_still_there_to_go_back_to(plan: Agenda, numbers: bytes) -> None:
    before = fitted(plan)
    said = repr(before)

    _edited(before, numbers)

    assert repr(before) == said


WHOLE = fitted(asked(60, [question(Outcome.DISCUSS), question(Outcome.DECIDE)]))


def test_a_repair_moved_to_the_end_stays_there_and_a_warning_says_why_not() -> None:
    plan = editing.add(WHOLE, replace(question(Outcome.REPAIR), question="What hurt?"), 0)

    last = editing.move(plan, 0, 2)

    assert last.matters[-1].question == "What hurt?"
    assert "What has to be repaired stands last; nobody should go home with it." in last.warnings


def test_a_move_past_either_end_stops_there() -> None:
    first, second = (item.question for item in WHOLE.matters)

    for place, to in ((0, 9), (1, -9)):
        assert [i.question for i in editing.move(WHOLE, place, to).matters] == [second, first]


def test_what_was_taken_off_can_be_taken_in_again() -> None:
    off = editing.remove(WHOLE, 0)
    back = editing.take_in(off, 0)

    assert [(gone.where, gone.why) for gone in off.left_out] == [(Where.NEXT, "taken off by hand")]
    assert back.left_out == ()
    assert {i.question for i in back.matters} == {i.question for i in WHOLE.matters}


def test_new_words_are_kept_on_one_line_and_empty_ones_change_no_question() -> None:
    item = editing.reword(WHOLE, 0, " What\ncounts? ", "Bring\tten leads.", "").matters[0]

    assert (item.question, item.prework, item.done_when) == ("What counts?", "Bring ten leads.", "")
    assert editing.reword(WHOLE, 0, "  ", "", "").matters[0].question == WHOLE.matters[0].question


def test_far_too_long_has_both_ways_out_also_where_breaks_and_lunch_come_on_top() -> None:
    long = editing.add(
        editing.lock(WHOLE, 0, 100), Item("More?", Outcome.DISCUSS, "Ana", Side.SALES)
    )

    ways = editing.ways_out(editing.lock(long, 1, 180))

    assert [way.name for way in ways] == ["Take 395 minutes", "Leave 2 questions for next time"]


def test_a_meeting_moved_over_noon_gets_its_lunch() -> None:
    early, late = (datetime(2026, 11, 3, hour, tzinfo=UTC) for hour in (8, 11))
    long = editing.resize(WHOLE, 160)

    lunches = [
        sum(row.part is Part.LUNCH for row in editing.at(long, start, "UTC").items)
        for start in (early, late)
    ]

    assert lunches == [0, 1]


def test_a_question_locked_for_two_hours_is_warned_about_and_stays() -> None:
    whole = editing.lock(editing.resize(WHOLE, 240), 0, 120)

    assert whole.matters[0].minutes == 120
    assert any("pass without a break; people need one after 90." in w for w in whole.warnings)
