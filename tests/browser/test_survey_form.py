"""The survey's form as people meet it: on a phone, with a link and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from coach.bootstrap.rounds import Rounds
from coach.domain.stages import Side
from tests.browser.conftest import Server, Tab, serving
from tests.browser.test_access import PHONE, assert_no_axe_violations
from tests.servers import wait_for
from tests.survey_rounds import OWNER, path_of, rounds_in

THANKS = "Thank you. Your answers are stored."
SEND = "Send my answers"
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \"quoted\" & 'so' {{ 7 * 7 }}"
NewTab = Callable[..., Tab]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("survey")


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with serving(data) as running:
        wait_for(int(running.url.rpartition(":")[2]))
        yield running


@pytest.fixture(scope="module")
def rounds(server: Server, data: Path) -> Iterator[Rounds]:
    with rounds_in(data) as rounds:
        yield rounds


@pytest.fixture
def link(rounds: Rounds) -> Callable[..., str]:
    """Makes a round and returns the path of a link of it."""

    def make(side: Side = Side.SALES, number: int | None = 1, title: str = "Autumn check") -> str:
        asked = dict.fromkeys((Side.SALES, Side.MARKETING), number)
        started = rounds.keeping.start(OWNER, title, asked)
        return next(path_of(i.address) for i in started.invitations if i.link.side is side)

    return make


@pytest.fixture
def device(browser: Browser, server: Server) -> Iterator[NewTab]:
    """Devices that share nothing, not even their cookies."""
    made: list[BrowserContext] = []

    def make(path: str, width: int | None = None, **options: Any) -> Tab:
        shape = dict(PHONE) if width is None else {"width": width, "height": 860}
        size = {name: shape.pop(name) for name in ("width", "height")}
        made.append(browser.new_context(viewport=size, **shape, **options))
        tab = Tab(made[-1].new_page(), server.url)
        tab.page.on("dialog", lambda d: (tab.popups.append(d.message), d.dismiss()))
        tab.page.on("pageerror", lambda e: tab.failures.append(str(e)))
        tab.page.on("console", lambda m: tab.failures.append(m.text) if m.type == "error" else None)
        return visit(tab, path)

    yield make
    for context in made:
        context.close()


def visit(tab: Tab, path: str) -> Tab:
    tab.page.goto(tab.server + path)
    tab.page.get_by_role("heading", level=1).wait_for()
    return tab


def choose(page: Page, number: int, answer: int) -> None:
    page.locator("fieldset").nth(number - 1).locator("label").nth(answer - 1).click()


def chosen(page: Page) -> int:
    return page.locator("input[type=radio]:checked").count()


def whole(tab: Tab, name: str) -> None:
    tab.shot(name)
    tab.page.screenshot(path=f"artifacts/screenshots/{name}-whole.png", full_page=True)


def test_a_person_answers_on_a_phone_and_half_done_answers_outlive_a_reload(
    device: NewTab, link: Callable[..., str]
) -> None:
    tab = device(link())
    page = tab.page
    for number in range(1, 8):
        choose(page, number, number % 5 + 1)
    page.get_by_label("One thing both departments").fill("Keep the Monday call")
    tab.shot("survey-half")
    page.reload()

    expect(page.locator("#progress-text")).to_have_text("7 of 16")
    assert chosen(page) == 7
    assert page.get_by_label("One thing both departments").input_value() == "Keep the Monday call"
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("heading", name=THANKS)).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    assert "?" not in page.url
    assert tab.failures == []


def test_answers_are_changed_on_this_device_and_nowhere_else(
    device: NewTab, link: Callable[..., str], rounds: Rounds
) -> None:
    path = link(title="Changed")
    tab = device(path)
    choose(tab.page, 1, 2)
    tab.page.get_by_role("button", name=SEND).click()
    tab.page.get_by_role("link", name="Change my answers").click()
    assert chosen(tab.page) == 1
    choose(tab.page, 1, 4)
    choose(tab.page, 2, 5)
    tab.page.get_by_role("button", name="Send the changed answers").click()
    expect(tab.page.get_by_role("heading", name=THANKS)).to_be_visible()
    (kept,) = [r for r in rounds.keeping.list(OWNER) if r.title == "Changed"]
    (stored,) = rounds.kept.responses(OWNER, kept.id)

    assert stored.answers == {"q01": 4, "q02": None}
    other = device(path).page
    expect(other.get_by_role("heading", name="This link has done its work")).to_be_visible()
    other.get_by_role("link", name="I answered on this device").click()
    expect(other.get_by_role("heading", name="This link has done its work")).to_be_visible()
    assert other.locator("input").count() == 0


def test_the_same_form_sent_twice_counts_once(
    device: NewTab, link: Callable[..., str], rounds: Rounds
) -> None:
    tab = device(link(title="Twice", number=None))
    choose(tab.page, 3, 3)
    tab.page.get_by_role("button", name=SEND).dblclick()
    expect(tab.page.get_by_role("heading", name=THANKS)).to_be_visible()
    (kept,) = [r for r in rounds.keeping.list(OWNER) if r.title == "Twice"]

    assert rounds.keeping.counts(OWNER, kept.id)[Side.SALES].given == 1


def test_it_works_without_any_script(device: NewTab, link: Callable[..., str]) -> None:
    tab = device(link(Side.MARKETING), java_script_enabled=False)
    choose(tab.page, 1, 1)
    choose(tab.page, 16, 5)
    assert not tab.page.locator("#progress").is_visible()
    tab.page.get_by_role("button", name=SEND).click()

    expect(tab.page.get_by_role("heading", name=THANKS)).to_be_visible()
    tab.page.get_by_role("link", name="Change my answers").click()
    assert chosen(tab.page) == 2


def test_a_shared_device_lets_the_next_one_answer_and_see_nothing(
    device: NewTab, link: Callable[..., str]
) -> None:
    tab = device(link(number=None))
    choose(tab.page, 1, 2)
    tab.page.get_by_role("button", name=SEND).click()
    tab.shot("survey-stored-shared")
    tab.page.get_by_role("button", name="Let somebody else answer here").click()

    expect(tab.page.get_by_role("button", name=SEND)).to_be_visible()
    assert chosen(tab.page) == 0


def test_everything_is_reached_and_chosen_with_the_keyboard(
    device: NewTab, link: Callable[..., str]
) -> None:
    page = device(link()).page
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")

    assert page.locator("input:checked").evaluate_all("e => e.map(i => i.name + i.value)") == [
        "q01" + "2",
        "q02" + "2",
    ]


def test_what_people_write_stays_text(device: NewTab, link: Callable[..., str]) -> None:
    tab = device(link(title=HOSTILE))
    tab.page.get_by_label("One thing both departments").fill(HOSTILE)
    tab.page.get_by_role("button", name=SEND).click()
    expect(tab.page.get_by_text(HOSTILE)).to_be_visible()
    tab.page.get_by_role("link", name="Change my answers").click()

    assert tab.page.get_by_label("One thing both departments").input_value() == HOSTILE
    assert (tab.popups, tab.failures) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("side", [Side.SALES, Side.MARKETING])
def test_axe_finds_nothing_serious(
    side: Side, scheme: str, device: NewTab, link: Callable[..., str]
) -> None:
    tab = device(link(side), color_scheme=scheme)
    choose(tab.page, 1, 2)
    choose(tab.page, 2, 5)
    assert_no_axe_violations(tab)
    whole(tab, f"survey-{side}-{scheme}")
    tab.page.get_by_role("button", name=SEND).click()
    expect(tab.page.get_by_role("heading", name=THANKS)).to_be_visible()
    assert_no_axe_violations(tab)
    tab.shot(f"survey-stored-{side}-{scheme}")
    wide = device("/answer/forged", color_scheme=scheme, width=1280)
    assert_no_axe_violations(wide)
    wide.shot(f"survey-forged-{scheme}")


def test_nothing_stands_beside_a_small_phone(device: NewTab, link: Callable[..., str]) -> None:
    page = device(link(title="An-endless-word" * 8), width=320).page

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_form_on_paper_has_all_that_is_asked(device: NewTab) -> None:
    tab = device("/answer-blank", width=1000)
    tab.page.emulate_media(media="print")
    whole(tab, "survey-paper")

    assert tab.page.locator("ol.paper > li").count() == 16
    assert_no_axe_violations(tab)
