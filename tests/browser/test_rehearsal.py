"""A conversation rehearsed as it is shipped: begun, talked through, looked back on."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab, Tab
from tests.browser.test_access import PHONE, assert_no_axe_violations
from tests.browser.test_conflict import HOSTILE, coach, look, whole
from tests.browser.test_safety import assert_harmless

__all__ = ["coach"]
LINE = "Say it as you would; “stop” ends it."
OPENING = "On Monday 12 of 20 were students, so I lost a morning. Could we look at ten of them?"


def rehearse(tab: Tab, text: str = "") -> Tab:
    look(tab, text) if text else look(tab)
    tab.page.get_by_role("link", name="Rehearse the conversation").click()
    tab.page.get_by_role("heading", name="Rehearse the conversation").wait_for()
    tab.button("Begin").wait_for()
    return tab


def say(tab: Tab, text: str) -> None:
    line = tab.page.get_by_placeholder(LINE)
    line.fill(text)
    line.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_talk_by_the_note_is_held_and_looked_back_on(
    scheme: str, coach: str, open_tab: OpenTab
) -> None:
    tab = rehearse(open_tab(coach, color_scheme=scheme))
    assert_no_axe_violations(tab)
    whole(tab, f"rehearsal-start-{scheme}")
    tab.button("Begin").click()
    for number, text in enumerate([OPENING, "I see your month is full. Which ten?"], 1):
        say(tab, text)
        tab.page.get_by_text("A look at your line").nth(number - 1).wait_for()
    tab.page.get_by_text("A good answer to that").first.click()
    assert_no_axe_violations(tab)
    whole(tab, f"rehearsal-talk-{scheme}")
    say(tab, "stop")
    tab.page.get_by_role("heading", name="Looking back").wait_for()
    tab.button("Once more").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"rehearsal-back-{scheme}")


def test_on_a_phone_nothing_is_wider_than_the_screen_and_text_is_text(
    coach: str, open_tab: OpenTab
) -> None:
    tab = rehearse(open_tab(coach, color_scheme="dark", **PHONE), HOSTILE)
    tab.button("Begin").click()
    say(tab, "On Monday <script>alert(1)</script> ![p](https://evil.example/p.png) came. Why?")
    tab.page.get_by_text("A look at your line").click()
    tab.page.get_by_text("A question asked").wait_for()
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth"

    assert tab.page.evaluate(wide) <= PHONE["width"]
    assert_harmless(tab)
    whole(tab, "rehearsal-phone-dark")
