"""Both accounts beside each other: what agrees, differs and is said by one side alone."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.accounts import Joint, Shown
from coach.domain.stages import Side
from coach.services.cases.accounts import account_of
from coach.services.cases.joining import joined
from tests.case_fakes import a_case

TODAY = date(2026, 11, 26)


def joint(sales: str, marketing: str, notes: tuple[str, str] = ("a", "a")) -> Joint:
    mine = account_of(sales, Side.SALES, notes[0])
    theirs = account_of(marketing, Side.MARKETING, notes[1])
    return joined(a_case(text=sales), mine, theirs, Side.MARKETING, "Leads", TODAY)


@pytest.mark.parametrize(
    ("sales", "marketing"),
    [
        ("12 of 20 leads on Monday were students.", "3 of 20 leads on Monday were students."),
        ("We called the leads after two days.", "Sales called the leads after nine days."),
        ("They sent 40 leads in May.", "We handed over 120 leads in May."),
    ],
)
def test_other_numbers_of_one_thing_differ(sales: str, marketing: str) -> None:
    (pair,) = joint(sales, marketing).differ

    assert pair.numbers
    assert (pair.sales.text, pair.marketing.text) == (sales.rstrip(), marketing)


def test_the_same_told_by_both_is_where_they_agree() -> None:
    found = joint(
        "The webinar list was uploaded on Tuesday without phone numbers.",
        "We uploaded the webinar list on Tuesday; phone numbers came later that week.",
    )

    assert len(found.agree) + len(found.differ) == 1
    assert found.sales_alone == ()


def test_one_says_no_where_the_other_says_yes() -> None:
    (pair,) = joint(
        "Nobody invited the reps to the campaign meeting on Monday.",
        "We invited the reps to the campaign meeting on Monday.",
    ).differ

    assert not pair.numbers


def test_what_has_nothing_in_common_stands_alone_and_topics_of_one_side_are_named() -> None:
    found = joint(
        "On Monday 12 leads were students.",
        "Our budget was cut in May by a third, and the trade show was cancelled last week.",
    )

    assert found.agree == found.differ == ()
    assert [one.text for one in found.sales_alone] == ["On Monday 12 leads were students."]
    assert found.sales_topics == ("the quality of leads",)
    assert found.marketing_topics == ("the budget", "events")


def test_a_sentence_that_blames_is_shown_in_calmer_words_only() -> None:
    found = joint("You never listen to us on calls.", "We asked for feedback in May.")
    (said,) = found.sales_alone

    assert said.is_calm
    assert "never" not in said.text


def test_the_sides_stay_where_they_belong_whoever_asks() -> None:
    sales, marketing = "On Monday 12 leads were students.", "We sent 40 contacts in May."
    theirs = account_of(sales, Side.SALES, "a")
    mine = account_of(marketing, Side.MARKETING, "a")
    case = a_case(side=Side.MARKETING, text=marketing)
    found = joined(case, mine, theirs, Side.SALES, "Leads", TODAY)

    assert found.sales_alone == (Shown(sales),)
    assert found.marketing_alone == (Shown(marketing),)


def test_two_quarrels_are_named_where_each_account_reads_like_another() -> None:
    assert joint("On Monday 12 came.", "In May 3 came.", ("a", "b")).marketing_sees == "b"
    assert joint("On Monday 12 came.", "In May 3 came.").marketing_sees == ""


def test_words_of_the_other_side_in_a_pasted_thread_are_never_quoted() -> None:
    text = """Anna (sales): On Monday 12 leads were students.
Ben (marketing): We sent 40 leads in May and nobody called."""
    account = account_of(text, Side.SALES, "a")

    assert [quote.text for quote in account.quotes] == ["On Monday 12 leads were students."]
    assert account.topics == ("the quality of leads",)


def test_the_step_is_on_the_day_that_the_case_shows() -> None:
    found = joint("On Monday 12 came.", "In May 3 came.")

    assert found.step.by == a_case().step.by == date(2026, 12, 1)


def test_where_the_day_of_the_step_has_come_a_week_is_left() -> None:
    mine = account_of("On Monday 12 came.", Side.SALES, "a")
    theirs = account_of("In May 3 came.", Side.MARKETING, "a")
    late = joined(a_case(), mine, theirs, Side.MARKETING, "Leads", date(2026, 12, 1))

    assert late.step.by == date(2026, 12, 8)


@pytest.mark.parametrize(
    "accusing",
    [
        "That is a lie, 23 of them called us back.",
        "Ben is a liar and told the board so on Monday.",
        "They ignored 40 leads in May.",
        "You blamed us for 3 lost deals in May.",
        "They don't care about the 40 leads of May.",
    ],
)
def test_a_sentence_that_still_accuses_in_calmer_words_is_left_out(accusing: str) -> None:
    found = account_of(f"On Monday 12 leads were students. {accusing}", Side.SALES, "a")

    assert [quote.text for quote in found.quotes] == ["On Monday 12 leads were students."]


def test_a_sentence_that_can_be_calmed_is_kept_in_calmer_words() -> None:
    (quote,) = account_of("Your reps are lazy and never call.", Side.MARKETING, "a").quotes

    assert "lazy" not in quote.shown.text
    assert quote.shown.is_calm


def test_one_number_of_one_thing_is_where_both_agree() -> None:
    found = joint(
        "We got 212 contacts from the fair in May.", "The fair in May brought 212 contacts."
    )

    assert "212 contacts" in found.topics
    assert len(found.agree) == 1
    assert found.differ == ()


def test_numbers_of_different_things_are_not_compared() -> None:
    found = joint(
        "The fair in May cost us 400,000 euros.",
        "The fair in May did not bring more than 212 badge scans.",
    )

    assert found.agree == found.differ == ()
