"""Sentences end where a reader of Markdown would end them, however the text came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.services.checking.sentences import Sentences, split

_TEXT = st.text(alphabet='aB2. !?\n[]()"*-#:,“”…。eg', max_size=80)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Meet weekly. Start small.", ["Meet weekly. ", "Start small."]),
        ("Meet weekly. [2] Start small. [1][3]", ["Meet weekly. [2] ", "Start small. [1][3]"]),
        ("Meet weekly [2]. Start.", ["Meet weekly [2]. ", "Start."]),
        ("Meet weekly.[2] Start.", ["Meet weekly.[2] ", "Start."]),
        ("Use a board, e.g. one page, i.e. A4.", ["Use a board, e.g. one page, i.e. A4."]),
        ("Kotler et al. Found it. Then?", ["Kotler et al. Found it. ", "Then?"]),
        ("Within 72 h. after it.", ["Within 72 h. after it."]),
        ("It costs 3.5 hours. Fine.", ["It costs 3.5 hours. ", "Fine."]),
        ("See example.com for it. Go.", ["See example.com for it. ", "Go."]),
        ('Say: "I was wrong. May I?" Then go.', ['Say: "I was wrong. May I?" ', "Then go."]),
        ("1. Meet. [1]\n2. Thank.\n", ["1. Meet. [1]\n", "2. Thank.\n"]),
        ("- One\n- Two\n\nThree", ["- One\n", "- Two\n\n", "Three"]),
        ("## Heading\nText here.", ["## Heading\n", "Text here."]),
        ("**Sales, by Friday:** call. Go.", ["**Sales, by Friday:** call. ", "Go."]),
        ("Say thanks!\n\nReally? Yes…", ["Say thanks!\n\n", "Really? ", "Yes…"]),
        ("これは文。次の文。おわり", ["これは文。", "次の文。", "おわり"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_wrapped_line_goes_on_and_a_short_line_ends() -> None:
    wrapped = (
        "Meet for thirty minutes each week at a fixed time, with three to six people,\nMonday best."
    )

    assert split(wrapped) == [wrapped]
    assert split("Two rules\nOne page.") == ["Two rules\n", "One page."]


def test_a_mark_that_is_still_coming_holds_the_sentence_open() -> None:
    sentences = Sentences()
    sentences.feed("Meet weekly. [")

    assert sentences.done == []

    sentences.feed("2] Then start with something small.")

    assert sentences.done == ["Meet weekly. [2] "]
    assert sentences.rest == "Then start with something small."


@given(_TEXT)
def test_nothing_is_lost_and_no_sentence_is_empty(text: str) -> None:
    sentences = split(text)

    assert "".join(sentences) == text
    assert all(sentences)


@given(_TEXT, st.lists(st.integers(0, 80), max_size=8))
def test_the_cut_does_not_depend_on_the_pieces(text: str, places: list[int]) -> None:
    sentences = Sentences()
    edges = sorted({0, len(text), *(place for place in places if place < len(text))})
    for start, end in zip(edges, [*edges, len(text)][1:], strict=True):
        sentences.feed(text[start:end])
        assert "".join(sentences.done) + sentences.rest == text[:end]
    sentences.end()

    assert sentences.done == split(text)
