"""The shipped stages say when to stay and when to go on, and the answers are weighed by them."""

from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.notes import StageNote
from coach.domain.pictures import picture_of
from coach.domain.stages import Side, Stage
from coach.domain.standing import Choice, Reply
from coach.domain.survey import Response
from coach.errors import NoteError
from coach.playbook.notes import load_playbook, read_note
from coach.playbook.survey import load_survey
from coach.services.standing.weighing import Weighing
from coach.settings import ROOT

KNOWLEDGE = ROOT / "knowledge"
SURVEY = load_survey(KNOWLEDGE)
PLAYBOOK = load_playbook(KNOWLEDGE)
STAGES = {note.stage: note for note in PLAYBOOK.notes if isinstance(note, StageNote)}
WEIGHING = Weighing(SURVEY, PLAYBOOK)


def team(stage: Stage) -> list[Response]:
    answers = {statement.id: stage.number for statement in SURVEY.statements}
    return [Response(side, answers) for side in (Side.SALES, Side.MARKETING) for _ in range(5)]


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_asks_about_staying_and_about_moving(stage: Stage) -> None:
    note = STAGES[stage]
    asked = {statement.id for statement in SURVEY.statements}

    assert note.stay_if
    assert note.move_if
    assert {of for ground in (*note.stay_if, *note.move_if) for of in ground.seen_in} <= asked


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_can_come_out_as_a_place_to_stay(stage: Stage) -> None:
    picture = picture_of(team(stage), SURVEY)
    conditions = WEIGHING.of(picture).advice.conditions
    replies = {c.id: Reply.YES if c.speaks_for is Choice.STAY else Reply.NO for c in conditions}
    advice = WEIGHING.of(picture, replies).advice

    assert advice.choice is Choice.STAY
    assert len(advice.reasons) == len(STAGES[stage].stay_if)
    assert PLAYBOOK.get(advice.note) is not None
    assert advice.note == ("integrated" if stage is Stage.INTEGRATED else f"stay-at-{stage}")


def test_quarrels_that_both_sides_see_unsettled_speak_for_moving_before_anybody_asks() -> None:
    answers = picture_of(team(Stage.UNDEFINED), SURVEY)
    advice = WEIGHING.of(answers).advice
    settled = [
        replace(one, answers={**one.answers, "q14": 2, "q04": 2}) for one in team(Stage.UNDEFINED)
    ]

    assert advice.choice is Choice.MOVE
    assert any("Quarrels" in reason for reason in advice.reasons)
    assert WEIGHING.of(picture_of(settled, SURVEY)).advice.choice is Choice.UNDECIDED


def test_a_key_used_twice_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "stages"
    folder.mkdir()
    text = (KNOWLEDGE / "stages" / "aligned.md").read_text(encoding="utf-8")
    (folder / "aligned.md").write_text(text.replace("key: apart", "key: short"), encoding="utf-8")

    with pytest.raises(NoteError, match="used once"):
        read_note(tmp_path, folder / "aligned.md", {s.key: s for s in PLAYBOOK.sources})
