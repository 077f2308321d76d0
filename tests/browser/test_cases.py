"""A kept case as it is shipped: followed up, and told by both sides, each through its own door."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coach.adapters.database.records import FILE
from tests.browser.conftest import OpenTab, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations
from tests.browser.test_conflict import BOX, whole

OURS = """Anna (sales): On Monday 12 of the 20 leads you sent were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
Anna (sales): We called all of them within two days. The budget for lists was cut in May."""
THEIRS = """We sent 20 leads on Monday; 3 of the 20 leads were students.
They never answer us. At the trade show in May we asked for feedback and heard nothing."""
ASK = "Ask the other side for its account"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="module")
def coach(folder: Path) -> Iterator[str]:
    """The shipped notes, served with an empty data folder."""
    with serving(folder) as server:
        yield server.url


def kept(tab: Tab) -> Tab:
    """Paste, look and keep."""
    tab.page.goto(f"{tab.server}/conflict")
    tab.page.locator(".st-key-conflict-side label:has(input)").first.click()
    look_at(tab)
    tab.button("Keep this case").click()
    tab.button("Delete this case").wait_for()
    return tab


def look_at(tab: Tab) -> None:
    tab.page.get_by_label(BOX).fill(OURS)
    tab.button("Look at both sides").click()
    tab.page.get_by_role("heading", name="Both sides of it").wait_for()
    tab.button("Make the agenda").wait_for()


def make_due(folder: Path) -> None:
    """Let the days pass: every step is due today."""
    with closing(sqlite3.connect(folder / FILE)) as records:
        records.execute("UPDATE cases SET due_on = DATE('now')")
        for id_, text in records.execute("SELECT id, analysis FROM cases").fetchall():
            day = text[text.rindex('"by":"') + 6 :][:10]
            its = text.replace(f'"by":"{day}"', '"by":"2026-01-05"')
            records.execute("UPDATE cases SET analysis = ? WHERE id = ?", (its, id_))
        records.commit()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_case_is_kept_asks_on_its_day_and_is_settled(
    scheme: str, coach: str, folder: Path, open_tab: OpenTab
) -> None:
    tab = kept(open_tab(coach, color_scheme=scheme))
    make_due(folder)
    tab.page.reload()
    tab.page.get_by_role("heading", name="Was the step done? What changed?").wait_for()
    tab.page.get_by_role("link", name="kept case").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"case-due-{scheme}")
    tab.page.locator(".st-key-conflict-follow label:has(input[type=radio])").first.click()
    tab.page.get_by_label("What changed? One line").fill("We look at ten leads every Monday")
    tab.button("Keep the answer").click()
    tab.page.get_by_text("Settled.").wait_for()
    tab.page.get_by_role("link", name="All cases").click()
    tab.page.get_by_role("heading", name="Kept cases").wait_for()
    assert_no_axe_violations(tab)
    whole(tab, f"cases-{scheme}")

    assert tab.failures == []


def test_both_sides_write_agree_and_read_the_same(coach: str, open_tab: OpenTab) -> None:
    tab = kept(open_tab(coach))
    tab.page.get_by_label("Your name, as the other side knows you").fill("Anna, head of sales")
    whole(tab, "case-ask")
    tab.button(ASK).click()
    address = tab.page.locator(".st-key-conflict-both [data-testid=stCode] code").inner_text()
    tab.button("I agree to the joint result").click()
    tab.page.get_by_text("You have agreed to the joint result").wait_for()
    whole(tab, "case-waiting")

    other = open_tab(coach, **PHONE)
    other.page.goto(address)
    assert "This is software, not a person." in other.page.inner_text("main")
    assert_no_axe_violations(other)
    other.shot("account-form")
    other.page.get_by_label("Your account").fill(THEIRS)
    other.page.get_by_role("button", name="Store it and see what could be quoted").click()
    other.page.get_by_role("heading", name="May these sentences be quoted?").wait_for()
    assert_no_axe_violations(other)
    other.shot("account-stored")
    assert "Monday 12" not in other.page.inner_text("main")
    other.page.get_by_role("button", name="I agree to the joint result").click()
    other.page.get_by_role("heading", name="Where they differ").wait_for()
    assert_no_axe_violations(other)
    other.shot("account-joint")
    assert "12 of the 20 leads" in other.page.inner_text("main")

    tab.page.reload()
    tab.page.get_by_role("heading", name="Where they differ").wait_for()
    assert "3 of the 20 leads" in tab.page.inner_text(".st-key-conflict-joint")
    assert_no_axe_violations(tab)
    whole(tab, "case-joint")
    assert not other.page.evaluate("document.scrollingElement.scrollWidth > innerWidth")


def test_the_other_sides_page_reads_in_the_dark_and_hands_over_warmly(
    coach: str, open_tab: OpenTab
) -> None:
    tab = kept(open_tab(coach))
    tab.page.get_by_label("Your name, as the other side knows you").fill("Anna")
    tab.button(ASK).click()
    address = tab.page.locator(".st-key-conflict-both [data-testid=stCode] code").inner_text()
    other = open_tab(coach, color_scheme="dark", **PHONE)
    other.page.goto(address)
    other.page.get_by_label("Your account").fill("He said he will hit me if the leads don't come.")
    other.page.get_by_role("button", name="Store it and see what could be quoted").click()
    other.page.get_by_role("heading", name="This may need more than a joint page").wait_for()
    assert_no_axe_violations(other)
    other.shot("account-handover-dark")
    tab.page.reload()

    tab.page.get_by_text("No joint result came about.").wait_for()
