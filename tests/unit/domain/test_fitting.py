"""Whatever is asked for: the minutes sum exactly, the weightiest fits, nothing vanishes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from coach.domain.agenda import SHORTEST, Agenda, Part, Where
from coach.domain.agenda_rules import decides
from coach.domain.fitting import NO_ROOM, fitted, rebalanced
from coach.domain.minutes import LONG, SHORT, WITH_BUFFER, floor_of, unbroken
from coach.domain.notes import Outcome
from tests.agenda_strategies import AGENDAS, asked, question

often = settings(max_examples=1000, deadline=None)


@given(AGENDAS)
@often
def test_the_minutes_sum_to_the_length_exactly(plan: Agenda) -> None:
    whole = fitted(plan)

    assert whole.total == whole.minutes == plan.minutes
    assert all(row.minutes >= 1 for row in whole.items)


@given(AGENDAS)
@often
def test_no_question_is_squeezed_below_what_it_needs(plan: Agenda) -> None:
    assert all(item.minutes >= floor_of(item) for item in fitted(plan).matters)


@given(AGENDAS)
@often
def test_what_a_person_fixed_keeps_its_minutes(plan: Agenda) -> None:
    fixed = {item.question: item.minutes for item in plan.items if item.locked}

    assert all(item.minutes == fixed[item.question] for item in fitted(plan).matters if item.locked)


@given(AGENDAS)
@often
def test_every_row_has_one_owner_and_a_question_keeps_its_own(plan: Agenda) -> None:
    owners = {item.question: (item.owner, item.side) for item in plan.items}

    for row in fitted(plan).items:
        wanted = owners.get(row.question.rpartition("“")[2].rstrip("”"), (row.owner, row.side))
        assert (row.owner, row.side) == (wanted if row.is_matter else (plan.chair, row.side))


@given(AGENDAS)
@often
def test_one_repair_at_most_and_nobody_goes_home_with_it(plan: Agenda) -> None:
    outcomes = [item.outcome for item in fitted(plan).matters]

    assert outcomes.count(Outcome.REPAIR) <= 1
    assert len(outcomes) < 2 or outcomes[-1] is not Outcome.REPAIR


@given(AGENDAS)
@often
def test_a_fifth_at_most_is_only_told_where_there_is_anything_to_settle(plan: Agenda) -> None:
    whole = fitted(plan)
    told = [i for i in whole.matters if i.outcome is Outcome.INFORM and not i.one_side]

    assert not decides(whole) or 5 * sum(item.minutes for item in told) <= whole.minutes


@given(AGENDAS)
@often
def test_a_tenth_stays_free_from_twenty_minutes_up(plan: Agenda) -> None:
    free = sum(row.minutes for row in fitted(plan).items if row.part is Part.BUFFER)

    assert plan.minutes < WITH_BUFFER or free >= max(3, plan.minutes / 10)


@given(AGENDAS)
@often
def test_over_ninety_minutes_there_is_a_pause_and_nobody_sits_for_long(plan: Agenda) -> None:
    rows = fitted(plan).items
    stretches = [0]
    for row in rows:
        if row.is_pause or row.part is Part.BUFFER:
            stretches.append(0)
        else:
            stretches[-1] += row.minutes

    assert any(row.is_pause for row in rows) == (plan.minutes > LONG)
    assert max(stretches) <= LONG
    assert not any(one.is_pause and two.is_pause for one, two in pairwise(rows))


@given(AGENDAS)
@often
def test_who_sits_through_noon_has_a_lunch(plan: Agenda) -> None:
    whole = fitted(plan)
    lunches = [n for n, row in enumerate(whole.items) if row.part is Part.LUNCH]
    if plan.start is None:
        assert len(lunches) == (plan.minutes >= 300)
        return
    begin = plan.start.hour * 60 + plan.start.minute
    through_noon = begin <= 11 * 60 + 30 and begin + plan.minutes >= 13 * 60 + 30
    assert len(lunches) == (through_noon and plan.minutes >= 150)
    for place in lunches:
        at = whole.starts[place]
        after_the_questions = whole.items[place + 1].part is Part.BUFFER
        assert after_the_questions or (at is not None and 10 <= at.hour < 14)


@given(AGENDAS)
@often
def test_under_fifteen_minutes_there_is_one_question_and_a_minute_to_close(plan: Agenda) -> None:
    whole = fitted(replace(plan, minutes=SHORTEST + plan.minutes % (SHORT - SHORTEST)))

    assert len(whole.matters) == any(
        item.outcome is not Outcome.INFORM or floor_of(item) < whole.minutes for item in plan.items
    )
    assert (whole.items[-1].part, whole.items[-1].minutes) == (Part.CLOSE, 1)
    assert {row.part for row in whole.items} <= {Part.ITEM, Part.BUFFER, Part.CLOSE}


@given(AGENDAS)
@often
def test_nothing_lighter_is_kept_while_what_is_heavier_would_fit(plan: Agenda) -> None:
    whole = fitted(plan)

    for left in (gone.item for gone in whole.left_out if gone.why == NO_ROOM):
        before = {item.question for item in whole.matters if item.weight >= left.weight}
        alone = plan.minutes < SHORT and len(before) == 1
        both = [item for item in plan.matters if item.question in before | {left.question}]
        tried = rebalanced(replace(plan, items=tuple(both)))
        too_long = unbroken(tried.items) > LONG
        assert alone or too_long or tried.total > tried.minutes


@given(AGENDAS)
@often
def test_each_question_is_on_the_agenda_or_named_among_what_is_left(plan: Agenda) -> None:
    whole = fitted(plan)
    kept = [item.question for item in whole.matters]
    left = [gone.item for gone in whole.left_out]

    assert {item.question for item in plan.items} <= {*kept, *(item.question for item in left)}
    assert len(kept) == len(set(kept))
    assert all(item in plan.items for item in left)
    assert all(gone.why for gone in whole.left_out)


@given(AGENDAS)
@often
def test_a_fitted_agenda_fitted_again_stays_as_it_is(plan: Agenda) -> None:
    once = fitted(plan)

    assert rebalanced(once) == once
    assert fitted(once) == once


@given(AGENDAS)
@often
def test_rows_begin_where_the_last_one_ends_also_where_the_clocks_change(plan: Agenda) -> None:
    whole = fitted(plan)
    if whole.start is None or whole.end is None:
        assert whole.end is None
        assert set(whole.starts) == {None}
        return
    real = [at.astimezone(UTC) for at in (*whole.starts, whole.end) if at is not None]

    assert real[0] == whole.start.astimezone(UTC)
    assert [(two - one) / timedelta(minutes=1) for one, two in pairwise(real)] == [
        row.minutes for row in whole.items
    ]
    assert whole.end.tzinfo is whole.start.tzinfo


def test_what_is_only_told_is_not_stretched_into_a_meeting() -> None:
    numbers = question(Outcome.INFORM, minimum=2, ideal=40)

    whole = fitted(asked(60, [numbers, question(Outcome.DECIDE, ideal=12)]))

    assert [item.minutes for item in whole.matters] == [12, 24]


def test_a_meeting_that_only_tells_stays_one_so_that_it_can_be_cancelled() -> None:
    whole = fitted(asked(10, [question(Outcome.INFORM), question(Outcome.INFORM, minimum=30)]))

    assert not decides(whole)
    assert [gone.where for gone in whole.left_out] == [Where.WRITTEN]


def test_what_is_too_long_is_left_and_its_first_step_taken() -> None:
    fixed = replace(question(Outcome.DECIDE), minutes=50, locked=True, weight=9.0)

    whole = fitted(asked(12, [fixed, question(Outcome.INFORM, weight=10.0, minimum=3)]))

    assert [(row.part, row.minutes) for row in whole.items] == [(Part.ITEM, 11), (Part.CLOSE, 1)]
    assert "before we can answer: “0: what do we do?”" in whole.matters[0].question
    assert len(whole.left_out) == 2


def test_the_opening_somebody_wrote_is_kept() -> None:
    plan = fitted(asked(45, [question(Outcome.DISCUSS)]))
    own = replace(plan.items[0], question="Thank you, Ana, for the five calls.")

    again = fitted(plan.with_items((own, *plan.items[1:])))

    assert again.items[0].question == own.question


def test_few_questions_in_a_long_meeting_are_not_torn_apart_by_breaks() -> None:
    nine = datetime(2026, 11, 3, 9, tzinfo=ZoneInfo("Europe/Berlin"))

    whole = fitted(asked(480, [question(Outcome.DISCUSS, ideal=30)], nine))

    assert [row.part for row in whole.items] == [
        Part.OPENING, Part.ITEM, Part.LUNCH, Part.BUFFER, Part.CLOSE,
    ]  # fmt: skip


def test_what_is_fixed_takes_the_time_of_pauses_that_have_no_place() -> None:
    fixed = replace(question(Outcome.DISCUSS), minutes=370, locked=True)

    assert rebalanced(asked(480, [fixed])).total == 480
