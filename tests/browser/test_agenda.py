"""The agenda page as it is shipped: made, changed, kept, sent, held, found again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations, reach

LINE = (
    "45 min on 1 December 2027 at 3pm to agree what a qualified lead is, with sales ops, 6 people"
)
HOSTILE = (
    "60 min: agree on leads <img src=x onerror=alert(1)> <script>alert(1)</script> "
    "![p](https://evil.example/p.png) with Ana “=cmd|' /C calc'!A0” مرحبا 🙂, Ben from marketing"
)


@pytest.fixture(scope="module")
def agendas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(tmp_path_factory.mktemp("agendas")) as server:
        yield server.url


def visit(tab: Tab) -> Tab:
    tab.page.goto(f"{tab.server}/agenda")
    tab.page.get_by_label("What is the meeting for?").wait_for()
    return tab


def make(tab: Tab, line: str = LINE) -> Tab:
    visit(tab).page.get_by_label("What is the meeting for?").fill(line)
    tab.button("Make the agenda").click()
    tab.button("Keep it").wait_for()
    return tab


def keep(tab: Tab) -> Tab:
    tab.button("Keep it").click()
    tab.button("Start the meeting").wait_for()
    return tab


def begin(tab: Tab) -> Tab:
    keep(make(tab)).button("Start the meeting").click()
    tab.button("Next").wait_for()
    return tab


def pressed(tab: Tab, start_of_name: str) -> Locator:
    """Return the small button whose name begins so, of the first question."""
    return tab.page.get_by_role("button", name=start_of_name).first


def test_a_sheet_is_printed_alone_changed_in_place_and_brought_back(
    agendas: str, open_tab: OpenTab
) -> None:
    tab = make(open_tab(agendas))
    tab.has("15:00–15:45")
    tab.shot("agenda-sheet")
    tab.page.emulate_media(media="print")
    for gone in (*map(tab.button, ("New conversation", "Keep it")), pressed(tab, "More time:")):
        assert not gone.first.is_visible()
    assert tab.page.get_by_text("15:00", exact=True).first.is_visible()
    tab.page.emulate_media(media="screen")
    pressed(tab, "More time:").click()
    pressed(tab, "Free the minutes:").wait_for()
    pressed(tab, "Change:").click()
    dialog = tab.page.get_by_role("dialog")
    dialog.get_by_label("Question").fill("What is a *good* lead?")
    dialog.get_by_role("button", name="Change it").click()
    tab.has("What is a *good* lead?")
    tab.button("Add a question").click()
    dialog.get_by_label("Question").fill("Who calls at weekends?")
    dialog.get_by_role("button", name="Add it").click()
    tab.has("Who calls at weekends?")
    for _ in range(3):
        tab.button("Undo").click()
        tab.page.wait_for_timeout(300)
    tab.lacks("What is a *good* lead?")

    assert tab.button("Undo").is_disabled()
    assert tab.failures == []


def test_a_kept_agenda_is_sent_and_a_reload_finds_it(agendas: str, open_tab: OpenTab) -> None:
    tab = keep(make(open_tab(agendas)))
    tab.button("Who comes").click()
    dialog = tab.page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill("Ana")
    dialog.get_by_label("E-mail", exact=True).fill("ana@example.org")
    dialog.get_by_label("Sends the invitation").click()
    tab.page.get_by_role("option", name="sales ops").click()
    assert_no_axe_violations(tab)
    tab.shot("agenda-who")
    dialog.get_by_role("button", name="Change it").click()
    dialog.wait_for(state="detached")
    tab.has("Ana · sales ops")
    tab.button("Send").click()
    tab.page.get_by_role("dialog").wait_for()
    for name, ending in (("Word", "docx"), ("PDF", "pdf"), ("Calendar", "ics"), ("Markdown", "md")):
        with tab.page.expect_download() as download:
            tab.button(name).click()
        assert download.value.suggested_filename.endswith(f".{ending}")
        if ending == "ics":
            assert "ORGANIZER;CN=Ana:mailto:ana@example.org" in download.value.path().read_text()
    tab.shot("agenda-send")
    tab.button("Copy the e-mail").click()
    tab.button("Copied").wait_for()
    assert "15:00" in tab.page.evaluate("navigator.clipboard.readText()")
    assert_no_axe_violations(tab)
    tab.page.keyboard.press("Escape")
    title = tab.page.get_by_role("heading", level=1).inner_text()
    tab.page.reload()
    tab.button("Start the meeting").wait_for()

    assert tab.page.get_by_role("heading", level=1).inner_text() == title


def test_a_meeting_is_held_and_a_reload_finds_it_where_it_stood(
    agendas: str, open_tab: OpenTab
) -> None:
    tab = begin(open_tab(agendas))
    tab.button("Next").click()
    tab.has("2 of")
    timer = tab.page.get_by_role("timer")
    before = timer.inner_text()
    tab.until(lambda: timer.inner_text() != before)
    tab.page.get_by_label("What was decided?").fill("Two facts are enough")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_role("heading", name="Decided").wait_for()
    tab.page.get_by_label("Notes").fill("We looked at ten leads.")
    tab.page.get_by_label("Notes").blur()
    tab.page.get_by_text("Stored.", exact=True).wait_for()
    tab.shot("agenda-run")
    tab.page.reload()
    tab.has("2 of")
    tab.has("Two facts are enough")
    tab.until(lambda: tab.page.get_by_label("Notes").input_value() == "We looked at ten leads.")
    assert_no_axe_violations(tab)
    tab.button("End the meeting").click()
    tab.button("Plan the next one").wait_for()
    tab.has("We looked at ten leads.")
    assert_no_axe_violations(tab)
    tab.shot("agenda-held")
    tab.page.emulate_media(media="print")
    held = tab.page.locator(".st-key-agenda-held")

    assert held.get_by_text("Two facts are enough").first.is_visible()
    assert not any(button.is_visible() for button in held.locator("button").all())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scheme: str, agendas: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(agendas, color_scheme=scheme))
    tab.page.get_by_text("Details: how long").click()
    tab.page.get_by_label("Time zone").wait_for()
    assert_no_axe_violations(tab)
    tab.shot(f"agenda-start-{scheme}")
    make(tab)
    assert_no_axe_violations(tab)
    tab.shot(f"agenda-sheet-{scheme}")
    tab.button("Title and time").click()
    tab.page.get_by_role("dialog").wait_for()
    assert_no_axe_violations(tab)


def test_a_phone_shows_it_all_without_sideways_scrolling(agendas: str, open_tab: OpenTab) -> None:
    tab = make(open_tab(agendas, **PHONE), HOSTILE)
    too_wide = "document.scrollingElement.scrollWidth > innerWidth"
    assert not tab.page.evaluate(too_wide)
    assert_no_axe_violations(tab)
    tab.shot("agenda-phone-sheet")
    keep(tab).button("Start the meeting").tap()
    tab.button("Next").wait_for()
    tab.shot("agenda-phone-run")

    assert not tab.page.evaluate(too_wide)
    assert tab.outside == []
    assert tab.popups == []
    assert tab.failures == []


def test_the_keyboard_alone_makes_and_changes_an_agenda(agendas: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(agendas))
    reach(tab, "textarea")
    tab.page.keyboard.type(LINE)
    tab.page.keyboard.press("Control+Enter")
    tab.button("Keep it").wait_for()
    reach(tab, "button", "More time:")
    tab.page.keyboard.press("Enter")
    pressed(tab, "Free the minutes:").wait_for()
    reach(tab, "button", "Undo")
    tab.page.keyboard.press("Enter")

    pressed(tab, "Free the minutes:").wait_for(state="detached")
