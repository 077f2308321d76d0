"""The rehearsal without a browser: by the note, with a model, stopped, looked back on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.domain.notes import Conflict
from coach.settings import Settings
from coach.ui.rehearsal.stage import Stage
from tests.embedding_endpoint import elsewhere
from tests.integration.test_conflict_page import QUARREL, looked, press
from tests.scripted_endpoint import Script, ScriptedEndpoint

OPENING = "On Monday 12 of 20 were students, so I lost a morning. Could we look at ten with Anna?"
HARSH = "He said he will hit me if I don't call your leads by Friday."


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("talks"), embeddings="none", model="none")
    built = build_services(settings, background=False, embed=False)
    yield built
    built.close()


def rehearsing(services: Services) -> AppTest:
    page = looked(services, QUARREL, "marketing")
    page.query_params["view"] = "rehearse"
    return page.run()


def say(page: AppTest, text: str) -> AppTest:
    return page.chat_input(key="rehearsal-line").set_value(text).run()


def shown(page: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*page.markdown, *page.caption, *page.title))


def test_every_shipped_quarrel_can_be_rehearsed_with_either_side(services: Services) -> None:
    notes = [note for note in services.playbook.notes if isinstance(note, Conflict)]

    assert notes
    for note in notes:
        replies = (*note.replies_sales, *note.replies_marketing)
        assert len(note.replies_sales) == len(note.replies_marketing) == 3
        assert len({reply.says for reply in replies}) == 6
        assert all("?" in reply.answer for reply in replies)


def test_no_reply_stands_in_two_notes(services: Services) -> None:
    notes = [note for note in services.playbook.notes if isinstance(note, Conflict)]
    said = [r.says for n in notes for r in (*n.replies_sales, *n.replies_marketing)]

    assert len(set(said)) == len(said)


def test_a_guided_rehearsal_says_what_it_is_and_goes_to_its_end(services: Services) -> None:
    page = rehearsing(services)
    assert "A guided rehearsal" in shown(page)
    page = press(page, "Begin")
    for text in (OPENING, "I hear you.", "Which ten?", "Thank you. Shall we say Thursday?"):
        page = say(page, text)

    text = shown(page)
    assert not page.exception
    assert not page.error
    assert "Looking back" in [header.value for header in page.header]
    assert "On Monday 12 of 20 were students, so I lost a morning." in text
    assert [e.label for e in page.expander].count("A good answer to that") == 3
    assert not page.chat_input


def test_stop_ends_it_and_the_look_back_is_kept_for_the_tab(services: Services) -> None:
    page = say(say(press(rehearsing(services), "Begin"), OPENING), "stop")
    page = press(page, "Once more")

    assert any(e.label == "Earlier rounds in this tab (1)" for e in page.expander)
    page.query_params["view"] = "both-sides"
    page = press(page.run(), "Forget it now")
    assert not any(str(key).startswith("rehearsal-stage") for key in page.session_state)
    assert "rehearsal-debriefs" not in page.session_state


def test_a_line_that_is_no_matter_of_teamwork_stops_it_warmly(services: Services) -> None:
    page = say(press(rehearsing(services), "Begin"), HARSH)

    assert "The rehearsal stops here." in shown(page)
    assert not page.chat_input
    assert "Looking back" not in [header.value for header in page.header]
    stage = page.session_state["rehearsal-stage"]
    assert isinstance(stage, Stage)
    assert stage.scene.mine == ()


def test_with_a_model_it_answers_in_role_and_no_name_reaches_it(tmp_path: Path) -> None:
    marks = {"criterion": "impact", "met": True, "quote": "so I lost a morning", "why": "Clear."}
    made_up = {"criterion": "constraint", "met": True, "quote": "your quota", "why": "Good."}
    debrief = json.dumps({"marks": [marks, made_up]})
    scripts = (Script(text="Ask Person A which ten."), Script(text=debrief))
    with ScriptedEndpoint(*scripts, supports=()) as endpoint:
        settings = Settings(
            data=tmp_path, embeddings="none", model="scripted", api_key=SecretStr("k"),
            base_url=elsewhere(endpoint.url), retries=0, timeout=5,
        )  # fmt: skip
        built = build_services(settings, background=False, embed=False)
        built.agree()
        page = rehearsing(built)
        page.radio(key="rehearsal-played").set_value(page.radio(key="rehearsal-played").options[1])
        page = say(press(page.run(), "Begin"), OPENING)
        said = shown(page)
        page = press(page, "Stop and look back")
        built.close()
    prompts = [request.prompt for request in endpoint.requests]

    assert "Ask Anna which ten." in said
    assert not page.exception
    assert "“so I lost a morning”" in shown(page)
    assert "your quota" not in shown(page)
    assert len(prompts) >= 2
    assert not any(name in prompt for prompt in prompts for name in ("Anna", "Ben"))


def test_nothing_is_offered_to_a_model_elsewhere_before_the_person_agreed(tmp_path: Path) -> None:
    settings = Settings(
        data=tmp_path, embeddings="none", model="scripted", api_key=SecretStr("k"),
        base_url="http://models.example.org/v1",
    )  # fmt: skip
    built = build_services(settings, background=False, embed=False)
    page = rehearsing(built)
    built.close()

    assert not [radio for radio in page.radio if radio.key == "rehearsal-played"]
