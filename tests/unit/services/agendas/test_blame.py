"""Blame becomes a question that both sides can answer; what carries none stays as it is."""

from __future__ import annotations

import pytest

from coach.services.agendas.blame import BETWEEN, blames_within, is_of_a_side, neutral


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("why does sales ignore our leads???", "What happens to a lead after hand-over"),
        ("Sales never calls our leads", "What happens to a lead after hand-over"),
        ("Marketing sends garbage leads", "Which leads are worth a call"),
        ("the reps don't use our slides", "Which material do we use"),
        ("sales never fills in the CRM", "Which entries in the system"),
        ("AEs say the meetings are not qualified, SDRs say AEs cherry pick", "When is something"),
        ("They are useless", BETWEEN),
        ("Whose fault is it?", BETWEEN),
        ("Perché le vendite ignorano i nostri lead?", "What happens to a lead after hand-over"),
        ("Warum macht der Vertrieb nichts?", BETWEEN),
    ],
)
def test_blame_is_turned_into_what_is_meant(said: str, meant: str) -> None:
    assert neutral(said).startswith(meant)


@pytest.mark.parametrize(
    "text",
    [
        "What counts as an MQL?",
        "Which leads go to sales?",
        "Why did we lose the deal?",
        "Agree the budget with marketing",
        "Warum verlieren wir Kunden?",
        "sales and marketing plan the fair",
    ],
)
def test_what_blames_nobody_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_blame_in_the_middle_of_a_sentence_is_seen() -> None:
    assert blames_within("we spend a fortune and sales never calls anybody")
    assert not blames_within("sales wants prices on the website, marketing doesn't")


def test_a_side_is_known_in_any_words() -> None:
    assert is_of_a_side("the reps have a new tool")
    assert not is_of_a_side("prices go up on 1 June")
