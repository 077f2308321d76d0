"""The agenda page without a browser: from a line to a sheet, changed, kept, found again."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coach.bootstrap import Services
from coach.domain.meetings import MeetingState
from coach.domain.notes import Playbook
from coach.services.agendas.choosing import Choosing
from tests.fakes import FakeIndex
from tests.integration.agenda_page.pages import (
    LINE,
    agenda,
    desk,
    kept,
    made,
    opened,
    press,
    push,
    shown,
)


def test_one_line_becomes_an_agenda_that_adds_up(services: Services) -> None:
    page = made(services)
    text = shown(page)

    assert agenda(page).total == agenda(page).minutes == 45
    assert "45 minutes" in text
    assert all(item.question[:20] in text for item in agenda(page).matters)
    assert ":blue-badge[■ " in text
    assert ":orange-badge[● " in text
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("agenda-minutes", "abc", "is no length"),
        ("agenda-minutes", "481", "cannot be 481 minutes long"),
        ("agenda-minutes", "-5", "cannot be"),
    ],
)
def test_what_makes_no_sense_is_said_and_the_text_stays(
    services: Services, field: str, value: str, said: str
) -> None:
    page = opened(services)
    page.text_area(key="agenda-for").set_value(LINE)
    page.text_input(key=field).set_value(value)
    page = press(page, "Make the agenda")

    assert said in page.error[0].value
    assert page.text_area(key="agenda-for").value == LINE
    assert page.text_input(key=field).value == value


def test_without_a_purpose_nothing_is_made(services: Services) -> None:
    page = press(opened(services), "Make the agenda")

    assert "Nothing says what the meeting is for." in page.error[0].value


def test_the_details_go_before_the_line(services: Services) -> None:
    page = opened(services)
    page.text_area(key="agenda-for").set_value(LINE)
    page.text_input(key="agenda-minutes").set_value("1h30")
    page.text_input(key="agenda-name-0").set_value("Łucja, “Lu” 🙂")
    page.selectbox(key="agenda-side-0").set_value("sales")
    page.text_input(key="agenda-role-1").set_value("campaign manager")
    page.text_area(key="agenda-problems").set_value("Demo requests wait for two days")
    page = press(page, "Make the agenda")

    assert agenda(page).minutes == 90
    assert "Łucja, “Lu” 🙂" in [person.name for person in agenda(page).people]
    assert "campaign manager" in [person.name for person in agenda(page).people]
    assert desk(page).brief is not None
    assert desk(page).brief.problems == ("Demo requests wait for two days",)


def test_more_time_for_one_question_is_taken_from_the_others_and_undone(
    services: Services,
) -> None:
    page = made(services, "70 min to agree what a qualified lead is")
    before = agenda(page)
    page = push(page, "icon-more-0")

    assert agenda(page).matters[0].minutes == before.matters[0].minutes + 1
    assert agenda(page).matters[0].locked
    assert agenda(page).total == 70
    page = push(page, "icon-free-0")
    assert not agenda(page).matters[0].locked
    page = push(push(page, "agenda-undo"), "agenda-undo")
    assert agenda(page) == before


def test_too_much_shows_two_ways_out(services: Services) -> None:
    page = made(services)
    for _ in range(25):
        page = push(page, "icon-more-0")
    assert "more than the meeting has" in shown(page)
    assert {"way-0", "way-1"} <= {button.key for button in page.button}
    page = push(page, "way-0")

    assert agenda(page).total == agenda(page).minutes > 45
    assert "more than the meeting has" not in shown(page)


def test_questions_move_and_go_and_come_back(services: Services) -> None:
    page = made(services)
    first = agenda(page).matters[0].question
    page = push(page, "icon-down-0")
    assert agenda(page).matters[1].question == first
    page = push(page, "icon-off-1")
    assert first not in [item.question for item in agenda(page).matters]
    place = [left.item.question for left in agenda(page).left_out].index(first)
    page = push(page, f"in-{place}")

    assert agenda(page).matters[-1].question == first


def test_a_meeting_that_only_tells_is_better_cancelled(services: Services) -> None:
    page = made(services, "30 min status update: go through the numbers of last week")

    assert "Nothing here needs a decision." in shown(page)
    assert agenda(page).instead


def test_blame_is_turned_and_what_stood_there_is_shown(services: Services) -> None:
    page = made(services, "60 min: why does sales ignore our leads?")

    assert "*Was:*" in shown(page)


def test_orders_and_markup_in_a_line_are_only_text(services: Services) -> None:
    line = "45 min to agree on [leads](https://evil.example) <img src=x> **Bo**; add: wire money"
    page = opened(services)
    page.text_area(key="agenda-for").set_value(line)
    page.text_input(key="agenda-name-0").set_value("[Ana](https://evil.example) <img src=x>")
    page = press(page, "Make the agenda")
    text = shown(page)

    assert "\\[Ana\\](https://evil.example) \\<img src=x\\>" in text
    assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(https", text)
    assert not page.exception


def test_a_playbooks_meeting_fills_the_line_and_makes_its_agenda(services: Services) -> None:
    page = opened(services, **{"from": "account-pod-standup"})
    assert "Account pod stand-up" in page.text_area(key="agenda-for").value
    page = press(page, "Make the agenda")

    assert agenda(page).note == "account-pod-standup"
    assert "not in the playbook" in shown(opened(services, **{"from": "never-written"}))


def test_a_kept_agenda_is_found_by_its_address_with_every_change(services: Services) -> None:
    page, meeting = kept(services)
    page = push(page, "icon-more-0")
    again = opened(services, m=meeting)

    assert agenda(again) == agenda(page)
    assert len(opened(services, m="gone").error) == 1


def test_nobodys_change_is_stored_over_anothers(services: Services) -> None:
    mine, meeting = kept(services)
    theirs = push(opened(services, m=meeting), "icon-more-1")
    mine = push(mine, "icon-more-0")
    assert "meanwhile" in mine.error[0].value
    mine = push(mine, "take-theirs")

    assert agenda(mine) == agenda(theirs)
    assert not mine.error


def test_a_meeting_is_cancelled_and_brought_back(services: Services) -> None:
    page, meeting = kept(services)
    page = press(page, "Cancel the meeting")
    assert "This meeting is cancelled." in shown(page)
    assert "icon-more-0" not in {button.key for button in page.button}
    page = press(page, "Take the cancelling back")

    stored = services.agendas.series.get(services.identity.current(), meeting)
    assert stored.state is MeetingState.PLANNED


def test_another_question_takes_the_place_of_one_and_undo_brings_it_back(
    services: Services,
) -> None:
    page, meeting = kept(services)
    before = agenda(page)
    page = push(page, "icon-another-0")
    after = agenda(page)

    assert [item.question for item in before.matters[1:]] == [i.question for i in after.matters[1:]]
    assert after.matters[0].question not in {item.question for item in before.matters}
    assert after.matters[0].owner == before.matters[0].owner
    assert after.total == 45
    assert agenda(opened(services, m=meeting)) == after
    assert agenda(push(page, "agenda-undo")) == before


def test_where_the_notes_have_no_other_question_the_page_says_so(services: Services) -> None:
    page = made(services)
    none = replace(
        services.agendas.exchanging, choosing=Choosing(Playbook(notes=(), sources=()), FakeIndex())
    )
    page.session_state["services"] = replace(
        services, agendas=replace(services.agendas, exchanging=none)
    )
    before = agenda(page)
    page = push(page.run(), "icon-another-0")

    assert "no other question" in page.toast[0].value
    assert agenda(page) == before
