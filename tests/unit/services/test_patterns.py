"""Patterns find who does what to whom, however it is spelt."""

from __future__ import annotations

import pytest

from coach.services.patterns import Matcher, compile_pattern, fold, sentences

CLASSES = {"them": "him|her|@name"}


def found(pattern: str, text: str) -> bool:
    matcher = Matcher([compile_pattern(pattern, "label", CLASSES)])
    return any(True for sentence in sentences(text) for _ in matcher.find(sentence))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("harass*", "we were harrassed"),
        ("grab* .. my|her arm", "he grabbed hold of my arm"),
        ("can't sleep", "I can’t sleep"),
        ("j'en peux", "j’en peux plus"),
        ("istifa dilekcesi", "İstifa dilekçesi imzala"),
        ("hit @them", "then he hit Nina"),
        ("hit [the] wall", "we hit wall after wall"),
        ("hit [the] wall", "we hit the wall"),
    ],
)
def test_a_pattern_is_found_in_another_spelling(pattern: str, text: str) -> None:
    assert found(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("hit @them", "hit the market"),
        ("kill .. him", "kill the campaign, then tell everybody in the team about him"),
        ("one two", "one. two"),
        ("hit wall", "the wall was hit"),
    ],
)
def test_a_pattern_is_not_found_across_gaps_sentences_or_in_another_order(
    pattern: str, text: str
) -> None:
    assert not found(pattern, text)


def test_a_pattern_of_unknown_class_or_without_words_is_refused() -> None:
    for source in ("hit @nobody", "..", "[the]"):
        with pytest.raises(ValueError, match=r"class|no word"):
            compile_pattern(source, "label", {})


def test_case_accents_and_doubled_letters_do_not_count() -> None:
    assert fold("Größe") == "grose"
    assert fold("KIZIMIZA") == fold("kızımıza")
