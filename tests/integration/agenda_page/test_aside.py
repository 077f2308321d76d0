"""An agenda that nobody has kept yet: a reload finds it, the chat hands it over, it is dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain.conversation import Turn
from coach.errors import NotFound
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


def draft_of(page: AppTest) -> str:
    return str(page.query_params["draft"])


def never_drafted(services: Services) -> Services:
    """Return services that cannot draft: what is shown was made before."""
    nothing: Any = None
    return replace(services, agendas=replace(services.agendas, drafting=nothing))


def answered(services: Services, text: str) -> Turn:
    """Ask in the chat, and wait for the answer."""
    person = services.identity.current()
    turn = services.coaching.ask(person, text)
    *_, last = services.coaching.watch(person, turn.id)
    return last


def test_a_reload_finds_a_draft_with_every_edit_and_drafts_nothing(services: Services) -> None:
    page = push(push(made(services), "icon-more-0"), "icon-down-0")
    again = opened(never_drafted(services), draft=draft_of(page))

    assert agenda(again) == agenda(page)
    assert desk(again).brief == desk(page).brief
    again = push(again, "icon-less-0")
    assert agenda(opened(services, draft=draft_of(page))) == agenda(again)


def test_a_draft_is_offered_to_go_on_with_until_it_is_dropped(services: Services) -> None:
    page = made(services)
    start = opened(services)
    ways = [link.proto.query_string for link in start.get("page_link")]
    assert f"draft={draft_of(page)}" in ways
    start = press(start, "Drop it")

    gone = opened(services, draft=draft_of(page))
    assert "no longer there" in gone.error[0].value
    assert f"draft={draft_of(page)}" not in [w.proto.query_string for w in gone.get("page_link")]


def test_what_is_kept_is_a_draft_no_more(services: Services) -> None:
    page = made(services)
    draft = draft_of(page)
    page = press(page, "Keep it")
    page = push(page, "icon-more-0")

    with pytest.raises(NotFound):
        services.agendas.asides.get(services.identity.current(), draft)


def test_the_next_agenda_of_a_series_waits_with_its_edits_too(services: Services) -> None:
    page, _ = kept(services)
    page = press(press(page, "Start the meeting"), "End the meeting")
    page = push(press(page, "Plan the next one"), "icon-off-0")
    again = opened(services, draft=draft_of(page))

    assert agenda(again) == agenda(page)
    assert desk(again).series == desk(page).series != ""


def test_an_agenda_of_the_chat_is_taken_over_as_it_stands_there(services: Services) -> None:
    turn = answered(services, f"Make an agenda: {LINE}")
    assert turn.answer is not None
    page = opened(never_drafted(services), turn=turn.id)
    asked = turn.answer.agenda

    assert asked is not None
    assert [i.question for i in agenda(page).items] == [i.question for i in asked.items]
    assert desk(page).brief is not None
    page = push(page, "icon-more-0")
    again = opened(never_drafted(services), turn=turn.id)
    assert agenda(again) == agenda(page)


def test_an_answer_without_an_agenda_is_said_to_have_none(services: Services) -> None:
    page = opened(services, turn="gone")

    assert len(page.error) == 1
    assert "What is the meeting for?" in [field.label for field in page.text_area]
    assert "Go on with" in shown(page) or not page.exception
