"""The invented team's file: read whole, faults named with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.stages import Side
from coach.errors import NoteError
from coach.playbook.sample import FILE, load_sample
from coach.playbook.survey import load_survey
from coach.settings import ROOT

SHIPPED = ROOT / "knowledge"


def changed(folder: Path, was: str, now: str) -> Path:
    text = (SHIPPED / FILE).read_text("utf-8")
    assert was in text
    (folder / FILE).write_text(text.replace(was, now, 1), "utf-8")
    return folder


def test_the_shipped_story_goes_over_three_rounds_with_both_sides() -> None:
    story = load_sample(SHIPPED, load_survey(SHIPPED))

    assert len(story.rounds) == 3
    for one in story.rounds:
        assert one.title.startswith("Sample: ")
        for side in (Side.SALES, Side.MARKETING):
            assert sum(response.side is side for response in one.responses) >= 5
    assert [one.ago for one in story.rounds] == sorted((r.ago for r in story.rounds), reverse=True)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('title: "Sample: the first look"', 'title: "The first look"'),
        ('answers: "', 'answers: "5'),
        ("ago: 262", "ago: 0"),
        ("as: done", "as: lost"),
        ("from: marketing", "from: finance"),
    ],
)
def test_a_fault_is_named_with_its_line(was: str, now: str, tmp_path: Path) -> None:
    folder = changed(tmp_path, was, now)

    with pytest.raises(NoteError) as fault:
        load_sample(folder, load_survey(SHIPPED))
    line = (folder / FILE).read_text("utf-8").split(now)[0].count("\n") + 1
    assert str(fault.value).startswith(f"{FILE}:{line}")
