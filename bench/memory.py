"""The server's memory: idle with the shipped notes, and with each open chat.

Run: .venv-bench/bin/python -m bench.memory [--chats 40]
The notes are indexed, the server is asked once (so that everything is loaded) and left alone for
some seconds: that is idle. Then chats are opened, each asks one question, and all stay open.
Resident memory of the server with its children, in MiB.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time

from bench.harness import Running, coach_server, data_folder, machine, table, verdict
from bench.load import questions
from bench.page_client import Page

IDLE, EACH = 450.0, 8.0  # MiB
REST = 5.0  # seconds the server is left alone before its memory is read
AT_ONCE = 5  # chats that ask together


async def open_chats(server: Running, count: int) -> tuple[float, float]:
    """Open chats that ask one question each; return the memory before and with all open."""
    new = questions()
    first = await Page.open(server.port)
    await first.ask(next(new))
    await first.close()
    time.sleep(REST)
    before = server.memory()
    pages: list[Page] = []
    while len(pages) < count:
        some = [await Page.open(server.port) for _ in range(min(AT_ONCE, count - len(pages)))]
        await asyncio.gather(*(page.ask(next(new)) for page in some))
        pages += some
    time.sleep(REST)
    after = server.memory()
    for page in pages:
        await page.close()
    return before, after


def main() -> int:
    """Print both figures; end with 1 where a bar is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--chats", type=int, default=40)
    chats = options.parse_args().chats
    with data_folder() as data, coach_server(data) as server:
        started = server.memory()
        idle, full = asyncio.run(open_chats(server, chats))
    each = (full - idle) / chats
    rows = [
        ["just started", f"{started:.0f}", ""],
        ["idle, everything loaded", f"{idle:.0f}", f"{IDLE:.0f} {verdict(idle, IDLE)}"],
        [f"with {chats} open chats", f"{full:.0f}", ""],
        ["each open chat", f"{each:.2f}", f"{EACH:.0f} {verdict(each, EACH)}"],
    ]
    print(f"Server memory, MiB; {machine()}")
    print(table(["", "MiB", "bar"], rows))
    return 0 if idle <= IDLE and each <= EACH else 1


if __name__ == "__main__":
    sys.exit(main())
