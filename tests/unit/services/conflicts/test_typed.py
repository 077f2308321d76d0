"""A quarrel typed in the place of a question is known again; a question stays one."""

from __future__ import annotations

import pytest

from coach.domain.answers import AnswerKind, Question
from coach.domain.conflict import LONGEST, Match
from coach.domain.notes import Playbook
from coach.services.conflicts.typed import SHORTEST_RANT, TypedQuarrels, quarrel_reply
from coach.services.intent import Intent
from tests.quarrels import QUARREL, FakeMatching

LOG = (
    "Ana (sales): the leads you sent on Monday are junk, all of them\n"
    "Ben (marketing): you did not call a single one of them in two weeks\n"
    "Ana (sales): because nobody told us that there were any leads\n"
    "Ben (marketing): we did, in two mails\n"
)
RANT = "The leads are junk and I rang every one of them. " * 10


def quarrels(*matches: Match) -> TypedQuarrels:
    playbook = Playbook(notes=(QUARREL,), sources=())
    return TypedQuarrels(FakeMatching(matches), playbook)  # type: ignore[arg-type]


SURE, PERHAPS = Match(QUARREL.id, 0.9), Match(QUARREL.id, 0.3)


@pytest.mark.parametrize(
    ("text", "match"), [(LOG, PERHAPS), (LOG, SURE), (RANT, SURE)], ids=["log", "clear", "rant"]
)
def test_a_log_of_several_voices_and_a_long_clear_story_are_quarrels(
    text: str, match: Match
) -> None:
    assert quarrels(match).of(text, Intent.ASK) is QUARREL


@pytest.mark.parametrize(
    ("text", "match", "intent"),
    [
        ("sales ignores our leads, what do we do?", SURE, Intent.ASK),
        (RANT, PERHAPS, Intent.ASK),
        (RANT, SURE, Intent.AGENDA),
        ("word " * (LONGEST // 4), SURE, Intent.ASK),
        (" " * 200, SURE, Intent.ASK),
        ("the leads are junk " * (SHORTEST_RANT // 4 - 1), SURE, Intent.ASK),
    ],
    ids=["question", "unsure", "agenda", "too long", "empty", "short"],
)
def test_everything_else_is_none(text: str, match: Match, intent: Intent) -> None:
    assert quarrels(match).of(text, intent) is None


def test_what_matches_nothing_or_a_note_that_is_gone_is_no_quarrel() -> None:
    assert quarrels().of(LOG, Intent.ASK) is None
    assert quarrels(Match("gone", 0.9)).of(LOG, Intent.ASK) is None


def test_the_reply_is_short_cites_its_note_and_names_the_page() -> None:
    answer = quarrel_reply(Question(LOG), QUARREL)

    assert answer.kind is AnswerKind.CONFLICT
    assert [citation.note for citation in answer.citations] == [QUARREL.id]
    assert "Conflicts page" in answer.text
    assert len(answer.text.split()) < 90
