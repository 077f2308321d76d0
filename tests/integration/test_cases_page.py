"""Kept cases on the conflict page without a browser: kept, followed up, asked about, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.cases import Told
from coach.settings import Settings
from coach.ui.conflicts.case import TEXT
from tests.fakes import START, FakeClock

QUARREL = """Anna (sales): On Monday 12 of 20 leads you sent were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
Anna (sales): The word is heliotrope."""
THEIRS = "On Monday 3 of 20 leads that we sent were students. The word is aubergine."
KEY = "k" * 43
ASK = "Ask the other side for its account"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    settings = Settings(data=tmp_path, embeddings="none", model="none")
    built = build_services(settings, background=False, embed=False, fakes=Fakes(clock=clock))
    yield built
    built.close()


def _script() -> None:
    import streamlit as st

    from coach.ui import conflict_page, pages

    everything = [pages.chat(), pages.playbook(), pages.agenda(), pages.conflict()]
    st.navigation([*everything, pages.standing(), pages.plan()], position="hidden")
    conflict_page.draw()


def opened(services: Services, **address: str) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=30)
    page.session_state["services"] = services
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label == label).click().run()


def shown(page: AppTest) -> str:
    parts = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    return "\n".join(str(part.value) for part in (*parts, *page.error, *page.code))


def kept(services: Services, side: str = "sales") -> AppTest:
    page = opened(services)
    page.text_area(key=TEXT).set_value(QUARREL)
    if side:
        page.radio(key="conflict-side").set_value(side)
    press(page, "Look at both sides")
    return press(page, "Keep this case")


def case_id(services: Services) -> str:
    (line,) = services.cases.keeping.list(services.identity.current())
    return line.id


def asked(services: Services) -> AppTest:
    page = kept(services)
    page.text_input(key="conflict-by").set_value("Anna")
    return press(page, ASK)


def answer(services: Services, page: AppTest) -> str:
    """Write and agree as the other side; returns the token."""
    token = urlsplit(page.code[0].value).path.rpartition("/")[2]
    services.cases.giving.write(token, KEY, THEIRS)
    services.cases.giving.agree(token, KEY, True)
    return token


def test_nothing_is_stored_until_the_person_chooses_to_keep_it(services: Services) -> None:
    page = opened(services)
    page.text_area(key=TEXT).set_value(QUARREL)
    press(page, "Look at both sides")
    assert "So far it lies in this tab alone" in shown(page)
    assert list(services.cases.keeping.list(services.identity.current())) == []
    press(page, "Keep this case")

    assert case_id(services) in page.query_params["case"]
    assert "Both sides of it" in shown(page)
    assert not page.exception


def test_a_kept_case_is_listed_and_reopened_as_it_was_shown(services: Services) -> None:
    before = shown(kept(services))
    page = opened(services)
    assert "Kept cases" in shown(page)
    assert "asks on" in shown(page)
    again = opened(services, case=case_id(services))

    assert again.markdown[1].value in before
    assert "12 of 20 leads" in shown(again)


def test_a_case_that_is_gone_is_said_and_the_page_begins_anew(services: Services) -> None:
    page = opened(services, case="gone")

    assert "not in your list" in shown(page)
    assert page.text_area(key=TEXT)


def test_another_pattern_is_stored_with_the_case(services: Services) -> None:
    page = kept(services)
    page.selectbox(key="conflict-other-note").set_value("follow-up-neglect")
    press(page, "Look again")
    person = services.identity.current()

    assert services.cases.keeping.get(person, case_id(services)).pattern == "follow-up-neglect"


def test_on_its_day_the_case_asks_on_every_page_and_the_answer_brings_the_next_step(
    services: Services, clock: FakeClock
) -> None:
    kept(services)
    clock.time = START + timedelta(days=15)
    page = opened(services, case=case_id(services))
    assert "Was the step done? What changed?" in shown(page)
    page.radio(key=f"conflict-told-{case_id(services)}-0").set_value(Told.DROPPED)
    page.text_input(key=f"conflict-changed-{case_id(services)}-0").set_value("*Nobody* had time")
    press(page, "Keep the answer")

    assert "The next way out" in shown(page)
    assert "dropped: \\*Nobody\\* had time" in shown(page)
    assert services.cases.keeping.due(services.identity.current(), clock.now().date()) == 0


def test_done_settles_it(services: Services) -> None:
    page = kept(services)
    page.radio(key=f"conflict-told-{case_id(services)}-0").set_value(Told.DONE)
    press(page, "Keep the answer")

    assert "**Settled.**" in shown(page)
    assert "settled" in shown(opened(services))


def test_a_deleted_case_is_gone_at_once_and_can_be_brought_back(services: Services) -> None:
    page = press(kept(services), "Delete this case")
    assert "Gone for good in" in shown(page)
    assert "Kept cases" not in shown(page)
    press(page, "Undo")

    assert case_id(services) in page.query_params["case"]


def test_what_comes_back_is_counted_without_names(services: Services) -> None:
    for _ in range(2):
        kept(services)

    assert "**twice this quarter**" in shown(opened(services))


def test_without_a_side_the_page_says_what_is_missing(services: Services) -> None:
    page = kept(services, side="")

    assert "say first whose side you are on" in shown(page)
    assert ASK not in [b.label for b in page.button]


def test_the_link_is_shown_once_and_said_to_work_here_only(services: Services) -> None:
    page = asked(services)

    assert "/account/" in page.code[0].value
    assert any("this machine only" in warning.value for warning in page.warning)
    assert not opened(services, case=case_id(services)).code


def test_nothing_of_the_other_side_is_seen_before_both_agreed_then_the_joint_result(
    services: Services,
) -> None:
    page = asked(services)
    answer(services, page)
    page.run()
    assert "Waiting for" in shown(page)
    assert "3 of 20" not in shown(page)
    press(page, "I agree to the joint result")

    assert "Where they differ" in shown(page)
    assert "3 of 20 leads that we sent were students." in shown(page)
    assert "aubergine" not in shown(page)


def test_without_an_answer_the_page_offers_the_way_on_alone(
    services: Services, clock: FakeClock
) -> None:
    asked(services)
    clock.time = START + timedelta(days=15)
    page = opened(services, case=case_id(services))

    assert "no joint result came about" in shown(page)
    assert "You can go on by yourself" in shown(page)


def test_a_question_that_is_taken_back_can_be_asked_once_more(services: Services) -> None:
    page = press(asked(services), "Take the question back")
    assert "You took the question back" in shown(page)
    page.text_input(key="conflict-by").set_value("Anna")
    press(page, ASK)

    assert "Waiting for" in shown(page)
    assert not page.exception


def test_a_name_is_needed_to_ask(services: Services) -> None:
    page = press(kept(services), ASK)

    assert "Say who asks" in shown(page)


def test_rehearsals_of_a_kept_case_are_kept_with_it(services: Services) -> None:
    kept(services)
    page = opened(services, case=case_id(services), view="rehearse")
    assert "stored with the kept case" in shown(page)
    assert "nothing of it is stored" not in shown(page)
    press(page, "Begin")
    for line in (
        "On Monday 12 leads were students, so I lost a day. Could we look at ten?",
        "stop",
    ):
        page.chat_input[0].set_value(line).run()
    person = services.identity.current()
    page = opened(services, case=case_id(services))

    assert len(services.cases.keeping.get(person, case_id(services)).debriefs) == 1
    assert "Rehearsals of this case" in shown(page)
    assert not page.exception


def test_the_page_says_truly_who_reads_what_is_kept_on_a_machine_without_sign_in(
    services: Services,
) -> None:
    page = opened(services)
    page.text_area(key=TEXT).set_value(QUARREL)
    page.radio(key="conflict-side").set_value("sales")
    press(page, "Look at both sides")
    true = "kept on this machine; whoever can open Accord here can read it"
    assert true in shown(page)
    assert "for you alone" not in shown(page)
    press(page, "Keep this case")

    assert true in shown(page)  # where the link is made


def test_after_both_agreed_the_case_points_to_the_joint_result_and_holds_its_date(
    services: Services,
) -> None:
    page = opened(services)
    page.text_area(key=TEXT).set_value("Anna (sales): On Monday 12 of 20 leads were students.")
    page.radio(key="conflict-side").set_value("sales")
    press(page, "Look at both sides")
    press(page, "Keep this case")
    assert "is a guess" in shown(page)
    page.text_input(key="conflict-by").set_value("Anna")
    press(page, ASK)
    answer(services, page)
    press(page.run(), "I agree to the joint result")
    person = services.identity.current()
    seen = services.cases.asking.seen(person, case_id(services))

    assert "the joint result below holds what both say" in shown(page)
    assert "guess" not in shown(page).lower()
    assert seen is not None
    assert seen.joint is not None
    assert seen.joint.step.by == services.cases.keeping.get(person, case_id(services)).step.by
    assert not page.exception
