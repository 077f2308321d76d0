"""One Chromium and the staged servers for all browser tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "artifacts" / "screenshots"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


@dataclass
class Server:
    """A running server; `stop` ends it."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(command: list[str], port: int, log: Path, **environment: str) -> Server:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COACH_", "OPENAI_"))}
    with log.open("ab") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=kept | {"COACH_MODEL": "none"} | environment,
            stdout=out,
            stderr=out,
        )
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/healthz", timeout=2):
            return Server(url, process)
        time.sleep(0.05)
    process.kill()
    raise AssertionError(f"the server did not start: {log.read_text('utf-8', 'replace')}")


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve the shipped notes, found by their words alone, with `folder` for the data."""
    port, log = free_port(), folder.parent / f"{folder.name}.log"
    command = [str(Path(sys.executable).parent / "coach"), "serve", "--port", str(port)]
    server = start(command, port, log, COACH_DATA=str(folder), COACH_EMBEDDINGS="none")
    try:
        yield server
    finally:
        server.stop()


@dataclass
class Tab:
    """A browser tab that remembers what it asked the network for and what popped up."""

    page: Page
    server: str
    outside: list[str] = field(default_factory=list)
    popups: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Tab:
        self.page.goto(self.server + path)
        self.line.wait_for()
        return self

    @property
    def line(self) -> Locator:
        return self.page.get_by_placeholder("What is going on between sales and marketing?")

    def type(self, question: str) -> None:
        self.line.fill(question)
        self.line.press("Enter")

    def ask(self, question: str) -> None:
        """Ask, and wait until what can be done with the answer is there."""
        before = self.page.get_by_role("button", name="Copy").count()
        self.type(question)
        self.page.get_by_role("button", name="Copy").nth(before).wait_for()
        self.button("Edit").wait_for()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def begin(self) -> None:
        """Start a new conversation."""
        self.button("New conversation").click()
        self.page.get_by_role("heading", name="Accord").wait_for()
        self.button("Copy").first.wait_for(state="detached")  # the old one may stand a while

    def has(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for()

    def lacks(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for(state="detached")

    def until(self, true: Callable[[], bool]) -> None:
        """Wait, ten seconds at most, while the page goes on."""
        for _ in range(200):
            if true():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("it did not come true")

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(250)  # let fades end
        self.page.screenshot(path=SHOTS / f"{name}.png")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "Chromium is missing: sudo apt install chromium"
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("servers")


def _staged(stage: str, logs: Path, *more: str) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "tests/browser/staged_app.py", str(port), stage, *more]
    server = start(command, port, logs / f"{stage}.log")
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def calm(logs: Path) -> Iterator[str]:
    yield from _staged("calm", logs)


@pytest.fixture(scope="session")
def hostile(logs: Path) -> Iterator[str]:
    yield from _staged("hostile", logs)


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """The file that the services of `new` wait for."""
    return tmp_path / "gate"


@pytest.fixture
def failing(logs: Path, gate: Path) -> Iterator[str]:
    yield from _staged("failing", logs, str(gate))


@pytest.fixture
def new(logs: Path, gate: Path) -> Iterator[str]:
    yield from _staged("new", logs, str(gate))


OpenTab = Callable[..., Tab]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts by their options: tests that share one share its cache of Streamlit's files."""
    made: dict[str, BrowserContext] = {}

    def make(**options: object) -> BrowserContext:
        if (key := repr(options)) not in made:
            context = browser.new_context(**options)  # type: ignore[arg-type]
            context.set_default_timeout(30_000)
            made[key] = context
        return made[key]

    yield make
    for context in made.values():
        context.close()


@pytest.fixture
def open_tab(contexts: Callable[..., BrowserContext]) -> Iterator[OpenTab]:
    pages: list[Page] = []

    def make(server: str, width: int = 1280, height: int = 860, **options: object) -> Tab:
        context = contexts(
            viewport={"width": width, "height": height},
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        tab = Tab(context.new_page(), server)
        pages.append(tab.page)
        tab.page.on("request", lambda r: _note_outside(tab, r.url))
        tab.page.on("dialog", lambda d: (tab.popups.append(d.message), d.dismiss()))
        tab.page.on("pageerror", lambda e: tab.failures.append(str(e)))
        return tab

    yield make
    for page in pages:
        page.close()


def _note_outside(tab: Tab, url: str) -> None:
    if not url.startswith((tab.server, "data:", "blob:")):
        tab.outside.append(url)
