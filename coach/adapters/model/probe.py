"""Finds out whether a model answers, and in which ways it can be made to answer in JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from coach.adapters.model.choice import ModelChoice
from coach.adapters.model.client import OPENAI, ModelClient
from coach.adapters.model.line import Line
from coach.adapters.model.structured_ways import (
    NONE,
    STRUCTURE,
    WAYS,
    asked_as,
    is_unknown_way,
)
from coach.errors import AuthorError
from coach.ports import Endpoints
from coach.prompts import Prompt

PATIENCE = 10.0  # seconds; somebody waits for `coach doctor`
LONGEST = 16  # tokens of a test answer; some endpoints take no smaller limit
LONGEST_JSON = 64
_ASK = "Return the JSON object with the one key `ready` and the value true."
_SCHEMA = {
    "type": "object",
    "properties": {"ready": {"type": "boolean"}},
    "required": ["ready"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class ModelHealth:
    """Whether a model answers; `says` what happened, `do` what to do (empty where it works)."""

    works: bool
    says: str
    do: str = ""


class ModelProbe:
    """Tests one endpoint. Lives as long as one look at it; sends nothing before it is asked to."""

    def __init__(self, choice: ModelChoice, api_key: SecretStr, endpoints: Endpoints) -> None:
        self._client = ModelClient(choice.model, choice.base_url, api_key, PATIENCE, retries=0)
        self._base_url = choice.base_url
        self._endpoints = endpoints

    def health(self) -> ModelHealth:
        """Ask for one word and return how that went, within about `PATIENCE` seconds."""
        model, host = self._client.model, self._client.host
        self._client.warm()
        prompt = Prompt("Answer with one word.", "Are you there?")
        started, answer = time.monotonic(), self._client.stream(prompt, Line(), LONGEST)
        try:
            next(answer, None)
            answer.close()
        except AuthorError as exc:
            return ModelHealth(False, exc.message, exc.next_step)
        seconds = time.monotonic() - started
        return ModelHealth(True, f"`{model}` at {host} began to answer in {seconds:.1f} s.")

    def abilities(self) -> Mapping[str, str]:
        """Return what the endpoint can do: found on the first call, remembered for the others.

        `structure` is the best way to an answer in JSON: json_schema, tool call, JSON mode, none.

        Raises:
            AuthorError: the endpoint does not answer, so nothing was learned.
        """
        known = self._endpoints.recall(self._base_url, self._client.model)
        if known:
            return known
        found = {STRUCTURE: next((way for way in WAYS if way != NONE and self._can(way)), NONE)}
        self._endpoints.remember(self._base_url, self._client.model, found)
        return found

    def _can(self, way: str) -> bool:
        messages: list[Any] = [{"role": "user", "content": _ASK}]
        create: Any = self._client.warm().root_client.chat.completions.create
        asked = asked_as(way, "ready", _SCHEMA)
        limit = {} if self._base_url == OPENAI else {"max_tokens": LONGEST_JSON}
        try:
            answer = create(model=self._client.model, messages=messages, **asked, **limit)
        except Exception as exc:
            if is_unknown_way(exc):
                return False
            raise self._client.error(exc) from exc
        return _is_ready(answer)


def _is_ready(answer: Any) -> bool:
    """Return whether an answer is the object that was asked for, whatever its value."""
    try:
        message = answer.choices[0].message
        text = message.tool_calls[0].function.arguments if message.tool_calls else message.content
        return isinstance(json.loads(text)["ready"], bool)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return False
