from __future__ import annotations

import threading
from pathlib import Path

import pytest

from coach.domain.rounds import Count
from coach.domain.stages import Side
from tests.round_fakes import token_of
from tests.survey_rounds import OWNER, rounds_in


@pytest.mark.parametrize("shared", [True, False])
def test_five_hundred_answers_at_once_lose_none(shared: bool, data: Path) -> None:
    failed: list[BaseException] = []
    number = None if shared else 250
    with rounds_in(data) as rounds:
        started = rounds.keeping.start(OWNER, "Rush", {Side.SALES: number, Side.MARKETING: number})
        made = [token_of(i.address) for i in started.invitations] * (250 if shared else 1)

        def answer(n: int, token: str) -> None:
            try:
                rounds.answering.answer(token, f"key {n}", {"q01": n % 4 + 1}, f"line {n}")
            except BaseException as exc:
                failed.append(exc)

        threads = [threading.Thread(target=answer, args=job) for job in enumerate(made)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        lines = {response.line for response in rounds.kept.responses(OWNER, started.round.id)}
        counts = rounds.keeping.counts(OWNER, started.round.id)

    assert failed == []
    assert lines == {f"line {n}" for n in range(500)}
    assert counts == {Side.SALES: Count(250), Side.MARKETING: Count(250)}
