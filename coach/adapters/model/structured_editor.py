"""The editor of agendas behind an OpenAI-compatible endpoint."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from coach.adapters.model.client import ModelClient
from coach.adapters.model.line import Line
from coach.adapters.model.structured import Shape, StructuredCalls
from coach.adapters.model.structured_json import objects
from coach.domain.agenda import LONGEST
from coach.errors import PromptTooLong
from coach.ports import EditTask, Endpoints, Reply, Row
from coach.prompts.agendas import agenda_prompt

LONGEST_REPLY = 1_600  # tokens: about a dozen questions with all that belongs to them
MOST_ROWS = 30  # that are read; no meeting has more questions
LONGEST_TEXT = 2_000  # characters of a field that are read
UNREADABLE = "It was no JSON object with a list of items, or broke off before its end."
_NUMBER = re.compile(r"(?<![-\d.])\d{1,4}(?!\d)")
_TEXT = {"type": "string"}
_FIELDS = {
    "from": {"type": ["integer", "null"]},
    "question": _TEXT,
    "outcome": {"type": "string", "enum": ["inform", "discuss", "decide", "repair"]},
    "owner": _TEXT,
    "prework": _TEXT,
    "done_when": _TEXT,
    "minutes": {"type": "integer"},
}
_ITEM = {
    "type": "object",
    "properties": _FIELDS,
    "required": list(_FIELDS),
    "additionalProperties": False,
}
AGENDA = Shape(
    "agenda",
    {
        "type": "object",
        "properties": {"items": {"type": "array", "items": _ITEM}},
        "required": ["items"],
        "additionalProperties": False,
    },
)


class ModelEditor:
    """The port `Editor`. Lives as long as the app; safe from many threads.

    `context` is the tokens that prompt and reply may take together; `code` closes the blocks of a
    prompt and must not be guessable.
    """

    def __init__(
        self, client: ModelClient, endpoints: Endpoints, context: int, code: Callable[[], str]
    ) -> None:
        self._calls = StructuredCalls(client, endpoints)
        self._room = context - LONGEST_REPLY
        self._code = code

    def edit(self, task: EditTask) -> ModelEdit:
        """Begin an edit; nothing is sent before its reply is asked for."""
        return ModelEdit(self._calls, task, self._code, self._room)


class ModelEdit:
    """The port `Edit`. Lives as long as one reply."""

    def __init__(
        self, calls: StructuredCalls, task: EditTask, code: Callable[[], str], room: int
    ) -> None:
        self._calls = calls
        self._task = task
        self._code = code
        self._room = room
        self._line = Line()

    def cancel(self) -> None:
        """Stop it: the request is hung up, wherever it stands."""
        self._line.hang_up()

    def reply(self) -> Reply:
        """Wait for the reply and return it; an empty one after a cancel.

        Raises:
            AuthorError: the endpoint failed.
        """
        if self._line.hung_up:
            return Reply()
        try:
            text = self._text(self._room)
        except PromptTooLong:
            text = self._text(self._room // 2)
        return Reply() if self._line.hung_up else read_reply(text)

    def _text(self, room: int) -> str:
        prompt = agenda_prompt(self._task, self._code(), room)
        return self._calls.text(prompt, AGENDA, self._line, LONGEST_REPLY)


def read_reply(text: str) -> Reply:
    """Return the rows in a model's text: of the first JSON in it that has any."""
    for found in objects(text):
        rows = _listed(found)
        if rows:
            return Reply(rows, text=text)
    return Reply(fault=UNREADABLE, text=text)


def _listed(found: Any) -> tuple[Row, ...]:
    """Return the rows of a list, or of the object whose `items` or first list they are."""
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
        found = found.get("items") if isinstance(found.get("items"), list) else next(iter(lists), 0)
    if not isinstance(found, list):
        return ()
    rows = (_row(row) for row in found[:MOST_ROWS])
    return tuple(row for row in rows if row is not None)


def _as_text(value: Any) -> str:
    """Return a text or a number as text without lone surrogates, anything else as none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)[:LONGEST_TEXT].encode("utf-8", "ignore").decode()


def _as_number(value: Any) -> int | None:
    """Return the whole number that a value is or begins to name: 10, 10.0, "10 min"."""
    if isinstance(value, float):
        value = int(value) if 0 <= value <= LONGEST else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    number = _NUMBER.search(str(value)[:LONGEST_TEXT])
    return min(int(number[0]), LONGEST) if number else None


_Text = Annotated[str, BeforeValidator(_as_text)]
_Number = Annotated[int | None, BeforeValidator(_as_number)]


class _Row(BaseModel):
    """A row as models write it: what is missing or of another type counts as not said."""

    model_config = ConfigDict(extra="ignore")

    question: _Text
    source: _Number = Field(None, alias="from")
    outcome: _Text = ""
    owner: _Text = ""
    prework: _Text = ""
    done_when: _Text = ""
    minutes: _Number = None


def _row(value: Any) -> Row | None:
    try:
        return Row(**_Row.model_validate(value).model_dump())
    except ValidationError:
        return None
