"""The survey is loaded whole or refused with file, line and reason."""

from pathlib import Path

import pytest

from coach.domain.stages import Stage
from coach.errors import NoteError
from coach.playbook.checking import check_knowledge
from coach.playbook.survey import load_survey
from coach.settings import ROOT
from tests.small_knowledge import write_small_playbook

KNOWLEDGE = ROOT / "knowledge"
SHIPPED = (KNOWLEDGE / "survey.yaml").read_text(encoding="utf-8")


def test_the_shipped_survey_asks_sixteen_things_in_six_dimensions() -> None:
    survey = load_survey(KNOWLEDGE)

    assert [statement.id for statement in survey.statements] == [f"q{n:02}" for n in range(1, 17)]
    assert len(survey.dimensions) == 6
    assert all(len(survey.of(dimension.key)) >= 2 for dimension in survey.dimensions)
    assert sum(len(survey.of(dimension.key)) for dimension in survey.dimensions) == 16
    assert all(list(statement.anchors) == list(Stage) for statement in survey.statements)
    assert [statement.dimension for statement in survey.quick] == [d.key for d in survey.dimensions]
    assert survey.dont_know.label
    assert survey.free_line.label


def test_an_answer_key_cannot_be_changed_while_the_app_runs() -> None:
    anchors = load_survey(KNOWLEDGE).statements[0].anchors

    with pytest.raises(TypeError):
        anchors[Stage.DEFINED] = "x"  # type: ignore[index]


def first(marker: str) -> int:
    return SHIPPED[: SHIPPED.index(marker)].count("\n") + 1


LAST = SHIPPED[SHIPPED.index("  - id: q16") : SHIPPED.index("dont_know:")]
BAD = [
    (SHIPPED.replace("id: q02", "id: q03", 1), first("id: q02"), "`q03` stands where `q02` is due"),
    (SHIPPED.replace("id: q02", "id: second"), first("id: q02"), "`statements.1.id`"),
    (SHIPPED.replace(LAST, ""), first("statements:"), "15 statements, not 16"),
    (SHIPPED.replace("    dimension: language", "    dimension: luck", 1),
     first("    dimension: language"), "`luck` is not among `dimensions`"),
    (SHIPPED.replace("    dimension: language", "    dimension: respect"),
     first("  language:"), "`language` is asked about fewer than 2 times"),
    (SHIPPED.replace("\nstatements:", "  luck: Luck\n\nstatements:"),
     first("dimensions:"), "7 dimensions, not 6"),
    (SHIPPED.replace("      aligned:", "      alined:", 1), first("    anchors:"),
     "`statements.0.anchors.aligned` is missing"),
    (SHIPPED.replace("      defined: People point to one written definition.",
                     "      defined: You have to ask which department's meaning is intended."),
     first("    anchors:"), "two anchors say the same"),
    (SHIPPED.replace("    quick: true\n", "", 1), first("  language:"),
     "`language` has 0 `quick`, not 1"),
    (SHIPPED.replace("dont_know:", "dunno:"), 1, "`dont_know` is missing"),
    ("statements: [", 1, "bad YAML"),
    ("- a\n", 1, "lines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "reason"), BAD, ids=[case[2] for case in BAD])
def test_a_bad_survey_is_refused_by_file_line_and_reason(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    (tmp_path / "survey.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(NoteError) as caught:
        load_survey(tmp_path)

    assert str(caught.value).startswith(f"survey.yaml:{line}: ")
    assert reason in str(caught.value)


def test_the_check_names_a_bad_survey_and_misses_an_absent_one(tmp_path: Path) -> None:
    folder = write_small_playbook(tmp_path / "knowledge")
    (folder / "survey.yaml").unlink()
    absent = check_knowledge(folder, lambda *_: "").faults
    (folder / "survey.yaml").write_text("statements: [", encoding="utf-8")
    bad = check_knowledge(folder, lambda *_: "").faults

    assert any(fault.startswith("survey.yaml:1: the file cannot be read") for fault in absent)
    assert any(fault.startswith("survey.yaml:1: bad YAML") for fault in bad)
