"""Without the others: the quick check, a stage picked by hand, and what begins from it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain.agenda import Agenda
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin
from coach.ui.agendas.desk import Desk
from coach.ui.entry import page as entry
from tests.integration.agenda_page import pages as agendas
from tests.standing_story import labels, opened, press, shown

CHAT = Path(entry.__file__) if entry.__file__ else Path()


def check(services: Services, *picked: int) -> AppTest:
    """Answer the quick check by the place of what is picked."""
    page = opened(services, view="check")
    for number, place in enumerate(picked):
        radio = page.radio[0]
        page = radio.set_value(radio.options[place]).run()
        page = press(page, "See the result" if number == 5 else "Next")
    return page


def test_the_check_asks_one_question_at_a_time_and_goes_back(services: Services) -> None:
    page = check(services, 1, 2)
    assert page.radio[0].label.startswith(services.rounds.survey.quick[2].text)
    page = press(page, "Back")

    assert page.radio[0].value == page.radio[0].options[2]


def test_the_result_is_marked_as_one_view_and_leads_to_both_sides(services: Services) -> None:
    page = check(services, 1, 1, 2, 4, 0, 1)

    assert "Your view only" in shown(page)
    assert page.header[0].value == "As you see it: Defined"
    assert "What you can't tell" in shown(page)
    assert "Ask both sides" in labels(page)
    assert services.rounds.keeping.list(services.identity.current()) == []


def test_who_can_tell_nothing_gets_no_stage_to_keep(services: Services) -> None:
    page = check(services, 4, 4, 4, 4, 4, 4)

    assert "You could tell nothing of it" in shown(page)
    assert "Begin from this stage for now" not in labels(page)


def test_what_the_check_found_can_be_kept_and_forgotten(services: Services) -> None:
    page = press(check(services, 1, 1, 1, 1, 1, 1), "Begin from this stage for now")
    assert "Your stage: Defined (from a quick check)" in shown(page)
    page = press(page, "Forget this stage")

    assert "Your stage" not in shown(page)
    assert services.standing.team.current(services.identity.current()) is None


def test_a_stage_picked_by_hand_says_so(services: Services) -> None:
    page = opened(services, view="by-hand")
    page.radio(key="standing-picked").set_value(Stage.ALIGNED).run()
    page = press(page, "Begin from this stage")

    assert "Your stage: Aligned (picked by hand)" in shown(page)


def test_the_chat_and_agendas_begin_from_the_teams_stage(services: Services) -> None:
    me = services.identity.current()
    services.standing.team.choose(me, (Stage.DEFINED, Stage.ALIGNED), Origin.HAND)
    chat = AppTest.from_file(str(CHAT), default_timeout=30)
    chat.session_state["services"] = services
    chat.run()
    assert "The stage is picked by hand." in shown(chat)
    agenda = agendas.made(services, "30 min about anything at all").session_state["agenda-desk"]
    assert isinstance(agenda, Desk)
    assert isinstance(agenda.agenda, Agenda)

    assert agenda.agenda.stage is Stage.DEFINED


def test_a_conversation_can_be_given_another_stage(services: Services) -> None:
    services.standing.team.choose(services.identity.current(), (Stage.DEFINED,), Origin.HAND)
    chat = AppTest.from_file(str(CHAT), default_timeout=30)
    chat.session_state["services"] = services
    chat.run()
    chat.radio(key="pick-stage-").set_value(Stage.ALIGNED).run()

    assert "picked by hand" not in shown(chat)
    assert not chat.exception


def test_the_plan_begins_from_the_teams_stage(services: Services) -> None:
    services.standing.team.choose(services.identity.current(), (Stage.ALIGNED,), Origin.HAND)
    page = plan_opened(services)

    assert page.radio(key="plan-stage").value == Stage.ALIGNED


def _plan_script() -> None:
    import streamlit as st

    from coach.ui import pages, plan_page

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.conflict()]
    st.navigation([*everything, pages.standing(), pages.plan()], position="hidden")
    plan_page.draw()


def plan_opened(services: Services) -> AppTest:
    page = AppTest.from_function(_plan_script, default_timeout=30)
    page.session_state["services"] = services
    page.query_params["view"] = "choose"
    return page.run()
