"""The plan as it is shipped: begun, promised, done and taken back, thanked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations, reach
from tests.browser.test_conflict import whole

MOVE = "Write one hand-off rule with an owner and a clock"
CHOOSE = "/plan?view=choose&stage=undefined&gaps=hand_off,respect"
TOO_WIDE = "document.scrollingElement.scrollWidth > innerWidth"


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(tmp_path / "data") as server:
        yield server.url


def visit(tab: Tab, path: str = "/plan", heading: str = "Plan") -> Tab:
    tab.page.goto(tab.server + path)
    tab.page.get_by_role("heading", name=heading, exact=True).wait_for()
    return tab


def promise(tab: Tab) -> Tab:
    visit(tab, CHOOSE, MOVE)
    tab.button("Promise it").first.click()
    tab.has("On the board")
    return tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_begun_promised_done_and_taken_back(
    scheme: str, coach: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(coach, color_scheme=scheme))
    tab.has("Two ways to begin")
    assert_no_axe_violations(tab)
    tab.shot(f"plan-empty-{scheme}")
    visit(tab, CHOOSE, MOVE)
    tab.button("Promise it").nth(1).wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"plan-choose-{scheme}")
    tab.button("Promise it").first.click()
    tab.has("On the board")
    visit(tab).button("Change").click()
    tab.button("Change it").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"plan-board-{scheme}")
    tab.button("Done").click()
    tab.has("Done (1)")
    tab.shot(f"plan-done-{scheme}")
    tab.button("Undo").click()
    tab.button("Done").wait_for()

    assert tab.failures == []


def test_a_thank_you_is_said_copied_and_deleted(coach: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(coach), "/plan?view=thanks", "Thank-yous")
    tab.page.get_by_text("Sales thanks marketing").click()
    tab.page.get_by_label("In one line").fill("The slide on security won it.")
    tab.button("Say thank you").click()
    tab.button("Copy this week's").click()
    assert tab.page.get_by_label("In one line").input_value() == ""
    tab.button("Copied").wait_for()
    said = "Sales thanks marketing: “The slide on security won it.”"
    assert tab.page.evaluate("navigator.clipboard.readText()") == said
    assert_no_axe_violations(tab)
    tab.shot("plan-thanks")
    tab.button("Delete: The slide on security won it.").click()
    tab.has("Gone for good in")
    tab.shot("plan-deleted")

    assert tab.failures == []


def test_the_first_meeting_becomes_an_agenda(coach: str, open_tab: OpenTab) -> None:
    tab = visit(promise(open_tab(coach)))
    tab.page.get_by_role("link", name="First meeting").click()
    tab.page.get_by_label("What is the meeting for?").wait_for()

    assert "from=sla-review" in tab.page.url


def test_a_phone_shows_it_all_without_sideways_scrolling(coach: str, open_tab: OpenTab) -> None:
    tab = promise(open_tab(coach, **PHONE))
    assert not tab.page.evaluate(TOO_WIDE)
    whole(tab, "plan-phone-choose")
    visit(tab).button("Done").wait_for()
    assert not tab.page.evaluate(TOO_WIDE)
    assert_no_axe_violations(tab)
    whole(tab, "plan-phone-board")
    tab.page.get_by_test_id("stExpandSidebarButton").tap()
    tab.button("New conversation").wait_for()
    tab.shot("plan-phone-sidebar")


def test_the_keyboard_alone_closes_a_promise_and_takes_that_back(
    coach: str, open_tab: OpenTab
) -> None:
    tab = visit(promise(open_tab(coach)))
    tab.button("Done").wait_for()
    reach(tab, "button", "Done")
    tab.page.keyboard.press("Enter")
    tab.has("Done (1)")
    reach(tab, "button", "Undo")
    tab.page.keyboard.press("Enter")
    tab.button("Done").wait_for()

    assert tab.page.get_by_text("Done (1)").count() == 0
