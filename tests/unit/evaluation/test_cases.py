"""The cases shown are the tuned half's, the worst first, in full."""

from coach.domain.answers import AnswerKind
from coach.evaluation.cases import worst_agendas, worst_answers, worst_boundaries, worst_verdicts
from coach.evaluation.measured import Measured
from tests.measured import READ, outcome, small_run


def test_only_cases_of_the_tuned_half_are_shown() -> None:
    run = small_run()

    assert [case.id for case in worst_answers(run)] == ["q4", "q6", "q2"]
    assert [case.id for case in worst_boundaries(run)] == ["b4, en", "b2, en"]
    assert [case.id for case in worst_verdicts(run)] == ["g5", "g4"]
    assert [case.id for case in worst_agendas(run)] == ["a2", "a4"]


def test_an_agenda_is_shown_with_its_brief_what_it_misses_and_what_came() -> None:
    first = worst_agendas(small_run())[0]
    texts = dict(first.texts)

    assert first.wrong == "2 of 3 checks missed"
    assert texts["Brief"] == "Brief of a2."
    assert texts["A facilitator's"] == "rule"
    assert texts["Missed"] == "mentions: wanted by a2\nmentions: wanted by a2"
    assert texts["Came"].splitlines()[1] == "12 min, Ana: Which leads count?"


def test_a_question_is_shown_with_what_was_wanted_what_came_and_what_was_found() -> None:
    first = worst_answers(small_run())[0]
    texts = dict(first.texts)

    assert first.wrong == "expected answer, came handover"
    assert texts["Asked"] == "What about <q4>?"
    assert texts["Notes wanted"] == "weekly (help: thanks)"
    assert texts["Came"] == "handover\nAnswer to q4.\nMore.\nStill more. …"
    assert [(note.name, note.worth) for note in first.notes] == [
        ("other", ""),
        ("weekly", "answers"),
    ]
    assert (first.notes[0].cosine, first.notes[0].bm25) == (0.7, 9.0)


def test_a_note_not_found_says_so() -> None:
    assert worst_answers(small_run())[2].wrong == "the note that answers: not found"


def test_there_are_never_more_than_ten() -> None:
    wrong = [outcome(n, AnswerKind.NOT_COVERED) for n in range(2, 60, 2)]

    assert len(worst_answers(Measured(READ, outcomes=wrong))) == 10
