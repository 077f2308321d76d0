import pytest

from coach.domain.answers import Check, Segment


@pytest.mark.parametrize("check", [Check.CHECKING, Check.KEPT, Check.MARKED])
def test_what_is_not_struck_stands_as_it_is(check: Check):
    assert Segment("- Meet weekly. [1]\n", check).standing == "- Meet weekly. [1]\n"


def test_of_a_struck_sentence_only_the_end_of_its_line_stands():
    assert Segment("- Half never meet. [1]\n\n", Check.STRUCK).standing == "\n\n"
    assert Segment("Half never meet. ", Check.STRUCK).standing == ""
