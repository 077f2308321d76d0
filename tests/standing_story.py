"""The page "Where we stand" in a test: opened, pressed and read; and rounds that were answered."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain.rounds import Round
from coach.domain.stages import Side
from tests.fakes import FakeClock

LINES = ("Keep the Monday call", "Say thank you", "Stop sending lists", "Meet buyers", "Plan early")


def _script() -> None:
    import streamlit as st

    from coach.ui import pages, standing_page

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.conflict()]
    st.navigation([*everything, pages.standing(), pages.plan()], position="hidden")
    standing_page.draw()


def opened(services: Services, **address: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=30)
    page.session_state["services"] = services
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label == label).click().run()


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    drawn = (str(part.proto.body) for part in page.get("html"))
    return "\n".join((*(str(part.value) for part in (*parts, *page.error)), *drawn))


def started(
    services: Services, title: str = "Autumn check", links: int = 8
) -> tuple[Round, dict[Side, list[str]]]:
    """A round, and the tokens of its links by side."""
    sides = dict.fromkeys((Side.SALES, Side.MARKETING, Side.OTHER), links)
    begun = services.rounds.keeping.start(services.identity.current(), title, sides)
    tokens: dict[Side, list[str]] = {side: [] for side in sides}
    for one in begun.invitations:
        tokens[one.link.side].append(urlsplit(one.address).path.rpartition("/")[2])
    return begun.round, tokens


def answer(services: Services, tokens: Sequence[str], *values: int | None) -> None:
    """Everybody with one of the tokens answers; person `i` gives the `i`-th value throughout."""
    for i, (token, value) in enumerate(zip(tokens, values, strict=False)):
        answers = {statement.id: value for statement in services.rounds.survey.statements}
        services.rounds.answering.answer(token, "", answers, LINES[i % len(LINES)])


def closed(services: Services, clock: FakeClock, its: Round) -> None:
    """The round is closed, and the minute after it is over."""
    services.rounds.keeping.close(services.identity.current(), its.id)
    clock.advance(61)


def apart(services: Services, clock: FakeClock) -> Round:
    """A closed round in which sales sees Undefined and marketing Aligned."""
    its, tokens = started(services)
    answer(services, tokens[Side.SALES], 1, 1, 1, 2, 2)
    answer(services, tokens[Side.MARKETING], 3, 3, 3, 2, 4)
    closed(services, clock, its)
    return its
