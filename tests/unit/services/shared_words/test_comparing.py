"""What two texts share and where they differ, told by code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.shared_words import open_choice
from coach.services.shared_words.comparing import clashes, compare, criteria_in
from coach.services.shared_words.drafting import draft_of

texts = st.text(max_size=300) | st.sampled_from(
    ["A rep calls within two hours.", "- One\n- Two", "No students, no suppliers and no rivals."]
)


def test_the_same_text_differs_in_nothing() -> None:
    text = "A plant manager who asked for a price. No students."
    found = compare(text, text)

    assert found.agrees
    assert (found.numbers, found.roles, found.words) == (((), ()),) * 3


def test_shared_and_different_criteria_numbers_roles_and_words() -> None:
    found = compare(
        "A buyer in our region asked for a price. A rep calls within 2 hours. No students.",
        "A buyer asked for a price. Calls within 24 hours. Marketing adds the history.",
    )

    assert [pair.clash for pair in found.shared] == [False, True]
    assert found.only_sales == ("No students",)
    assert found.only_marketing == ("Marketing adds the history",)
    assert found.numbers == (("2 hours",), ("24 hours",))
    assert found.roles == (("sales",), ("marketing",))
    assert "region" in found.words[0]
    assert "history" in found.words[1]
    assert "hours" not in found.words[0]


def test_the_same_number_in_other_words_is_no_difference() -> None:
    found = compare("Called within 24 hours.", "Called within one day.")

    assert found.agrees
    assert found.numbers == ((), ())


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("Students count", "Students do not count", True),
        ("Students don’t count", "Students never count", False),
        ("within 14 days", "within 30 days", True),
        ("within 14 days", "soon", False),
        ("50 to 500 staff", "500 staff", False),
    ],
)
def test_a_clash_is_another_number_or_a_not_of_one_side(one: str, other: str, clash: bool) -> None:
    assert clashes(one, other) is clash


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        ("- Right company\n- Asked for a price", ("Right company", "Asked for a price")),
        ("One. One. Two!", ("One", "Two")),
        ("fit and interest", ("fit and interest",)),
        (
            "works at a food maker, decides about machines and asked for a price",
            ("works at a food maker", "decides about machines", "asked for a price"),
        ),
        (" \n. ;", ()),
    ],
)
def test_criteria_are_parts_that_stand_for_themselves(text: str, criteria: tuple[str, ...]) -> None:
    assert criteria_in(text) == criteria


@given(texts, texts)
def test_every_criterion_of_both_is_accounted_for_and_swapping_mirrors(
    sales: str, marketing: str
) -> None:
    found, mirrored = compare(sales, marketing), compare(marketing, sales)
    told = [pair.sales for pair in found.shared] + list(found.only_sales)

    assert sorted(told) == sorted(criteria_in(sales))
    assert found.numbers == mirrored.numbers[::-1]
    assert found.roles == mirrored.roles[::-1]
    assert found.words == mirrored.words[::-1]


@given(texts, texts)
def test_a_draft_leaves_a_choice_open_only_where_the_two_clash(sales: str, marketing: str) -> None:
    found = compare(sales, marketing)
    draft = draft_of(found)

    if len(draft) < 3000:
        assert open_choice(draft) == any(pair.clash for pair in found.shared)
