from pathlib import Path

import pytest

from coach.evaluation.questions import load_questions, search_cases

ROWS = """
- {id: q2, text: "why?", expect: answer, notes: {weekly: 2},
   history: [{role: user, content: "how often?"}, {role: assistant, content: Weekly.}]}
- {id: q3, text: "what is an MQL?", expect: answer, notes: {words: 2, lead: 1}}
- {id: q5, text: recipe for cake, expect: off_topic}
- {id: q7, text: "und jetzt?", language: de, expect: answer, notes: {words: 2}}
"""


def written(folder: Path, rows: str) -> Path:
    path = folder / "questions.yaml"
    path.write_text(rows, encoding="utf-8")
    return path


def test_even_ids_are_tuned_on_and_odd_ones_reported(tmp_path):
    questions = load_questions(written(tmp_path, ROWS))

    assert [case.id for case in search_cases(questions, tuned=True)] == ["q2"]
    assert [case.id for case in search_cases(questions, tuned=False)] == ["q3"]


def test_a_case_is_read_with_the_earlier_questions_not_the_answers(tmp_path):
    first, *_ = search_cases(load_questions(written(tmp_path, ROWS)), tuned=True)

    assert first.history == ("how often?",)
    assert first.relevant == {"weekly": 2}


@pytest.mark.parametrize(
    "row", ["- {id: q2, text: a, expect: answer, nots: {}}", "- {id: q2, text: a, expect: maybe}"]
)
def test_a_row_that_breaks_the_schema_is_refused(tmp_path, row):
    with pytest.raises(ValueError, match=r"nots|expect"):
        load_questions(written(tmp_path, row))


def test_an_id_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(ValueError, match="q3"):
        load_questions(written(tmp_path, ROWS + ROWS))
