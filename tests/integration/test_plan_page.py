"""The plan without a browser: how it begins, what stands on the board, what can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord
from coach.domain.promises import Promise, PromiseState
from coach.domain.stages import Side
from coach.settings import Settings
from tests.fakes import ME, START, FakeClock
from tests.meeting_fakes import an_agenda
from tests.plan_fakes import DRAFT, TODAY

DAY = timedelta(days=1)
HOSTILE = "<b>x</b> [go](javascript:alert(1)) :red[x] $\\href{x}{y}$ 🙂 مرحبا"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The shipped services with an empty data folder."""
    settings = Settings(data=tmp_path, embeddings="none", model="none")
    fakes = Fakes(clock=FakeClock())
    built = build_services(settings, background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def _script() -> None:
    import streamlit as st

    from coach.ui import pages, plan_page

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.standing(), pages.plan()]
    st.navigation([*everything, pages.conflict()], position="hidden")
    plan_page.draw()


def opened(services: Services, **address: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=30)
    page.session_state["services"] = services
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label == label).click().run()


def field(page: AppTest, label: str) -> Any:
    return next(box for box in page.text_input if box.label.endswith(label))


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    return "\n".join(str(part.value) for part in (*parts, *page.error))


def headings(page: AppTest) -> list[str]:
    return [str(part.value) for part in (*page.title, *page.header)]


def board(services: Services, today: date = TODAY) -> list[tuple[str, PromiseState]]:
    rows = services.plans.board.show(services.identity.current(), today).rows
    return [(row.what, row.state) for row in rows]


def promised(services: Services, on: date = TODAY) -> Promise:
    return services.plans.board.take(services.identity.current(), DRAFT, on)


def test_an_empty_plan_says_what_it_is_for_and_how_to_begin(services: Services) -> None:
    page = opened(services)

    assert headings(page) == ["Plan"]
    assert "Two ways to begin" in shown(page)
    assert not page.exception


def test_a_stage_and_its_gaps_bring_moves_each_with_owners_a_meeting_and_a_number(
    services: Services,
) -> None:
    page = opened(services, view="choose", stage="undefined", gaps="hand_off,respect,nonsense")
    said = shown(page)

    assert [h.value for h in page.subheader][:1] == [
        "Write one hand-off rule with an owner and a clock"
    ]
    assert "For: Handing over · First meeting: " in said
    assert "Number to watch: Lead response time" in said
    assert len([b for b in page.button if b.label == "Promise it"]) == 3  # two moves, one's own
    assert not page.exception


def test_a_move_is_promised_with_one_press_and_not_offered_again(services: Services) -> None:
    page = opened(services, view="choose", stage="undefined", gaps="hand_off")
    page.text_input(key="plan-form-hand-off-rule-sales-0").set_value("Ana")
    page = press(page, "Promise it")

    assert board(services) == [
        ("Write one hand-off rule with an owner and a clock", PromiseState.OPEN)
    ]
    assert "On the board" in shown(page)
    assert not [box for box in page.text_input if "hand-off-rule" in str(box.key)]
    page = press(page, "Undo")
    assert board(services) == []
    assert not page.exception


def test_who_wants_to_stay_is_offered_staying_first(services: Services) -> None:
    page = opened(services, view="choose", stage="defined", gaps="language", stay="yes")

    assert "When to stay with clear rules" in str(page.subheader[0].value)


def test_a_promise_of_ones_own_needs_an_owner_on_each_side(services: Services) -> None:
    page = opened(services, view="choose")
    page.text_input(key="plan-form-own-what-0").set_value(HOSTILE)
    page.text_input(key="plan-form-own-sales-0").set_value("Ana")
    page = press(page, "Promise it")

    assert "an owner on each side" in page.error[0].value
    assert page.text_input(key="plan-form-own-what-0").value == HOSTILE
    page.text_input(key="plan-form-own-marketing-0").set_value("Ben")
    press(page, "Promise it")
    assert board(services) == [(HOSTILE, PromiseState.OPEN)]


def test_done_is_one_press_and_undo_another(services: Services) -> None:
    promised(services)
    page = press(opened(services), "Done")
    assert board(services)[0][1] is PromiseState.DONE
    assert "Done: “Agree what a qualified lead is”" in shown(page).replace("\\", "")
    page = press(page, "Undo")

    assert board(services)[0][1] is PromiseState.OPEN
    assert "Undo" not in [button.label for button in page.button]
    assert not page.exception


def test_owners_and_day_are_changed_under_the_row_and_changed_back(services: Services) -> None:
    made = promised(services)
    page = press(opened(services), "Change")
    field(page, "Owner in sales").set_value("Ana")
    page.date_input[-1].set_value(TODAY)
    page = press(page, "Change it")
    person = services.identity.current()
    (row,) = services.plans.board.show(person, TODAY).rows

    assert row.promise is not None
    assert (row.promise.sales_owner, row.due) == ("Ana", TODAY)
    press(page, "Undo")
    assert services.plans.board.show(person, TODAY).rows[0].promise == made


@pytest.mark.parametrize(
    ("way", "state"),
    [("30 more days", PromiseState.CARRIED), ("Drop it", PromiseState.DROPPED), ("Delete", None)],
)
def test_a_promise_is_carried_over_dropped_or_deleted_and_undo_brings_it_back(
    way: str, state: PromiseState | None, services: Services
) -> None:
    made = promised(services)
    page = press(press(opened(services), "Change"), way)

    assert [s for _, s in board(services)] == ([state] if state else [])
    press(page, "Undo")
    person = services.identity.current()
    assert [row.promise for row in services.plans.board.show(person, TODAY).rows] == [made]


def test_an_action_of_a_meeting_stands_beside_and_is_closed_and_reassigned_here(
    services: Services,
) -> None:
    person = services.identity.current()
    kept = services.agendas.series.save(person, an_agenda())
    action = Action("a1", "Send ten leads", "Ana", Side.SALES, TODAY - DAY)
    record = ActionRecord(action=action, series=kept.series.id, made_at=START, meeting=kept.id)
    services.agendas.meetings.add_action(person, record)
    page = opened(services)
    assert "1 day overdue" in shown(page)
    page = press(page, "Change")
    field(page, "Owner").set_value("Cem")
    page = press(page, "Change it")
    assert services.agendas.actions.all(person)[0].action.owner == "Cem"
    page = press(press(page, "Undo"), "Done")

    assert services.agendas.actions.all(person)[0].action.owner == "Ana"
    assert board(services) == [("Send ten leads", PromiseState.DONE)]
    assert not page.exception


def test_a_thank_you_is_written_listed_and_taken_back(services: Services) -> None:
    page = opened(services, view="thanks")
    page.radio(key="plan-thanks-side").set_value("sales")
    field(page, "In one line").set_value(HOSTILE)
    page = press(page, "Say thank you")
    person = services.identity.current()

    assert [one.text for one in services.plans.thanks.latest(person)] == [HOSTILE]
    assert field(page, "In one line").value == ""
    assert "<b>" not in shown(page).replace("\\<b>", "")
    page = press(page, "Undo")
    assert services.plans.thanks.latest(person) == []
    assert not page.exception


def test_a_thank_you_without_words_or_direction_is_refused_in_a_sentence(
    services: Services,
) -> None:
    page = press(opened(services, view="thanks"), "Say thank you")
    assert "needs words" in page.error[0].value
    field(page, "In one line").set_value("You rang all ten.")
    page = press(page, "Say thank you")

    assert "Choose the side." in page.error[0].value
    assert field(page, "In one line").value == "You rang all ten."


def test_an_address_of_a_view_that_is_not_there_shows_the_board(services: Services) -> None:
    page = opened(services, view="nonsense", stage="seven", gaps="'; DROP TABLE")

    assert headings(page) == ["Plan"]
    assert not page.exception


def test_nobody_elses_workspace_shows_up(services: Services) -> None:
    services.plans.board.take(type(ME)("me", "elsewhere"), DRAFT, TODAY)

    assert "Two ways to begin" in shown(opened(services))
