from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import open_records
from coach.adapters.system import RandomIds, SystemClock
from coach.domain.conversation import Person, TurnState

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PERSON = Person("local", "local")
EACH = 25


def start(data: Path, name: str) -> subprocess.Popen[str]:
    script = [sys.executable, str(HERE / "writing_process.py"), str(data), str(EACH), name]
    return subprocess.Popen(
        script,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_start_and_write_in_one_folder_at_once_and_lose_nothing(data: Path) -> None:
    both = [start(data, "one"), start(data, "two")]
    assert [process.stdout.readline() for process in both if process.stdout] == ["open\n"] * 2
    records = open_records(data)
    store = SqlConversations(records, SystemClock(), RandomIds())
    conversation = store.create(PERSON, "Shared").id
    for process in both:
        print(conversation, file=process.stdin, flush=True)
    for process in both:
        process.communicate(timeout=60)
    turns = store.turns(PERSON, conversation)
    records.close()
    assert [process.returncode for process in both] == [0, 0]
    assert [turn.position for turn in turns] == list(range(1, 2 * EACH + 1))
    expected = {f"{name} {number}" for name in ("one", "two") for number in range(EACH)}
    assert {turn.question for turn in turns} == {turn.text for turn in turns} == expected
    assert {turn.state for turn in turns} == {TurnState.DONE}


def test_a_process_killed_while_it_writes_answers_loses_nothing_it_spoke_of() -> None:
    script = [sys.executable, str(ROOT / "bench" / "crash_answers.py"), "--times", "3"]
    done = subprocess.run(
        script,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 of 3 restarts" in done.stdout, done.stderr
