"""The page without a browser: what it draws for what the services give."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from coach.domain.conversation import Feedback, Verdict
from coach.errors import StorageFull
from tests.browser.stage import ME, SEARCHER, WRITER, FakeStatus, StagedServices

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
    services.state = FakeStatus("large-model", "models.example.org")
    services.remote = (WRITER,)
    page = shown(opened(services))

    assert "goes to models.example.org, model large-model, which writes the answers;" in page
    assert "nothing you type leaves it" not in page


def test_an_embedder_elsewhere_is_named_where_the_text_goes() -> None:
    services = StagedServices()
    services.remote = (SEARCHER,)
    page = shown(opened(services))

    assert "goes to vectors.example.org, model small-vectors, which searches by meaning." in page
    assert "small-vectors at vectors.example.org searches by meaning." in page
    assert "nothing you type leaves it" not in page


def test_a_model_on_this_machine_is_not_said_to_send_anything() -> None:
    services = StagedServices()
    services.state = FakeStatus("small-model", "localhost")
    page = shown(opened(services))

    assert "written by small-model on this machine" in page
    assert "nothing you type leaves it" in page


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
    services.consent = (WRITER, SEARCHER)
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    asked = shown(page)
    assert services.answering.asked == []
    assert "**models.example.org**, where the model **large-model** writes the answers" in asked
    assert "**vectors.example.org**, where the model **small-vectors** searches by mean" in asked
    assert "your team's own" in asked
    page.button(key="agree").click().run()

    assert [question.text for question in services.answering.asked] == ["Where do we start?"]


def test_a_consent_for_the_search_alone_does_not_speak_of_written_answers() -> None:
    services = StagedServices()
    services.consent = (SEARCHER,)
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()

    assert "writes the answers" not in shown(page)
    assert "the notes are searched by keyword on this machine" in shown(page)


def test_while_a_question_waits_for_consent_no_other_can_take_its_place() -> None:
    services = StagedServices()
    services.consent = (WRITER,)
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    assert page.chat_input[0].disabled

    page.session_state["queued"] = "And a button's question?"
    page.run()
    page.button(key="agree").click().run()
    assert [question.text for question in services.answering.asked] == ["Where do we start?"]
    assert page.chat_input[0].value == "And a button's question?"
    assert not page.chat_input[0].disabled


def test_what_was_held_is_asked_once_consent_was_given_in_another_window() -> None:
    services = StagedServices()
    services.consent = (WRITER,)
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    services.agree()
    page.run()

    assert [question.text for question in services.answering.asked] == ["Where do we start?"]


def test_who_declined_may_ask_for_the_model_in_the_chat() -> None:
    services = StagedServices()
    services.state = FakeStatus("large-model", "models.example.org")
    services.remote = services.consent = (WRITER,)
    services.decline()
    page = opened(services)
    assert "Answers come from the playbook on this machine; nothing you type leaves" in shown(page)
    page.button(key="want-model").click().run()

    assert page.button(key="agree").label == "Agree"


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


def asked(page: AppTest, question: str = "Where do we start?") -> AppTest:
    return page.chat_input[0].set_value(question).run()


def rated(services: StagedServices) -> Feedback | None:
    (turn,) = services.conversations.rows.values()
    return turn.feedback


def comment_on(page: AppTest, text: str) -> AppTest:
    (line,) = (field for field in page.text_input if field.key.startswith("comment-"))
    return line.set_value(text).run()


def reopened(services: StagedServices) -> AppTest:
    page = AppTest.from_file(str(PAGE), default_timeout=20)
    page.session_state["services"] = services
    page.query_params["c"] = next(iter(services.conversations.rows.values())).conversation
    return page.run()


def test_a_thumb_down_without_a_reason_is_kept_and_found_again() -> None:
    services = StagedServices()
    asked(opened(services)).feedback[0].set_value(0).run()

    assert rated(services) == Feedback(Verdict.BAD)
    page = reopened(services)
    assert page.feedback[0].value == 0
    assert page.pills[0].value is None
    assert not page.exception


def test_a_line_typed_before_a_reason_is_chosen_is_kept_and_stays_with_the_reason() -> None:
    services = StagedServices()
    page = comment_on(asked(opened(services)).feedback[0].set_value(0).run(), " too long ")
    assert rated(services) == Feedback(Verdict.BAD, "too long")
    page = reopened(services)
    page.pills[0].set_value(Verdict.MISSING).run()

    assert rated(services) == Feedback(Verdict.MISSING, "too long")


def test_a_thumb_that_goes_up_and_down_again_stores_what_its_box_shows() -> None:
    services = StagedServices()
    page = asked(opened(services)).feedback[0].set_value(0).run()
    page.pills[0].set_value(Verdict.ANSWER_WRONG).run()
    page = reopened(services)
    page.feedback[0].set_value(1).run()
    page.feedback[0].set_value(0).run()

    given = rated(services)
    assert given is not None
    assert given.verdict == (page.pills[0].value or Verdict.BAD)


def test_the_box_of_reasons_says_who_reads_them() -> None:
    page = asked(opened(StagedServices())).feedback[0].set_value(0).run()
    assert "the playbook's owner sees the question and your line, not who asked" in shown(page)
    handed = asked(opened(StagedServices()), "handover: my boss threatens me")
    handed.feedback[0].set_value(0).run()

    assert "Nobody else is shown it." in shown(handed)
    assert "the playbook's owner" not in shown(handed)


def test_two_answers_that_grow_at_once_end_each_in_its_place() -> None:
    services = StagedServices()
    first = services.coaching.ask(ME, "slowly: where do we start?", None)
    services.coaching.ask(ME, "slowly: and what then?", first.conversation)
    page = reopened(services)

    assert not page.exception
    assert not page.error
    assert shown(page).count("Watch that thanks") == 2
    for label in ("Regenerate", "Edit", "What if only one side comes?"):
        assert [button.label for button in page.button].count(label) == 1
