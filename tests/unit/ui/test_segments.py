"""Struck and marked sentences in the text of an answer."""

from __future__ import annotations

import pytest

from coach.domain.answers import Check, Segment
from coach.ui.segments import growing, marked_up


def test_kept_and_growing_sentences_are_shown_as_they_are() -> None:
    segments = [Segment("One. ", Check.KEPT), Segment("Tw", Check.CHECKING)]

    assert marked_up(segments) == "One. Tw"


def test_a_struck_sentence_is_crossed_out() -> None:
    segments = [Segment("One. ", Check.KEPT), Segment("Two. ", Check.STRUCK, "no source")]

    assert marked_up(segments) == "One. ~~Two.~~"


def test_a_struck_list_item_stays_a_list_item() -> None:
    segments = [
        Segment("- **Who:** one [1]\n", Check.STRUCK),
        Segment("- two", Check.KEPT),
    ]

    assert marked_up(segments, [1]) == "- ~~**Who:** one\u00a0:gray-badge[1]~~\n- two"


def test_several_struck_lines_are_crossed_out_one_by_one() -> None:
    assert marked_up([Segment("one\n\ntwo\n", Check.STRUCK)]) == "~~one~~\n\n~~two~~"


def test_a_doubtful_sentence_gets_a_small_mark_before_the_space() -> None:
    segments = [Segment("One. ", Check.MARKED, "no source"), Segment("Two.", Check.KEPT)]

    assert marked_up(segments) == "One.:gray[†] Two."


def test_an_answer_cannot_cross_itself_out() -> None:
    assert marked_up([Segment("\ue000x\ue001 ~~y~~", Check.KEPT)]) == r"x \~\~y\~\~"


@pytest.mark.parametrize(
    "text",
    [
        "One.",
        "One.\n\nTwo [1].\n\n- three\n- four",
        "Do:\n\n1. one\n2. two\n\n3. three",
        "```\na\n\nb\n```\n\nafter",
        "```\na\n\nb",
    ],
)
def test_a_growing_answer_looks_like_the_finished_one(text: str) -> None:
    segments = [Segment(text, Check.CHECKING)]

    assert growing(segments, [1]).replace("\n\n", "\n") == (
        marked_up(segments, [1]).replace("\n\n", "\n")
    )
