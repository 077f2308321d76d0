from __future__ import annotations

import pytest

from coach.adapters.database.cases import SqlCases
from coach.adapters.database.exchanges import SqlExchanges
from coach.adapters.database.records import Records
from tests.fakes import FakeClock


@pytest.fixture
def kept(records: Records, clock: FakeClock) -> SqlCases:
    return SqlCases(records, clock)


@pytest.fixture
def exchanges(records: Records) -> SqlExchanges:
    return SqlExchanges(records)
