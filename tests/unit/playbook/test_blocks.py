"""Prose is cut into paragraphs, items and sentences that stand alone."""

import pytest

from coach.playbook.composing.blocks import Block, blocks_of, leans


def test_wrapped_lines_belong_to_one_block() -> None:
    blocks = blocks_of("Meet every\nweek.\n\n- **Both, by\n  Friday:** talk.\n- Then\n  stop.")

    assert blocks == (
        Block("Meet every week."),
        Block("**Both, by Friday:** talk.", item=True),
        Block("Then stop.", item=True),
    )


def test_table_rows_are_no_prose() -> None:
    assert blocks_of("| a | b |\n|---|---|\n\nText.") == (Block("Text."),)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ('Say: "Sorry. I was late." Then wait.', ('Say: "Sorry. I was late."', "Then wait.")),
        ("It took 2.5 hours. 37 % agreed (Kotler. HBR 2006).", None),
        ("no capital. follows here", ("no capital. follows here",)),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: tuple[str, ...] | None) -> None:
    found = Block(text).sentences

    assert " ".join(found) == text
    assert sentences is None or found == sentences


def test_a_quotation_or_bracket_is_never_cut_in_two() -> None:
    found = Block('He said "No. Never. Go." (It was late. Very late.) We left.').sentences

    assert all(s.count('"') % 2 == 0 and s.count("(") == s.count(")") for s in found)


def test_the_bold_run_in_is_the_label() -> None:
    block = Block("**Head of sales, by Friday:** talk.", item=True)

    assert (block.label, block.body) == ("Head of sales, by Friday", "talk.")


@pytest.mark.parametrize("sentence", ["It fits.", "Then stop.", "Send it today.", "The next is x."])
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize("sentence", ["Itemise costs.", "Meet weekly.", "Theory helps."])
def test_a_sentence_that_stands_alone_does_not_lean(sentence: str) -> None:
    assert not leans(sentence)
