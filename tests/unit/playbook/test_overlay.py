"""A team's own notes over the shipped ones: which is in force, and what is refused."""

from dataclasses import replace

import pytest

from coach.domain.answers import Citation
from coach.domain.notes import Kind, Note, StageNote
from coach.domain.stages import Stage
from coach.errors import NoteError
from coach.playbook.overlay import laid_over, their_fault, unread

GRID = (("lead_word", "lead"),)


def note(name: str, kind: Kind = Kind.PRACTICE, file: str = "") -> Note:
    return Note(id=name, kind=kind, title=name, summary=name, file=file or f"{name}.md")


def stage_note(name: str, stage: Stage) -> StageNote:
    return StageNote(
        id=name, kind=Kind.STAGE, title=name, summary=name, file=f"{name}.md",
        stage=stage, grid=GRID,
    )  # fmt: skip


OURS = {
    "a": note("a", file="practices/a.md"),
    "b": note("b", file="practices/b.md"),
    "aligned": stage_note("aligned", Stage.ALIGNED),
}


def test_a_note_of_theirs_stands_in_place_of_ours_and_says_so() -> None:
    notes, faults = laid_over(OURS, {"b": note("b", file="deep/b.md"), "c": note("c")})

    assert faults == []
    assert list(notes) == ["a", "b", "aligned", "c"]
    assert (notes["b"].file, notes["b"].replaces, notes["b"].is_own) == (
        "your-notes/deep/b.md", True, True,
    )  # fmt: skip
    assert (notes["c"].replaces, notes["c"].is_own) == (False, True)
    assert notes["a"] is OURS["a"]
    assert not notes["a"].is_own


@pytest.mark.parametrize(
    ("theirs", "reason"),
    [
        (note("b", Kind.TEMPLATE), "of a note of kind practice and is of kind template"),
        (note("aligned"), "of a note of kind stage and is of kind practice"),
        (stage_note("aligned", Stage.DEFINED), "only `defined.md` can tell of this one"),
        (stage_note("fifth", Stage.ALIGNED), "only `aligned.md` can tell of this one"),
    ],
)
def test_a_note_that_would_break_what_counts_on_ours_is_refused(theirs: Note, reason: str) -> None:
    notes, faults = laid_over(OURS, {theirs.id: theirs})

    assert notes == OURS
    assert len(faults) == 1
    assert reason in faults[0].reason
    assert faults[0].file == f"your-notes/{theirs.file}"
    assert faults[0].reason.endswith("stays in force") == (theirs.id in OURS)


def test_the_four_stages_can_be_told_anew() -> None:
    theirs = replace(stage_note("aligned", Stage.ALIGNED), title="How we align")

    notes, faults = laid_over(OURS, {"aligned": theirs})

    assert faults == []
    assert notes["aligned"].title == "How we align"


def test_a_fault_names_their_file_and_what_stays_in_force() -> None:
    told = their_fault(NoteError("deep/b.md", 7, "bad"), {"b"})
    alone = their_fault(NoteError("sources.yaml", 2, "bad"), {"sources"})

    assert str(told) == "your-notes/deep/b.md:7: bad; the shipped note stays in force"
    assert str(alone) == "your-notes/sources.yaml:2: bad"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("boundaries.yaml", "the boundaries are always the shipped ones"),
        ("deep/boundary_voice.yaml", "the boundaries are always the shipped ones"),
        ("source.yaml", "there may be sources.yaml, languages.yaml"),
        ("sources.yml", "there may be sources.yaml"),
        ("deep/sources.yaml", "there may be sources.yaml"),
        ("our-rule.md.txt", "ends in `.md`"),
        ("OUR-RULE.MD", "ends in `.md`"),
    ],
)
def test_a_file_that_looks_as_if_it_were_read_is_named(name: str, why: str) -> None:
    assert why in unread(name)


@pytest.mark.parametrize("name", ["a.md", "sources.yaml", "survey.yaml", "plan.pdf", "logo.png"])
def test_other_files_are_let_be(name: str) -> None:
    assert unread(name) == ""


def test_a_citation_says_whose_note_it_is() -> None:
    ours = Citation(1, "a", "A rule", "In short", "Do.", "practices/a.md")

    assert ours.label == "A rule"
    assert replace(ours, file="your-notes/a.md").label == "A rule (your team's own note)"
