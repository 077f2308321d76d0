from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import Records, open_records
from coach.adapters.system import RandomIds
from tests.fakes import FakeClock


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def records(data: Path) -> Iterator[Records]:
    records = open_records(data, patience=0.3)
    yield records
    records.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(records: Records, clock: FakeClock) -> SqlConversations:
    return SqlConversations(records, clock, RandomIds())
