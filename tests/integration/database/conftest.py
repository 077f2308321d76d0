from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import Records, open_records
from coach.adapters.system import RandomIds
from tests import postgres
from tests.fakes import FakeClock


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what uses the records on both databases; what looks into `data`, on SQLite's file."""
    if "records" in metafunc.fixturenames:
        both = ["sqlite"] if "data" in metafunc.fixturenames else ["sqlite", "postgresql"]
        metafunc.parametrize("records", both, indirect=True)


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    with postgres.running() as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def records(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Records]:
    with ExitStack() as stack:
        url = ""
        if request.param == "postgresql":
            url = stack.enter_context(request.getfixturevalue("server").database())
        records = open_records(tmp_path / "data", url, patience=0.3)
        stack.callback(records.close)
        yield records


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(records: Records, clock: FakeClock) -> SqlConversations:
    return SqlConversations(records, clock, RandomIds())
