"""What a note names has to be there, of the right kind, and name it back where it should."""

from __future__ import annotations

from pathlib import Path

from coach.domain.notes import Direction, Move
from coach.domain.stages import Stage
from coach.playbook.notes import load_playbook
from coach.playbook.survey import load_survey
from coach.settings import ROOT
from tests.integration.notes.spoilt_notes import QUARREL, THANKS, check, shipped

KNOWLEDGE = ROOT / "knowledge"


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


def test_help_with_what_the_survey_does_not_ask_about_is_named_and_left_out(small: Path) -> None:
    (small / "survey.yaml").write_text(shipped("survey.yaml"), encoding="utf-8")
    move = shipped("moves/thank-you-habit.md").replace("helps: [respect]", "helps: [luck, respect]")
    plain = [
        row for row in move.splitlines() if not row.startswith(("links:", "meeting:", "metric:"))
    ]
    (small / "habit.md").write_text("\n".join(plain), encoding="utf-8")

    playbook = load_playbook(small)

    faults = [fault for fault in playbook.faults if "luck" in fault]
    line = plain.index("helps: [luck, respect]") + 1
    reason = "`helps` names `luck`, which is no dimension of the survey; the link is left out"
    assert faults == [f"habit.md:{line}: {reason}"]
    assert playbook.get("habit").helps == ("respect",)  # type: ignore[union-attr]


def test_every_shipped_step_up_serves_something_and_each_dimension_is_served_at_each_stage() -> (
    None
):
    ups = [
        note
        for note in load_playbook(KNOWLEDGE).notes
        if isinstance(note, Move) and note.direction is Direction.UP
    ]

    served = {(move.from_stage, key) for move in ups for key in move.helps}
    dimensions = [dimension.key for dimension in load_survey(KNOWLEDGE).dimensions]
    assert all(move.helps and move.meeting and move.metric for move in ups)
    assert served == {(stage, key) for stage in list(Stage)[:-1] for key in dimensions}
