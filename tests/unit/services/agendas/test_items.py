"""The questions of an agenda: what was asked for and told, what the note has, old promises."""

from __future__ import annotations

import pytest

from coach.domain.agenda import Action
from coach.domain.minutes import least_of
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.services.agendas.blame import BETWEEN
from coach.services.agendas.items import again, asked_for, noted, title_of
from tests.small_playbook import MEETING


def asked(*topics: str, problems: tuple[str, ...] = ()) -> list[str]:
    return [item.question for item in asked_for(topics, problems, MEETING)]


def test_what_was_asked_for_comes_in_its_order_owned_by_both_sides_in_turn() -> None:
    items = asked_for(["fix the routing rules", "choose three fairs"], (), MEETING)

    assert [item.question for item in items] == [
        "What do we change about the routing rules?",
        "Which three fairs do we choose?",
    ]
    assert [item.side for item in items] == [Side.SALES, Side.MARKETING]
    assert items[0].weight > items[1].weight > noted(MEETING)[0].weight


def test_what_the_note_asks_anyhow_is_not_asked_twice() -> None:
    assert asked("solve one problem") == []


def test_what_is_only_told_becomes_a_decision_where_little_is_asked() -> None:
    (item,) = asked_for(["MQL to SQL conversion fell to 13% since April"], (), MEETING)

    assert item.question == "“MQL to SQL conversion fell to 13% since April”: what do we change?"
    assert (item.outcome, least_of(item)) == (Outcome.DECIDE, 10)


def test_what_is_told_goes_on_no_agenda_where_enough_is_asked() -> None:
    wanted = ("choose fairs", "fix routing", "split trial users", "conversion fell to 13% in April")

    assert not any("13%" in question for question in asked(*wanted))


def test_who_comes_and_when_is_no_question() -> None:
    assert asked("Thursday", "marketing will be there too", "a weekly stand-up of both teams") == []


def test_beside_anger_nothing_that_is_told_of_a_side_is_quoted() -> None:
    found = asked("they are useless", "the reps have 3 follow-ups open since Easter")

    assert not any("Easter" in question for question in found)


def test_a_list_is_kept_whole() -> None:
    found = asked("a plan for the year: targets, budget, problem")

    assert len(found) == 3


@pytest.mark.parametrize(
    "topics",
    [
        ("they have not spoken since May",),
        ("marketing sends garbage leads", "sales is lazy"),
    ],
)
def test_people_at_odds_have_something_to_make_up_first(topics: tuple[str, ...]) -> None:
    first, *others = asked_for(topics, (), MEETING)

    assert first.outcome is Outcome.REPAIR
    assert least_of(first) == 15
    assert Outcome.REPAIR not in {item.outcome for item in others}
    assert "garbage" not in first.question


def test_where_nothing_kinder_is_meant_it_is_what_stands_between_the_two() -> None:
    assert asked("the two heads stopped talking")[0] == BETWEEN


def test_a_known_problem_is_asked_about_unless_it_is_a_person() -> None:
    found = asked(problems=("demo requests wait two days", "Kevin's attitude"))

    assert found == ["“demo requests wait two days”: what do we change?"]


def test_blame_keeps_what_it_was() -> None:
    (item,) = asked_for(["why does sales ignore our leads?"], (), MEETING)

    assert item.was == "why does sales ignore our leads?"


def test_a_promise_carried_too_often_is_asked_about() -> None:
    old = Action("a", "Write the rule", "Ana", Side.SALES, carried=3)
    new = Action("b", "Call Ben", "Ana", Side.SALES, carried=0)

    (item,) = again([old, new])
    assert "drop it, change it or do it?" in item.question
    assert item.owner == "Ana"


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("plan the spring campaign", "Plan the spring campaign"),
        ("MQLs", MEETING.title),
        ("why is it so?", MEETING.title),
        ("sales is lazy and late", MEETING.title),
        ("they have not spoken since May", MEETING.title),
        ("one two three four five six seven eight nine ten eleven twelve more", MEETING.title),
    ],
)
def test_a_short_purpose_that_blames_nobody_is_the_title(topic: str, title: str) -> None:
    assert title_of([topic], MEETING.title) == title
    assert title_of([], MEETING.title) == MEETING.title
