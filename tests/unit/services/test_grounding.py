"""An answer is checked sentence by sentence: citations, support, figures."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.answers import Brief, Check, Message, Question, Segment
from coach.errors import SearchError
from coach.ports import Vector
from coach.services.grounding import Grounding, Verification
from tests.fakes import hit

WEEKLY = (
    "Meet for thirty minutes each week at a fixed time, with three to six people, to solve one"
    " blocked problem rather than to read reports. If nothing needs deciding, cancel and send the"
    " numbers."
)
SURVEY = (
    "A related survey puts lead conversion at 29 % where they collaborate and 24 % where they"
    " don't. Sellers set the order, marketers decide on form."
)
FIRST = WEEKLY.partition(". ")[0]
HITS = (hit(WEEKLY, 1), hit(SURVEY, 2, "collaboration-and-results"))


class CountingEmbedder:
    """Counts its calls; every text has the same vector."""

    name = "counting"
    dimensions = 2

    def __init__(self, error: bool = False) -> None:
        self.texts: list[str] = []
        self._error = error

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self._error:
            raise SearchError("It broke.")
        self.texts += texts
        return [(1.0, 0.0) for _ in texts]


def _check(text: str, brief: Brief | None = None, grounding: Grounding | None = None) -> Segment:
    return _verify(text, brief, grounding).segments[0]


def _verify(
    text: str, brief: Brief | None = None, grounding: Grounding | None = None
) -> Verification:
    verification = (grounding or Grounding(None)).verification(brief or _brief())
    verification.feed(text)
    verification.end()
    return verification


def _brief(text: str = "How do we meet?", **more: object) -> Brief:
    return Brief(Question(text), HITS, **more)  # type: ignore[arg-type]


def test_a_sentence_from_its_passage_stands_without_an_embedding() -> None:
    embedder = CountingEmbedder()

    segment = _check(f"- **What:** {FIRST} [1]", grounding=Grounding(embedder))

    assert segment.check is Check.KEPT
    assert embedder.texts == []


def test_a_paraphrase_stands() -> None:
    text = "Meet each week for half an hour at a fixed time to solve one blocked problem. [1]"

    assert _check(text).check is Check.KEPT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Meet for thirty minutes each week to read reports rather than solve one blocked"
         " problem. [1]", "Passage 1 says otherwise."),
        ("If nothing needs deciding, don't cancel and don't send the numbers. [1]",
         "Passage 1 says otherwise."),
        ("Marketers set the order, sellers decide on form. [2]", "Passage 2 says otherwise."),
        ("Comp plans are renegotiated with the works council every spring. [1]",
         "Passage 1 does not say this."),
        ("Lead conversion is 29 % where they collaborate. [1]",
         "The figure 29 % stands neither in passage 1 nor in your question."),
        ("Meet for sixty minutes each week with three to six people. [1]",
         "The figure sixty minutes stands neither in passage 1 nor in your question."),
        ("Meet for thirty minutes each month at a fixed time. [1]",
         "The figure each month stands neither in passage 1 nor in your question."),
        ("A survey puts lead conversion at 24 % where they collaborate. [2]",
         "Passage 2: 24 % is said of something else there."),
        ("It pays seven times over, as Harvard found. [1, 2]",
         "The figure seven times stands neither in passages 1 and 2 nor in your question."),
    ],
)  # fmt: skip
def test_what_the_passage_does_not_say_is_struck_with_its_reason(text: str, reason: str) -> None:
    segment = _check(text)

    assert segment == Segment(text, Check.STRUCK, reason)


def test_a_sentence_that_cites_only_what_is_not_there_is_struck() -> None:
    assert _check("Meet weekly. [9]").reason == "There is no passage 9."
    assert _check("Meet weekly. [0][7]").reason == "There is no passages 0 and 7."


def test_a_wrong_mark_beside_a_right_one_is_marked() -> None:
    verification = _verify(f"{FIRST} [1][9]")

    assert verification.segments[0].check is Check.MARKED
    assert [c.n for c in verification.citations] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "That sounds tiring, and it can be mended.",
        "What happened in the last three weeks?",
        "Give it two weeks and talk to five sellers.",
        "### This week",
        "**First steps:**",
        "1. Ask both sides.",
        "Do your own research before the talk.",
    ],
)
def test_advice_questions_and_kind_words_need_no_source(text: str) -> None:
    assert _check(text) == Segment(text, Check.KEPT)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Studies show that teams who pray together stay together.", Check.STRUCK),
        ("About 70 % of leads are never called.", Check.STRUCK),
        ("Conversion is 29 % where they collaborate.", Check.MARKED),
        ("A deal takes nine months on average.", Check.STRUCK),
        ("This doubles revenue.", Check.STRUCK),
        ("It was founded in 1987.", Check.STRUCK),
        ("A survey puts lead conversion at 29 % where they collaborate.", Check.MARKED),
    ],
)
def test_facts_without_a_source_are_struck_or_marked(text: str, check: Check) -> None:
    segment = _check(text)

    assert segment.check is check
    assert segment.reason


def test_figures_of_the_person_and_of_a_calculation_stand() -> None:
    brief = Brief(
        Question("We win 20 % of deals.", (Message("user", "The target is 2.4M €."),)),
        HITS,
        facts=("You need 400 opportunities.",),
    )

    assert (
        _check("With a fifth won, 2,400,000 € need 400 opportunities.", brief).check is Check.KEPT
    )
    assert _check("With 25 % won you need fewer.", brief).check is Check.STRUCK


def test_a_figure_of_the_person_is_no_evidence() -> None:
    text = "A survey shows that firms win 20 % of deals. [2]"

    assert _check(text, _brief("We win 20 % of deals.")).check is Check.STRUCK


def test_another_language_is_checked_for_citations_and_figures_only() -> None:
    brief = _brief("Wie oft treffen?", language="de")

    assert _check("Trefft euch wöchentlich, das hilft immer. [1]", brief).check is Check.KEPT
    assert _check("Die Quote liegt bei 29 Prozent. [2]", brief).check is Check.KEPT
    assert _check("Die Quote liegt bei 47 Prozent. [2]", brief).check is Check.STRUCK
    assert _check("Trefft euch wöchentlich. [9]", brief).check is Check.STRUCK


def test_a_citation_shows_the_passage_as_it_stands() -> None:
    verification = _verify(f"{WEEKLY} [1] Nobody ever said 99 %. [2]")

    (citation,) = verification.citations
    passage = HITS[0].passage
    assert (citation.n, citation.note, citation.quote) == (1, passage.note, passage.text)
    assert (citation.file, citation.start, citation.end) == (passage.file, 0, len(passage.text))


def test_the_open_sentence_is_being_checked() -> None:
    verification = Grounding(None).verification(_brief())
    verification.feed("That happens. And so")

    kept, open_one = verification.segments
    assert (kept.check, kept.text) == (Check.KEPT, "That happens. ")
    assert (open_one.check, open_one.text) == (Check.CHECKING, "And so")


def test_a_doubtful_sentence_costs_one_embedding_once_its_passage_is_known() -> None:
    embedder = CountingEmbedder()
    grounding = Grounding(embedder)
    doubtful = "Gather a handful of folks weekly and clear the one blocked problem. [1]"
    _check(doubtful, grounding=grounding)
    embedder.texts.clear()

    _check(doubtful, grounding=grounding)

    assert len(embedder.texts) == 1


def test_a_broken_embedder_leaves_the_check_by_words() -> None:
    doubtful = "Gather a handful of folks weekly and clear the one blocked problem. [1]"

    assert _check(doubtful, grounding=Grounding(CountingEmbedder(error=True))) == _check(doubtful)


_PARTS = st.sampled_from(
    ["Meet weekly. ", "[1]", " [9] ", "29 %", "\n", "- ", "Studies show it. ", "e.g. ", '"', "[",
     "Cancel and send the numbers. ", "each month", "**", "Sellers set the order", ". "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PARTS, max_size=12).map("".join), st.lists(st.integers(0, 150), max_size=6))
def test_what_comes_out_does_not_depend_on_the_pieces(text: str, places: list[int]) -> None:
    grounding = Grounding(None)
    pieces = grounding.verification(_brief())
    edges = sorted({0, len(text), *(place for place in places if place < len(text))})
    for start, end in zip(edges, [*edges, len(text)][1:], strict=True):
        pieces.feed(text[start:end])
        assert "".join(s.text for s in pieces.segments) == text[:end]
    pieces.end()

    whole = _verify(text, grounding=grounding)
    assert pieces.segments == whole.segments
    assert pieces.citations == whole.citations


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "de", "ja"]))
def test_any_text_is_checked(text: str, language: str) -> None:
    verification = _verify(f"{text} [1]", _brief(language=language))

    assert "".join(s.text for s in verification.segments) == f"{text} [1]"


def test_naughty_strings_are_checked() -> None:
    file = Path(__file__).parents[2] / "data" / "naughty_strings" / "blns.json"
    grounding = Grounding(None)
    for text in json.loads(file.read_text(encoding="utf-8")):
        verification = _verify(f"{text} [1]", grounding=grounding)
        assert "".join(s.text for s in verification.segments) == f"{text} [1]"
