"""Real exchanges: what the prompts hold, and what was made of them."""

from __future__ import annotations

import re

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import CONTEXT, ModelAuthor
from coach.prompts.writing import answer_prompt
from tests.recordings import Recording, recordings
from tests.scripted_endpoint import Script, ScriptedEndpoint

ANSWERS = recordings("answer", "repair")


def _numbers(text: str) -> set[int]:
    return {int(n) for n in re.findall(r"\[(\d+)\]", text)}


@pytest.mark.parametrize("recording", ANSWERS, ids=lambda r: r.name)
def test_a_recorded_answer_comes_out_as_it_was_written(recording: Recording):
    with ScriptedEndpoint(Script(text=recording.reply)) as endpoint:
        text = "".join(ModelAuthor("m", endpoint.url, SecretStr("")).answer(recording.brief))
        sent = endpoint.requests[0].prompt

    assert text.strip() == recording.reply
    assert all(hit.passage.text in sent for hit in recording.brief.hits)


@pytest.mark.parametrize("recording", ANSWERS, ids=lambda r: r.name)
def test_a_model_that_keeps_to_the_prompt_cites_only_what_it_was_given(recording: Recording):
    given = set(range(1, len(recording.brief.hits) + 1))

    assert _numbers(recording.reply)
    assert _numbers(recording.reply) <= given


@pytest.mark.parametrize("recording", ANSWERS, ids=lambda r: r.name)
def test_a_real_prompt_fits_a_small_context_with_room_for_the_answer(recording: Recording):
    small = answer_prompt(recording.brief, "c0de0000", 4_096 - 900)
    whole = answer_prompt(recording.brief, "c0de0000", CONTEXT - 900)

    assert len(small.system + small.user) <= 3.5 * (4_096 - 900) + 4
    assert len(whole.user) >= len(small.user)
