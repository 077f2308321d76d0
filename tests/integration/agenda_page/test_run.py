"""A meeting held on the agenda page: it moves on, writes down, ends, and is carried on."""

from __future__ import annotations

import re
from dataclasses import replace

from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain.meetings import MeetingState
from tests.fakes import FakeClock
from tests.integration.agenda_page.pages import agenda, desk, kept, opened, press, push, shown


def begun(services: Services) -> tuple[AppTest, str]:
    page, meeting = kept(services)
    return press(page, "Start the meeting"), meeting


def typed(page: AppTest, label: str, text: str, then: str) -> AppTest:
    next(field for field in page.text_input if field.label == label).set_value(text)
    return press(page, then)


def headings(page: AppTest) -> list[str]:
    return [str(header.value) for header in page.header]


def seconds_left(page: AppTest) -> float:
    for part in page.get("bidi_component"):
        if '"part":"timer"' in (text := str(part.proto).replace(" ", "").replace("\\", "")):
            return float(text.split('"left":"')[1].split('"')[0])
    raise AssertionError("there is no timer")


def test_a_meeting_begins_with_its_first_row_and_moves_on(services: Services) -> None:
    page, meeting = begun(services)
    rows = services.agendas.series.get(services.identity.current(), meeting).agenda.items
    assert rows[0].question in headings(page)
    page = press(press(page, "Next"), "Next")
    assert rows[2].question in headings(page)
    page = press(page, "Back")

    assert rows[1].question in headings(page)


def test_the_time_left_goes_on_where_a_reload_finds_the_meeting(
    services: Services, clock: FakeClock
) -> None:
    page, meeting = begun(services)
    page = press(page, "Next")
    item = services.agendas.series.get(services.identity.current(), meeting).agenda.items[1]
    clock.advance(90)
    again = opened(services, m=meeting)
    assert abs(seconds_left(again) - (item.minutes * 60 - 90)) < 2
    clock.advance(item.minutes * 60)

    assert seconds_left(opened(services, m=meeting)) < -80


def test_what_is_said_is_written_down_and_a_reload_finds_it(services: Services) -> None:
    page, meeting = begun(services)
    page = press(page, "Next")
    page = typed(page, "What was decided?", "Two *facts* are enough", "Keep the decision")
    page = typed(page, "Who does what?", "Write the page", "Keep the action")
    page = typed(page, "What comes later, not now?", "Partners", "Put it there")
    page.text_area[0].set_value("We looked at ten leads.").run()
    again = opened(services, m=meeting)
    text = shown(again)

    assert "Two \\*facts\\* are enough" in text
    assert "Write the page" in text
    assert "Partners" in text
    assert again.text_area[0].value == "We looked at ten leads."


def test_an_empty_decision_is_refused_in_a_sentence(services: Services) -> None:
    page, _ = begun(services)
    page = typed(page, "What was decided?", "  ", "Keep the decision")

    assert len(page.error) == 1
    assert not page.exception


def test_a_pause_keeps_all_and_any_row_goes_on(services: Services) -> None:
    page, _ = begun(services)
    page = press(page, "Pause")
    assert "Paused" in headings(page)
    page = push(page, "go-2")

    assert "Paused" not in headings(page)


def test_what_is_open_at_the_end_opens_the_next_agenda(services: Services) -> None:
    page, meeting = begun(services)
    page = typed(page, "Who does what?", "Write the page", "Keep the action")
    page = typed(page, "Who does what?", "Tell everybody", "Keep the action")
    page = press(page, "End the meeting")
    assert "Write the page" in shown(page)
    assert "Held" in shown(page)
    done = next(b for b in page.button if b.label == "Done")
    page = done.click().run()
    page = press(page, "Plan the next one")

    assert [action.text for action in agenda(page).actions] == ["Tell everybody"]
    assert "From last time" in shown(page)
    page = press(page, "Keep it")
    assert desk(page).stored is not None
    first = services.agendas.series.get(services.identity.current(), meeting)
    assert desk(page).series == first.series.id
    assert first.state is MeetingState.HELD


def test_a_carried_action_is_closed_in_the_next_meeting(services: Services) -> None:
    page, _ = begun(services)
    page = typed(page, "Who does what?", "Write the page", "Keep the action")
    page = press(press(page, "End the meeting"), "Plan the next one")
    page = press(press(press(page, "Keep it"), "Start the meeting"), "Next")
    assert "Which promises from last time are done" in shown(page)
    page = press(page, "Done")

    assert "Reopen" in [button.label for button in page.button]


def test_the_next_agenda_has_the_words_that_people_gave_the_last_one(services: Services) -> None:
    page, _ = kept(services)
    lying = desk(page)
    rows = tuple(
        replace(item, question=f"My own words {n}?") if item.is_matter else item
        for n, item in enumerate(lying.agenda.items)
    )
    mine = replace(lying.agenda, title="Our own title", outcome="Our own end.", items=rows)
    page.session_state["agenda-desk"] = replace(lying, agenda=mine)
    page = press(press(page.run(), "Start the meeting"), "End the meeting")
    page = press(page, "Plan the next one")
    then = agenda(page)

    assert (then.title, then.outcome) == ("Our own title", "Our own end.")
    assert {item.question for item in then.matters} <= {row.question for row in rows}
    assert (then.chair, then.note_taker) == (mine.note_taker, mine.chair)


def test_what_is_sent_of_a_held_meeting_is_its_minutes(services: Services) -> None:
    page, _ = begun(services)
    page = typed(page, "What was decided?", "Two facts are enough", "Keep the decision")
    page = press(press(page, "End the meeting"), "Send")
    text = shown(page)

    assert "here are the minutes of our meeting." in text
    assert "PLEASE PREPARE" not in text
    files = {str(part.proto.label) for part in page.get("download_button")}
    assert files == {"Word", "PDF", "Markdown"}


def test_the_end_says_what_stays_open_and_is_taken_back_where_the_meeting_stood(
    services: Services,
) -> None:
    page, meeting = begun(services)
    page = press(page, "Next")
    asked = headings(page)
    page = typed(page, "Who does what?", "Write the page", "Keep the action")
    page = press(page, "End the meeting")
    text = shown(page)

    assert "The meeting has ended; all that was written is kept." in text
    assert re.search(r"1 action is open and \d+ questions? (was|were) not reached", text)
    assert "Reopen" not in [button.label for button in page.button]
    page = push(page, "agenda-unend")
    stored = services.agendas.series.get(services.identity.current(), meeting)
    assert (stored.state, stored.item) == (MeetingState.RUNNING, 1)
    assert headings(page)[: len(asked)] == asked
    again = opened(services, m=press(page, "End the meeting").query_params["m"])
    assert "The meeting has ended" not in shown(again)
    assert "Reopen" in [button.label for button in again.button]


def test_a_deleted_meeting_can_be_brought_back(services: Services) -> None:
    page, meeting = kept(services)
    page = press(page, "Delete")
    assert "Gone for good in" in shown(page)
    page = push(page, "agenda-undelete")

    assert page.query_params["m"] == meeting
    assert desk(page).meeting == meeting
