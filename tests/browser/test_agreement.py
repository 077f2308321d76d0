"""The agreement and the shared words as they are shipped: worked out, compared, settled by both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations
from tests.browser.test_conflict import whole

TOO_WIDE = "document.scrollingElement.scrollWidth > innerWidth"
TYPED = {
    "How much new revenue do you need?": "2.4m",
    "How much is an average deal worth?": "30k",
    "What share of your opportunities do you win?": "20 %",
    "What share of the opportunities is marketing to bring?": "40 %",
    "What share of MQLs becomes an opportunity?": "15 %",
    "How many people call the leads?": "4",
    "How many hours a month does each of them have for new leads?": "10",
}
SALES = "A plant manager who asked for a price. No students. A rep calls within two hours."
MARKETING = "A plant manager who asked for a price. No students or suppliers. We add the history."


@pytest.fixture
def coach(tmp_path: Path) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(tmp_path / "data") as server:
        yield server.url


def visit(tab: Tab, view: str, heading: str) -> Tab:
    tab.page.goto(f"{tab.server}/plan?view={view}")
    tab.page.get_by_role("heading", name=heading, exact=True).wait_for()
    return tab


def agree(tab: Tab) -> None:
    visit(tab, "agreement", "Agreement")
    for label, typed in TYPED.items():
        tab.page.get_by_label(label).fill(typed)
    tab.button("Work it out").click()
    tab.has("It does not fit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_become_an_agreement_and_a_month_is_put_beside_it(
    scheme: str, coach: str, open_tab: OpenTab
) -> None:
    tab = open_tab(coach, color_scheme=scheme)
    agree(tab)
    assert_no_axe_violations(tab)
    whole(tab, f"agreement-form-{scheme}")
    tab.button("Keep as our proposal").click()
    tab.page.get_by_label("Leads handed over").fill("70")
    tab.page.get_by_label("Of these accepted").fill("60")
    tab.button("Compare").click()
    tab.has("marketing fell short of its promise")
    assert_no_axe_violations(tab)
    whole(tab, f"agreement-{scheme}")
    tab.button("Print or download").click()
    tab.button("Word").wait_for()
    tab.shot(f"agreement-files-{scheme}")

    assert tab.failures == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_side_writes_here_the_other_on_a_phone_and_both_accept(
    scheme: str, coach: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(coach, color_scheme=scheme), "words", "Shared words")
    tab.page.get_by_text("Sales", exact=False).locator("visible=true").last.wait_for()
    tab.page.get_by_test_id("stRadio").last.get_by_text("Sales").click()
    tab.page.get_by_label("Who is a qualified lead, and who isn't?").fill(SALES)
    tab.button("Store it").click()
    tab.has("Write it anew for sales")
    tab.page.get_by_text("The other side is elsewhere").click()
    made = tab.page.locator(".st-key-plan-words-make-marketing button")
    made.wait_for()
    tab.page.wait_for_timeout(400)  # the expander grows; a press meanwhile goes beside the button
    made.click()
    shown = tab.page.locator(".st-key-plan-words-link-marketing small:visible").first
    shown.wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"words-apart-{scheme}")
    address = shown.inner_text()
    phone = open_tab(address, color_scheme=scheme, **PHONE)
    phone.page.goto(address)
    assert "asked for a price. No students" not in phone.page.content()
    phone.page.locator("#text-qualified-lead").fill(MARKETING)
    phone.page.locator("#qualified-lead button").click()
    phone.page.locator("#qualified-lead").get_by_text("Accept it for marketing").click()
    phone.page.get_by_text("You have accepted this for marketing").wait_for()
    assert_no_axe_violations(phone)
    assert not phone.page.evaluate(TOO_WIDE)
    phone.shot(f"words-phone-{scheme}")
    visit(tab, "words", "Shared words")
    tab.has("One wording for both")
    assert_no_axe_violations(tab)
    whole(tab, f"words-both-{scheme}")
    tab.button("Sales accepts").click()
    tab.has("Settled by both sides.")
    tab.page.get_by_role("link", name="Read the note").click()
    tab.page.get_by_role("heading", name="What we call “qualified lead”").wait_for()
    whole(tab, f"words-note-{scheme}")

    assert tab.failures == []


def test_a_phone_shows_both_without_sideways_scrolling(coach: str, open_tab: OpenTab) -> None:
    tab = open_tab(coach, **PHONE)
    agree(tab)
    tab.button("Keep as our proposal").click()
    tab.has("Promise against result")
    assert not tab.page.evaluate(TOO_WIDE)
    assert_no_axe_violations(tab)
    whole(tab, "agreement-phone")
    visit(tab, "words", "Shared words")
    assert not tab.page.evaluate(TOO_WIDE)
    assert_no_axe_violations(tab)
    whole(tab, "words-phone-page")
