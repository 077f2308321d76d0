"""The list of conversations, in a real browser."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import OpenTab, Tab


def asked(tab: Tab, question: str) -> Tab:
    tab.open()
    tab.ask(question)
    return tab


def row(tab: Tab, title: str):  # type: ignore[no-untyped-def]
    return tab.page.get_by_test_id("stSidebar").get_by_role("button", name=title)


def test_a_conversation_is_renamed(calm: str, open_tab: OpenTab) -> None:
    tab = asked(open_tab(calm), "Who owns a lead after the demo?")
    tab.button("Rename").click()
    tab.page.get_by_role("textbox", name="Name", exact=True).fill("Owners of leads")
    tab.page.get_by_role("dialog").get_by_role("button", name="Rename").click()

    row(tab, "Owners of leads").wait_for()


def test_a_deleted_conversation_is_gone_at_once_and_can_be_brought_back(
    calm: str, open_tab: OpenTab
) -> None:
    tab = asked(open_tab(calm), "Delete me, then bring me back")
    address = tab.page.url
    tab.button("Delete").click()
    tab.has("Gone for good in")
    row(tab, "Delete me").wait_for(state="detached")
    tab.shot("deleted")
    tab.button("Undo").click()

    row(tab, "Delete me").wait_for()
    tab.page.get_by_role("button", name="Copy", exact=True).wait_for()
    assert tab.page.url == address


def test_a_deleted_conversation_cannot_be_opened(calm: str, open_tab: OpenTab) -> None:
    tab = asked(open_tab(calm), "Delete me for good")
    address = tab.page.url
    tab.button("Delete").click()
    row(tab, "Delete me for good").wait_for(state="detached")
    other = open_tab(calm)
    other.page.goto(address)

    other.has("That conversation is not here.")
    other.page.get_by_role("heading", name="Accord").wait_for()


def test_search_finds_by_title(calm: str, open_tab: OpenTab) -> None:
    tab = asked(open_tab(calm), "Something about zebras")
    tab.button("New conversation").click()
    tab.page.get_by_label("Search conversations").fill("zebra")
    tab.page.get_by_label("Search conversations").press("Enter")
    row(tab, "Something about zebras").wait_for()
    tab.page.get_by_label("Search conversations").fill("no such thing")
    tab.page.get_by_label("Search conversations").press("Enter")

    tab.has("Nothing found.")


def test_conversations_begun_with_the_same_words_are_told_apart(
    calm: str, open_tab: OpenTab
) -> None:
    tab = asked(open_tab(calm), "The very same words")
    tab.begin()
    tab.ask("The very same words")
    rows = row(tab, "The very same words")
    tab.until(lambda: rows.count() == 2)
    first, second = (rows.nth(place).inner_text() for place in range(2))

    assert first != second
    assert all(text.splitlines()[1].strip() for text in (first, second))
    tab.shot("same-titles")


def test_a_conversation_is_exported_as_markdown(
    calm: str, open_tab: OpenTab, tmp_path: Path
) -> None:
    tab = asked(open_tab(calm), "What should I export?")
    with tab.page.expect_download() as saved:
        tab.button("Export").click()
    saved.value.save_as(tmp_path / "all.md")
    text = (tmp_path / "all.md").read_text(encoding="utf-8")

    assert saved.value.suggested_filename == "what-should-i-export.md"
    assert text.startswith("# What should I export?")
    assert "Sources:" in text


def test_a_conversation_opened_from_the_list_is_in_the_address(
    calm: str, open_tab: OpenTab
) -> None:
    tab = asked(open_tab(calm), "The one to come back to")
    address = tab.page.url
    tab.begin()
    assert "c=" not in tab.page.url
    row(tab, "The one to come back to").click()
    tab.page.get_by_role("button", name="Copy", exact=True).wait_for()

    assert tab.page.url == address
