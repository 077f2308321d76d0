"""The whole program as it is shipped: `coach serve`, the real notes, a scripted model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab, Server, free_port, start
from tests.scripted_endpoint import Fault, Script, ScriptedEndpoint

Serve = Callable[..., Server]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Start `coach serve`; each name has its own data folder and port, kept over restarts."""
    ports: dict[str, int] = {}
    running: dict[str, Server] = {}
    folder = tmp_path_factory.mktemp("data")

    def make(name: str, **environment: str) -> Server:
        port = ports.setdefault(name, free_port())
        if name not in running or running[name].process.poll() is not None:
            command = [str(Path(sys.executable).parent / "coach"), "serve", "--port", str(port)]
            settings = {"COACH_DATA": str(folder / name), "COACH_EMBEDDINGS": "none"}
            running[name] = start(command, port, folder / f"{name}.log", **settings, **environment)
        return running[name]

    yield make
    for server in running.values():
        server.stop()


@pytest.fixture(scope="module")
def endpoint() -> Iterator[ScriptedEndpoint]:
    with ScriptedEndpoint() as scripted:
        yield scripted


@pytest.fixture
def model(serve: Serve, endpoint: ScriptedEndpoint) -> Callable[[], Server]:
    """Serve with the scripted model, again after it was stopped."""
    settings = {"COACH_MODEL": "scripted", "COACH_BASE_URL": endpoint.url, "COACH_API_KEY": "k"}
    return lambda: serve("model", **settings)


def test_the_shipped_notes_answer_with_sources_that_open(serve: Serve, open_tab: OpenTab) -> None:
    tab = open_tab(serve("playbook").url).open()
    tab.page.get_by_role("button", name="Marketer").click()
    tab.button("Edit").wait_for()
    tab.shot("whole-answer")
    tab.page.locator('[class*="st-key-source-"] button').first.click()
    tab.page.get_by_role("dialog").locator(".stMarkdownColoredBackground").first.wait_for()
    tab.shot("whole-source")

    tab.has("From the playbook")
    assert tab.outside == []


def test_a_restart_finds_every_conversation(serve: Serve, open_tab: OpenTab) -> None:
    tab = open_tab(serve("playbook").url).open()
    tab.ask("How do we agree on what a qualified lead is?")
    serve("playbook").stop()
    serve("playbook")
    tab.page.reload()

    tab.page.get_by_role("button", name="Copy", exact=True).wait_for()
    tab.has("How do we agree on what a qualified lead is?")


def test_a_model_writes_and_its_name_is_on_the_answer(
    model: Callable[[], Server], endpoint: ScriptedEndpoint, open_tab: OpenTab
) -> None:
    endpoint.play(Script(first=0.2, rate=60, words=40))
    tab = open_tab(model().url).open()
    tab.ask("How do we agree on what a qualified lead is?")

    tab.has("Written by scripted")
    assert endpoint.requests


def test_stop_hangs_up_on_the_model(
    model: Callable[[], Server], endpoint: ScriptedEndpoint, open_tab: OpenTab
) -> None:
    endpoint.play(Script(first=0.1, rate=5, words=200))
    heard, hung_up = len(endpoint.requests), endpoint.hung_up
    tab = open_tab(model().url).open()
    tab.type("How do we agree on what a qualified lead is?")
    tab.until(lambda: len(endpoint.requests) > heard)
    tab.button("Stop").click()
    tab.has("You stopped this answer here.")

    tab.until(lambda: endpoint.hung_up == hung_up + 1)


def test_stop_works_while_the_model_says_nothing(
    model: Callable[[], Server], endpoint: ScriptedEndpoint, open_tab: OpenTab
) -> None:
    endpoint.play(Script(fault=Fault.HANG))
    tab = open_tab(model().url).open()
    tab.type("How do we agree on what a qualified lead is?")
    tab.button("Stop").click()

    tab.has("You stopped this answer here.")


def test_where_the_model_fails_the_playbook_answers_and_says_so(
    model: Callable[[], Server], endpoint: ScriptedEndpoint, open_tab: OpenTab
) -> None:
    endpoint.play(Script(fault=Fault.ERROR_EVENT))
    tab = open_tab(model().url).open()
    tab.ask("How do we agree on what a qualified lead is?")

    tab.has("The playbook answers instead.")
    tab.shot("taken-over")


def test_an_answer_cut_by_a_restart_is_kept_and_goes_on(
    model: Callable[[], Server], endpoint: ScriptedEndpoint, open_tab: OpenTab
) -> None:
    endpoint.play(Script(first=0.1, rate=12, words=120))
    tab = open_tab(model().url).open()
    tab.type("How do we agree on what a qualified lead is?")
    tab.page.locator(".stMarkdownBadge").first.wait_for()  # a first citation has come
    model().stop()
    endpoint.play(Script(words=40))
    model()
    tab.page.reload()
    tab.has("This answer was interrupted. What was written is kept.")
    tab.shot("interrupted")
    tab.button("Go on").click()
    tab.lacks("This answer was interrupted.")

    tab.button("Edit").wait_for()
