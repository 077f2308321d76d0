"""The next step follows from the last one by rule, and ends with somebody who can help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.domain.cases import LONGEST_CHANGE, After, KeptCase, NextStep, Told
from coach.domain.conversation import Person
from coach.errors import CaseError, NotFound
from tests.case_fakes import OPTIONS, STEP, an_analysis
from tests.case_site import CaseSite
from tests.fakes import ME

DAY, WEEK_ON = date(2026, 12, 1), date(2026, 12, 8)


def told(site: CaseSite, *answers: Told) -> KeptCase:
    for answer in answers:
        case = site.keeping.follow_up(ME, "case1", answer, " it  helped\n", DAY)
    return case


def test_the_first_step_is_the_notes_own(site: CaseSite) -> None:
    assert site.keeping.get(ME, "case1").step == NextStep(After.FIRST, STEP.what, STEP.by)


def test_done_settles_it_and_nothing_more_is_asked(site: CaseSite) -> None:
    case = told(site, Told.DONE)

    assert case.step.kind is After.SETTLED
    assert site.keeping.due(ME, date(2030, 1, 1)) == 0
    assert case.follow_ups[0].changed == "it helped"
    with pytest.raises(CaseError):
        told(site, Told.DONE)


@pytest.mark.parametrize(
    ("answers", "kind", "what"),
    [
        ([Told.NOT_YET], After.AGAIN, STEP.what),
        ([Told.NOT_YET] * 2, After.OPTION, OPTIONS[0].what),
        ([Told.DROPPED], After.OPTION, OPTIONS[0].what),
        ([Told.DROPPED] * 2, After.OPTION, OPTIONS[1].what),
        ([Told.NOT_YET] * 4, After.OPTION, OPTIONS[1].what),
        ([Told.DROPPED] * 3, After.HELP, "The two heads can settle it."),
        ([*[Told.DROPPED] * 3, Told.NOT_YET], After.HELP, "The two heads can settle it."),
        ([Told.DROPPED] * 5, After.HELP, "The two heads can settle it."),
    ],
)
def test_what_was_not_done_comes_again_then_the_next_way_out_then_whoever_should_step_in(
    answers: list[Told], kind: After, what: str, site: CaseSite
) -> None:
    assert told(site, *answers).step == NextStep(kind, what, WEEK_ON)


def test_too_long_a_line_is_refused_and_nothing_is_stored(site: CaseSite) -> None:
    with pytest.raises(CaseError, match="301"):
        site.keeping.follow_up(ME, "case1", Told.DONE, "x" * (LONGEST_CHANGE + 1), DAY)
    assert site.keeping.get(ME, "case1").follow_ups == ()


def test_another_look_keeps_what_was_told_and_takes_the_new_step(site: CaseSite) -> None:
    told(site, Told.DROPPED)
    step = replace(STEP, what="Talk first.")
    case = site.keeping.redo(ME, "case1", None, "slow-answers", replace(an_analysis(), step=step))

    assert (case.step.kind, case.step.what, case.note) == (
        After.FIRST,
        "Talk first.",
        "slow-answers",
    )
    assert [one.told for one in case.follow_ups] == [Told.DROPPED]


def test_a_deleted_case_is_away_at_once_and_comes_back(site: CaseSite) -> None:
    site.keeping.delete(ME, "case1")
    with pytest.raises(NotFound):
        site.keeping.get(ME, "case1")
    site.keeping.undo(ME, "case1")

    assert [line.id for line in site.keeping.list(ME)] == ["case1"]


def test_somebody_else_finds_nothing(site: CaseSite) -> None:
    with pytest.raises(NotFound):
        site.keeping.get(Person("other", ME.workspace), "case1")
