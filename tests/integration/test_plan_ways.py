"""The plan beyond its page: in the chat, in the next agenda, in a meeting that is being held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.agenda import Agenda, Part
from coach.domain.promises import Promise, PromiseState
from coach.domain.stages import Side
from coach.settings import Settings
from coach.ui.entry import page as entry
from tests.fakes import FakeClock
from tests.integration.agenda_page.pages import agenda, made, opened, press, shown
from tests.meeting_fakes import an_agenda
from tests.plan_fakes import DRAFT, TODAY

LATE = TODAY - timedelta(days=33)
THANKS = "The line on security was what the client repeated."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The shipped services with an empty data folder."""
    settings = Settings(data=tmp_path, embeddings="none", model="none")
    fakes = Fakes(clock=FakeClock())
    built = build_services(settings, background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def promised(services: Services) -> Promise:
    return services.plans.board.take(services.identity.current(), DRAFT, LATE)


def promises(services: Services) -> list[Promise]:
    rows = services.plans.board.show(services.identity.current(), TODAY).rows
    return [row.promise for row in rows if row.promise is not None]


def opening(of: Agenda) -> str:
    return next(item.prework for item in of.items if item.part is Part.OPENING)


def test_the_steps_of_an_answer_are_put_on_the_plan_with_one_press(services: Services) -> None:
    page = AppTest.from_file(str(Path(entry.__file__)), default_timeout=30)
    page.session_state["services"] = services
    page.run().chat_input[0].set_value("Marketing's leads go nowhere. What do we do?").run()
    page = press(page, "Put it on the plan")

    (promise,) = promises(services)
    assert promise.sales_owner
    assert promise.marketing_owner
    note = services.playbook.get(promise.note)
    assert note is not None
    assert promise.what == f"Settle {note.title}"
    assert "Put it on the plan" not in [button.label for button in page.button]
    assert not page.exception


def test_an_overdue_promise_and_the_weeks_thanks_open_the_next_agenda(services: Services) -> None:
    person, late = services.identity.current(), promised(services)
    services.plans.thanks.say(person, THANKS, Side.SALES, "", TODAY)
    drafted = agenda(made(services))

    assert [action.id for action in drafted.actions] == [late.id]
    assert any(item.part is Part.CARRIED for item in drafted.items)
    assert opening(drafted) == (
        f"Sales thanks marketing: “{THANKS}” "
        "Marketing brings one thing sales did for it since last time."
    )
    assert drafted.total == drafted.minutes


def test_an_agenda_of_the_chat_is_taken_over_with_them_too(services: Services) -> None:
    person, late = services.identity.current(), promised(services)
    services.plans.thanks.say(person, THANKS, Side.SALES, "", TODAY)
    turn = services.coaching.ask(person, "Make an agenda: 45 minutes to agree on the lead words")
    *_, answered = services.coaching.watch(person, turn.id)
    assert answered.answer is not None
    assert answered.answer.agenda is not None
    page = opened(services, turn=turn.id)
    taken = agenda(page)

    assert [action.id for action in taken.actions] == [late.id]
    assert any(item.part is Part.CARRIED for item in taken.items)
    assert opening(taken).startswith(f"Sales thanks marketing: “{THANKS}”")
    assert taken.total == taken.minutes == 45
    assert taken.title == answered.answer.agenda.title


def test_what_is_not_overdue_leaves_an_agenda_as_it_was(services: Services) -> None:
    before = agenda(made(services))
    services.plans.board.take(services.identity.current(), DRAFT, TODAY)

    assert agenda(made(services)) == before


def test_the_next_meeting_of_a_series_opens_with_it_too_and_it_is_closed_there(
    services: Services,
) -> None:
    person, late = services.identity.current(), promised(services)
    services.plans.thanks.say(person, THANKS, Side.MARKETING, "Ana", TODAY)
    first = services.agendas.series.save(person, an_agenda()).id
    services.agendas.runs.start(person, first)
    services.agendas.runs.close(person, first)
    page = press(opened(services, m=first), "Plan the next one")
    planned = agenda(page)
    assert [action.id for action in planned.actions] == [late.id]
    assert f"Marketing thanks sales, for Ana: “{THANKS}”" in opening(planned)
    page = press(press(press(page, "Keep it"), "Start the meeting"), "Next")
    assert late.what in shown(page)
    page = press(page, "Done")

    assert [promise.state for promise in promises(services)] == [PromiseState.DONE]
    assert not page.exception
    page = press(page, "Reopen")
    assert promises(services) == [replace(late, history=promises(services)[0].history)]
