"""Telling words are those few passages hold; endings do not matter."""

from coach.playbook.composing.terms import Terms, share, terms_in

TEXTS = ("sales call leads", "sales write rules", "sales thank marketing")


def test_a_word_in_every_text_tells_nothing() -> None:
    assert set(Terms(TEXTS).weigh("sales rules")) == terms_in("rules")


def test_words_the_notes_do_not_know_are_left_out() -> None:
    assert Terms(TEXTS).weigh("zebra") == {}


def test_endings_do_not_matter() -> None:
    assert terms_in("tries weekly meetings leads") == terms_in("try week meeting lead")


def test_words_that_only_ask_are_no_terms() -> None:
    assert terms_in("What should we do, and how?") == frozenset()


def test_a_wall_of_letters_is_no_word() -> None:
    assert terms_in("a" * 20_000) == frozenset()


def test_the_share_is_of_the_weight() -> None:
    assert share({"a": 3.0, "b": 1.0}, {"a"}) == 0.75
    assert share({}, {"a"}) == 0.0
