"""The dashboard and the sample team, without a browser."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.bootstrap.services import UNDO
from coach.domain.stages import Stage
from coach.settings import Settings
from coach.ui.standing import files, progress_tables
from tests.fakes import FakeClock
from tests.standing_story import apart, labels, opened, press, shown

SEE, REMOVE = "See it with sample data", "Remove the sample"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[tuple[Services, FakeClock]]:
    settings = Settings(data=tmp_path, embeddings="none", model="none")
    clock = FakeClock()
    built = build_services(settings, background=False, embed=False, fakes=Fakes(clock=clock))
    yield built, clock
    built.close()


def charts(page: AppTest) -> int:
    return len(page.get("vega_lite_chart")) + len(page.get("arrow_vega_lite_chart"))


def everything(services: Services) -> list[int]:
    me = services.identity.current()
    plans = services.plans
    kept = (
        services.rounds.kept.list(me), plans.promises.list(me), plans.log.list(me, 9),
        services.agendas.meetings.list(me, True, "", 9),
    )  # fmt: skip
    return [len(one) for one in kept]


def test_with_nothing_yet_each_part_teaches_and_the_sample_is_offered(
    fresh: tuple[Services, FakeClock],
) -> None:
    page = opened(fresh[0], view="progress")

    assert "A round of the survey is one stop on the road" in shown(page)
    assert charts(page) == 0
    assert SEE in labels(page)
    assert not page.exception


def test_a_closed_round_of_ones_own_is_drawn(fresh: tuple[Services, FakeClock]) -> None:
    services, clock = fresh
    apart(services, clock)
    page = opened(services, view="progress")

    assert charts(page) == 2
    assert "by the first round" in shown(page)
    assert not page.exception
    page = press(page, SEE)
    assert charts(page) == 7
    assert SEE not in labels(page)


def test_an_address_without_the_sample_says_that_it_is_there_and_leads_back(
    fresh: tuple[Services, FakeClock],
) -> None:
    services, _ = fresh
    page = press(opened(services, view="progress"), SEE)
    page.query_params.clear()
    assert "An invented team" in shown(page.run())
    again = opened(services, view="progress")
    assert "The sample is still there" in shown(again)
    assert labels(again).count(SEE) == 1

    assert "An invented team" in shown(press(again, SEE))


def test_the_sample_shows_every_part_marked_and_keeps_its_address(
    fresh: tuple[Services, FakeClock],
) -> None:
    services, _ = fresh
    page = press(opened(services, view="progress"), SEE)

    assert not page.exception
    assert page.query_params["sample"] in ("1", ["1"])
    assert page.title[0].value == "Sample: Progress"
    assert "An invented team" in shown(page)
    assert charts(page) == 7
    assert everything(services) == [0, 0, 0, 0]
    again = opened(services, view="progress", sample="1")
    assert charts(again) == 7


def test_the_sample_goes_from_undefined_towards_aligned(
    fresh: tuple[Services, FakeClock],
) -> None:
    services, clock = fresh
    me = services.identity.current()
    services.standing.sample.add(me)
    services.standing.sample.add(me)
    found = services.standing.progress.of(services.standing.sample.person(me), clock.now())

    assert [step.verdict[0] for step in found.stages] == [
        Stage.UNDEFINED, Stage.DEFINED, Stage.DEFINED,
    ]  # fmt: skip
    assert found.stages[2].verdict == (Stage.DEFINED, Stage.ALIGNED)
    assert len(found.gaps) == 18
    assert all(work.kept and work.late and work.dropped for work in found.work)
    assert any(month.cancelled for month in found.meetings)
    assert [one.count for one in found.quarrels.back] == [2]
    assert (found.quarrels.mine, found.quarrels.told) == (4, 3)
    assert sum(month.kept for month in found.quarrels.months) == 4
    assert sum(month.done for month in found.quarrels.months) == 3


def test_without_the_sample_an_address_with_it_shows_ones_own(
    fresh: tuple[Services, FakeClock],
) -> None:
    page = opened(fresh[0], sample="1")

    assert "sample" not in page.query_params
    assert "An invented team" not in shown(page)
    assert SEE in labels(page)


def test_removing_it_can_be_undone_and_then_brings_all_of_it_back(
    fresh: tuple[Services, FakeClock],
) -> None:
    services, _ = fresh
    page = press(opened(services, view="progress"), SEE)
    page = press(page, REMOVE)
    assert "An invented team" not in shown(page)
    assert "The sample is removed." in shown(page)
    page = press(page, "Undo")
    page.query_params["view"] = "progress"
    page = page.run()

    assert charts(page) == 7
    assert not page.exception


def test_removed_for_good_no_byte_of_it_is_left(
    fresh: tuple[Services, FakeClock], tmp_path: Path
) -> None:
    services, clock = fresh
    me = services.identity.current()
    sample = services.standing.sample
    sample.add(me)
    assert any(b"harbour deal" in file.read_bytes() for file in tmp_path.rglob("*.db*"))
    sample.remove(me)
    clock.advance(UNDO.total_seconds() + 1)
    for kept in (services.rounds.kept, services.plans.promises, services.plans.log,
                 services.agendas.meetings, services.cases.kept):  # fmt: skip
        kept.purge(clock.now() - UNDO)  # type: ignore[attr-defined]

    whose = sample.person(me).workspace.encode()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for word in (b"harbour deal", b"Sample:", b"Elif", whose):
                assert word not in content, (file, word)


def test_the_files_hold_what_the_tables_show(fresh: tuple[Services, FakeClock]) -> None:
    services, clock = fresh
    me = services.identity.current()
    services.standing.sample.add(me)
    found = services.standing.progress.of(services.standing.sample.person(me), clock.now())
    rows = progress_tables.stages(found.stages)
    read = list(csv.reader(io.StringIO(files.written(rows).decode("utf-8-sig"))))

    assert [tuple(row) for row in read] == rows
    assert len(read) == 4


def test_the_plan_offers_the_sample_too_and_shows_it_marked(
    fresh: tuple[Services, FakeClock],
) -> None:
    from tests.integration import test_plan_page as plan

    services, _ = fresh
    page = press(plan.opened(services), SEE)

    assert "An invented team" in shown(page)
    assert "Plan the next quarter together" in shown(page)
    assert REMOVE in labels(page)
    assert not page.exception
