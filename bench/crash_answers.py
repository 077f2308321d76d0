"""Kills a process that is writing answers, again and again, and counts what was lost.

Run `python bench/crash_answers.py [--times 50]`. Each round a child process stores questions and
grows answers through the real records, and says so after each commit; it is killed with SIGKILL
at a random moment. After the restart each question it spoke of must be there, word for word, with
at least as much text as it said. Ends with 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import open_records
from coach.adapters.system import RandomIds, SystemClock
from coach.domain.answers import Answer, AnswerKind, Check, Segment
from coach.domain.conversation import Person, TurnState

PERSON = Person("local", "local")
WRITERS = 4
LEASE = timedelta(seconds=15)


class Tomorrow(SystemClock):
    """A clock on which every lease of today is over."""

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(days=1)


@dataclass
class Promises:
    """What the children said is stored: by turn, the question, the text and whether it ended."""

    questions: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    def take(self, line: str) -> None:
        kind, turn, text = json.loads(line)
        if kind == "asked":
            self.questions[turn] = text
        else:
            self.texts[turn] = text
        if kind == "done":
            self.done.add(turn)


def child(data: Path, says: int) -> None:
    """Store questions and answers until killed."""
    store = SqlConversations(open_records(data), SystemClock(), RandomIds())
    conversation = store.create(PERSON, "Crash").id
    lock = threading.Lock()

    def say(*words: str) -> None:
        with lock:
            os.write(says, (json.dumps(words) + "\n").encode())

    def work(number: int) -> None:
        count = 0
        while True:
            count += 1
            question = f"{number}.{count}: who follows up on a lead, and by when?"
            turn = store.add_turn(PERSON, conversation, question, None, None).id
            say("asked", turn, question)
            store.claim(turn, turn, datetime.now(UTC) + LEASE)
            text = ""
            for step in range(12):
                text += f"Sentence {step} of {question} "
                segments = (Segment(text, Check.CHECKING),)
                store.write(turn, turn, text, segments, datetime.now(UTC) + LEASE)
                say("wrote", turn, text)
            answer = Answer(AnswerKind.ANSWER, text, (Segment(text, Check.KEPT),))
            store.finish(turn, turn, TurnState.DONE, answer)
            say("done", turn, text)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def crash(data: Path, promises: Promises, seconds: float) -> None:
    """Run a child, kill it `seconds` after its first word, and take down all it said."""
    hears, says = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(hears)
            child(data, says)
        finally:
            os._exit(1)
    os.close(says)
    with os.fdopen(hears) as lines:
        promises.take(lines.readline())
        killer = threading.Timer(seconds, os.kill, (pid, signal.SIGKILL))
        killer.start()
        for line in lines:
            promises.take(line)
    killer.join()
    os.waitpid(pid, 0)


def losses(data: Path, promises: Promises) -> list[str]:
    """Open the records as after a restart and name each promise that was broken."""
    records = open_records(data)
    store = SqlConversations(records, Tomorrow(), RandomIds())
    found = {
        turn.id: turn
        for conversation in store.list(PERSON, limit=10_000)
        for turn in store.turns(PERSON, conversation.id)
    }
    broken = list(records.warnings)
    for turn_id, question in promises.questions.items():
        turn = found.get(turn_id)
        if turn is None or turn.question != question:
            broken.append(f"question lost: {question}")
            continue
        if not turn.text.startswith(promises.texts.get(turn_id, "")):
            broken.append(f"text lost: {question}")
        if turn_id in promises.done and (turn.state is not TurnState.DONE or not turn.answer):
            broken.append(f"answer lost: {question}")
        if not turn.state.ended:
            broken.append(f"still said to run: {question}")
    records.close()
    return broken


def main() -> int:
    """Crash `--times` times; print one line at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    promises, good = Promises(), 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            crash(Path(folder), promises, random.uniform(0.01, 0.3))
            broken = losses(Path(folder), promises)
            good += not broken
            print(*broken[:5], sep="\n", end="\n" if broken else "", file=sys.stderr)
    print(
        f"kill -9 while answers are written: {good} of {times} restarts with everything there "
        f"({len(promises.questions)} questions, {len(promises.done)} finished answers, "
        f"{time.monotonic() - started:.0f} s)"
    )
    return 0 if good == times else 1


if __name__ == "__main__":
    sys.exit(main())
