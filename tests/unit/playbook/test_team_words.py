"""Whoever asks what a settled word means gets the team's own note first, and nobody else does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from coach.domain.notes import OWN, Kind, Note, Playbook
from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.playbook.team_words import TeamWords

COVERAGE = Coverage(best_cosine=None, term_share=0.5, known_terms=0.5)


def note(id_: str, file: str, *aliases: str) -> Note:
    return Note(id=id_, kind=Kind.PRACTICE, title=id_, summary="", file=file, aliases=aliases)


def passage(note_id: str, heading: str) -> Passage:
    return Passage(
        id=f"{note_id}-{heading}", note=note_id, kind=Kind.PRACTICE, title=note_id,
        heading=heading, text="", file="", start=0, end=0,
    )  # fmt: skip


@dataclass
class Index:
    """`PassageIndex` that finds the shipped note, and of ours one passage at the end."""

    asked: list[str] = field(default_factory=list)

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        self.asked.append(text)
        found = [passage("shipped", "In short"), passage("our-lead", "Watch")]
        hits = [Hit(p, n, 9.0 / n, None, 2.0) for n, p in enumerate(found, 1)]
        return Findings(tuple(hits), COVERAGE)

    def passages(self, note: str) -> Sequence[Passage]:
        return [passage(note, "In short"), passage(note, "Watch")]


OURS = note("our-lead", f"{OWN}our-words/our-lead.md", "qualified lead", "MQL")
OTHER = note("our-lead2", f"{OWN}our-words/our-lead2.md", "lead")
THEIRS = note("theirs", f"{OWN}theirs.md", "gold lead")


def found(text: str, *notes: Note, k: int = 8) -> list[str]:
    index = TeamWords(Index(), Playbook(notes=notes or (OURS, THEIRS), sources=()))
    return [hit.passage.id for hit in index.find(text, k=k).hits]


@pytest.mark.parametrize(
    "text",
    [
        "what is a qualified lead for us?", "What's an MQL", "MQL?", "qualified leads",
        "our qualified lead", "who counts as a qualified lead", "what do we mean by qualified lead",
        "How did we define qualified-lead?", "define mql", "what does MQL mean", "mql definition",
        "when is a lead a qualified lead",
    ],
)  # fmt: skip
def test_who_asks_what_it_means_gets_the_whole_note_first(text: str) -> None:
    assert found(text) == ["our-lead-In short", "our-lead-Watch", "shipped-In short"]


@pytest.mark.parametrize(
    "text",
    [
        "We argue about every qualified lead", "Sales ignores our MQLs, how do I say that?",
        "How many qualified leads do we owe?", "what is a lead?", "what is a gold lead?", "",
        "write a mail about qualified leads", "what is an MQLX?",
        "what is the qualified lead problem in talks with sales?", "our MQL numbers are down",
        "what is an MQL worth?",
    ],
)  # fmt: skip
def test_who_asks_for_something_else_gets_what_the_search_found(text: str) -> None:
    assert found(text) == ["shipped-In short", "our-lead-Watch"]


def test_the_longest_name_decides_and_no_more_than_asked_for_come_back() -> None:
    assert found("what is a qualified lead?", OTHER, OURS, k=1) == ["our-lead-In short"]


def test_ranks_go_on_and_its_scores_are_the_best() -> None:
    index = TeamWords(Index(), Playbook(notes=(OURS,), sources=()))
    hits = index.find("what is an MQL?").hits

    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert hits[0].score == hits[1].score > hits[2].score
    assert hits[1].bm25 == 2.0
    assert index.passages("our-lead")[0].heading == "In short"
