"""Where both sides stand, as it is shipped: asked, answered through real links, closed and read."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.bootstrap.rounds import Rounds
from tests.browser.conftest import OpenTab, Server, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations, reach
from tests.browser.test_conflict import whole
from tests.survey_rounds import OWNER, rounds_in

TOO_WIDE = "document.scrollingElement.scrollWidth > innerWidth"
HOSTILE = "<img src=x onerror=alert(1)> ![p](https://evil.example/p.png) :red[x]"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("standing")


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with serving(data) as running:
        yield running


@pytest.fixture(scope="module")
def rounds(server: Server, data: Path) -> Iterator[Rounds]:
    with rounds_in(data) as rounds:
        yield rounds


def visit(tab: Tab, address: str = "", heading: str = "Where we stand") -> Tab:
    tab.page.goto(f"{tab.server}/standing{address}")
    tab.page.get_by_role("heading", name=heading).first.wait_for()
    return tab


def begin(tab: Tab) -> list[list[str]]:
    """Start a round on the page; return the addresses of its links, sales first."""
    visit(tab, "?view=ask", "Ask both sides")
    tab.button("Start the round").click()
    tab.page.get_by_role("heading", name="Links to send").wait_for()
    found = []
    for side in ("Sales (8)", "Marketing (8)"):
        tab.page.get_by_role("tab", name=side).click()
        shown = tab.page.locator("[class*=st-key-standing-link-] small:visible")
        shown.nth(7).wait_for()
        found.append(shown.all_inner_texts())
        shown.first.wait_for()
    return found


def post(address: str, value: int, line: str = "") -> None:
    """Answer as the plain form does, without a script."""
    fields = {f"q{n:02}": str(min(4, max(1, value + n % 2))) for n in range(1, 17)}
    body = urllib.parse.urlencode(fields | {"line": line}).encode()
    with urllib.request.urlopen(urllib.request.Request(address, body), timeout=20) as response:
        assert response.status == 200


def close(rounds: Rounds, round_id: str) -> None:
    """Close a round two minutes ago, so that its results are there at once."""
    ended = datetime.now(UTC) - timedelta(minutes=2)
    rounds.kept.change(OWNER, round_id, lambda its, _: replace(its, closes_at=ended))


def answered(tab: Tab, rounds: Rounds) -> str:
    """A round that both sides answered through its links; return its id once it is closed."""
    sales, marketing = begin(tab)
    for address, value in zip(sales, (1, 1, 1, 2, 1), strict=False):
        post(address, value, HOSTILE if value == 2 else "Keep the Monday call")
    for address, value in zip(marketing, (3, 3, 2, 3, 2), strict=False):
        post(address, value, "Say thank you")
    round_id = tab.page.url.partition("round=")[2]
    tab.until(lambda: tab.page.get_by_text("Enough to show").count() == 2)
    close(rounds, round_id)
    return round_id


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_sides_answer_and_the_page_shows_the_gap_first(
    scheme: str, server: Server, rounds: Rounds, open_tab: OpenTab
) -> None:
    tab = open_tab(server.url, color_scheme=scheme)
    round_id = answered(tab, rounds)
    assert_no_axe_violations(tab)
    whole(tab, f"standing-running-{scheme}")
    visit(tab, f"?round={round_id}")
    tab.page.get_by_role("heading", name="Where you see things differently").wait_for()
    headline = tab.page.locator(".st-key-standing-headline").inner_text()
    assert headline.startswith("Marketing sees “")
    assert_no_axe_violations(tab)
    whole(tab, f"standing-results-{scheme}")
    tab.button("Answer them together").click()
    tab.page.get_by_role("heading", name="Should you move at all?").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"standing-move-{scheme}")

    assert tab.failures == []
    assert tab.outside == []
    assert tab.popups == []


def test_a_phone_shows_it_all_without_sideways_scrolling(
    server: Server, rounds: Rounds, open_tab: OpenTab
) -> None:
    tab = open_tab(server.url, **PHONE)
    round_id = answered(tab, rounds)
    assert not tab.page.evaluate(TOO_WIDE)
    visit(tab, f"?round={round_id}")
    tab.page.get_by_role("heading", name="Where you see things differently").wait_for()
    assert not tab.page.evaluate(TOO_WIDE)
    assert_no_axe_violations(tab)
    whole(tab, "standing-phone-results")
    visit(tab)
    tab.page.get_by_text("Your rounds").wait_for()
    assert_no_axe_violations(tab)
    tab.shot("standing-phone-home")

    assert not tab.page.evaluate(TOO_WIDE)


def test_the_results_come_as_a_file(server: Server, rounds: Rounds, open_tab: OpenTab) -> None:
    tab = open_tab(server.url)
    visit(tab, f"?round={answered(tab, rounds)}")
    tab.has("Should you move at all?")  # it is drawn to its end
    with tab.page.expect_download() as saving:
        tab.button("Download as CSV").first.click()

    assert saving.value.path().read_text("utf-8-sig").count("\n") == 17


def test_the_keyboard_alone_goes_through_the_quick_check(server: Server, open_tab: OpenTab) -> None:
    tab = visit(open_tab(server.url), "?view=check", "Quick check")
    for number in range(1, 7):
        tab.has(f"Question {number} of 6")
        reach_choice(tab)
        tab.page.keyboard.press("ArrowDown")
        go_on = "See the result" if number == 6 else "Next"
        tab.until(lambda name=go_on: tab.button(name).is_enabled())  # type: ignore[misc]
        reach(tab, "button", go_on)
        tab.page.keyboard.press("Enter")
    tab.page.get_by_role("heading", name="As you see it").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, "standing-checked")
    tab.button("Begin from this stage for now").click()
    tab.page.get_by_text("(from a quick check)").wait_for()
    visit(tab)  # a reload finds it again
    tab.open()

    tab.page.get_by_role("button", name="(from a quick check)").wait_for()


def reach_choice(tab: Tab) -> None:
    """Press Tab until the focus is on something to choose."""
    for _ in range(80):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate("document.activeElement.type") == "radio":
            return
    raise AssertionError("the keyboard does not reach what is to be chosen")


def test_the_chat_asks_the_quick_check_one_question_at_a_time(
    server: Server, open_tab: OpenTab
) -> None:
    tab = open_tab(server.url).open()
    tab.type("Which stage are we at?")
    tab.button("Do the quick check with me").click()
    offered = tab.page.locator("[class*=st-key-next-] button")
    for number in range(1, 7):
        tab.has(f"Quick check, {number} of 6")
        tab.until(lambda: offered.count() == 5)
        if number == 1:
            assert_no_axe_violations(tab)
            tab.shot("standing-chat-check")
        offered.nth(1).click()
    tab.has("Your view only: Defined.")
    tab.page.get_by_role("link", name="Ask both sides").wait_for()
    tab.shot("standing-chat-checked")
    tab.page.reload()

    tab.page.get_by_role("button", name="Defined (from the check in this chat)").wait_for()
