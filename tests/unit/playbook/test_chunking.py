"""Notes become passages that are whole, findable and lead back to their place in the file."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coach.domain.formulas import Formula
from coach.domain.notes import (
    AgendaItem,
    Credit,
    Kind,
    Meeting,
    Metric,
    Note,
    Outcome,
    Section,
    StageNote,
)
from coach.domain.stages import Stage
from coach.playbook.chunking import LONGEST, passages_of
from tests.small_playbook import CONFLICT

SOURCE = """\
---
kind: practice
title: Say thank you
summary: Thank the other side in front of others,
  once a week.
aliases: [gratitude]
---

## In short

Say it in public, with what it changed.

## This week

- **Head of sales, by Friday:** thank one marketer.
- **Head of marketing, by Friday:** thank one seller
  in front of the team.
"""


def note(source: str = SOURCE, **fields: object) -> Note:
    starts = [i for i in range(len(source)) if source.startswith("## ", i)]
    sections = tuple(
        Section(raw.splitlines()[0][3:], raw.partition("\n")[2].strip(), start, end)
        for start, end in zip(starts, [*starts[1:], len(source)], strict=True)
        for raw in [source[start:end]]
    )
    values = {
        "id": "thanks",
        "kind": Kind.PRACTICE,
        "title": "Say thank you",
        "summary": "Thank the other side in front of others, once a week.",
        "file": "practices/thanks.md",
        "aliases": ("gratitude",),
        "sections": sections,
    }
    return Note(**{**values, **fields})


def test_each_section_is_one_passage_after_the_summary() -> None:
    headings = [p.heading for p in passages_of(note(), SOURCE)]

    assert headings == ["Summary", "In short", "This week"]


def test_offsets_lead_to_the_very_words_in_the_file() -> None:
    for passage in passages_of(note(), SOURCE)[1:]:
        assert SOURCE[passage.start : passage.end] == passage.text


def test_the_summary_leads_to_its_lines_in_the_front_matter() -> None:
    summary = passages_of(note(), SOURCE)[0]

    place = SOURCE[summary.start : summary.end]
    assert place.startswith("summary: Thank")
    assert place.endswith("once a week.")


def test_only_the_summary_carries_the_aliases() -> None:
    aliases = [p.aliases for p in passages_of(note(), SOURCE)]

    assert aliases == [("gratitude",), (), ()]


def test_the_same_words_keep_their_id_wherever_they_stand() -> None:
    moved = SOURCE.replace("aliases:", "follow_ups: [Why?]\naliases:")

    before = {p.id for p in passages_of(note(), SOURCE)}
    after = {p.id for p in passages_of(note(moved), moved)}

    assert before == after


def test_changed_words_get_another_id_and_the_rest_keep_theirs() -> None:
    changed = SOURCE.replace("thank one marketer", "thank two marketers")

    before = [p.id for p in passages_of(note(), SOURCE)]
    after = [p.id for p in passages_of(note(changed), changed)]

    assert before[:2] == after[:2]
    assert before[2] != after[2]


def long_section(blocks: list[str]) -> str:
    return "---\nsummary: s\n---\n## In short\n\n" + "\n\n".join(blocks) + "\n"


def test_a_long_section_is_cut_between_paragraphs_and_loses_nothing() -> None:
    blocks = [f"Paragraph {i}. " + f"word{i} " * 70 for i in range(9)]
    blocks = [block.strip() for block in blocks]
    source = long_section(blocks)

    pieces = passages_of(note(source), source)[1:]

    assert len(pieces) == 3
    assert all(len(p.text.split()) <= LONGEST for p in pieces)
    assert "\n\n".join(p.text for p in pieces) == "\n\n".join(blocks)
    assert all(source[p.start : p.end] == p.text for p in pieces)


def test_a_paragraph_that_is_itself_too_long_is_cut_between_sentences() -> None:
    sentences = [f"Sentence {i} has " + "many " * 30 + "words." for i in range(20)]
    source = long_section([" ".join(sentences)])

    pieces = passages_of(note(source), source)[1:]

    assert len(pieces) > 1
    assert all(p.text.endswith("words.") for p in pieces)
    assert " ".join(p.text for p in pieces) == " ".join(sentences)


def test_a_short_rest_stays_with_the_paragraph_before_it() -> None:
    source = long_section(["word " * 210 + "end.", "A short rest of the section, far too short."])

    assert len(passages_of(note(source), source)) == 2


def test_a_source_mark_in_the_file_does_not_shift_the_place_of_a_piece() -> None:
    blocks = ["First [@hbr-2006]. " + "word " * 150 + "end.", "Second. " + "word " * 150 + "end."]
    source = long_section(blocks)
    marked = note(source)
    section = marked.sections[0]
    section = replace(section, text=section.text.replace("[@hbr-2006]", "(Kotler 2006)"))

    pieces = passages_of(replace(marked, sections=(section,)), source)[1:]

    assert "(Kotler 2006)" in pieces[0].text
    assert [source[p.start : p.end] for p in pieces] == blocks


def fields(kind: Kind, **more: object) -> dict[str, object]:
    return {"id": "n", "kind": kind, "title": "T", "summary": "S.", "file": "n.md", **more}


HALF = Formula(
    expression="100 * a / all_leads",
    terms=(("a", "some"), ("all_leads", "all")),
    given=(("a", Decimal(1)), ("all_leads", Decimal(2))),
    result=Decimal(50),
)
TALK = Meeting(
    **fields(Kind.MEETING),
    purpose="Talk",
    who="Both heads",
    cadence="weekly",
    minutes=30,
    items=(AgendaItem("What changed?", Outcome.DECIDE, "the host", 10, 5, "", "Agreed."),),
)
TYPED = [
    (
        TALK,
        "Agenda",
        "1. What changed? (decide, the host, 10 min) Done when: Agreed.",
        "purpose: Talk\nminutes: 30\nitems:\n  - question: What changed?",
    ),
    (
        Metric(
            **fields(Kind.METRIC),
            formula=HALF,
            unit="per cent",
            owner="ops",
            counts=Credit.SOURCED,
        ),
        "Formula",
        "100 × a / all leads, in per cent. A: some. All leads: all. "
        "For example, with a 1 and all leads 2 it is 50 per cent. Owner: ops. "
        "It counts what marketing sourced.",
        "formula:\n  expression: 100 * a / all_leads\nunit: per cent",
    ),
    (
        StageNote(**fields(Kind.STAGE), stage=Stage.DEFINED, grid=(("lead_word", "Written."),)),
        "At a glance",
        "- Lead word: Written.",
        "grid:\n  lead_word: Written.",
    ),
    (
        replace(CONFLICT, signals=("they never call",), sections=()),
        "Signals",
        "- they never call",
        "signals:\n  - they never call",
    ),
    (
        replace(CONFLICT, sections=()),
        "Options",
        "- Mark ten leads apart. Cost to sales: An hour of selling time. "
        "Cost to marketing: Doubt about its leads.\n- Let one",
        "options:\n  - what: Mark ten leads apart.\n    cost_to_sales: An hour of selling time.",
    ),
    (
        replace(CONFLICT, sections=()),
        "Questions to ask",
        "Ask sales:\n- Which lead was good?\n- What did you try?\n- What would help?\n\n"
        "Ask marketing:\n- Which lead was lost?\n",
        "ask_sales:\n  - Which lead was good?\nask_marketing:\n  - Which lead was lost?",
    ),
]


@pytest.mark.parametrize(("typed", "heading", "text", "matter"), TYPED, ids=[t[1] for t in TYPED])
def test_typed_fields_become_a_passage_that_leads_to_the_front_matter(
    typed: Note, heading: str, text: str, matter: str
) -> None:
    source = f"---\nkind: x\nsummary: S.\n{matter}\nlinks: [a]\n---\n"

    passage = next(p for p in passages_of(typed, source) if p.heading == heading)

    assert text in passage.text
    assert source[passage.start : passage.end] == matter


def test_a_long_meeting_is_told_in_hours_and_its_items_in_minutes() -> None:
    agenda = passages_of(replace(TALK, minutes=450), "")[1]

    assert agenda.text.startswith("Talk. Both heads; weekly; 7 h 30.\n1. What changed? (decide, ")
    assert "the host, 10 min)" in agenda.text
