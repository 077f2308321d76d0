"""An answer says where it comes from a team's own note: in the terminal, in a file, on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from coach.bootstrap import build_checkup, build_services
from coach.cli.commands import app
from coach.cli.objects import answer_object
from coach.domain.answers import Answer, Question
from coach.domain.notes import OWN, Playbook
from coach.settings import Settings
from tests.browser.stage import NOTE, StagedServices
from tests.integration.test_page import opened, shown
from tests.own_notes import write_own, write_shipped

MARK = "(your team's own note)"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path / "data",
        shipped=write_shipped(tmp_path / "knowledge"),
        knowledge=write_own(tmp_path / "own"),
        model="none",
        embeddings="none",
    )


def answered(settings: Settings, text: str) -> Answer:
    services = build_services(settings, background=False)
    try:
        reply = services.answering.start(Question(text))
        list(reply)
        return reply.answer
    finally:
        services.close()


def test_an_answer_out_of_their_note_says_so(settings: Settings) -> None:
    citations = answer_object(answered(settings, "Should we thank the other team?"))["citations"]

    theirs = [c for c in citations if c["note"] == "say-thanks"]
    assert theirs
    assert {c["title"] for c in theirs} == {f"Say thanks {MARK}"}
    assert any("aloud" in c["quote"] for c in theirs)


def test_an_answer_out_of_ours_does_not(settings: Settings) -> None:
    citations = answered(settings, "What is a qualified lead?").citations

    assert citations
    assert not any(MARK in c.label for c in citations if c.note != "say-thanks")


def test_the_doctor_counts_their_notes(settings: Settings) -> None:
    (notes,) = [part for part in build_checkup(settings).run() if part.part == "notes"]

    assert "1 of your notes, 1 in place of ours: say-thanks." in notes.says


def page_with(replaces: bool) -> AppTest:
    services = StagedServices()
    note = replace(NOTE, file=OWN + NOTE.file, replaces=replaces)
    services.playbook = Playbook(notes=(note,), sources=())
    page = opened(services)
    page.chat_input[0].set_value("Where do we start?").run()
    chip = next(b for b in page.button if str(b.key).startswith("source-"))
    return chip.click().run()


def test_the_page_says_whose_note_is_shown_and_that_it_replaces_ours() -> None:
    instead = "Your team's own note, in place of the shipped one."

    assert instead in shown(page_with(replaces=True))
    assert instead not in shown(page_with(replaces=False))
    assert f"File: {OWN}{NOTE.file}" in shown(page_with(replaces=False))


def test_the_check_reads_the_folder_in_the_settings(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_SHIPPED", str(settings.shipped))
    monkeypatch.setenv("COACH_KNOWLEDGE", str(settings.knowledge))

    said = CliRunner().invoke(app, ["check"]).output

    assert "1 of your notes, 1 in place of ours: say-thanks." in said
