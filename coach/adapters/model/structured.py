"""Calls a model for an object in JSON, in the best way its endpoint knows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coach.adapters.model.client import ModelClient
from coach.adapters.model.errors import is_passing
from coach.adapters.model.line import Line
from coach.adapters.model.structured_json import objects
from coach.adapters.model.structured_ways import (
    NONE,
    STRUCTURE,
    WAYS,
    asked_as,
    is_unknown_way,
    may_pass,
)
from coach.adapters.model.thinking import without_thinking
from coach.errors import AuthorError, StorageError
from coach.ports import Endpoints
from coach.prompts import Prompt

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

CHARACTERS = 8  # a token holds at most; where more come, the endpoint ignores the limit


@dataclass(frozen=True, slots=True)
class Shape:
    """The object that is asked for; `name` is what a tool that takes it would be called."""

    name: str
    schema: dict[str, Any]


class StructuredCalls:
    """Asks one model for objects. Lives as long as the app; safe from many threads.

    Which way the endpoint knows is found by the first call itself and remembered, so that every
    later one goes straight there.
    """

    def __init__(self, client: ModelClient, endpoints: Endpoints) -> None:
        self._client = client
        self._endpoints = endpoints

    def text(self, prompt: Prompt, shape: Shape, line: Line, longest: int) -> str:
        """Return what the model wrote, which should hold the object; "" after a hang-up.

        It may be anything all the same: no endpoint is believed to keep to a schema.

        Raises:
            AuthorError: the endpoint failed; one of its kinds where the reason is known.
        """
        known = self._known()
        if not known:
            return self._first(WAYS, prompt, shape, line, longest)
        try:
            return self._written(known, is_passing, prompt, shape, line, longest)
        except AuthorError as exc:
            if known == NONE or not is_unknown_way(exc.__cause__):
                raise
            others = [way for way in WAYS if way != known]
            return self._first(others, prompt, shape, line, longest)

    def _known(self) -> str:
        way = self._endpoints.recall(self._client.base_url, self._client.model).get(STRUCTURE, "")
        return way if way in WAYS else ""

    def _remember(self, way: str) -> None:
        with contextlib.suppress(StorageError):  # what was written is worth more
            found = {STRUCTURE: way}
            self._endpoints.remember(self._client.base_url, self._client.model, found)

    def _first(
        self, ways: Sequence[str], prompt: Prompt, shape: Shape, line: Line, longest: int
    ) -> str:
        """Return what comes in the first way the endpoint takes; remember it where it holds."""
        for way in ways:
            try:
                retry = is_passing if way == NONE else may_pass
                text = self._written(way, retry, prompt, shape, line, longest)
            except AuthorError as exc:
                if way == NONE or not is_unknown_way(exc.__cause__):
                    raise
            else:
                if any(objects(text)):
                    self._remember(way)
                return text
        return ""

    def _written(
        self,
        way: str,
        retry: Callable[[Exception], bool],
        prompt: Prompt,
        shape: Shape,
        line: Line,
        longest: int,
    ) -> str:
        more = asked_as(way, shape.name, shape.schema)
        chunks = self._client.stream(prompt, line, longest, more, retry)
        text = ""
        for piece in without_thinking(_pieces(chunks)):
            text += piece
            if len(text) > longest * CHARACTERS:
                break
        chunks.close()
        return text


def _pieces(chunks: Iterator[AIMessageChunk]) -> Iterator[str]:
    """Yield a message's text, or the arguments of the first tool it calls."""
    for chunk in chunks:
        for call in chunk.tool_call_chunks:
            if not call["index"]:
                yield call["args"] or ""
        yield chunk.text
