from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from coach.adapters.database.link_tables import links as link_table
from coach.adapters.database.records import Records
from coach.adapters.database.round_tables import responses
from coach.adapters.database.rounds import SqlRounds
from coach.domain.conversation import Person
from coach.domain.rounds import Count
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.errors import LinkClosed, NotFound, RoundError
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from tests.fakes import ME, FakeClock
from tests.round_fakes import token_of

STRANGER = Person("me", "another workspace")
ANSWERS = {"q01": 3, "q02": None, "q16": 1}


def tokens(started: Started, side: Side = Side.SALES) -> list[str]:
    return [token_of(i.address) for i in started.invitations if i.link.side is side]


def test_what_is_stored_is_what_comes_back(
    keeping: RoundKeeping, answering: RoundAnswering, kept: SqlRounds
) -> None:
    started = keeping.start(ME, "Autumn — “check” \0 🙂")
    answering.answer(tokens(started)[0], "key", ANSWERS, "Keep  the\u2028Monday call")
    (stored,) = kept.responses(ME, started.round.id)

    assert keeping.get(ME, started.round.id).title == "Autumn — “check” � 🙂"
    assert stored == Response(Side.SALES, ANSWERS, "Keep the Monday call")
    assert keeping.list(ME) == [keeping.get(ME, started.round.id)]


def test_another_workspace_sees_nothing_of_it(
    keeping: RoundKeeping, answering: RoundAnswering, kept: SqlRounds
) -> None:
    id_ = keeping.start(ME, "Ours").round.id
    for look in (kept.get, kept.counts, kept.responses, kept.hide, kept.unhide):
        with pytest.raises(NotFound):
            look(STRANGER, id_)

    assert kept.list(STRANGER) == []
    assert kept.shown(STRANGER) == {}
    with pytest.raises(NotFound):
        answering.take(STRANGER, id_, [Response(Side.SALES, ANSWERS)])


def test_an_answer_leads_to_no_link_no_time_and_no_order(
    keeping: RoundKeeping, answering: RoundAnswering, records: Records
) -> None:
    started = keeping.start(ME, "Round")
    for token in tokens(started):
        answering.answer(token, f"key of {token}", ANSWERS)
    with records.reading() as connection:
        rows = connection.execute(select(responses)).mappings().all()
        links = connection.execute(select(link_table)).mappings().all()
    on_links = {str(link[name]) for link in links for name in ("id", "token")}

    assert set(rows[0]) == {
        *("id", "workspace", "owner", "round", "side", "answers", "line", "key", "typed")
    }
    assert not on_links & {str(value) for row in rows for value in row.values()}
    assert {row["owner"] for row in rows} == {ME.id}


def test_no_token_and_no_key_is_in_the_files(
    keeping: RoundKeeping, answering: RoundAnswering, data: Path
) -> None:
    started = keeping.start(ME, "Round")
    key = answering.new_key()
    answering.answer(tokens(started)[0], key, ANSWERS, "planted")
    found = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())

    assert b"planted" in found
    assert not any(token.encode() in found for token in tokens(started))
    assert key.encode() not in found


def test_a_purge_leaves_no_byte_of_a_round_and_its_links_go_with_it(
    keeping: RoundKeeping,
    answering: RoundAnswering,
    kept: SqlRounds,
    records: Records,
    data: Path,
    clock: FakeClock,
) -> None:
    started = keeping.start(ME, "Planted title")
    other = keeping.start(ME, "Another one")
    token = tokens(started)[0]
    answering.answer(token, "key", ANSWERS, "planted line " * 20)
    answering.answer(token, "key", ANSWERS, "planted again")
    keeping.delete(ME, started.round.id)
    with pytest.raises(LinkClosed, match="nowhere"):
        answering.open(token, "key")
    keeping.undo(ME, started.round.id)
    assert answering.open(token, "key").given is not None
    keeping.delete(ME, started.round.id)
    clock.advance(11)

    assert kept.purge(clock.now() - timedelta(seconds=10)) == 1
    found = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert b"lanted" not in found
    with records.reading() as connection:
        left = set(connection.scalars(select(link_table.c.subject)))
    assert left == {other.round.id}


def test_a_refused_file_leaves_everything_as_it_was(
    keeping: RoundKeeping, answering: RoundAnswering, kept: SqlRounds
) -> None:
    id_ = keeping.start(ME, "Paper").round.id
    answering.take(ME, id_, [Response(Side.SALES, {"q01": n}) for n in (1, 2, 3)])
    with pytest.raises(RoundError, match="does not ask other"):
        answering.take(ME, id_, [Response(Side.SALES, {"q01": 4}), Response(Side.OTHER, ANSWERS)])

    assert kept.counts(ME, id_) == {Side.SALES: Count(typed=3)}
