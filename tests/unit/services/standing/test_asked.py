"""Who asks for their own stage hears what is kept of it, however often they ask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.domain.answers import AnswerKind, Message, Question
from coach.domain.notes import Playbook
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin, TeamStage
from coach.services.quick_check.asking import BEGIN
from coach.services.standing.asked import stage_reply

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)
FOUND = datetime(2026, 11, 26, 17, tzinfo=UTC)
NOTHING = Playbook(notes=(), sources=())
TEAM = TeamStage((Stage.DEFINED,), Origin.ROUND, FOUND)


def told(text: str, team: TeamStage | None, history: tuple[Message, ...] = ()) -> str:
    answer = stage_reply(Question(text, history, team=team), NOTHING, NOW)
    assert answer is not None
    return answer.text


@pytest.mark.parametrize(
    ("team", "first"),
    [
        (TEAM, "**Defined, by your survey of 26 Nov.**"),
        (TeamStage((Stage.ALIGNED,), Origin.HAND, FOUND), "**Aligned, picked by hand on 26 Nov.**"),
        (
            TeamStage((Stage.DEFINED, Stage.ALIGNED), Origin.CHECK, FOUND.replace(year=2025)),
            "**Between Defined and Aligned, by a quick check of 26 Nov 2025.**",
        ),
    ],
)
def test_the_first_sentence_says_the_stage_where_it_comes_from_and_of_when(
    team: TeamStage, first: str
) -> None:
    assert told("which stage are we at?", team).startswith(first)


@pytest.mark.parametrize(
    "text",
    ["Where do we stand?", "so, what stage are we in now?", "where do we stand as a team?",
     "What’s our stage?", "which stage is our team at?", "which stage are we"],
)  # fmt: skip
def test_it_is_the_same_the_second_time(text: str) -> None:
    first = told(text, TEAM)

    assert told(text, TEAM, (Message("user", text), Message("assistant", first))) == first


def test_where_no_stage_is_kept_the_quick_check_is_offered() -> None:
    answer = stage_reply(Question("where do we stand?"), NOTHING, NOW)

    assert answer is not None
    assert (answer.kind, answer.follow_ups) == (AnswerKind.UNCLEAR, (BEGIN,))


@pytest.mark.parametrize(
    "text",
    ["where do we stand with the Miller deal?", "which stage are we if we only talk in a fire?",
     "what stage is best for us?", "which stage are the deals at?"],
)  # fmt: skip
def test_what_asks_for_more_is_left_to_the_playbook(text: str) -> None:
    assert stage_reply(Question(text, team=TEAM), NOTHING, NOW) is None
