from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.answers import Brief, Check, Finish, Question
from coach.errors import AuthorUnreachable
from coach.ports import Author
from coach.services.grounding import Grounding
from coach.services.writing import TAKEN_OVER, Writing
from tests.fakes import FakeAuthor, hit

HITS = (
    hit("Meet for thirty minutes each week at a fixed time.", 1),
    hit("Open with one specific thank-you in each direction.", 2),
)
BRIEF = Brief(Question("how often should we meet?"), HITS)
TRUE = "Meet for thirty minutes each week. [1] "
FALSE = "Meetings raise win rates by 38 %. [1] "
PLAYBOOK = ("Open with one specific thank-you. [2]\n", "Meet for thirty minutes each week. [1]\n")


def _model(*scripts: list[str], error: AuthorUnreachable | None = None) -> FakeAuthor:
    return FakeAuthor(list(scripts), "small", error, Finish("model", "small"))


def _written(author: Author, brief: Brief = BRIEF) -> Writing:
    writing = Writing(brief, author, FakeAuthor([PLAYBOOK]), Grounding(None))
    for _ in writing:
        pass
    return writing


def _kept(writing: Writing) -> str:
    return "".join(s.text for s in writing.segments if s.check is not Check.STRUCK)


def test_the_playbook_counts_its_sources_as_they_are_read():
    playbook = FakeAuthor([PLAYBOOK])
    writing = Writing(BRIEF, playbook, playbook, Grounding(None))
    for _ in writing:
        pass

    assert _kept(writing).startswith("Open with one specific thank-you. [1]")
    assert [c.quote for c in writing.citations] == [HITS[1].passage.text, HITS[0].passage.text]


def test_a_struck_lead_is_asked_for_once_more_and_put_in_its_place():
    model = _model([FALSE, "Open with one specific thank-you. [2]"], [TRUE])
    writing = _written(model)

    assert [s.check for s in writing.segments[:2]] == [Check.STRUCK, Check.KEPT]
    assert _kept(writing).startswith(TRUE)
    repair = model.briefs[1].repair
    assert repair is not None
    assert repair.sentence == FALSE.strip()
    assert repair.rest == "Open with one specific thank-you. [2]"
    assert "38 %" in repair.reason


def test_another_lead_is_asked_for_without_what_else_was_struck():
    model = _model([FALSE, FALSE, TRUE], [TRUE])
    _written(model)

    repair = model.briefs[1].repair
    assert repair is not None
    assert repair.rest == TRUE.strip()


def test_a_lead_that_holds_costs_one_call():
    model = _model([TRUE, FALSE])
    writing = _written(model)

    assert len(model.briefs) == 1
    assert _kept(writing).strip() == TRUE.strip()


def test_a_model_that_fails_at_once_gives_way_to_the_playbook():
    writing = _written(_model([], error=AuthorUnreachable("Nobody answers.")))

    assert writing.finish.author == "playbook"
    assert TAKEN_OVER not in _kept(writing)
    assert writing.warnings == ["Nobody answers. The playbook answers instead."]


def test_a_model_that_fails_in_the_middle_keeps_its_finished_sentences():
    writing = _written(_model([TRUE, "Open with one"], error=AuthorUnreachable("Cut off.")))

    assert _kept(writing).startswith(TRUE + TAKEN_OVER)
    assert "[2]" in _kept(writing).split(TAKEN_OVER)[1]


def test_an_answer_of_which_nothing_holds_gives_way_to_the_playbook():
    writing = _written(_model([FALSE]))

    assert writing.finish.author == "playbook"
    assert "38 %" not in _kept(writing)


def test_an_interrupted_answer_is_read_again_before_it_goes_on():
    brief = replace(BRIEF, question=replace(BRIEF.question, so_far=TRUE))
    writing = _written(_model(["Open with one specific thank-you. [2]"]), brief)

    assert _kept(writing).startswith(TRUE)
    assert [c.n for c in writing.citations] == [1, 2]


@pytest.mark.parametrize("author", ["model", "playbook"])
def test_a_cancelled_answer_stops_at_once(author: str):
    model = _model([TRUE, "Open with one specific thank-you. [2]"])
    playbook = FakeAuthor([PLAYBOOK])
    writing = Writing(BRIEF, model if author == "model" else playbook, playbook, Grounding(None))
    steps = iter(writing)
    next(steps)
    writing.cancel()
    for _ in steps:
        pass

    assert len(_kept(writing)) < 45
    assert writing.warnings == []
