"""Nothing that is shown executes, loads or leaves, in a real browser."""

from __future__ import annotations

import math
import urllib.request
from urllib.error import HTTPError

import pytest

from coach.web.headers import HEADERS
from tests.browser.attacks import ATTACKS, BATCH
from tests.browser.conftest import OpenTab, Tab

BATCHES = math.ceil(len(ATTACKS) / BATCH)
ALIVE = """() => [...document.querySelectorAll('body *')].filter(e =>
  [...e.attributes].some(a => a.name.startsWith('on'))
  || (e.tagName == 'IMG' && !e.src.startsWith('data:image/svg+xml')
      && !e.src.startsWith(location.origin))
  || ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'VIDEO', 'AUDIO', 'META'].includes(e.tagName)
  || (e.tagName == 'A' && e.hasAttribute('href') && !/^(https?|mailto):/.test(e.href))
  || (e.tagName == 'A' && /^http/.test(e.href) && !e.href.startsWith(location.origin)
      && !/noopener/.test(e.rel))
).map(e => e.outerHTML.slice(0, 200))"""


def assert_harmless(tab: Tab) -> None:
    assert tab.page.evaluate(ALIVE) == []
    assert tab.popups == []
    assert tab.outside == []
    assert tab.failures == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_attacks_in_questions_titles_answers_and_sources_are_only_text(
    batch: int, hostile: str, open_tab: OpenTab
) -> None:
    tab = open_tab(hostile).open(f"/?c=hostile-{batch}")
    tab.page.get_by_role("button", name="Copy", exact=True).wait_for()
    tab.page.get_by_text("Ask next").wait_for()

    assert_harmless(tab)


def test_attacks_in_a_note_are_only_text(hostile: str, open_tab: OpenTab) -> None:
    tab = open_tab(hostile).open("/?c=hostile-0")
    tab.page.locator('[class*="st-key-source-"] button').first.click()
    tab.page.get_by_role("dialog").get_by_text("ha.ckers.org").first.wait_for()

    assert_harmless(tab)


def test_attacks_typed_as_a_question_come_back_as_text(hostile: str, open_tab: OpenTab) -> None:
    tab = open_tab(hostile).open()
    tab.ask("echo " + "\n".join(text for text in ATTACKS[-90:]))

    assert_harmless(tab)
    assert "<SCRIPT" in tab.page.locator('[aria-label="Chat message from user"]').inner_text()


@pytest.mark.parametrize("question", [" ", "\x00", "\x00\x01 \x02"])
def test_a_question_with_nothing_to_read_is_answered_with_a_sentence(
    question: str, calm: str, open_tab: OpenTab
) -> None:
    tab = open_tab(calm).open()
    tab.type(question)
    tab.page.wait_for_timeout(300)

    assert tab.page.get_by_role("heading", name="Accord").count() == 1
    assert tab.page.get_by_text("encountered an error").count() == 0


def test_a_hundred_thousand_characters_are_taken(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("long " + "word " * 20_000)

    assert_harmless(tab)


@pytest.mark.parametrize(
    "path",
    ["/", "/healthz", "/?c=x", "/no/such", "/static/no.js", "/_stcore/health", "/../etc/passwd"],
)
def test_every_response_carries_the_security_headers(path: str, calm: str) -> None:
    try:
        with urllib.request.urlopen(calm + path) as response:
            headers = response.headers
    except HTTPError as error:
        headers = error.headers

    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_a_page_loads_nothing_from_elsewhere(calm: str, open_tab: OpenTab) -> None:
    tab = open_tab(calm).open()
    tab.ask("Where do we start?")

    assert tab.outside == []
    assert tab.failures == []
