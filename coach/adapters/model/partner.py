"""Who plays the other side in a rehearsal, behind an OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from coach.adapters.model.client import ModelClient
from coach.adapters.model.line import Line
from coach.adapters.model.structured import Shape, StructuredCalls
from coach.adapters.model.structured_json import objects
from coach.adapters.model.thinking import without_thinking
from coach.domain.answers import Finish
from coach.domain.rehearsal import Criterion, Mark
from coach.domain.scene import Scene
from coach.errors import AuthorError
from coach.ports import Endpoints
from coach.prompts.rehearsals import debrief_prompt, rehearse_prompt

LONGEST_REPLY = 220  # tokens of what a role says at once
LONGEST_DEBRIEF = 900
CHARACTERS = 8  # a token holds at most; where more come, the endpoint ignores the limit
_MOST_TEXT = 400  # characters of a field that are read
_CRITERIA = {criterion.value: criterion for criterion in Criterion}
_MARK = {
    "type": "object",
    "properties": {
        "criterion": {"type": "string", "enum": list(_CRITERIA)},
        "met": {"type": "boolean"},
        "quote": {"type": "string"},
        "why": {"type": "string"},
    },
    "required": ["criterion", "met", "quote", "why"],
    "additionalProperties": False,
}
DEBRIEF = Shape(
    "debrief",
    {
        "type": "object",
        "properties": {"marks": {"type": "array", "items": _MARK}},
        "required": ["marks"],
        "additionalProperties": False,
    },
)


class ModelPartner:
    """The port `Partner`. Lives as long as the app; safe from many threads.

    `context` is the tokens that prompt and reply may take together; `code` closes the blocks of a
    prompt and must not be guessable.
    """

    def __init__(
        self, client: ModelClient, endpoints: Endpoints, context: int, code: Callable[[], str]
    ) -> None:
        self._client = client
        self._calls = StructuredCalls(client, endpoints)
        self._room = context - LONGEST_REPLY
        self._code = code

    @property
    def name(self) -> str:
        """The model's name."""
        return self._client.model

    def reply(self, scene: Scene) -> PartnerDraft:
        """Start what the role says next; nothing is sent before it is iterated."""
        return PartnerDraft(self._client, scene, self._code, self._room)

    def look_back(self, scene: Scene) -> tuple[Mark, ...]:
        """Return what the model thinks of the person's lines; nothing in it is checked.

        Raises:
            AuthorError: the endpoint failed, or wrote nothing that can be read.
        """
        prompt = debrief_prompt(scene, self._code())
        text = self._calls.text(prompt, DEBRIEF, Line(), LONGEST_DEBRIEF)
        for found in objects(text):
            marks = _marks(found)
            if marks:
                return marks
        raise AuthorError(f"`{self.name}` gave no debrief that can be read.")


class PartnerDraft:
    """The port `Draft` for one thing a role says. Lives as long as it."""

    def __init__(
        self, client: ModelClient, scene: Scene, code: Callable[[], str], room: int
    ) -> None:
        self._client = client
        self._scene = scene
        self._code = code
        self._room = room
        self._line = Line()

    def __iter__(self) -> Iterator[str]:
        """Yield pieces of text as the model writes them.

        Raises:
            AuthorError: the endpoint failed, or wrote nothing.
        """
        prompt = rehearse_prompt(self._scene, self._code(), self._room)
        chunks = self._client.stream(prompt, self._line, LONGEST_REPLY)
        written = 0
        for piece in without_thinking(chunk.text for chunk in chunks):
            said = piece if written else piece.lstrip()
            written += len(said)
            if said:
                yield said
            if written > LONGEST_REPLY * CHARACTERS:
                return
        if not written and not self._line.hung_up:
            raise AuthorError(f"`{self._client.model}` said nothing.")

    @property
    def finish(self) -> Finish:
        """How it ended; only after iteration is over."""
        reason = "cancelled" if self._line.hung_up else "stop"
        return Finish("model", self._client.model, reason)

    def cancel(self) -> None:
        """Stop writing: the request is hung up, wherever it stands."""
        self._line.hang_up()


def _marks(found: Any) -> tuple[Mark, ...]:
    """Return the marks in an object; what has no known criterion is left out."""
    listed = found.get("marks") if isinstance(found, dict) else found
    if not isinstance(listed, list):
        return ()
    marks = (_mark(row) for row in listed[: 2 * len(_CRITERIA)] if isinstance(row, dict))
    return tuple(mark for mark in marks if mark is not None)


def _mark(row: dict[str, Any]) -> Mark | None:
    criterion = _CRITERIA.get(str(row.get("criterion", "")).strip().casefold())
    met = row.get("met")
    if criterion is None or not isinstance(met, bool):
        return None
    quote = str(row.get("quote") or "")[:_MOST_TEXT].strip()
    return Mark(criterion, met, (quote,) if quote else (), str(row.get("why") or "")[:_MOST_TEXT])
