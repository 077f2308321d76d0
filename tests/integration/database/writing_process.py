"""A process that opens records, reads which conversation, and writes turns into it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import open_records
from coach.adapters.system import RandomIds, SystemClock
from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Person, TurnState

PERSON = Person("local", "local")


def main(data: Path, count: int, name: str) -> None:
    records = open_records(data)
    store = SqlConversations(records, SystemClock(), RandomIds())
    sys.stdout.write("open\n")
    sys.stdout.flush()
    conversation = sys.stdin.readline().strip()
    for number in range(count):
        text = f"{name} {number}"
        turn = store.add_turn(PERSON, conversation, text, None, None).id
        store.claim(turn, name, datetime.now(UTC) + timedelta(seconds=15))
        store.write(turn, name, text[:3], (), datetime.now(UTC) + timedelta(seconds=15))
        store.finish(turn, name, TurnState.DONE, Answer(AnswerKind.ANSWER, text))
    records.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
