"""Chats at once: real websocket sessions ask and read streamed answers, beside a lone chat.

Run: .venv-bench/bin/python -m bench.load [--chats 30 100] [--turns 1]
A scripted model endpoint gives 200-word answers at 50 words a second, the first word after 300 ms;
the shipped notes are indexed, every sentence is verified. Each chat opens the page, types a
question into its line and reads the answer until the finished page stands; the starts are spread
evenly over one turn. `--turns 3` is harder: everybody asks the next question at once, in the same
conversation, so that all chats are being answered all the time. No question comes twice, so that
nothing is found ready. Answers differ by some words: a turn's time is taken as if it had 200, at
20 ms a word.

Server, endpoint and clients are processes of their own. Where the user may raise priorities, the
server gets the highest, then endpoint and clients: other jobs of the machine cost least then, and
the clients never push the server aside. The load average stands above the table.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice, product

from bench.harness import (
    Running,
    coach_server,
    data_folder,
    machine,
    model_endpoint,
    model_settings,
    percentile,
    prefer,
    table,
    verdict,
)
from bench.page_client import Page, Watched

QUESTIONS = (
    "We only ever talk to sales when something blows up. Where do we start?",
    "How do we agree on what a qualified lead is?",
    "Sales says our leads are rubbish. What do I do?",
    "What belongs into an agreement between sales and marketing?",
    "How fast should a rep follow up on a lead?",
    "Who should be in our weekly meeting and what is its agenda?",
    "How do we give sales feedback about the leads they reject?",
    "How do we get from the defined to the aligned stage?",
)
TEAMS = ("three", "five", "eight", "twelve", "twenty", "forty", "ninety")
TRADES = (
    "software",
    "machines",
    "insurance",
    "logistics",
    "training",
    "consulting",
    "packaging",
    "lighting",
    "medical devices",
    "office furniture",
    "cloud hosting",
)
BARS = {30: 1.15, 100: 1.4}
WORDS, RATE, FIRST = 200, 50, 0.3  # the endpoint's answers: words, words a second, seconds
CONVERSATIONS = 8  # of a lone chat
FEWEST = 120  # words that an answer at least has


@dataclass
class Lot:
    """The turns of a number of chats, and what the server spent meanwhile."""

    chats: int
    turns: list[Watched] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    cpu: float = 0.0  # seconds
    seconds: float = 0.0
    memory: float = 0.0  # MiB at the end

    @property
    def times(self) -> list[float]:
        """Seconds of the turns, each as if its answer had `WORDS` words."""
        return [turn.turn - (len(turn.text.split()) - WORDS) / RATE for turn in self.turns]


def questions() -> Iterator[str]:
    """Yield questions, no two alike."""
    for number, (team, trade) in enumerate(product(TEAMS, TRADES)):
        for turn in range(len(QUESTIONS)):
            question = QUESTIONS[(number + turn) % len(QUESTIONS)]
            yield f"{question} We are {team} people and sell {trade}."


async def chat(page: Page, lot: Lot, wait: float, asked: Sequence[str]) -> None:
    """Ask questions in one conversation."""
    await asyncio.sleep(wait)
    for question in asked:
        watched = await page.ask(question)
        if len(watched.text.split()) < FEWEST:
            raise RuntimeError(f"no answer to {question!r}: {watched.text!r}")
        lot.turns.append(watched)


async def run(server: Running, chats: int, turns: int, spread: float, new: Iterator[str]) -> Lot:
    """Run `chats` chats, their starts `spread` seconds apart from first to last."""
    lot = Lot(chats)
    pages = [await Page.open(server.port) for _ in range(chats)]
    lot.opened = [page.opened for page in pages]
    started, cpu = time.perf_counter(), server.cpu_seconds()
    await asyncio.gather(
        *(
            chat(page, lot, spread * place / chats, list(islice(new, turns)))
            for place, page in enumerate(pages)
        )
    )
    lot.cpu, lot.seconds = server.cpu_seconds() - cpu, time.perf_counter() - started
    lot.memory = server.memory()
    for page in pages:
        await page.close()
    return lot


async def alone(server: Running, turns: int, new: Iterator[str]) -> Lot:
    """Have one conversation after the other."""
    await run(server, 1, 2, 0, new)  # what the first answers load
    whole = Lot(1)
    for _ in range(CONVERSATIONS):
        lot = await run(server, 1, turns, 0, new)
        whole.turns += lot.turns
        whole.opened += lot.opened
        whole.cpu += lot.cpu
        whole.seconds += lot.seconds
        whole.memory = lot.memory
    return whole


def bare_first_token(endpoint: Running, times: int = 15) -> list[float]:
    """Return the seconds to the first word with the bare `openai` client."""
    from openai import OpenAI

    client, seconds = OpenAI(base_url=f"{endpoint.url}/v1", api_key="none"), []
    for _ in range(times):
        started = time.perf_counter()
        messages = [{"role": "user", "content": "Where do we start?"}]
        with client.chat.completions.create(  # type: ignore[call-overload] # plain dicts will do
            model="scripted", messages=messages, stream=True
        ) as stream:
            next(c for c in stream if c.choices and c.choices[0].delta.content)
        seconds.append(time.perf_counter() - started)
    return seconds


def row(lot: Lot, lone: float) -> list[object]:
    turns, bar = lot.times, BARS.get(lot.chats)
    first = [watched.first_text for watched in lot.turns]
    ratios = [seconds / lone for seconds in turns]
    worst = percentile(ratios, 0.95)
    return [
        lot.chats,
        len(turns),
        both(lot.opened),
        both(first),
        both(turns),
        both(ratios),
        f"{bar} {verdict(worst, bar)}" if bar else "",
        f"{lot.cpu / lot.seconds:.0%}",
        f"{1000 * lot.cpu / len(turns):.0f}",
        f"{lot.memory:.0f}",
    ]


def both(values: Sequence[float]) -> str:
    return f"{percentile(values, 0.5):.2f} / {percentile(values, 0.95):.2f}"


def main() -> int:
    """Measure one chat, then each number of chats; end with 1 where a bar is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--chats", type=int, nargs="*", default=[30, 100])
    options.add_argument("--turns", type=int, default=1)
    chosen = options.parse_args()
    with suppress(PermissionError):
        os.nice(-5)
    with (
        data_folder() as data,
        model_endpoint(data.parent, first=FIRST, rate=RATE, words=WORDS) as endpoint,
        coach_server(data, **model_settings(endpoint)) as server,
    ):
        prefer(server)
        before = machine()
        new = questions()
        lot = asyncio.run(alone(server, chosen.turns, new))
        lone = percentile(lot.times, 0.5)
        rows, kept = [row(lot, lone)], True
        for chats in chosen.chats:
            many = asyncio.run(run(server, chats, chosen.turns, lone, new))
            rows.append(row(many, lone))
            kept &= percentile(many.times, 0.95) <= lone * BARS.get(chats, float("inf"))
        bare = bare_first_token(endpoint)
    print(f"{before}; afterwards {machine()}")
    names = ["chats", "turns", "page s", "first text s", "turn s", "× lone", "bar p95"]
    print(table([*names, "CPU", "ms a turn", "MiB"], rows))
    mine = percentile([watched.first_text for watched in lot.turns], 0.5)
    theirs = percentile(bare, 0.5)
    print("Pairs are p50 / p95; CPU is the server's, of one core.")
    print(
        f"First text at the websocket of a lone chat {mine:.3f} s, "
        f"first token with the bare client {theirs:.3f} s: {mine / theirs:.2f} ×"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
