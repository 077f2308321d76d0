"""What a note names has to be there, of the right kind, and name it back where it should."""

from __future__ import annotations

from pathlib import Path

from coach.playbook.notes import load_playbook
from tests.integration.notes.spoilt_notes import QUARREL, THANKS, check, shipped


def test_a_dead_link_is_named_and_left_out_and_its_note_stays(small: Path) -> None:
    linked = THANKS.replace("---\n\n## In", "links:\n  - say-thanks\n  - gone\n---\n\n## In")
    (small / "other.md").write_text(linked, encoding="utf-8")

    playbook = load_playbook(small)

    reason = "links to `gone`, which is no note; the link is left out"
    assert playbook.faults == (f"other.md:7: {reason}",)
    other = playbook.get("other")
    assert other is not None
    assert other.links == ("say-thanks",)


def test_a_link_to_a_note_of_another_kind_is_named(small: Path) -> None:
    text = shipped(QUARREL)
    for line in text.splitlines():
        if line.startswith(("links:", "mirror:", "metric:")):
            text = text.replace(f"{line}\n", "")
        elif line.startswith("meeting:"):
            text = text.replace(line, "meeting: say-thanks")
    (small / "quarrel.md").write_text(text, encoding="utf-8")

    faults = load_playbook(small).faults

    assert len(faults) == 1
    assert "`meeting` names `say-thanks`, which is of kind practice, not meeting" in faults[0]


def test_a_mirror_names_its_quarrel_back(small: Path) -> None:
    (small / "lead-quality.md").write_text(shipped(QUARREL), encoding="utf-8")
    other = shipped("conflicts/follow-up-neglect.md").replace("mirror: ", "# ")
    (small / "follow-up-neglect.md").write_text(other, encoding="utf-8")

    faults = check(small).faults

    told = "`mirror` names `follow-up-neglect`, which does not name it back"
    assert any(told in fault for fault in faults)


def test_a_dead_link_below_a_line_that_ends_in_dashes_is_named_too(small: Path) -> None:
    """Front matter was cut at the first `---` there is; what was left was no YAML."""
    linked = THANKS.replace("---\n\n## In", "links: [gone]\n---\n\n## In")
    head, summary = linked.split("summary: ", 1)
    (small / "other.md").write_text(
        f'{head}summary: "First ---\n  {summary.replace(chr(10), chr(34) + chr(10), 1)}'
    )

    faults = load_playbook(small).faults

    assert len(faults) == 1
    assert faults[0].endswith("links to `gone`, which is no note; the link is left out")
