"""The first seconds: services on their way, notes being read, a model that needs consent."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import OpenTab


def test_a_question_typed_while_the_services_start_waits_for_consent_and_is_kept(
    new: str, gate: Path, open_tab: OpenTab
) -> None:
    tab = open_tab(new).open()
    tab.has("Getting the playbook ready")
    tab.shot("starting")
    tab.type("Where do we start?")
    tab.has("Getting the playbook ready …")
    gate.touch()
    tab.has("Before your first question leaves this machine")
    tab.has("models.example.org")
    tab.has("large-model")
    tab.shot("consent")
    tab.button("Agree and send").click()
    tab.has("Start with one standing half hour")
    tab.begin()
    tab.ask("Asked without being asked again")


def test_who_declines_the_model_is_answered_here_and_asked_again_only_on_request(
    new: str, gate: Path, open_tab: OpenTab
) -> None:
    gate.touch()
    tab = open_tab(new).open()
    tab.type("Where do we start?")
    tab.button("Not now").click()
    tab.has("Start with one standing half hour")
    tab.has("Answers come from the playbook on this machine.")
    tab.begin()
    tab.has("nothing you type leaves it")
    tab.ask("What comes next?")
    tab.shot("declined")
    tab.page.reload()
    tab.button("Ask large-model").click()
    tab.has("What comes next?")
    tab.shot("asked-for-the-model")
    tab.button("Agree and send").click()
    tab.button("Ask large-model").wait_for(state="detached")
    tab.button("Regenerate").wait_for()

    tab.has("Answers are written by large-model at models.example.org.")


def test_reading_the_notes_shows_its_progress_by_name(
    new: str, gate: Path, open_tab: OpenTab
) -> None:
    gate.touch()
    tab = open_tab(new).open()
    tab.has("Reading the notes")

    tab.has("Search is by keyword only until the notes are read.")
    tab.has("What you type goes to models.example.org, model large-model")
    tab.shot("indexing")


def test_services_that_cannot_start_say_why_and_try_again(
    failing: str, gate: Path, open_tab: OpenTab
) -> None:
    tab = open_tab(failing).open()
    tab.has("Another program uses the data folder.")
    tab.has("Close the other program")
    tab.shot("cannot-start")
    gate.touch()
    tab.button("Try again").click()

    tab.page.get_by_role("heading", name="Accord").wait_for()
