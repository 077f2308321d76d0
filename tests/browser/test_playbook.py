"""The playbook page as it is shipped: found, read, printed, asked about, looked after."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest

from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations, reach

KINDS = [
    f"?note={note}"
    for note in ("lead-quality", "account-pod-standup", "defined", "lead-response-evidence")
]
UNCOVERED = "How much VAT do we owe?"


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(tmp_path_factory.mktemp("playbook")) as server:
        yield server.url


def visit(tab: Tab, address: str = "") -> Tab:
    tab.page.goto(f"{tab.server}/playbook{address}")
    tab.page.get_by_role("heading", level=1).first.wait_for()
    return tab


def follow(tab: Tab, name: str) -> None:
    tab.page.get_by_role("link", name=name, exact=True).first.click()


def headed(tab: Tab, text: str) -> None:
    tab.page.get_by_role("heading", name=text, level=1).wait_for()


def scrolled(tab: Tab) -> int:
    return int(tab.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


def test_a_note_is_found_on_the_map_and_the_browser_leads_back(
    notes: str, open_tab: OpenTab
) -> None:
    tab = open_tab(notes).open()
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    tab.has("At every stage")
    tab.shot("playbook-map")
    follow(tab, "What it looks like")
    headed(tab, "Stage 1: Undefined")
    tab.page.go_back()
    headed(tab, "Playbook")
    tab.page.locator(".st-key-station-2").get_by_role("link", name="moves").click()
    headed(tab, "Moves")
    tab.shot("playbook-list")
    follow(tab, "Appoint a liaison whom both sides trust")
    headed(tab, "Appoint a liaison whom both sides trust")
    assert "note=" in tab.page.url
    tab.until(lambda: tab.page.title().startswith("Appoint a liaison"))
    tab.page.go_back()
    headed(tab, "Moves")

    assert tab.failures == []
    assert tab.outside == []


def test_a_copied_address_opens_the_very_note(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes), "?note=win-rate")
    tab.has("100 × won / (won + lost)")
    tab.button("Copy address").click()
    tab.button("Copied").wait_for()
    address = tab.page.evaluate("navigator.clipboard.readText()")
    tab.shot("playbook-metric")
    assert address == f"{notes}/playbook?note=win-rate"
    tab.page.goto(address)
    headed(tab, "Win rate")
    visit(tab, "?note=never-written")

    headed(tab, "This note is not in the playbook")


def test_the_search_finds_while_typing_and_a_way_back_keeps_what_was_found(
    notes: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(notes))
    field = tab.page.get_by_label("Search the notes")
    field.press_sequentially("account pod sta")
    tab.has("best first")
    assert tab.page.evaluate("document.activeElement.value") == "account pod sta"
    tab.page.locator('[class*="st-key-item-"] a').first.wait_for()
    tab.shot("playbook-search")
    follow(tab, "Account pod stand-up")
    headed(tab, "Account pod stand-up")
    tab.page.go_back()
    follow(tab, "Account pod stand-up")
    headed(tab, "Account pod stand-up")


def test_what_goes_with_a_note_is_opened_from_its_top(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes), "?note=defined")
    link = tab.page.get_by_role("link", name="Stage: Stage 3: Aligned", exact=True)
    link.scroll_into_view_if_needed()
    assert scrolled(tab) > 500
    link.click()
    headed(tab, "Stage 3: Aligned")
    tab.until(lambda: scrolled(tab) < 60)


def test_a_note_is_asked_about_and_the_chat_leads_back_to_its_conversation(
    notes: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(notes), "?note=win-rate")
    tab.button("Ask about this").click()
    tab.button("Edit").wait_for()
    tab.has("What does the metric “Win rate” tell us")
    assert "?c=" in tab.page.url
    asked = tab.page.url
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    follow(tab, "Chat")
    tab.button("Edit").wait_for()
    assert tab.page.url == asked
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    tab.page.go_back()
    tab.button("Edit").wait_for()

    assert tab.page.url == asked


def test_who_goes_back_from_a_question_asked_here_comes_back_to_the_note(
    notes: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(notes), "?note=win-rate")
    tab.button("Ask about this").click()
    tab.button("Edit").wait_for()
    for _ in range(4):
        tab.page.go_back()
        tab.page.wait_for_timeout(700)
        if tab.page.get_by_role("heading", name="Win rate", level=1).is_visible():
            break

    assert tab.page.get_by_role("heading", name="Win rate", level=1).is_visible()


def test_a_meeting_leads_to_an_agenda_made_from_it(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes), "?note=account-pod-standup")
    tab.page.get_by_role("table").first.wait_for()
    tab.shot("playbook-meeting")
    tab.button("Make an agenda from this meeting").click()
    headed(tab, "Agenda")
    tab.has("From the playbook's meeting “Account pod stand-up”.")
    tab.button("Make the agenda").click()
    tab.button("Keep it").wait_for()

    tab.has("Made from the playbook: Account pod stand-up")


def test_the_sidebar_opens_and_begins_conversations_from_here_too(
    notes: str, open_tab: OpenTab
) -> None:
    tab = open_tab(notes).open()
    tab.ask("Who comes to the weekly meeting?")
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    tab.page.get_by_role("link", name="Who comes to the weekly meeting?").first.click()
    tab.button("Edit").wait_for()
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    tab.button("New conversation").click()
    headed(tab, "Accord")

    assert tab.page.url.rstrip("/") == notes


def test_print_gives_the_note_alone(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes), "?note=lead-quality")
    tab.page.evaluate("window.print = () => { document.title = 'printed'; }")
    tab.button("Print").click()
    tab.until(lambda: tab.page.title() == "printed")
    tab.page.emulate_media(media="print")
    for gone in ("New conversation", "Ask about this", "Print"):
        assert not tab.button(gone).first.is_visible()
    assert tab.page.get_by_role("heading", name="What each side needs").is_visible()
    assert not tab.page.get_by_role("link", name="The whole playbook").is_visible()
    clipped = """() => [...document.querySelectorAll('.stApp, .stApp *')].filter(e =>
        getComputedStyle(e).overflowY === 'auto' && e.scrollHeight > e.clientHeight + 1).length"""
    tab.page.set_viewport_size({"width": 800, "height": 1000})

    assert tab.page.evaluate(clipped) == 0  # nothing is cut off at the first sheet's end


def test_the_owner_sees_what_was_not_answered_and_closes_it(notes: str, open_tab: OpenTab) -> None:
    tab = open_tab(notes).open()
    tab.ask(UNCOVERED)
    visit(tab)
    follow(tab, "1 question without a good answer")
    tab.has(UNCOVERED)
    tab.has("No note covers it")
    tab.shot("playbook-gaps")
    assert_no_axe_violations(tab)
    tab.button("Seen").click()
    tab.has("Nothing is open.")
    tab.page.get_by_text("Seen: 1").click()
    tab.has("Seen by you")
    assert_no_axe_violations(tab)
    tab.button("Put back on the list").click()

    tab.button("Seen").wait_for()


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        *((address, "light") for address in ("", "?kind=move&stage=defined", "?q=leads", *KINDS)),
        *((address, "dark") for address in ("", KINDS[0])),
    ],
)
def test_axe_finds_nothing_serious(
    scheme: str, address: str, notes: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(notes, color_scheme=scheme), address)
    tab.page.locator("[data-testid=stPageLink-NavLink]").nth(4).wait_for()
    assert_no_axe_violations(tab)
    tab.shot(f"playbook-{scheme}-{address.split('=')[-1] or 'map'}")


def test_a_phone_reads_every_kind_without_sideways_scrolling(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes, **PHONE))
    too_wide = "document.scrollingElement.scrollWidth > innerWidth"
    for note in ("", "lead-quality", "account-pod-standup", "win-rate", "one-page-sla"):
        visit(tab, f"?note={note}" if note else "")
        tab.page.locator("[data-testid=stPageLink-NavLink]").first.wait_for()
        tab.shot(f"playbook-phone-{note or 'map'}")
        assert not tab.page.evaluate(too_wide)
    tab.page.get_by_test_id("stExpandSidebarButton").tap()
    tab.button("New conversation").wait_for()
    follow(tab, "Playbook")
    headed(tab, "Playbook")
    tab.page.get_by_test_id("stExpandSidebarButton").wait_for()  # the sidebar left the way


@pytest.mark.parametrize(
    ("note", "name", "columns"),
    [
        ("account-pod-standup", "Agenda", 6),
        ("lead-quality", "Ways out, and their price", 3),
        ("defined", "What it looks like", 2),
    ],
)
def test_on_a_phone_a_table_is_still_one_for_a_screen_reader(
    note: str, name: str, columns: int, notes: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(notes, **PHONE), f"?note={note}")
    table = tab.page.locator(f'[role=table][aria-label="{name}"]')
    rows = table.locator("[role=rowgroup] > [role=row]")
    rows.first.wait_for()
    table.scroll_into_view_if_needed()
    tab.shot(f"phone-table-{note}")

    devtools = tab.page.context.new_cdp_session(tab.page)
    heard = devtools.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in heard if not node["ignored"]]

    assert table.locator("[role=columnheader]").count() == columns
    assert roles.count("columnheader") == columns
    assert table.locator("[role=cell]").count() == columns * (rows.count() - 1)
    assert roles.count("cell") == columns * (rows.count() - 1)
    assert_no_axe_violations(tab)


def test_the_keyboard_alone_searches_opens_a_note_and_asks(notes: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(notes))
    tab.page.get_by_label("Search the notes").wait_for()
    reach(tab, "input")
    while tab.page.evaluate("document.activeElement.ariaLabel") != "Search the notes":
        reach(tab, "input")
    tab.page.keyboard.type("win rate")
    tab.has("best first")
    reach(tab, "a", "Win rate")
    tab.page.keyboard.press("Enter")
    headed(tab, "Win rate")
    reach(tab, "button", "Ask about this")
    tab.page.keyboard.press("Enter")

    tab.button("Edit").wait_for()


@pytest.mark.parametrize(
    "address",
    ["playbook?note=", "playbook?q=", "playbook?kind=", "playbook?kind=move&stage=", "?c="],
)
def test_an_address_puts_no_link_or_heading_of_its_maker_on_the_page(
    address: str, notes: str, open_tab: OpenTab
) -> None:
    tab = open_tab(notes)
    text = "x\n\n# [Sign in again](https://evil.example) https://evil.example www.evil.example"
    tab.page.goto(f"{notes}/{address}{quote(text)}")
    tab.page.get_by_role("heading", level=1).first.wait_for()
    tab.page.wait_for_timeout(500)

    hosts = "[...document.querySelectorAll('a[href]')].map(a => a.host)"
    assert set(tab.page.evaluate(hosts)) <= {urlsplit(notes).netloc}
    assert tab.page.get_by_role("heading", name="Sign in again").count() == 0


def test_attacks_in_a_note_show_and_do_nothing(hostile: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(hostile), "?note=weekly-smarketing")
    tab.button("Ask about this").wait_for()
    tab.page.wait_for_timeout(1000)

    assert tab.outside == []
    assert tab.popups == []
    assert tab.failures == []
