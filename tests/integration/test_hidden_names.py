"""Whose names are replaced is shown, and what a person corrects holds."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from coach.domain.names import NameChoices
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming
from tests.browser.stage import WRITER
from tests.fakes import ME


def _script() -> None:
    import streamlit as st

    from coach.ui import hidden_names
    from tests.fakes import ME

    services = st.session_state["services"]
    hidden_names.of_text(services, ME, "I told Bob and Ana.")
    hidden_names.of_answer(services, ME, "t1", ("Bob",), last=False)


@pytest.fixture
def naming() -> Naming:
    return Naming(Finder(), on=True)


def opened(naming: Naming | None, elsewhere: bool = True) -> AppTest:
    page = AppTest.from_function(_script, default_timeout=20)
    page.session_state["services"] = SimpleNamespace(
        naming=naming, remote=(WRITER,) if elsewhere else ()
    )
    return page.run()


def test_the_names_that_are_replaced_are_listed_to_be_unticked(naming: Naming) -> None:
    page = opened(naming)

    assert {box.label for box in page.checkbox} == {"Bob", "Ana"}
    assert [c.value for c in page.caption] == [
        "Names replaced before this went to models.example.org: Bob"
    ]
    page.checkbox[0].uncheck().run()
    assert len(naming.choices(ME).shown) == 1
    page.checkbox[0].check().run()
    assert naming.choices(ME).shown == frozenset()


def test_a_name_that_was_missed_is_added(naming: Naming) -> None:
    page = opened(naming)
    page.text_input[0].set_value("  zz   top ")
    page.button[0].click().run()

    assert naming.choices(ME).added == ("zz top",)
    assert "zz top" in {box.label for box in page.checkbox}


def test_the_switch_is_the_persons(naming: Naming) -> None:
    page = opened(naming)
    page.toggle[0].set_value(False).run()

    assert naming.choices(ME) == NameChoices(hide=False)
    assert not page.checkbox


def test_where_the_model_runs_here_nothing_is_said_before(naming: Naming) -> None:
    assert not opened(naming, elsewhere=False).toggle
    assert not opened(None).toggle
