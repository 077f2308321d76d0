"""A round of the survey in a data folder, as the process that serves it finds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from coach.adapters.database.records import open_records
from coach.adapters.system import RandomIds, SystemClock
from coach.bootstrap.rounds import Rounds, make_rounds
from coach.domain.conversation import Person
from coach.playbook.survey import load_survey
from coach.ports import Clock
from coach.settings import ROOT

OWNER = Person("local", "local")


@contextmanager
def rounds_in(data: Path, clock: Clock | None = None) -> Iterator[Rounds]:
    """The services for rounds beside a server on the same data folder."""
    records = open_records(data, patience=60)  # the machine that tests may be a slow one
    yield make_rounds(load_survey(ROOT / "knowledge"), records, clock or SystemClock(), RandomIds())
    records.close()


def path_of(address: str) -> str:
    """What stands behind the server's name in an address."""
    return urlsplit(address).path
