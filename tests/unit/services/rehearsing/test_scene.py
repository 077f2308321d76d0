"""A rehearsal plays the side one speaks with, from the facts of the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.conflict import Analysis, Match
from coach.domain.notes import Exchange
from coach.domain.rehearsal import Difficulty, Role
from coach.services.rehearsing.scene import facts_of, scene_of
from tests.quarrels import QUARREL, TODAY, mediating

TEXT = "Anna (Sales): The leads you sent on Monday are junk. 12 of 20 were students."
NOTE = replace(
    QUARREL,
    replies_sales=tuple(Exchange(f"sales {n}", "answer") for n in range(3)),
    replies_marketing=tuple(Exchange(f"marketing {n}", "answer") for n in range(3)),
)


@pytest.fixture
def analysis() -> Analysis:
    outcome = mediating(Match(QUARREL.id, 0.7)).mediate(TEXT, None, TODAY)
    assert isinstance(outcome, Analysis)
    return outcome


@pytest.mark.parametrize(
    ("role", "side"),
    [(Role.HEAD_OF_SALES, "sales"), (Role.REP, "sales"), (Role.CMO, "marketing")],
)
def test_each_role_has_its_sides_replies_and_constraint(
    analysis: Analysis, role: Role, side: str
) -> None:
    scene = scene_of(analysis, NOTE, role, Difficulty.EASY)

    assert [reply.says for reply in scene.replies] == [f"{side} {n}" for n in range(3)]
    view = analysis.sales if side == "sales" else analysis.marketing
    assert (scene.view, scene.constraint) == (view.view, view.constraint)


def test_a_founder_stands_for_both_and_has_no_replies_of_a_note(analysis: Analysis) -> None:
    scene = scene_of(analysis, NOTE, Role.FOUNDER, Difficulty.EASY)

    assert scene.replies == ()
    assert analysis.sales.constraint in scene.constraint
    assert analysis.marketing.constraint in scene.constraint


@pytest.mark.parametrize(
    ("difficulty", "order"),
    [(Difficulty.EASY, "012"), (Difficulty.NORMAL, "120"), (Difficulty.HARD, "210")],
)
def test_the_harder_it_is_the_sooner_it_gets_sharp(
    analysis: Analysis, difficulty: Difficulty, order: str
) -> None:
    scene = scene_of(analysis, NOTE, Role.CMO, difficulty)

    assert "".join(reply.says[-1] for reply in scene.replies) == order


def test_the_facts_are_what_was_said_in_the_case(analysis: Analysis) -> None:
    facts = facts_of(analysis)

    assert facts[0] == analysis.summary
    assert all(fact.removeprefix("Sales says: ") in TEXT for fact in facts[1:])
    assert any(fact.startswith("Sales says: ") for fact in facts)
    assert len(facts) == len(set(facts)) > 1
