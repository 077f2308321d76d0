"""Who comes, and who is only spoken of."""

import pytest

from coach.domain.stages import Side
from coach.services.agendas.reading.people import read_people


def names(text: str) -> list[str]:
    return [person.name for person in read_people(text).value.people]


@pytest.mark.parametrize(
    "text",
    [
        "sales never calls our leads",
        "marketing budget for next year",
        "the AE to SDR ratio",
        "work with bad data",
        "a deal with Acme",
        "hire 6 people for outbound",
        "topic: sales ops",
        "content, events",
    ],
)
def test_who_is_spoken_of_is_not_invited(text: str) -> None:
    company = read_people(text).value

    assert company.people == ()
    assert company.headcount is None


def test_everybody_is_listed_once() -> None:
    assert names("with Ana (AE), ana (AE) and Bo") == ["Ana", "Bo"]


def test_a_name_in_small_letters_is_one_where_a_role_or_side_follows() -> None:
    assert names("with ana from sales and tom (PMM)") == ["ana", "tom"]
    assert names("with input from sales") == []


def test_a_crowd_is_a_group_with_its_number() -> None:
    company = read_people("with 40 reps and the CMO").value

    assert [person.name for person in company.people] == ["reps", "CMO"]
    assert company.headcount == 40


def test_numbers_of_people_add_up() -> None:
    assert read_people("sales (5 people) and marketing (4 people)").value.headcount == 9


def test_both_heads_are_one_of_each_side() -> None:
    people = read_people("with both heads").value.people

    assert [person.side for person in people] == [Side.SALES, Side.MARKETING]


def test_an_address_is_kept_with_its_person() -> None:
    people = read_people("with Ana Diaz <ana@example.com> (AE) and bo@example.com").value.people

    assert [(person.name, person.email) for person in people] == [
        ("Ana Diaz", "ana@example.com"), ("bo@example.com", "bo@example.com"),
    ]  # fmt: skip


def test_a_name_may_be_long_quoted_in_any_script_and_hold_pictures() -> None:
    long = "A" + "n" * 498 + "a"

    assert names(f"with {long} from sales") == [long]
    assert names('with "Smith, Jo" from sales and 李雷 (PMM)') == ["Smith, Jo", "李雷"]
    assert names("with Ana 🚀 (AE) and أحمد from marketing") == ["Ana 🚀", "أحمد"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("with Petra and Sven from sales", ["Petra sales", "Sven sales"]),
        ("with Ana (AE), Bo and Cy from marketing", ["Ana sales", "Bo marketing", "Cy marketing"]),
        ("with Bo, me and Cy from marketing", ["Bo other", "organiser other", "Cy marketing"]),
        ("with Tom, Cleo from marketing", ["Tom other", "Cleo marketing"]),
        ("with Petra from sales and her team lead Sven: routing", ["Petra sales", "Sven sales"]),
        ("with Petra from sales and Sven, her boss", ["Petra sales", "Sven sales"]),
        ("with Anna, her manager Bo and our SDR Cem", ["Anna other", "Bo other", "Cem other"]),
        ("with Ira (AE) and her boss", ["Ira sales", "boss sales"]),
        ("with Tom and two of his reps", ["Tom other", "rep 1 sales", "rep 2 sales"]),
    ],
)  # fmt: skip
def test_the_side_of_one_is_told_through_another(text: str, people: list[str]) -> None:
    found = read_people(text).value.people

    assert [f"{person.name} {person.side}" for person in found] == people


def test_a_role_that_only_repeats_the_name_is_not_said_again() -> None:
    people = read_people("with me, sales ops, two AEs and Tom (head of sales)").value.people

    assert [person.role for person in people] == ["", "", "", "", "head of sales"]


def test_each_of_a_few_from_a_team_can_own_a_question() -> None:
    company = read_people("4 AEs and two of us from marketing").value

    assert [person.side for person in company.people] == [Side.SALES] * 4 + [Side.MARKETING] * 2
    assert company.headcount is None
    assert names("12 people from sales and marketing") == ["sales", "marketing"]


def test_whoever_is_named_with_a_role_comes_whatever_follows() -> None:
    assert names("with Petra from sales and whoever she brings") == ["Petra"]
    assert names("manager approval, team lead, boss") == []
