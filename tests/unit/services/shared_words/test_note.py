"""A settled word is a note of the playbook's own form, whatever was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.shared_words import SharedWord, Word
from coach.domain.stages import Side
from coach.playbook.files import KnowledgeFile, front_matter, mapping_in
from coach.playbook.words import load_words
from coach.services.shared_words.note import note_id, note_of, short_of
from tests.fakes import START

WORD = Word(
    "qualified-lead", "qualified lead", "A qualified lead", "Who is one?", "One.", ("MQL",),
    "lead-definition-sheet", ("gone",),
)  # fmt: skip
BOTH = {Side.SALES: START, Side.MARKETING: START}


def note(draft: str) -> str:
    settled = SharedWord(id="w", word=WORD.key, draft=draft, accepted=BOTH)
    return note_of(WORD, settled, {"lead-definition-sheet"})


@pytest.mark.parametrize(
    ("draft", "short"),
    [
        ("A buyer.", "A buyer."),
        ("True:\n- One\n- Two.\n\nNever:\n- No.", "One; Two; Never: No."),
        ("1. One\n2) Two", "One; Two."),
        ("**Bold** it is", "Bold it is."),
        ("Head:", "."),
    ],
)  # fmt: skip
def test_the_short_of_it_names_every_line(draft: str, short: str) -> None:
    assert short_of(draft) == short


def test_it_has_its_names_its_sentence_its_days_and_links_only_to_what_there_is() -> None:
    text = note("A buyer who asked.")
    fence = front_matter(text)

    assert fence is not None
    matter = mapping_in(KnowledgeFile("x.md", text), fence.group(1), 1)
    assert matter["aliases"][:2] == ["qualified lead", "MQL"]
    assert matter["links"] == ["lead-definition-sheet"]
    assert "A qualified lead is for both of us: A buyer who asked." in text
    assert "Accepted by sales on 23 November 2026 and by marketing on 23 November 2026." in text
    assert note_id(WORD) == "our-qualified-lead"


@given(
    st.text(max_size=200) | st.sampled_from(["\r## Evil", "\u2028# Evil", "\x0b---", "\n  ## x"])
)
def test_whatever_is_typed_adds_no_heading_markup_or_source(draft: str) -> None:
    text = note(f"x {draft}")
    body = text.split("\n## In short\n", 1)[1]

    assert sum(line.startswith("##") for line in body.splitlines()) == 3
    assert "<" not in body
    assert "[@" not in body


def test_the_shipped_words_are_six_with_everything_filled() -> None:
    words = load_words(Path(__file__).resolve().parents[4] / "knowledge")

    assert len({word.key for word in words}) == 6
    assert all(word.said.lower().endswith(word.name) for word in words)
