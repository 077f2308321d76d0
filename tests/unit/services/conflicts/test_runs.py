"""Runs of letters and words tell quarrels apart."""

from __future__ import annotations

import numpy as np

from coach.services.conflicts.runs import Runs

TOLD = (
    ["The leads are junk, students all of them.", "Not one lead had a budget."],
    ["They cut the budget for the fair again.", "All the money goes to brand."],
)
LINES = (["junk leads"], ["budget fight"])


def test_a_text_is_nearest_to_what_it_is_told_like() -> None:
    runs = Runs(TOLD, LINES)

    assert np.argmax(runs.scores("Students again! Junk.")) == 0
    assert np.argmax(runs.scores("who gets the money for the fairs")) == 1


def test_a_text_without_a_known_run_prefers_none() -> None:
    scores = Runs(TOLD, LINES).scores("")

    assert scores.tolist() == [0.0, 0.0]


def test_a_word_without_end_is_read_to_its_first_letters() -> None:
    assert np.isfinite(Runs(TOLD, LINES).scores("x" * 50_000)).all()
