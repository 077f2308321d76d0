"""Time to the first word: ours beside a bare `openai` client on the same endpoint.

Run `python -m bench.first_token [--times 40]`. The scripted endpoint sends its first word after
300 ms. Three readers take turns, so that all see the same machine: the bare client with the same
messages; the model author alone; and the whole service (safety, search, coverage, author,
verification) up to the first segment it yields. Medians; ends with 1 where the bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openai
from pydantic import SecretStr

from bench.harness import machine, model_endpoint, percentile, table, verdict
from coach.adapters.model.author import ModelAuthor
from coach.bootstrap import Services, build_services
from coach.domain.answers import Brief, Question
from coach.prompts.writing import answer_prompt
from coach.settings import Settings

FIRST = 0.3
BAR = 1.10
QUESTIONS = (
    "We only ever talk to sales when something blows up. Where do we start?",
    "Sales says our leads are garbage. What do we do?",
    "Who should come to the weekly meeting and for how long?",
    "How do we agree on what a qualified lead is?",
)


def bare(client: openai.OpenAI, brief: Brief) -> float:
    """Return the seconds to the first text of the plain client, with the same prompt."""
    prompt = answer_prompt(brief, "c0de0000", 15_000)
    started = time.perf_counter()
    chunks = client.chat.completions.create(
        model="scripted",
        messages=[
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        ],
        max_tokens=900,
        stream=True,
    )
    with chunks:
        for chunk in chunks:
            if chunk.choices and chunk.choices[0].delta.content:
                return time.perf_counter() - started
    raise RuntimeError("no text came")


def alone(author: ModelAuthor, brief: Brief) -> float:
    """Return the seconds to the first piece of the model author."""
    started = time.perf_counter()
    draft = author.answer(brief)
    for _ in draft:
        seconds = time.perf_counter() - started
        draft.cancel()
        return seconds
    raise RuntimeError("no text came")


def whole(services: Services, question: Question) -> float:
    """Return the seconds from a question to the first segment of the whole service."""
    started = time.perf_counter()
    reply = services.answering.start(question)
    for segments in reply:
        if segments:
            seconds = time.perf_counter() - started
            reply.cancel()
            return seconds
    raise RuntimeError("no text came")


def brief_of(services: Services, text: str) -> Brief:
    """Return what the service would give the author for a question."""
    return Brief(Question(text), services.answering.index.find(text).hits)


def measure(url: str, data: Path, times: int) -> int:
    """Measure and print; return the process's exit code."""
    settings = Settings(data=data, model="scripted", base_url=url, api_key=SecretStr("none"))
    services = build_services(settings, background=False)
    client = openai.OpenAI(base_url=url, api_key="none")
    author = ModelAuthor("scripted", url, SecretStr(""))
    briefs = [brief_of(services, text) for text in QUESTIONS]
    readers: dict[str, Callable[[Brief], float]] = {
        "bare openai client": lambda brief: bare(client, brief),
        "model author": lambda brief: alone(author, brief),
        "whole service": lambda brief: whole(services, brief.question),
    }
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for number in range(-len(briefs), times):
        for name, read in readers.items():
            took = read(briefs[number % len(briefs)])
            if number >= 0:  # the rounds before warm everything up
                seconds[name].append(took)
    services.close()
    return report(seconds)


def report(seconds: dict[str, list[float]]) -> int:
    """Print the table and return the process's exit code."""
    base = percentile(next(iter(seconds.values())), 0.5)
    rows = []
    for name, values in seconds.items():
        p50, p95 = percentile(values, 0.5), percentile(values, 0.95)
        rows.append((name, f"{p50 * 1000:.1f}", f"{p95 * 1000:.1f}", f"{p50 / base:.3f}"))
    print(f"time to first word, endpoint's own {FIRST * 1000:.0f} ms; {machine()}")
    print(table(("", "p50 ms", "p95 ms", "x bare"), rows))
    worst = max(percentile(values, 0.5) / base for values in seconds.values())
    print(f"bar <= {BAR:.2f}: {worst:.3f} {verdict(worst, BAR)}")
    return int(worst > BAR)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=40)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with model_endpoint(place, first=FIRST, rate=50, words=200) as endpoint:
            return measure(f"{endpoint.url}/v1", place / "data", times)


if __name__ == "__main__":
    sys.exit(main())
