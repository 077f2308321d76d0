from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.services.conflicts.softening import judges, softened


@pytest.mark.parametrize(
    ("said", "calm"),
    [
        ("You never call them anyway.", "You hardly ever call them anyway."),
        ("Sales has never read a brief", "Sales has hardly ever read a brief"),
        ("Nobody cares what we do", "Hardly anybody cares what we do"),
        ("Everyone knows that", "Almost everyone knows that"),
        ("Nobody was at the stand on Friday.", "Nobody was at the stand on Friday."),
        ("We never got the list of 42 names.", "We never got the list of 42 names."),
        ("Everybody signed it in May.", "Everybody signed it in May."),
        ("These leads are junk!!", "These leads are not what was hoped for."),
        ("junk leads again", "Leads that fell short again"),
        ("you send us crap every month", "You send us work that fell short every month"),
        ("Useless leads.", "Leads of little use."),
        ("They are lazy and arrogant.", "They are not where we need them."),
        ("lazy reps don't call", "Reps don't call"),
        ("Sales refuses to call.", "Sales doesn't call."),
        ("I looked like a complete idiot!", "I looked bad."),
        ("nobody qualifies them", "Hardly anybody qualifies them"),
        ("12 of 20 were students on Monday.", "12 of 20 were students on Monday."),
    ],
)
def test_a_claim_keeps_what_was_seen_and_loses_its_sting(said: str, calm: str) -> None:
    assert softened(said) == calm


@given(st.text(max_size=200))
def test_a_softened_claim_is_never_empty_where_something_was_said(text: str) -> None:
    assert bool(softened(text)) == bool(text)


def test_each_word_that_judges_counts() -> None:
    assert judges("We handed over 40 leads in May.") == 0
    assert judges("They never call and it is their fault.") == 2
