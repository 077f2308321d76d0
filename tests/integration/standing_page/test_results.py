"""What a closed round shows: the gap first, the stage with its reasons, and whether to move."""

from __future__ import annotations

import csv
import io

import pytest

from coach.bootstrap import Services
from coach.domain.rounds import Round
from coach.domain.stages import Side, Stage
from coach.domain.standing import Choice, Reply
from coach.domain.team_stage import Origin
from coach.ui.standing import files
from tests.fakes import FakeClock
from tests.standing_story import answer, apart, closed, labels, opened, press, shown, started


@pytest.fixture(scope="module")
def its(services: Services, clock: FakeClock) -> Round:
    return apart(services, clock)


def test_the_gap_is_the_first_thing_said(services: Services, its: Round) -> None:
    page = opened(services, round=its.id)

    assert page.markdown[0].value.startswith("Marketing sees “")
    assert "higher than sales." in page.markdown[0].value
    assert [h.value.partition(":")[0] for h in page.header] == [
        "Where you see things differently", "Six parts of working together", "Your stage",
        "In people's own words", "Should you move at all?",
    ]  # fmt: skip
    assert not page.exception


def test_each_drawing_says_in_words_what_it_shows(services: Services, its: Round) -> None:
    drawn = shown(opened(services, round=its.id))

    assert drawn.count('role="img" aria-label="Sales: ') == 16 + 6
    assert 'aria-label="Sales: Undefined' in drawn


def test_no_more_lines_than_people_wrote_and_none_with_a_name(
    services: Services, its: Round
) -> None:
    assert "“Say thank you”" in shown(opened(services, round=its.id))


def test_the_file_holds_what_the_page_shows_and_nothing_else(
    services: Services, its: Round
) -> None:
    result = services.standing.results.of(services.identity.current(), its)
    assert result.shown.picture is not None
    content = files.results(result.shown, result.shown.picture, services.rounds.survey)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

    assert len(rows) == 16
    assert set(rows[0]) == {
        "statement", "text", "gap", "sales_answer", "sales_middle_half", "sales_dont_know",
        "marketing_answer", "marketing_middle_half", "marketing_dont_know",
    }  # fmt: skip


def test_a_seen_result_becomes_the_teams_stage(services: Services, its: Round) -> None:
    opened(services, round=its.id)
    found = services.standing.team.current(services.identity.current())

    assert found is not None
    assert (found.origin, found.round) == (Origin.ROUND, its.id)


def test_the_chat_says_the_stage_first_however_often_it_is_asked(
    services: Services, its: Round
) -> None:
    me = services.identity.current()
    opened(services, round=its.id)
    kept = services.standing.team.current(me)
    assert kept is not None
    day = kept.found_at
    first = services.coaching.ask(me, "Where do we stand?")
    turns = [first, services.coaching.ask(me, "which stage are we at?", first.conversation)]
    for turn in turns:
        told = list(services.coaching.watch(me, turn.id))[-1].text
        assert f"by your survey of {day.day} {day:%b}" in told.partition("**")[2].partition("**")[0]


def test_a_stage_picked_later_stands_when_the_result_is_seen_again(
    services: Services, clock: FakeClock, its: Round
) -> None:
    me = services.identity.current()
    clock.advance(60)
    services.standing.team.choose(me, (Stage.INTEGRATED,), Origin.HAND)
    opened(services, round=its.id)
    found = services.standing.team.current(me)

    assert found is not None
    assert found.origin is Origin.HAND


def test_sides_that_see_different_stages_are_asked_to_agree_first(
    services: Services, its: Round
) -> None:
    page = opened(services, round=its.id, view="move")

    assert page.header[-1].value == "Not decided yet"
    assert "agree on where you stand" in shown(page)


def test_replies_are_weighed_and_lead_to_staying_or_to_the_plan(
    services: Services, clock: FakeClock
) -> None:
    its, tokens = started(services, "Of one mind")
    answer(services, tokens[Side.SALES], 2, 2, 2, 2, 2, 1)
    answer(services, tokens[Side.MARKETING], 2, 2, 2, 2, 2, 3)
    closed(services, clock, its)
    page = opened(services, round=its.id, view="move")
    standing = services.standing.results.of(services.identity.current(), its).standing
    assert standing is not None
    asked = [condition.speaks_for for condition in standing.advice.conditions]
    for choice, heading in ((Choice.STAY, "Stay at Defined"), (Choice.MOVE, "Move on to Aligned")):
        for radio, speaks_for in zip(page.radio, asked, strict=True):
            radio.set_value(Reply.YES if speaks_for is choice else Reply.NO)
        page.run()
        assert page.header[-1].value == heading

    assert "For moving: " in shown(page)
    assert not page.exception


def test_a_running_round_shows_no_result_under_any_address(
    services: Services, clock: FakeClock
) -> None:
    running, _ = started(services, "Still open")
    for view in ({}, {"view": "move"}):
        page = opened(services, round=running.id, **view)
        assert "Close it now" in labels(page)
    closed(services, clock, running)
    page = opened(services, round=running.id, view="move")

    assert "Sales is 4 answers short" in shown(page)


def test_a_result_can_be_deleted_like_any_round(services: Services, clock: FakeClock) -> None:
    other, _ = started(services, "To be deleted")
    closed(services, clock, other)
    page = press(opened(services, round=other.id), "Delete")

    assert "Deleted “To be deleted”" in shown(page)


def test_fewer_than_five_lines_are_counted_and_not_shown(
    services: Services, clock: FakeClock
) -> None:
    few, tokens = started(services, "Few lines")
    texts = iter(("A line of ours", "Another line"))
    for side, value in ((Side.SALES, 2), (Side.MARKETING, 3)):
        for token in tokens[side][:4]:
            answers = {one.id: value for one in services.rounds.survey.statements}
            services.rounds.answering.answer(token, "", answers, next(texts, ""))
    closed(services, clock, few)
    page = shown(opened(services, round=few.id))

    assert "2 lines were written; they show from five on." in page
    assert "A line of ours" not in page
    assert "A bar without a mark" in page
