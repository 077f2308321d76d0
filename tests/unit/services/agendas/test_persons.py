"""One person's conduct, health, pay or job is known from work."""

from __future__ import annotations

import pytest

from coach.services.agendas.persons import about_a_person, names_somebody


@pytest.mark.parametrize(
    "text",
    [
        "Kevin's performance", "we should fire the new rep", "rank the SDRs from best to worst",
        "who goes on a performance plan", "he never follows up", "She's always late",
        "which reps are too old for this", "whether Ann earns more than us",
        "who is not pulling their weight", "her bonus", "name and shame the slow ones",
        "the intern's drinking", "Tom's attitude", "why Joanna is always late with everything",
        "whether Farid or Louise should become team lead", "we go through Kevin's list",
        "Kevin lets every marketing lead rot", "4 reps under 50% of quota: Ana, Miguel, Jo",
        "put their numbers on screen, each explains himself", "how long will she be gone",
    ],
)  # fmt: skip
def test_a_person_is_seen(text: str) -> None:
    assert about_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marketing's performance last quarter", "campaign performance", "rank the leads",
        "replace the CRM", "which campaigns did worst", "commission plan for new products",
        "Marketing is always late with the list", "go through HubSpot's leads",
        "Sales's quota for next year", "the weakest segment", "burnt budget",
    ],
)  # fmt: skip
def test_work_is_no_person(text: str) -> None:
    assert not about_a_person(text)


def test_somebody_is_named_by_any_word() -> None:
    assert names_somebody("one of the reps")
    assert not names_somebody("the leads")
