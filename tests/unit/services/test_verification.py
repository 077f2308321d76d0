"""A whole text is checked as it comes: what is open, what it cites, whatever it holds."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.answers import Check
from coach.services.grounding import Grounding
from coach.settings import ROOT
from tests.grounding_texts import FIRST, HITS, WEEKLY, make_brief, verify

_PARTS = st.sampled_from(
    ["Meet weekly. ", "[1]", " [9] ", "29 %", "\n", "- ", "Studies show it. ", "e.g. ", '"', "[",
     "Cancel and send the numbers. ", "each month", "**", "Sellers set the order", ". "]
)  # fmt: skip


def test_a_wrong_mark_beside_a_right_one_is_marked() -> None:
    verification = verify(f"{FIRST} [1][9]")

    assert verification.segments[0].check is Check.MARKED
    assert [c.n for c in verification.citations] == [1]


def test_a_citation_shows_the_passage_as_it_stands() -> None:
    verification = verify(f"{WEEKLY} [1] Nobody ever said 99 %. [2]")

    (citation,) = verification.citations
    passage = HITS[0].passage
    assert (citation.n, citation.note, citation.quote) == (1, passage.note, passage.text)
    assert (citation.file, citation.start, citation.end) == (passage.file, 0, len(passage.text))


def test_the_open_sentence_is_being_checked() -> None:
    verification = Grounding(None).verification(make_brief())
    verification.feed("That happens. And so")

    kept, open_one = verification.segments
    assert (kept.check, kept.text) == (Check.KEPT, "That happens. ")
    assert (open_one.check, open_one.text) == (Check.CHECKING, "And so")


@settings(max_examples=60, deadline=None)
@given(st.lists(_PARTS, max_size=12).map("".join), st.lists(st.integers(0, 150), max_size=6))
def test_what_comes_out_does_not_depend_on_the_pieces(text: str, places: list[int]) -> None:
    grounding = Grounding(None)
    pieces = grounding.verification(make_brief())
    edges = sorted({0, len(text), *(place for place in places if place < len(text))})
    for start, end in zip(edges, [*edges, len(text)][1:], strict=True):
        pieces.feed(text[start:end])
        assert "".join(s.text for s in pieces.segments) == text[:end]
    pieces.end()

    whole = verify(text, grounding=grounding)
    assert pieces.segments == whole.segments
    assert pieces.citations == whole.citations


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "de", "ja"]))
def test_any_text_is_checked(text: str, language: str) -> None:
    verification = verify(f"{text} [1]", make_brief(language=language))

    assert "".join(s.text for s in verification.segments) == f"{text} [1]"


def test_naughty_strings_are_checked() -> None:
    file = ROOT / "tests" / "data" / "naughty_strings" / "blns.json"
    grounding = Grounding(None)
    for text in json.loads(file.read_text(encoding="utf-8")):
        verification = verify(f"{text} [1]", grounding=grounding)
        assert "".join(s.text for s in verification.segments) == f"{text} [1]"
