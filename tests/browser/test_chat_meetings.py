"""From an agenda in the chat to where it is changed, and from a decision to its meeting."""

from __future__ import annotations

from tests.browser.conftest import OpenTab


def test_an_agenda_leads_on_and_a_decision_leads_back_to_its_meeting(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.ask("plan 45 min to agree what a lead is & who calls")
    way = tab.page.get_by_role("link", name="Change, send, keep")
    way.wait_for()
    assert str(way.get_attribute("href")).startswith("agenda?turn=")
    tab.shot("agenda-in-chat")

    tab.ask("recall what we decided about MQLs")
    tab.page.get_by_role("button", name="1 Weekly smarketing, 24 November 2026").click()
    dialog = tab.page.get_by_role("dialog")
    dialog.get_by_text("An MQL has a budget").wait_for()
    tab.shot("meeting-as-source")
    back = dialog.get_by_role("link", name="Open the meeting")
    assert str(back.get_attribute("href")).endswith("agenda?m=m1")
