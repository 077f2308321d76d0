"""Which numbers of two sentences are compared."""

from __future__ import annotations

import pytest

from coach.services.cases.counting import of_other_things, other_numbers, same_numbers


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We made 31 calls.", "I see 11 calls in the CRM."),
        ("We called 31 of the 212 contacts.", "They called 11."),
        ("We made 31 calls.", "They called 11."),
        ("They sent 40 leads in May.", "We handed over 120 leads in May."),
    ],
)
def test_other_numbers_of_one_noun_or_verb_are_other_numbers(a: str, b: str) -> None:
    assert other_numbers(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The fair cost 400,000.", "It brought 212 badge scans."),
        ("We sent 40 leads.", "They sent 3 mails."),
        ("We answered after two days.", "The fair lasted nine days."),
    ],
)
def test_numbers_of_different_things_are_never_compared(a: str, b: str) -> None:
    assert not other_numbers(a, b)
    assert same_numbers(a, b) == ()


def test_one_number_is_the_same_however_its_thousands_are_set_off() -> None:
    assert same_numbers("We had 1,200 scans.", "1200 badge scans came in.") == ("1200 scans",)


def test_a_length_of_time_alone_is_no_number_in_common() -> None:
    assert same_numbers("We called after 5 days.", "The fair took 5 days.") == ()


def test_sentences_with_numbers_of_nothing_in_common_are_told_apart() -> None:
    assert of_other_things("It cost 400,000 euros.", "We had 212 scans.")
    assert not of_other_things("It cost 400,000 euros.", "We had many scans.")
