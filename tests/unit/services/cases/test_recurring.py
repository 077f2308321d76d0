"""A quarrel that comes back is counted by quarter, from the second time on, without names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from coach.domain.conversation import Person
from tests.case_fakes import a_case, an_analysis
from tests.case_site import CaseSite
from tests.fakes import ME
from tests.quarrels import QUARREL

TODAY = date(2026, 11, 26)


def keep(
    site: CaseSite, id_: str, note: str = QUARREL.id, whose: Person = ME, month: int = 11
) -> None:
    case = a_case(id_)
    at = datetime(2026, month, 3, tzinfo=UTC)
    site.kept.add(whose, replace(case, analysis=an_analysis(note), kept_at=at))


def test_one_case_is_nobodys_pattern(site: CaseSite) -> None:
    keep(site, "a")

    assert site.cases.patterns.recurring(ME, TODAY) == ()


def test_two_people_of_a_workspace_make_one_pattern(site: CaseSite) -> None:
    keep(site, "a")
    keep(site, "b", whose=Person("colleague", ME.workspace))
    keep(site, "c", whose=Person("stranger", "elsewhere"))
    (found,) = site.cases.patterns.recurring(ME, TODAY)

    assert (found.note, found.title, found.count) == (QUARREL.id, QUARREL.title, 2)
    assert (found.year, found.quarter, found.meeting) == (2026, 4, QUARREL.meeting)


def test_the_quarter_before_does_not_count_and_a_deleted_case_neither(site: CaseSite) -> None:
    keep(site, "a", month=9)
    keep(site, "b")
    keep(site, "c")
    site.keeping.delete(ME, "c")

    assert site.cases.patterns.recurring(ME, TODAY) == ()
    assert len(site.cases.patterns.recurring(ME, date(2026, 9, 30))) == 1


def test_what_the_playbook_does_not_know_is_left_out(site: CaseSite) -> None:
    keep(site, "a", "gone")
    keep(site, "b", "gone")

    assert site.cases.patterns.recurring(ME, TODAY) == ()
