"""An object in JSON out of any endpoint, in the best way it knows."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping

import pytest

from coach.domain.agenda import LONGEST
from coach.errors import (
    AuthorError,
    AuthorRefused,
    AuthorUnreachable,
    PromptTooLong,
    StorageFull,
)
from coach.ports import EditTask, Reply, Row
from tests.agenda_texts import DRAFT, reply, row
from tests.fakes import MemoryEndpoints, passage
from tests.integration.model_author.outcomes import make_author
from tests.scripted_endpoint import Fault, Script, ScriptedEndpoint, error

TASK = EditTask("agree what a lead is", DRAFT, (passage("Sort ten leads."),))
TEXT = reply(row("Which ten leads do we sort?", 1), row("Which words do we write down?"))
WAYS = ("json_schema", "tools", "json_object")


def _edit(endpoint: ScriptedEndpoint, memory: MemoryEndpoints | None = None) -> Reply:
    return make_author(endpoint.url).editor(memory or MemoryEndpoints()).edit(TASK).reply()


def _remembered(endpoint: ScriptedEndpoint, memory: MemoryEndpoints) -> str:
    return memory.recall(endpoint.url, "scripted").get("structure", "")


@pytest.mark.parametrize("refusal", [400, 500])
@pytest.mark.parametrize(
    ("supports", "way", "calls"),
    [
        (WAYS, "json_schema", 1),
        (WAYS[1:], "tool call", 2),
        (WAYS[2:], "JSON mode", 3),
        ((), "none", 4),
    ],
)
def test_the_first_call_finds_the_best_way_and_later_ones_go_straight_there(
    supports: tuple[str, ...], way: str, calls: int, refusal: int
):
    memory = MemoryEndpoints()
    with ScriptedEndpoint(Script(text=TEXT), supports=supports, refusal=refusal) as endpoint:
        first = _edit(endpoint, memory)
        assert len(endpoint.requests) == calls
        second = _edit(endpoint, memory)
        assert len(endpoint.requests) == calls + 1

    assert [r.question for r in first.rows] == [
        "Which ten leads do we sort?",
        "Which words do we write down?",
    ]
    assert second == first
    assert _remembered(endpoint, memory) == way


@pytest.mark.parametrize("refusal", [400, 500])
def test_an_endpoint_that_has_forgotten_a_way_is_asked_in_the_others(refusal: int):
    memory = MemoryEndpoints()
    with ScriptedEndpoint(
        Script(text=TEXT), supports=("json_object",), refusal=refusal
    ) as endpoint:
        memory.remember(endpoint.url, "scripted", {"structure": "json_schema"})

        assert _edit(endpoint, memory).rows
    assert _remembered(endpoint, memory) == "JSON mode"


def test_a_gateway_that_has_no_model_for_tools_is_asked_in_the_next_way():
    gone = error(404, "No endpoints found that support tool use.")
    with ScriptedEndpoint(gone, Script(text=TEXT)) as endpoint:
        assert _edit(endpoint).rows


def test_trouble_that_passes_does_not_change_what_is_known():
    memory = MemoryEndpoints()
    with ScriptedEndpoint(error(500, "died"), Script(text=TEXT)) as endpoint:
        memory.remember(endpoint.url, "scripted", {"structure": "json_schema"})

        assert _edit(endpoint, memory).rows
        assert len(endpoint.requests) == 2
    assert _remembered(endpoint, memory) == "json_schema"


def test_a_version_counts_where_the_records_cannot_take_what_was_found():
    with ScriptedEndpoint(Script(text=TEXT)) as endpoint:
        assert _edit(endpoint, FullEndpoints()).rows


class FullEndpoints(MemoryEndpoints):
    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        raise StorageFull("No space left.")


def test_a_model_that_answers_a_tool_request_in_words_is_read_the_same():
    script = Script(text=f"Here you are:\n```json\n{TEXT}\n```", in_words=True)
    with ScriptedEndpoint(script, supports=("tools",)) as endpoint:
        assert len(_edit(endpoint).rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "I would rather not.",
        TEXT[: len(TEXT) // 2],
        '{"items": []}',
        '{"items": [1, "two", null, {"question": null, "from": 1}, []]}',
        "[" * 5_000,
        '{"items":' * 3_000,
        '{"items": [{"question": ' + "9" * 5_000 + "}]}",
        "null",
    ],
    ids=["prose", "cut", "empty", "no rows", "brackets", "deep", "huge number", "null"],
)
def test_what_holds_no_items_is_a_fault_and_not_an_error(text: str):
    memory = MemoryEndpoints()
    with ScriptedEndpoint(Script(text=text)) as endpoint:
        found = _edit(endpoint, memory)

    assert [r for r in found.rows if r.question] == []
    assert found.text == text


def test_rows_are_read_whatever_the_types_of_their_fields():
    odd = '[{"question": "Why?", "from": "2", "minutes": "12 min", "owner": ["Ana"], "more": 1}]'
    thoughts = "<think>{}</think>"
    with ScriptedEndpoint(Script(text=thoughts + odd), supports=()) as endpoint:
        found = _edit(endpoint)

    assert found.rows == (Row("Why?", 2, minutes=12),)


@pytest.mark.parametrize(
    ("said", "minutes"), [(-5, None), (10.0, 10), (1e300, None), (9_999, LONGEST), (True, None)]
)
def test_odd_minutes_are_no_minutes(said: float, minutes: int | None):
    with ScriptedEndpoint(Script(text=reply(row("Why?", minutes=said)))) as endpoint:
        assert _edit(endpoint).rows[0].minutes == minutes


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (error(401, "bad key"), AuthorRefused),
        (error(400, "no"), AuthorRefused),
        (error(400, "maximum context length is 512 tokens"), PromptTooLong),
        (Script(fault=Fault.HANG), AuthorUnreachable),
        (Script(text=TEXT, fault=Fault.CUT), AuthorUnreachable),
        (Script(fault=Fault.EMPTY_BODY), AuthorError),
    ],
    ids=["401", "400", "too long", "hang", "cut", "no body"],
)
def test_a_fault_of_the_endpoint_is_one_of_the_authors_errors(script: Script, kind: type):
    memory = MemoryEndpoints()
    with ScriptedEndpoint(script) as endpoint, pytest.raises(kind) as raised:
        _edit(endpoint, memory)

    assert type(raised.value) is kind
    assert memory.found == {}


@pytest.mark.parametrize("supports", [WAYS, ("tools",), ()])
def test_a_stop_ends_an_edit_long_before_its_time_is_over(supports: tuple[str, ...]):
    script = Script(text=TEXT * 300, rate=50)
    with ScriptedEndpoint(script, supports=supports) as endpoint:
        edit = make_author(endpoint.url, timeout=30).editor(MemoryEndpoints()).edit(TASK)
        stopped: list[float] = []

        def stop() -> None:
            stopped.append(time.monotonic())
            edit.cancel()

        threading.Timer(0.4, stop).start()
        found = edit.reply()
        took = time.monotonic() - stopped[0]

    assert found == Reply()
    assert took < 5  # seconds, of thirty: half of one alone


def test_an_edit_stopped_before_it_began_sends_nothing():
    with ScriptedEndpoint() as endpoint:
        edit = make_author(endpoint.url).editor(MemoryEndpoints()).edit(TASK)
        edit.cancel()

        assert edit.reply() == Reply()
        assert endpoint.requests == []
