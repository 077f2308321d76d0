from __future__ import annotations

import pytest

from coach.domain.stages import Side
from coach.services.linking import Linking
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from tests.fakes import ME, FakeClock, FakeIds
from tests.round_fakes import FakeSecrets, MemoryRounds, a_linking, a_survey, token_of


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def kept() -> MemoryRounds:
    return MemoryRounds()


@pytest.fixture
def linking(kept: MemoryRounds, clock: FakeClock) -> Linking:
    return a_linking(kept.links, clock)


@pytest.fixture
def keeping(kept: MemoryRounds, linking: Linking, clock: FakeClock) -> RoundKeeping:
    return RoundKeeping(kept, linking, clock, FakeIds())


@pytest.fixture
def answering(kept: MemoryRounds, clock: FakeClock) -> RoundAnswering:
    return RoundAnswering(kept, a_survey(), clock, FakeSecrets())


@pytest.fixture
def started(keeping: RoundKeeping) -> Started:
    return keeping.start(ME, "Autumn")


@pytest.fixture
def token(started: Started) -> str:
    """A link of sales that nobody used yet."""
    first = next(i for i in started.invitations if i.link.side is Side.SALES)
    return token_of(first.address)
