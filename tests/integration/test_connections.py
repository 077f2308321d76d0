"""A whole run opens no connection but those that are configured."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.page_client import Page
from coach.settings import ROOT
from tests.connections import Address, can_watch, watched
from tests.scripted_endpoint import Script, ScriptedEndpoint
from tests.servers import COACH, environment, free_port, wait_for
from tests.small_knowledge import write_small_playbook

pytestmark = pytest.mark.skipif(not can_watch(), reason="needs seccomp notices: Linux 5.5 or newer")

THANKS = "Should we thank the other team?"
PLANTED = """
import ctypes, os, socket, struct, subprocess, sys, threading

libc = ctypes.CDLL(None)

def native(port):
    at = struct.pack("=H", 2) + struct.pack("!H4B8x", port, 203, 0, 113, 7)
    descriptor = libc.socket(2, socket.SOCK_STREAM | socket.SOCK_NONBLOCK, 0)
    libc.connect(descriptor, at, len(at))

native(1)
thread = threading.Thread(target=native, args=(2,))
thread.start()
thread.join()
if len(sys.argv) == 1:
    subprocess.run([sys.executable, __file__, "child"])
else:
    native(3)
datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
six = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
for job in (
    lambda: datagram.sendto(b"x", ("203.0.113.7", 4)),
    lambda: datagram.sendmsg([b"x"], [], 0, ("203.0.113.7", 5)),
    lambda: six.connect(("2001:db8::7", 6)),
):
    try:
        job()
    except OSError:
        pass
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_small_playbook(tmp_path / "knowledge")


def connections(command: Sequence[str], env: dict[str, str]) -> set[Address]:
    """Run a command to its end and return where it connected to."""
    with watched(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL) as watch:
        assert watch.finish() == 0
    return watch.addresses


def test_no_planted_connection_gets_past_the_watch(tmp_path: Path) -> None:
    script = tmp_path / "planted.py"
    script.write_text(PLANTED, encoding="utf-8")

    found = connections([sys.executable, str(script)], environment(tmp_path))

    planted = {("203.0.113.7", port) for port in range(1, 6)}
    assert found == planted | {("2001:db8::7", 6)}


def test_with_a_model_only_its_address_is_called(notes: Path, tmp_path: Path) -> None:
    with ScriptedEndpoint(Script(words=30)) as endpoint:
        env = environment(
            tmp_path / "data",
            COACH_SHIPPED=str(notes),
            COACH_MODEL="scripted",
            COACH_BASE_URL=endpoint.url,
        )
        found = {
            command: connections([*COACH, *command], env)
            for command in (("index",), ("doctor",), ("ask", "--json", THANKS))
        }
        port = free_port()
        serve = [*COACH, "serve", "--port", str(port)]
        with watched(serve, env=env, cwd=ROOT, stderr=subprocess.DEVNULL) as watch:
            wait_for(port)
            # In a thread: the browser tests may have left a loop running in this one.
            with ThreadPoolExecutor(1) as thread:
                answer = thread.submit(asyncio.run, _ask_the_page(port)).result()
        model = {("127.0.0.1", endpoint.port)}

    assert found[("index",)] == set()
    assert found[("doctor",)] == model
    assert found[("ask", "--json", THANKS)] == model
    assert watch.addresses == model
    assert "thank" in answer.lower()


def test_without_a_model_nothing_is_called(notes: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "data", COACH_SHIPPED=str(notes))

    assert connections([*COACH, "ask", "--json", THANKS], env) == set()


def test_left_to_itself_it_asks_this_machine_for_ollama_and_nobody_else(
    notes: Path, tmp_path: Path
) -> None:
    env = environment(
        tmp_path / "data",
        COACH_SHIPPED=str(notes),
        COACH_MODEL="auto",
        COACH_EMBEDDINGS="none",
        COACH_OLLAMA_URL=f"http://127.0.0.1:{(port := free_port())}",
    )

    assert connections([*COACH, "ask", "--json", THANKS], env) == {("127.0.0.1", port)}


async def _ask_the_page(port: int) -> str:
    page = await Page.open(port)
    try:
        return (await page.ask(THANKS)).text
    finally:
        await page.close()
