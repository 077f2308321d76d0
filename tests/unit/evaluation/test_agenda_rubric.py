"""An agenda is judged as people read it, against the brief it was drafted from."""

from __future__ import annotations

from dataclasses import replace

from coach.evaluation.agenda_rubric import RUBRIC, counts, tasks, told
from coach.evaluation.agendas import JudgedAgenda
from coach.evaluation.counting import Count
from coach.evaluation.judging import Rated
from coach.ports.judges import Verdict
from tests.measured import an_agenda, briefed, small_run


def test_a_brief_with_an_agenda_is_judged_and_a_refused_one_is_not() -> None:
    case = briefed("one", "tuned").case
    came = JudgedAgenda(case, an_agenda(), "", "agenda", (), 0.1)
    refused = JudgedAgenda(case, None, "No.", "handover", (), 0.1)

    ((name, tuned, task),) = tasks([came, refused])

    assert (name, tuned) == (case.id, case.tuned)
    assert task.asked == case.brief
    assert task.rubric == RUBRIC


def test_the_judge_reads_title_people_questions_with_owners_and_what_is_sent_instead() -> None:
    agenda = an_agenda()
    text = told(replace(agenda, instead="Hello all, here are the numbers."))

    assert text.startswith(agenda.title)
    assert all(item.question in text and item.owner in text for item in agenda.items)
    assert "here are the numbers" in text


def test_points_are_counted_half_by_half() -> None:
    run = small_run()
    points = {"purpose": 5, "relevant": 4, "owners": 3, "specific": 1}
    run.rated_agendas = [Rated("a", True, Verdict(points)), Rated("b", False, Verdict())]

    assert counts(run, True)["judged owners: 4 or 5 of 5"] == Count(0, 1)
    assert counts(run, True)["judged purpose: 4 or 5 of 5"] == Count(1, 1)
    assert counts(run, False) == {}
