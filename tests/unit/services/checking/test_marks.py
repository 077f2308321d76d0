"""Marks name passages one by one, in lists and in ranges."""

import pytest

from coach.services.checking.marks import cited


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("so [2]", (2,)),
        ("so [1, 3]", (1, 3)),
        ("so [1][2]", (1, 2)),
        ("so [1–3]", (1, 2, 3)),
        ("so [3-1]", (1, 3)),
        ("so [0]", (0,)),
        ("no [mark] here", ()),
        ("[12345]", ()),
    ],
)
def test_marks_name_their_passages(text: str, numbers: tuple[int, ...]) -> None:
    assert cited(text) == numbers


def test_a_huge_range_names_few() -> None:
    assert len(cited("[1-9999]")) < 30
