"""A mention is found where each letter of it is replaced; what else is replaced counts as wrong."""

from __future__ import annotations

from coach.evaluation.counting import Count
from coach.evaluation.names import NamedText, counts, read_all, table
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming

NAMING = Naming(Finder(), on=True)


def read(*texts: str, half: str = "tuned") -> dict[str, Count]:
    named = [NamedText.model_validate({"half": half, "manner": "m", "text": t}) for t in texts]
    return counts(read_all(named, NAMING))


def test_mentions_and_headers_are_counted_apart() -> None:
    text = "From: {{Ana Silva}} <{{ana@x.example}}>\nTo: {{Bob}}\n\nHi {Bob}, call {them}."

    assert read(text) == {"mentions": Count(4, 5), "headers": Count(3, 3), "wrong": Count(0, 4)}


def test_what_is_replaced_without_a_mark_is_wrong() -> None:
    assert read("I told Bob and {Ana}.")["wrong"] == Count(1, 2)


def test_half_a_name_is_not_found() -> None:
    assert read("I told {Bob and the rest}.")["mentions"] == Count(0, 1)


def test_the_table_counts_each_half() -> None:
    texts = [NamedText(half="reported", manner="m", text="I told {Bob}.")]

    assert table(read_all(texts, NAMING)).splitlines()[2:] == [
        "| tuned | 0 | 0 of 0 | 0 of 0 | 0 of 0 |",
        "| reported | 1 | 1 of 1 | 0 of 0 | 0 of 1 |",
    ]
