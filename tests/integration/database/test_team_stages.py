"""The stage a team is at, in the records: the newest counts, and goes with its round."""

from __future__ import annotations

from datetime import datetime, timedelta

from coach.adapters.database.records import Records
from coach.adapters.database.rounds import SqlRounds
from coach.adapters.database.team_stages import SqlTeamStages
from coach.adapters.system import RandomIds
from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import Origin, TeamStage
from tests.fakes import ME, START, FakeClock

DAY = timedelta(days=1)
BY_HAND = TeamStage((Stage.DEFINED,), Origin.HAND, START)


def found(at: datetime, *stages: Stage, round_id: str = "") -> TeamStage:
    return TeamStage(stages, Origin.ROUND if round_id else Origin.HAND, at, round_id)


def a_round(records: Records) -> SqlRounds:
    rounds = SqlRounds(records, FakeClock(), RandomIds())
    sides = (Side.SALES, Side.MARKETING)
    its = Round(
        id="r1", title="Autumn", owner=ME.id, sides=sides, started_at=START, closes_at=START + DAY
    )
    rounds.add(ME, its, [])
    return rounds


def test_nothing_is_kept_at_first_and_what_is_put_comes_back_whole(records: Records) -> None:
    kept = SqlTeamStages(records)
    assert kept.get(ME) is None
    between = found(START, Stage.UNDEFINED, Stage.DEFINED)
    kept.put(ME, between)

    assert kept.get(ME) == between


def test_the_newest_finding_stands_whichever_is_put_last(records: Records) -> None:
    kept = SqlTeamStages(records)
    kept.put(ME, found(START + DAY, Stage.ALIGNED))
    kept.put(ME, BY_HAND)

    assert kept.get(ME) == found(START + DAY, Stage.ALIGNED)


def test_another_workspace_sees_none_of_it(records: Records) -> None:
    kept = SqlTeamStages(records)
    kept.put(ME, BY_HAND)

    assert kept.get(Person("you", "elsewhere")) is None


def test_a_rounds_finding_is_hidden_comes_back_and_goes_for_good_with_it(records: Records) -> None:
    rounds, kept = a_round(records), SqlTeamStages(records)
    kept.put(ME, found(START, Stage.ALIGNED, round_id="r1"))
    rounds.hide(ME, "r1")
    assert kept.get(ME) is None
    rounds.unhide(ME, "r1")
    assert kept.get(ME) is not None
    rounds.hide(ME, "r1")
    rounds.purge(START + 9 * DAY)

    assert kept.get(ME) is None
    kept.put(ME, BY_HAND)
    assert kept.get(ME) == BY_HAND


def test_what_is_put_while_the_round_is_hidden_takes_its_place(records: Records) -> None:
    rounds, kept = a_round(records), SqlTeamStages(records)
    kept.put(ME, found(START + DAY, Stage.ALIGNED, round_id="r1"))
    rounds.hide(ME, "r1")
    kept.put(ME, BY_HAND)

    assert kept.get(ME) == BY_HAND
