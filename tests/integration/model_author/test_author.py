from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.domain.answers import Brief, Message, Question, Usage
from coach.errors import AuthorError
from tests.fakes import hit
from tests.scripted_endpoint import Script, ScriptedEndpoint

BRIEF = Brief(
    Question("Who calls a new lead?", (Message("user", "We agreed what a lead is."),)),
    (hit("Sales calls each agreed lead within one day of the hand-over. It says so in writing."),),
)


def _author(endpoint: ScriptedEndpoint) -> ModelAuthor:
    return ModelAuthor("scripted", endpoint.url, SecretStr(""))


def test_an_answer_streams_in_with_its_model_and_its_tokens():
    with ScriptedEndpoint(Script(words=12)) as endpoint:
        draft = _author(endpoint).answer(BRIEF)
        text = "".join(draft)

    assert text == "Sales calls each agreed lead within one day of the hand-over [1]."
    assert (draft.finish.author, draft.finish.model) == ("model", "scripted")
    assert draft.finish.reason == "stop"
    assert draft.finish.usage == Usage(prompt=draft.finish.usage.prompt, completion=12)


def test_an_endpoint_that_counts_no_tokens_leaves_them_unknown():
    with ScriptedEndpoint(Script(usage=False)) as endpoint:
        draft = _author(endpoint).answer(BRIEF)
        list(draft)

    assert draft.finish.usage == Usage(None, None)


def test_the_first_word_is_not_held_back_by_those_that_follow():
    with ScriptedEndpoint(Script(text="word " * 40, rate=50)) as endpoint:
        author = _author(endpoint)
        author.warm()
        started, times = time.monotonic(), []
        for _ in author.answer(BRIEF):
            times.append(time.monotonic() - started)

    assert times[0] < times[-1] / 2
    assert len(times) < 15


def test_events_with_carriage_returns_are_read_the_same():
    with ScriptedEndpoint(Script(text="Sales calls.", newline="\r\n")) as endpoint:
        assert "".join(_author(endpoint).answer(BRIEF)) == "Sales calls."


def test_nothing_is_sent_before_the_draft_is_read():
    with ScriptedEndpoint() as endpoint:
        _author(endpoint).answer(BRIEF)

        assert endpoint.requests == []


def test_thoughts_of_a_reasoning_model_are_left_out():
    with ScriptedEndpoint(Script(text="<think>Who? Sales.</think>\n\nSales calls.")) as endpoint:
        assert "".join(_author(endpoint).answer(BRIEF)) == "Sales calls."


@pytest.mark.parametrize("goes_on", ["It calls back.", " It calls back."])
def test_an_answer_that_goes_on_joins_what_stands(goes_on: str):
    brief = replace(BRIEF, question=replace(BRIEF.question, so_far="Sales calls first."))
    with ScriptedEndpoint(Script(text=goes_on)) as endpoint:
        written = "".join(_author(endpoint).answer(brief))

        assert "Sales calls first." in endpoint.requests[0].prompt
    assert written in (" It calls back.", "It calls back.")


def test_a_question_in_another_language_becomes_one_english_line():
    with ScriptedEndpoint(Script(text='\n"Who calls a new lead?"\nThat is it.')) as endpoint:
        assert _author(endpoint).to_english(Question("Wer ruft an?")) == "Who calls a new lead?"


def test_no_search_line_is_an_error():
    with ScriptedEndpoint(Script(text=" \n ")) as endpoint, pytest.raises(AuthorError):
        _author(endpoint).to_english(Question("Wer ruft an?"))


def test_a_hundred_answers_at_once_end_with_the_last_word():
    script = Script(text="word " * 50, first=0.1, rate=50)
    with ScriptedEndpoint(script) as endpoint:
        author = _author(endpoint)
        author.warm()
        texts: list[str] = []
        readers = [
            threading.Thread(target=lambda: texts.append("".join(author.answer(BRIEF))))
            for _ in range(100)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(30)

    assert texts == ["word " * 50] * 100


def test_building_an_author_loads_no_library_of_the_endpoint():
    code = (
        "import sys; from pydantic import SecretStr;"
        "from coach.adapters.model.author import ModelAuthor;"
        "ModelAuthor('m', 'http://127.0.0.1:9/v1', SecretStr('k'));"
        "sys.exit(' '.join({'openai', 'langchain_core', 'httpx2'} & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
