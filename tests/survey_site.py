"""The survey's form on services in memory, as a site that devices visit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from coach.bootstrap.rounds import Rounds
from coach.domain.stages import Side
from coach.services.linking import Linking
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from coach.web.headers import SecurityHeaders
from coach.web.survey import survey_routes
from tests.fakes import ME, FakeClock, FakeIds
from tests.round_fakes import FakeSecrets, MemoryRounds, a_survey, token_of


class Site:
    """The routes on services in memory; `client` is one device."""

    def __init__(self, public_url: str = "") -> None:
        self.clock, self.kept, self.ready = FakeClock(), MemoryRounds(), True
        secrets = FakeSecrets()
        linking = Linking(self.kept.links, self.clock, FakeIds(), secrets, public_url)
        self.keeping = RoundKeeping(self.kept, linking, self.clock, FakeIds())
        self.rounds = cast(
            "Rounds",
            SimpleNamespace(
                linking=linking,
                survey=a_survey(),
                answering=RoundAnswering(self.kept, a_survey(), self.clock, secrets),
            ),
        )

    def device(self, base: str = "https://coach.example.org") -> TestClient:
        routes = survey_routes(lambda: self.ready, lambda: self.rounds)
        app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        return TestClient(app, base, raise_server_exceptions=False)

    def start(self, title: str = "Autumn", number: int | None = 2) -> Started:
        return self.keeping.start(ME, title, dict.fromkeys((Side.SALES, Side.MARKETING), number))


def path(started: Started, number: int = 0) -> str:
    return f"/answer/{token_of(started.invitations[number].address)}"
