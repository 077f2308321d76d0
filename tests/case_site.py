"""Kept cases on services in memory, with the other side's page as devices visit it."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from coach.bootstrap.cases import Cases
from coach.domain.answers import AnswerKind
from coach.domain.conflict import Match
from coach.domain.notes import Playbook
from coach.services.boundaries import Boundary
from coach.services.cases.asking import AccountAsking
from coach.services.cases.giving import AccountGiving
from coach.services.cases.keeping import CaseKeeping
from coach.services.cases.recurring import Patterns
from coach.services.linking import Linking
from coach.web.account import account_routes
from coach.web.headers import SecurityHeaders
from tests.case_fakes import MemoryCases, MemoryExchanges, a_case
from tests.fakes import ME, FakeClock, FakeIds
from tests.quarrels import OTHER, QUARREL, FakeLanguages, FakeMatching
from tests.round_fakes import ADDRESS, FakeSecrets, token_of

SURE, UNSURE = "he will hit me", "he shouts at me"
WARM = "That sounds hard.\n\nTalk to **HR** first."


class WordBoundaries:
    """Stops at one sure and one unsure sign."""

    def anywhere(self, text: str, _: str) -> Boundary | None:
        for sign in (SURE, UNSURE):
            if sign in text:
                return Boundary(AnswerKind.HANDOVER, "threat", WARM, is_sure=sign is SURE)
        return None


class CaseSite:
    """The services in memory; `device` is one browser."""

    def __init__(self, public_url: str = ADDRESS) -> None:
        self.clock, self.kept, self.ready = FakeClock(), MemoryCases(), True
        self.exchanges = MemoryExchanges(self.kept)
        secrets, ids = FakeSecrets(), FakeIds()
        linking = Linking(self.exchanges.links, self.clock, ids, secrets, public_url)
        read: Any = (WordBoundaries(), FakeLanguages())
        matching: Any = FakeMatching((Match(OTHER.id, 0.8),))
        self.keeping = CaseKeeping(self.kept, self.exchanges, self.clock, ids)
        self.asking = AccountAsking(self.kept, self.exchanges, linking, *read, self.clock)
        self.giving = AccountGiving(self.exchanges, *read, matching, self.clock, secrets)
        self.cases = Cases(
            kept=self.kept,
            linking=linking,
            keeping=self.keeping,
            asking=self.asking,
            giving=self.giving,
            patterns=Patterns(self.kept, Playbook(notes=(QUARREL, OTHER), sources=())),
        )
        self.kept.add(ME, a_case())

    def ask(self, by: str = "Anna", subject: str = "Monday's leads") -> str:
        """Ask the other side; returns the token of its link."""
        return token_of(self.asking.ask(ME, "case1", by, subject).address)

    def device(self, base: str = "https://coach.example.org") -> TestClient:
        routes = account_routes(lambda: self.ready, lambda: self.cases)
        app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        return TestClient(app, base, raise_server_exceptions=False)
