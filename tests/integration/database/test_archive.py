from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.archive import READABLE, export_workspace, restore_workspace
from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.records import Records, open_records
from coach.adapters.database.tables import REVISION
from coach.adapters.system import RandomIds
from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Feedback, Person, TurnState, Verdict
from coach.errors import StorageError
from tests.fakes import ME, START, FakeClock


@pytest.fixture
def exported(store: SqlConversations, records: Records) -> list[str]:
    for title in ("One", "Zwei\u2028\0"):
        conversation = store.create(ME, title).id
        turn = store.add_turn(ME, conversation, "Where do we start?\n", None, None).id
        store.claim(turn, "w", START + timedelta(days=1))
        store.finish(turn, "w", TurnState.DONE, Answer(AnswerKind.ANSWER, "With thanks."))
        store.feedback(ME, turn, Feedback(Verdict.GOOD, "yes"))
        store.add_turn(ME, conversation, "Where do we begin?", None, None, after=0)
    store.hide(ME, store.create(ME, "Hidden").id)
    theirs = Person("me", "another workspace")
    store.create(theirs, "Not ours")
    return list(export_workspace(records, ME.workspace))


def test_an_export_restored_elsewhere_is_equal_and_twice_is_once(
    store: SqlConversations, exported: list[str], tmp_path: Path
) -> None:
    elsewhere = open_records(tmp_path / "elsewhere")
    copy = SqlConversations(elsewhere, FakeClock(), RandomIds())
    assert restore_workspace(elsewhere, ME.workspace, exported) == len(exported) - 1
    assert restore_workspace(elsewhere, ME.workspace, exported) == 0
    assert copy.list(ME) == store.list(ME)
    for conversation in store.list(ME):
        assert copy.turns(ME, conversation.id) == store.turns(ME, conversation.id)
    assert list(export_workspace(elsewhere, ME.workspace)) == exported
    elsewhere.close()


def test_an_export_made_before_a_table_was_added_is_restored_with_that_table_empty(
    store: SqlConversations, exported: list[str], tmp_path: Path
) -> None:
    older = ['{"format": "accord-workspace", "revision": "0001"}']
    older += [line for line in exported[1:] if not line.startswith('{"table": "seen_gaps"')]
    elsewhere = open_records(tmp_path / "elsewhere")
    copy = SqlConversations(elsewhere, FakeClock(), RandomIds())

    assert restore_workspace(elsewhere, ME.workspace, older) == len(older) - 1

    assert copy.list(ME) == store.list(ME)
    assert not any("seen_gaps" in line for line in export_workspace(elsewhere, ME.workspace))
    elsewhere.close()


def test_the_revision_of_today_can_be_read_back() -> None:
    assert REVISION in READABLE


@pytest.mark.parametrize("damage", ["", "{", '{"table": "users", "row": {}}', '{"table": "turns"}'])
def test_a_damaged_export_restores_nothing_and_names_the_line(
    exported: list[str], tmp_path: Path, damage: str
) -> None:
    elsewhere = open_records(tmp_path / "elsewhere")
    lines = [*exported[:3], damage or exported[3][:-5]]
    with pytest.raises(StorageError, match="Line 4"):
        restore_workspace(elsewhere, ME.workspace, lines)
    assert len(list(export_workspace(elsewhere, ME.workspace))) == 1
    elsewhere.close()


@pytest.mark.parametrize(
    "first",
    ["", "Dear diary", "[]", '{"format": "accord-workspace", "revision": "9999"}',
     '{"format": "accord-workspace", "revision": ["0001"]}'],
)  # fmt: skip
def test_a_file_that_is_no_export_of_this_version_is_refused(records: Records, first: str) -> None:
    with pytest.raises(StorageError, match="file"):
        restore_workspace(records, ME.workspace, [first])
