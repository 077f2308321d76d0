"""Everybody can use it: phone, keyboard, screen reader, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenTab, Tab

PHONE = {"width": 390, "height": 780, "has_touch": True, "is_mobile": True}


def assert_no_axe_violations(tab: Tab) -> None:
    tab.page.wait_for_timeout(400)  # contrast is measured on what has faded in
    found = Axe().run(tab.page)
    serious = [
        (rule["id"], [node["html"][:200] for node in rule["nodes"]])
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scheme: str, calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm, color_scheme=scheme).open()
    tab.page.get_by_role("heading", name="Accord").wait_for()
    assert_no_axe_violations(tab)
    tab.ask("checked: where do we start?")
    tab.page.get_by_text("Checked against the sources").click()
    assert_no_axe_violations(tab)
    tab.shot(f"checked-{scheme}")
    tab.ask("Where do we start?")
    tab.page.get_by_role("button", name="1, 2, 3 Hold a weekly").click()
    tab.page.get_by_role("dialog").wait_for()
    assert_no_axe_violations(tab)
    tab.shot(f"source-{scheme}")
    tab.page.keyboard.press("Escape")
    tab.page.get_by_test_id("stFeedback").last.locator("button").nth(1).click()
    tab.page.get_by_text("What is wrong with it?").wait_for()
    tab.button("Fit answers to your team").click()
    assert_no_axe_violations(tab)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_trouble(scheme: str, calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm, color_scheme=scheme).open()
    tab.type("broken: where do we start?")
    tab.has("This answer could not be finished.")
    tab.button("Regenerate").wait_for()
    assert_no_axe_violations(tab)
    tab.button("Delete").click()
    tab.has("Gone for good in")
    assert_no_axe_violations(tab)


def test_a_phone_shows_everything_without_sideways_scrolling(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm, **PHONE).open()
    tab.page.get_by_role("heading", name="Accord").wait_for()
    tab.shot("phone-first-screen")
    tab.ask("Where do we start?")
    tab.shot("phone-answer")
    too_wide = "document.scrollingElement.scrollWidth > innerWidth"
    assert not tab.page.evaluate(too_wide)
    tab.page.get_by_role("button", name="1, 2, 3 Hold a weekly").tap()
    tab.page.get_by_role("dialog").wait_for()
    tab.shot("phone-source")
    assert not tab.page.evaluate(too_wide)
    tab.page.keyboard.press("Escape")
    tab.page.get_by_test_id("stExpandSidebarButton").tap()
    tab.button("New conversation").wait_for()
    tab.shot("phone-sidebar")
    tab.button("New conversation").tap()
    tab.page.get_by_role("heading", name="Accord").wait_for()

    tab.page.get_by_test_id("stExpandSidebarButton").wait_for()  # the sidebar left the way


def test_the_keyboard_alone_asks_opens_a_source_and_starts_anew(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    reach(tab, "textarea")
    tab.page.keyboard.type("Where do we start?")
    tab.page.keyboard.press("Enter")
    tab.button("Edit").wait_for()
    reach(tab, "button", "1, 2, 3 Hold a weekly")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_role("dialog").wait_for()
    tab.page.keyboard.press("Escape")
    tab.page.get_by_role("dialog").wait_for(state="detached")
    reach(tab, "button", "New conversation")
    tab.page.keyboard.press("Enter")

    tab.page.get_by_role("heading", name="Accord").wait_for()


def reach(tab: Tab, tag: str, text: str = "") -> None:
    """Press Tab until the focus is there."""
    for _ in range(80):
        tab.page.keyboard.press("Tab")
        focused = "[document.activeElement.tagName, document.activeElement.innerText]"
        name, words = tab.page.evaluate(focused)
        if name.lower() == tag and text in (words or ""):
            return
    raise AssertionError(f"the keyboard does not reach {tag} {text}")


def test_a_screen_reader_is_told_once_when_the_answer_is_finished(
    calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")
    region = tab.page.locator('[role="status"]', has_text="The answer is finished. 3 sources.")
    region.first.wait_for(state="attached")

    assert region.count() == 1
    assert region.get_attribute("aria-live") == "polite"
