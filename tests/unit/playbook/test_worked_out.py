"""After a person's own result stand no examples worked with other numbers."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.answers import Brief
from coach.domain.notes import Playbook
from coach.playbook.composing.author import PlaybookAuthor
from tests.small_playbook import METRIC, PRACTICE, brief, sections

ARITHMETIC = replace(
    PRACTICE,
    id="arithmetic",
    title="Lead arithmetic",
    sections=sections(
        In_short="Divide your way back from the target.",
        A_worked_example="Target 1,800,000; average deal 30,000. That makes 30 deals.",
        Watch="An average over different leads misleads.",
    ),
)
AUTHOR = PlaybookAuthor(Playbook(notes=(ARITHMETIC, METRIC), sources=()))
FACTS = ("Deals: 2,400,000 ÷ 30,000 = 80",)


def write(given: Brief) -> str:
    return "".join(AUTHOR.answer(given))


def test_a_worked_example_is_left_out_after_a_result_and_given_without_one() -> None:
    asked = "show the lead arithmetic with a worked example: target, average deal, deals"

    assert "That makes 30 deals" in write(brief(asked, ARITHMETIC))
    worked_out = write(brief(asked, ARITHMETIC, facts=FACTS))
    assert FACTS[0] in worked_out
    assert "That makes 30 deals" not in worked_out


def test_the_example_of_a_formula_is_left_out_after_a_result_and_its_terms_stay() -> None:
    asked = "how is win rate calculated?"

    assert "**Worked example:**" in write(brief(asked, METRIC))
    worked_out = write(brief(asked, METRIC, facts=FACTS))
    assert "Worked example" not in worked_out
    assert "deals won" in worked_out
    assert "**Owner:** head of sales" in worked_out
