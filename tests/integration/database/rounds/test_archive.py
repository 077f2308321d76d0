from __future__ import annotations

from pathlib import Path

import pytest

from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.records import Records, open_records
from coach.adapters.database.rounds import SqlRounds
from coach.adapters.system import RandomIds
from coach.domain.disclosure import disclosed
from coach.domain.stages import Side
from coach.playbook.survey import load_survey
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from coach.settings import ROOT
from tests.fakes import ME, FakeClock
from tests.round_fakes import token_of

SURVEY = load_survey(ROOT / "knowledge")


@pytest.fixture
def exported(
    keeping: RoundKeeping,
    answering: RoundAnswering,
    kept: SqlRounds,
    records: Records,
    clock: FakeClock,
) -> list[str]:
    """A round whose results were seen, one still open, and one closed with too few answers."""
    answered(keeping, answering, "Still open", 6)
    few = answered(keeping, answering, "Too few", 3)
    seen = answered(keeping, answering, "Seen", 5)
    for started in (few, seen):
        keeping.close(ME, started.round.id)
    clock.advance(61)
    (shown,) = disclosed([kept.responses(ME, seen.round.id)], SURVEY)
    kept.keep_shown(ME, {seen.round.id: shown})
    return list(export_workspace(records, ME.workspace))


def answered(keeping: RoundKeeping, answering: RoundAnswering, title: str, many: int) -> Started:
    started = keeping.start(ME, title, {Side.SALES: many, Side.MARKETING: many})
    for n, invitation in enumerate(started.invitations):
        answers = {s.id: (n + place) % 4 + 1 for place, s in enumerate(SURVEY.statements)}
        line = f"{title} line {n}" if n < 3 else ""
        answering.answer(token_of(invitation.address), f"key {n}", answers, line)
    return started


def test_no_single_answer_no_link_and_no_open_round_leaves(exported: list[str]) -> None:
    text = "\n".join(exported)

    assert [line.split('"')[3] for line in exported[1:]] == ["rounds", "results"]
    assert not any(word in text for word in ("Still open", "Too few", " line ", '"answers"', "key"))


def test_results_restored_elsewhere_are_equal_and_twice_is_once(
    exported: list[str], kept: SqlRounds, tmp_path: Path
) -> None:
    elsewhere = open_records(tmp_path / "elsewhere")
    copy = SqlRounds(elsewhere, FakeClock(), RandomIds())
    for _ in range(2):
        restore_workspace(elsewhere, ME.workspace, exported)

    assert [r.title for r in copy.list(ME)] == ["Seen"]
    assert copy.shown(ME) == kept.shown(ME)
    assert copy.responses(ME, copy.list(ME)[0].id) == []
    elsewhere.close()
