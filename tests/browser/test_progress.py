"""Progress as it is shipped: the sample team's drawings, on a desk, in the dark and on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage

from tests.browser.conftest import OpenTab, Server, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations
from tests.browser.test_conflict import whole

TOO_WIDE = "document.scrollingElement.scrollWidth > innerWidth"
INLINE = "Executing inline script"  # Streamlit's own, blocked on every page and never missed
CHARTS = "[data-testid=stVegaLiteChart] :is(canvas, svg)"
DRAWN = f"""() => {{
  const drawn = [...document.querySelectorAll('{CHARTS}')];
  return drawn.length >= 5 && drawn.every(one => one.getBoundingClientRect().height > 40
    && one.getBoundingClientRect().width > 200);
}}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("progress")) as running:
        yield running


def sample(tab: Tab) -> Tab:
    """Open the dashboard with the sample, and wait until all of it is drawn."""
    tab.page.goto(f"{tab.server}/standing?view=progress&sample=1")
    tab.page.get_by_role("heading", name="Progress").wait_for()
    if tab.page.get_by_text("Sample data.").count() == 0:
        tab.button("See it with sample data").click()
    tab.page.get_by_role("heading", name="Sample: Progress").wait_for()
    tab.until(lambda: bool(tab.page.evaluate(DRAWN)))
    return tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawings_stand_under_the_policy_in_both_schemes(
    scheme: str, server: Server, open_tab: OpenTab
) -> None:
    tab, said = open_tab(server.url, color_scheme=scheme), list[str]()

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text and INLINE not in message.text:
            said.append(message.text)

    tab.page.on("console", hear)
    sample(tab)
    assert_no_axe_violations(tab)
    whole(tab, f"progress-{scheme}")

    assert said == []
    assert tab.failures == []
    assert tab.outside == []


def test_a_phone_shows_it_without_sideways_scrolling(server: Server, open_tab: OpenTab) -> None:
    tab = sample(open_tab(server.url, **PHONE))
    assert_no_axe_violations(tab)
    whole(tab, "progress-phone")

    assert not tab.page.evaluate(TOO_WIDE)


def test_a_reload_keeps_the_sample_and_one_click_takes_it_away(
    server: Server, open_tab: OpenTab
) -> None:
    tab = sample(open_tab(server.url))
    tab.page.reload()
    tab.page.get_by_role("heading", name="Sample: Progress").wait_for()
    tab.until(lambda: bool(tab.page.evaluate(DRAWN)))
    with tab.page.expect_download() as saving:
        tab.page.locator(".st-key-progress-stage").get_by_role("button", name="CSV").click()
    assert saving.value.suggested_filename == "sample-progress-stage.csv"
    tab.button("Remove the sample").click()
    tab.page.get_by_text("The sample is removed.").wait_for()
    tab.page.get_by_text("Sample data.").wait_for(state="detached")

    assert "sample=1" not in tab.page.url
