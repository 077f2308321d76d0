"""Five hundred people answer the shipped server at once."""

from __future__ import annotations

import http.client
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from coach.domain.rounds import Count
from coach.domain.stages import Side
from tests.servers import running_coach
from tests.survey_rounds import OWNER, path_of, rounds_in

PEOPLE, AT_ONCE = 500, 100


def test_five_hundred_forms_sent_at_once_are_all_stored(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running_coach(data, COACH_EMBEDDINGS="none") as server, rounds_in(data) as rounds:
        sides = dict.fromkeys((Side.SALES, Side.MARKETING), PEOPLE // 2)
        started = rounds.keeping.start(OWNER, "Rush", sides)

        def send(job: tuple[int, str]) -> int:
            number, path = job
            answers = {s.id: number % 4 + 1 for s in rounds.survey.statements}
            body = urlencode(answers | {"line": f"line {number}"})
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
            connection.request("POST", path, body)
            status = connection.getresponse().status
            connection.close()
            return status

        jobs = list(enumerate(path_of(i.address) for i in started.invitations))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            said = list(pool.map(send, jobs))
        stored = rounds.kept.responses(OWNER, started.round.id)
        counts = rounds.keeping.counts(OWNER, started.round.id)

    assert set(said) == {303}
    assert {response.line for response in stored} == {f"line {n}" for n in range(PEOPLE)}
    assert counts == dict.fromkeys(sides, Count(PEOPLE // 2))
