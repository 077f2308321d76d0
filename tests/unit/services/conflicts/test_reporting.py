from __future__ import annotations

from datetime import date

from coach.domain.conflict import Analysis, Match
from coach.services.conflicts.reporting import day, how_hot, how_sure, told
from tests.quarrels import QUARREL, TODAY, mediating


def test_the_text_of_an_analysis_holds_every_part_in_its_order() -> None:
    found = mediating(Match(QUARREL.id, 0.7)).mediate("Sales: 12 of 20 are junk.", None, TODAY)
    assert isinstance(found, Analysis)
    text = told(found, lambda note: f"the note {note}")
    heads = ("Facts", "Sales", "Marketing", "Likely cause", "Ways out, and what each costs",
             "One next step", "Words", "Then")  # fmt: skip
    places = [text.index(f"**{head}**") for head in heads]

    assert places == sorted(places)
    assert text.startswith(QUARREL.summary)
    assert "the note junk-leads (very likely)" in text
    assert "Meet: the note weekly" in text


def test_how_sure_and_how_hot_it_is_are_said_in_words() -> None:
    assert [how_sure(c) for c in (1.0, 0.6, 0.4, 0.0)] == [
        "almost surely", "very likely", "likely", "perhaps"
    ]  # fmt: skip
    assert how_hot(None) == "The text shows no heat."
    assert "who wins" in how_hot(4)
    assert "both stand to lose" in how_hot(9)


def test_a_day_is_said_with_its_name() -> None:
    assert day(date(2026, 12, 2)) == "Wednesday 2 December"
