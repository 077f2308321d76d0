"""A playbook answer, warm: the service call from question to checked answer, with its parts.

Run: .venv-bench/bin/python -m bench.playbook_answer [evals/questions.yaml]
Every English question of the tuned half is asked once; none was asked before, so nothing is found
ready. The parts are timed inside the very same calls, at the ports between them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.harness import data_folder, machine, percentile, table, verdict
from bench.load import QUESTIONS
from coach.bootstrap import Services, build_services
from coach.domain.answers import AnswerKind, Message, Question
from coach.evaluation.questions import load_questions
from coach.services.answering import Answering
from coach.settings import ROOT, Settings

BAR = 60.0  # ms, p50 of answers from the notes


class Timed:
    """Stands before a service and counts the time spent in it; lives as long as one benchmark."""

    def __init__(self, service: Any, spent: dict[str, float], names: dict[str, str]) -> None:
        self._service = service
        self._spent = spent
        self._names = names  # method -> part

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._service, name)
        return self._counted(found, self._names[name]) if name in self._names else found

    def _counted(self, method: Callable[..., Any], part: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            started = time.perf_counter()
            try:
                made = method(*args, **kwargs)
            finally:
                self._add(part, started)
            return self._drawn(made, part) if part == "author" else self._watched(made, part)

        return call

    def _drawn(self, draft: Any, part: str) -> Any:
        """Return a draft whose iteration counts too."""
        spent = self

        class Drawn:
            def __iter__(self) -> Iterator[str]:
                pieces = iter(draft)
                while True:
                    started = time.perf_counter()
                    piece = next(pieces, None)
                    spent._add(part, started)
                    if piece is None:
                        return
                    yield piece

            def __getattr__(self, name: str) -> Any:
                return getattr(draft, name)

        return Drawn()

    def _watched(self, made: Any, part: str) -> Any:
        """Return a verification whose steps count too; anything else as it is."""
        return (
            Timed(made, self._spent, dict.fromkeys(("feed", "end"), part))
            if (part == "verification" and hasattr(made, "feed"))
            else made
        )

    def _add(self, part: str, started: float) -> None:
        self._spent[part] = self._spent.get(part, 0.0) + time.perf_counter() - started


def timed(answering: Answering, spent: dict[str, float]) -> Answering:
    """Return the same pipeline, each part counted into `spent`."""
    author = Timed(answering.author, spent, {"answer": "author"})
    return replace(
        answering,
        boundaries=Timed(answering.boundaries, spent, {"check": "safety"}),
        index=Timed(answering.index, spent, {"find": "search"}),
        author=author,
        fallback=author,
        grounding=Timed(answering.grounding, spent, {"verification": "verification"}),
    )


def measure(services: Services, file: Path) -> list[dict[str, float]]:
    """Ask each question once; return the milliseconds of each part of each answer."""
    asked = [q for q in load_questions(file) if q.language == "en" and q.tuned]
    for question in QUESTIONS:
        list(services.answering.start(Question(question)))
    measured = []
    for question in asked:
        history = tuple(Message(said.role, said.content) for said in question.history)
        spent: dict[str, float] = {}
        started = time.perf_counter()
        reply = timed(services.answering, spent).start(Question(question.text, history))
        for _ in reply:
            pass
        spent["whole"] = time.perf_counter() - started
        if reply.answer.kind is AnswerKind.ANSWER:
            measured.append({part: 1000 * seconds for part, seconds in spent.items()})
    return measured


def main() -> int:
    """Print the parts; end with 1 where the bar is missed."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "evals" / "questions.yaml"
    with data_folder() as data:
        services = build_services(Settings(data=data, model="none"), background=False)
        measured = measure(services, file)
        services.close()
    parts = ["safety", "search", "author", "verification", "whole"]
    rows = []
    for part in parts:
        values = [answer.get(part, 0.0) for answer in measured]
        rows.append([part, *(f"{percentile(values, share):.1f}" for share in (0.5, 0.95))])
    whole = percentile([answer["whole"] for answer in measured], 0.5)
    print(f"Playbook answers to {len(measured)} questions, ms; {machine()}")
    print(table(["part", "p50", "p95"], rows))
    print(f"bar: p50 of the whole at most {BAR:.0f} ms: {verdict(whole, BAR)}")
    return 0 if whole <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
