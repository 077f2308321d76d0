"""The model's version of an agenda on the page: shown as changes, taken by a person or not."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services
from coach.domain import editing
from coach.domain.agenda import Agenda
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.names import NameChoices
from coach.domain.status import Consent, Use
from coach.services.agendas.changes import Change, ChangeKind
from coach.services.agendas.proposing import Proposal, Stop
from tests.integration.agenda_page.pages import agenda, made, press, push, shown


class FakeProposing:
    """Shortens the title's questions to one, or says why it does not."""

    def __init__(self, works: bool = True) -> None:
        self.works = works

    def propose(
        self, brief: MeetingBrief, draft: Agenda, stop: Stop, names: NameChoices | None
    ) -> Proposal:
        if not self.works:
            return Proposal(warnings=("The model said to wait. The draft stands as it is.",))
        version = editing.reword(draft, 0, "Is *this* shorter?", "", "")
        change = Change(ChangeKind.REWORDED, "“Long” becomes “Is *this* shorter?”")
        return Proposal(version, changes=(change,))


WRITER = Consent("models.example.org", "large-model", Use.WRITING)


def with_model(services: Services, works: bool = True) -> Services:
    model: Any = FakeProposing(works)
    return replace(services, agendas=replace(services.agendas, proposing=model))


def elsewhere(services: Services) -> Services:
    """Return services with a model on another machine that nobody here has agreed to."""
    leaving = replace(services.leaving, author=WRITER)
    return replace(with_model(services), leaving=leaving)


def written(page: AppTest) -> AppTest:
    """Wait until the model has written its version."""
    for thread in threading.enumerate():
        if thread.name == "proposal":
            thread.join()
    return page.run()


def asked(services: Services) -> AppTest:
    return written(press(made(services), "Ask the model"))


def test_the_models_version_is_shown_as_changes_and_taken_only_by_a_person(
    services: Services,
) -> None:
    page = asked(with_model(services))
    before = agenda(page)
    assert "becomes “Is \\*this\\* shorter?”" in shown(page)
    assert "Is *this* shorter?" not in before.matters[0].question
    page = press(page, "Take the changes")
    assert agenda(page).matters[0].question == "Is *this* shorter?"
    page = push(page, "agenda-undo")

    assert agenda(page) == before


def test_a_model_that_fails_leaves_the_draft_and_says_so(services: Services) -> None:
    page = asked(with_model(services, works=False))
    assert "The draft stands as it is." in shown(page)
    page = press(page, "All right")

    assert "The draft stands" not in shown(page)


def test_without_a_model_nothing_is_offered(services: Services) -> None:
    assert "Ask the model" not in [button.label for button in made(services).button]


def test_before_a_text_leaves_the_page_asks_in_the_chats_words(services: Services) -> None:
    away = elsewhere(services)
    page = press(made(away), "Ask the model")
    assert "Your questions would go to **models.example.org**" in shown(page)
    assert "Nothing you typed has been sent there yet." in shown(page)
    assert "would change this" not in shown(page)
    page = press(page, "Not now")
    assert "would go to" not in shown(page)
    assert away.declined

    page = press(press(page, "Ask the model"), "Agree and send")
    assert away.consent == ()
    assert "The model would change this:" in shown(written(page))
