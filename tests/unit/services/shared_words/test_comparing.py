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
    ("text", "numbers"),
    [
        ("Works in one of three process industries with us.", ("three process industries",)),
        ("Read three white papers.", ("three white papers",)),
        ("A firm with 50 to 500 staff, in our region.", ("50 to 500 staff",)),
        ("Two to three sites, 10-20 machines.", ("Two to three sites", "10-20 machines")),
        ("20 % of the deals fit.", ("20 % of the deals",)),
        ("Scores at least 60.", ("Scores at least 60",)),
        ("Called within 24 hours.", ("24 hours",)),
        ("No one but the buyer.", ()),
    ],
)
def test_a_number_is_shown_with_what_it_counts(text: str, numbers: tuple[str, ...]) -> None:
    assert compare("A lead.", text).numbers[1] == numbers


def test_a_range_is_shown_whole_where_only_its_begin_differs() -> None:
    found = compare("A firm with 500 staff.", "A firm with 50 to 500 staff and 3 sites.")

    assert found.numbers == ((), ("50 to 500 staff", "3 sites"))


def test_fillers_people_in_general_and_verbs_are_no_telling_words() -> None:
    text = "Somebody or people everyone wants, in a process thing they visited; marketing sends it."

    assert compare("A lead.", text).words == (("lead",), ())
    assert compare("A lead.", "Somebody with a budget in our region.").words[1] == (
        "budget", "region",
    )  # fmt: skip


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
