"""The agenda page in a test: opened, filled, pressed and read."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain.agenda import Agenda
from coach.ui.agendas.desk import Desk

LINE = "45 min to agree what a qualified lead is, with sales ops, 6 people"


def _script() -> None:
    import streamlit as st

    from coach.ui import agenda_page, pages

    st.navigation([pages.chat(), pages.playbook(), pages.agenda()], position="hidden")
    agenda_page.draw()


def opened(services: Services, **address: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=30)
    page.session_state["services"] = services
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def made(services: Services, line: str = LINE) -> AppTest:
    page = opened(services)
    page.text_area(key="agenda-for").set_value(line)
    return press(page, "Make the agenda")


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label == label).click().run()


def push(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.markdown, *page.caption, *page.error)
    return "\n".join(str(part.value) for part in parts)


def desk(page: AppTest) -> Desk:
    lying = page.session_state["agenda-desk"]
    assert isinstance(lying, Desk)
    return lying


def agenda(page: AppTest) -> Agenda:
    return desk(page).agenda


def kept(services: Services, line: str = LINE) -> tuple[AppTest, str]:
    page = press(made(services, line), "Keep it")
    return page, page.query_params["m"]
