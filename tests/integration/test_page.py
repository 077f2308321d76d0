"""The page without a browser: what it draws for what the services give."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from coach.domain.conversation import Feedback, Verdict
from coach.errors import StorageFull
from tests.browser.stage import ME, FakeConsent, FakeStatus, StagedServices

PAGE = Path(__file__).resolve().parents[2] / "coach/ui/entry/page.py"


def opened(services: StagedServices) -> AppTest:
    page = AppTest.from_file(str(PAGE), default_timeout=20)
    page.session_state["services"] = services
    return page.run()


def shown(page: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*page.markdown, *page.caption, *page.error))


def test_the_first_screen_names_the_product() -> None:
    page = opened(StagedServices())

    assert [title.value for title in page.title] == ["Accord"]
    assert "nothing you type leaves it" in shown(page)
    assert not page.exception


def test_with_a_model_the_first_screen_says_where_the_text_goes() -> None:
    services = StagedServices()
    services.state = FakeStatus("small-model", "models.example.org")

    assert "goes to models.example.org, model small-model" in shown(opened(services))


def test_a_note_that_was_left_out_is_named_on_the_page() -> None:
    services = StagedServices()
    left_out = "Left out of the playbook: bad.md:1: HTML is not allowed: `<b>`"
    services.state = FakeStatus(warnings=(left_out,))

    assert "Left out of the playbook: bad.md" in shown(opened(services))


def test_a_question_is_answered_and_stored() -> None:
    services = StagedServices()
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()

    assert "Start with one standing half hour" in shown(page)
    assert [c.title for c in services.conversations.list(ME)] == ["Where do we start?"]
    assert page.query_params["c"]


def test_nothing_is_asked_before_the_person_agrees_to_where_it_goes() -> None:
    services = StagedServices()
    services.consent = FakeConsent("models.example.org", "large-model")
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    assert services.answering.asked == []
    page.button(key="agree").click().run()

    assert [question.text for question in services.answering.asked] == ["Where do we start?"]


def test_a_question_that_cannot_be_stored_goes_back_to_where_it_was_typed() -> None:
    class Full(StagedServices):
        def __init__(self) -> None:
            super().__init__()
            self.conversations.create = self.refuse  # type: ignore[method-assign,assignment]

        def refuse(self, *_args: object) -> None:
            raise StorageFull("The disk is full; the question was not stored.")

    page = opened(Full())
    page.chat_input[0].set_value("Where do we start?").run()

    assert "The disk is full" in page.error[0].value
    assert "Free some space" in page.error[0].value
    assert "Traceback" not in shown(page)


def test_records_that_fail_end_in_a_sentence() -> None:
    class Broken(StagedServices):
        @property
        def identity(self) -> object:
            raise RuntimeError("secret detail")

        @identity.setter
        def identity(self, _value: object) -> None: ...

    page = opened(Broken())

    assert "failed; what you asked is kept" in page.error[0].value
    assert "secret detail" not in shown(page)


def test_a_thumb_up_is_stored_with_the_answer() -> None:
    services = StagedServices()
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    page.feedback[0].set_value(1).run()
    (turn,) = services.conversations.rows.values()

    assert turn.feedback == Feedback(Verdict.GOOD)
