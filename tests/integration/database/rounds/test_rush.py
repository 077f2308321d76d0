"""Many answers at once, on the records as they are shipped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coach.domain.rounds import Count
from coach.domain.stages import Side
from coach.errors import LinkClosed
from tests.fakes import FakeClock
from tests.round_fakes import token_of
from tests.survey_rounds import OWNER, rounds_in

BOTH = (Side.SALES, Side.MARKETING)


def at_once(job: Callable[..., object], arguments: Sequence[tuple[object, ...]]) -> list[object]:
    """Run the job in as many threads and return what each gave or raised."""
    said: list[object] = []

    def run(*given: object) -> None:
        try:
            said.append(job(*given))
        except Exception as exc:
            said.append(exc)

    threads = [threading.Thread(target=run, args=given) for given in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


@pytest.mark.parametrize("shared", [True, False])
def test_five_hundred_answers_at_once_lose_none(shared: bool, data: Path) -> None:
    number = None if shared else 250
    with rounds_in(data) as rounds:
        started = rounds.keeping.start(OWNER, "Rush", dict.fromkeys(BOTH, number))
        made = [token_of(i.address) for i in started.invitations] * (250 if shared else 1)
        said = at_once(
            lambda n, token: rounds.answering.answer(token, f"key {n}", {"q01": 1}, f"line {n}"),
            list(enumerate(made)),
        )
        stored = rounds.kept.responses(OWNER, started.round.id)
        counts = rounds.keeping.counts(OWNER, started.round.id)

    assert [one for one in said if isinstance(one, Exception)] == []
    assert {response.line for response in stored} == {f"line {n}" for n in range(500)}
    assert counts == dict.fromkeys(BOTH, Count(250))


def test_of_many_who_send_through_one_single_link_one_is_stored(data: Path) -> None:
    with rounds_in(data) as rounds:
        started = rounds.keeping.start(OWNER, "Race")
        token = token_of(started.invitations[0].address)
        said = at_once(
            lambda n: rounds.answering.answer(token, f"key {n // 2}", {"q01": n // 2 + 1}),
            [(n,) for n in range(8)],
        )
        stored = rounds.kept.responses(OWNER, started.round.id)

    assert len(stored) == 1
    reasons = [one.reason for one in said if isinstance(one, LinkClosed)]
    assert reasons == ["used"] * 6  # the seventh is the same form, sent twice


def test_closing_while_people_answer_counts_whole_answers_only(data: Path) -> None:
    clock = FakeClock()
    with rounds_in(data, clock) as rounds:
        started = rounds.keeping.start(OWNER, "Closing", dict.fromkeys(BOTH, None))
        token = token_of(started.invitations[0].address)

        def answer(n: int) -> str:
            if n == 30:
                rounds.keeping.close(OWNER, started.round.id)
                clock.advance(61)
            return rounds.answering.answer(token, f"key {n}", {"q01": 1}, f"{n}").line

        said = at_once(answer, [(n,) for n in range(60)])
        stored = rounds.kept.responses(OWNER, started.round.id)

    assert len(said) == 60
    assert {response.line for response in stored} == {one for one in said if isinstance(one, str)}
    refused = [one for one in said if not isinstance(one, str)]
    assert all(isinstance(one, LinkClosed) and one.reason == "expired" for one in refused)
    assert refused
