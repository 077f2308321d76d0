"""Agendas and own meetings in the chat, drawn without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.browser.stage import FakeStatus, StagedServices
from tests.integration.test_page import opened, shown


def asked(text: str, services: StagedServices | None = None) -> AppTest:
    page = opened(services or StagedServices())
    return page.chat_input[0].set_value(text).run()


def links(page: AppTest) -> list[tuple[str, str]]:
    found = [element.proto for element in page.get("page_link")]
    return [(link.label, link.query_string) for link in found]


def test_an_agenda_has_one_way_on_that_names_its_answer() -> None:
    page = asked("plan 45 min to agree what a lead is & who calls")

    assert not page.exception
    ways = [query for label, query in links(page) if label == "Change, send, keep"]
    assert [way.startswith("turn=") for way in ways] == [True]


def test_another_answer_has_no_way_to_an_agenda() -> None:
    assert "Change, send, keep" not in dict(links(asked("Where do we start?")))


def test_what_meetings_decided_names_them_as_its_sources() -> None:
    page = asked("recall what we decided")

    assert "From your meetings" in shown(page)
    chips = [button.label for button in page.button if "source-" in str(button.key)]
    assert chips == [
        "**1**  Weekly smarketing, 24 November 2026",
        "**2**  Kick-off, 3 November 2026",
    ]


def test_a_source_of_a_meeting_opens_its_words_and_the_way_to_it() -> None:
    page = asked("recall what we decided")
    key = next(str(button.key) for button in page.button if str(button.key).endswith("-1"))
    page.button(key=key).click().run()

    assert not page.exception
    assert "An MQL has a budget" in shown(page)
    assert ("Open the meeting", "m=m1") in links(page)


def test_of_a_deleted_meeting_the_words_stay() -> None:
    page = asked("recall what we decided")
    key = next(str(button.key) for button in page.button if str(button.key).endswith("-2"))
    page.button(key=key).click().run()

    assert "Ana: Send the list" in shown(page)
    assert "This meeting was deleted" in shown(page)
    assert "Open the meeting" not in dict(links(page))


def test_a_model_is_not_offered_for_what_code_made() -> None:
    services = StagedServices()
    services.state = FakeStatus("large-model", "models.example.org")

    page = asked("plan 45 min to agree what a lead is", services)

    assert not [b for b in page.button if str(b.key).startswith("model-")]
