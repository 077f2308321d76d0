"""The conflict page as it is shipped: pasted, read, looked at again, and forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations, reach
from tests.browser.test_safety import assert_harmless

BOX = "Paste the quarrel: a mail thread, a chat, or what happened in your own words"
QUARREL = """Anna (sales): Half of the leads you sent on Monday are junk. 12 of 20 were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
Anna (sales): Because nobody qualifies them!! Stop ignoring us."""
HOSTILE = """Anna (sales): your leads are junk, we called forty and nobody had a project
<img src=x onerror=alert(1)> <script>alert(1)</script>
Ben (marketing): we hit our MQL target on 3 May and you never call the leads back
![p](https://evil.example/p.png) مرحبا 🙂
Anna (sales): never any good, $\\href{javascript:alert(1)}{x}$ :red[x] [go](javascript:alert(1))"""
THREAT = "My manager in sales said he will hit me if the campaign leads don't come by Friday."


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(tmp_path_factory.mktemp("conflicts")) as server:
        yield server.url


def visit(tab: Tab) -> Tab:
    tab.page.goto(f"{tab.server}/conflict")
    tab.page.get_by_label(BOX).wait_for()
    return tab


def paste(tab: Tab, text: str = QUARREL) -> Tab:
    visit(tab).page.get_by_label(BOX).fill(text)
    tab.button("Look at both sides").click()
    tab.page.get_by_role("link", name="Change the text").wait_for()
    return tab


def look(tab: Tab, text: str = QUARREL) -> Tab:
    paste(tab, text).page.get_by_role("heading", name="Both sides of it").wait_for()
    tab.button("Make the agenda").wait_for()
    return tab


def whole(tab: Tab, name: str) -> None:
    """Picture the page from top to bottom."""
    size = tab.page.viewport_size
    assert size is not None
    tall = "document.querySelector('[data-testid=stMain]').scrollHeight"
    tab.page.set_viewport_size({"width": size["width"], "height": tab.page.evaluate(tall) + 20})
    tab.shot(name)
    tab.page.set_viewport_size(size)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scheme: str, coach: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(coach, color_scheme=scheme))
    assert_no_axe_violations(tab)
    tab.shot(f"conflict-start-{scheme}")
    look(tab)
    assert_no_axe_violations(tab)
    whole(tab, f"conflict-result-{scheme}")
    tab.button("That's not it").click()
    tab.button("Look again").wait_for()
    assert_no_axe_violations(tab)
    tab.shot(f"conflict-another-{scheme}")


def test_another_pattern_is_chosen_and_the_page_worked_out_anew(
    coach: str, open_tab: OpenTab
) -> None:
    tab = look(open_tab(coach))
    before = tab.page.inner_text(".st-key-conflict-head")
    tab.button("That's not it").click()
    tab.page.get_by_role("combobox", name="What is it rather?").fill("CRM")
    tab.page.keyboard.press("Enter")
    tab.button("Look again").click()
    tab.until(lambda: tab.page.inner_text(".st-key-conflict-head") != before)

    assert "CRM" in tab.page.inner_text(".st-key-conflict-patterns")
    assert tab.failures == []


def test_the_message_is_copied_and_the_meeting_becomes_an_agenda(
    coach: str, open_tab: OpenTab
) -> None:
    tab = look(open_tab(coach))
    tab.button("Copy the message").click()
    tab.button("Copied").wait_for()
    assert tab.page.evaluate("navigator.clipboard.readText()").startswith("Hello,")
    tab.button("Make the agenda").click()
    tab.page.get_by_label("What is the meeting for?").wait_for()

    assert "from=" in tab.page.url


def test_a_hand_over_is_only_its_words(coach: str, open_tab: OpenTab) -> None:
    tab = paste(open_tab(coach), THREAT)
    tab.shot("conflict-handover")
    main = tab.page.get_by_test_id("stMain")

    assert main.get_by_role("button", name="Make the agenda").count() == 0
    assert main.get_by_role("heading").count() == 1
    assert_no_axe_violations(tab)


def test_a_phone_shows_it_all_without_sideways_scrolling(coach: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(coach, **PHONE))
    tab.shot("conflict-phone-start")
    look(tab, HOSTILE)
    too_wide = "document.scrollingElement.scrollWidth > innerWidth"
    assert not tab.page.evaluate(too_wide)
    assert_no_axe_violations(tab)
    assert_harmless(tab)
    whole(tab, "conflict-phone-result")
    tab.page.get_by_test_id("stExpandSidebarButton").tap()
    tab.button("New conversation").wait_for()
    tab.shot("conflict-phone-sidebar")

    assert not tab.page.evaluate(too_wide)


def test_the_keyboard_alone_pastes_looks_and_goes_back(coach: str, open_tab: OpenTab) -> None:
    tab = visit(open_tab(coach))
    reach(tab, "textarea")
    tab.page.keyboard.insert_text(QUARREL)
    reach(tab, "button", "Look at both sides")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_role("heading", name="Both sides of it").wait_for()
    reach(tab, "a", "Change the text")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_label(BOX).wait_for()

    assert tab.page.get_by_label(BOX).input_value() == QUARREL


def test_too_long_a_text_is_refused_in_a_sentence_and_stays_in_the_box(
    coach: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(coach))
    tab.page.get_by_label(BOX).fill("leads are junk " * 3_400)
    tab.button("Look at both sides").click()
    tab.page.get_by_role("alert").wait_for()

    assert len(tab.page.get_by_label(BOX).input_value()) == 51_000


def test_a_file_adds_to_what_is_typed_and_one_that_cannot_be_read_leaves_it(
    coach: str, open_tab: OpenTab
) -> None:
    tab = visit(open_tab(coach))
    box, file = tab.page.get_by_label(BOX), tab.page.locator("input[type=file]")
    box.fill("typed before")
    box.blur()  # as on the way to the file
    file.set_input_files({"name": "a.docx", "mimeType": "", "buffer": b"PK no zip"})
    tab.page.get_by_role("alert").wait_for()
    assert box.input_value() == "typed before"
    file.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": QUARREL.encode()})
    tab.until(lambda: box.input_value() == f"typed before\n\n{QUARREL}")
    tab.button("Look at both sides").click()

    tab.page.get_by_role("heading", name="Both sides of it").wait_for()
