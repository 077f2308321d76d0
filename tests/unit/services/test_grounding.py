"""An answer is checked sentence by sentence: citations, support, figures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coach.domain.answers import Brief, Check, Message, Question, Segment
from coach.errors import SearchError
from coach.ports import Vector
from coach.services.grounding import Grounding
from tests.grounding_texts import FIRST, HITS, make_brief, verify


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
    return verify(text, brief, grounding).segments[0]


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

    assert _check(text, make_brief("We win 20 % of deals.")).check is Check.STRUCK


def test_another_language_is_checked_for_citations_and_figures_only() -> None:
    brief = make_brief("Wie oft treffen?", language="de")

    assert _check("Trefft euch wöchentlich, das hilft immer. [1]", brief).check is Check.KEPT
    assert _check("Die Quote liegt bei 29 Prozent. [2]", brief).check is Check.KEPT
    assert _check("Die Quote liegt bei 47 Prozent. [2]", brief).check is Check.STRUCK
    assert _check("Trefft euch wöchentlich. [9]", brief).check is Check.STRUCK


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
