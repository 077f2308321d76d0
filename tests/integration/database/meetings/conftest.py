from __future__ import annotations

import pytest

from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.records import Records
from coach.adapters.system import RandomIds
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import FakeClock


@pytest.fixture
def kept(records: Records, clock: FakeClock) -> SqlMeetings:
    return SqlMeetings(records, clock)


@pytest.fixture
def series(kept: SqlMeetings, clock: FakeClock) -> MeetingSeries:
    return MeetingSeries(kept, clock, RandomIds())


@pytest.fixture
def runs(kept: SqlMeetings, clock: FakeClock) -> MeetingRuns:
    return MeetingRuns(kept, clock, RandomIds())


@pytest.fixture
def actions(kept: SqlMeetings, clock: FakeClock) -> Actions:
    return Actions(kept, clock)
