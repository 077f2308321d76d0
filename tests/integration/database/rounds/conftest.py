from __future__ import annotations

import pytest

from coach.adapters.database.links import SqlLinks
from coach.adapters.database.records import Records
from coach.adapters.database.rounds import SqlRounds
from coach.adapters.system import RandomIds, RandomSecrets
from coach.playbook.survey import load_survey
from coach.services.linking import Linking
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping
from coach.settings import ROOT
from tests.fakes import FakeClock


@pytest.fixture
def kept(records: Records, clock: FakeClock) -> SqlRounds:
    return SqlRounds(records, clock, RandomIds())


@pytest.fixture
def keeping(kept: SqlRounds, records: Records, clock: FakeClock) -> RoundKeeping:
    linking = Linking(SqlLinks(records), clock, RandomIds(), RandomSecrets())
    return RoundKeeping(kept, linking, clock, RandomIds())


@pytest.fixture
def answering(kept: SqlRounds, clock: FakeClock) -> RoundAnswering:
    return RoundAnswering(kept, load_survey(ROOT / "knowledge"), clock, RandomSecrets())
