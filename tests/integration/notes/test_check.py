"""What `coach check` finds beyond the form of each note; nothing in those we ship."""

from __future__ import annotations

from pathlib import Path

from tests.integration.notes.spoilt_notes import KNOWLEDGE, QUARREL, THANKS, check, shipped


def test_the_check_names_what_a_note_alone_cannot_show(small: Path) -> None:
    claim = THANKS.replace("alone.", "alone. Half of all teams never thank anybody.")
    (small / "claim.md").write_text(claim, encoding="utf-8")
    double = shipped("meetings/leaders-reset.md").replace("meeting: ", "# meeting: ")
    (small / "leaders-reset.md").write_text(double, encoding="utf-8")
    (small / "same.md").write_text(double, encoding="utf-8")

    faults = "\n".join(check(small).faults)

    assert "claim.md:17: `Half` is stated as a fact without a source mark: Half of" in faults
    assert "`## In short` says the same (1.00) as `## In short` in same.md:" in faults


def test_a_quarrel_gives_both_sides_as_many_words(small: Path) -> None:
    text = shipped(QUARREL).replace(
        "## What sales needs\n", f"## What sales needs\n{'More. ' * 99}"
    )
    (small / "lead-quality.md").write_text(text, encoding="utf-8")

    assert any("within 45 to 55 %" in fault for fault in check(small).faults)


def test_the_shipped_notes_pass_and_tell_how_easy_they_read() -> None:
    report = check(KNOWLEDGE)

    assert report.faults == ()
    assert "reading ease" in report.text
