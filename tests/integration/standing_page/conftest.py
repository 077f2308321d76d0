"""The shipped services with an empty data folder and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.settings import Settings
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("standing"), embeddings="none", model="none")
    built = build_services(settings, background=False, embed=False, fakes=Fakes(clock=clock))
    yield built
    built.close()
