"""An answer that a language model is writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from coach.adapters.model.client import ModelClient
from coach.adapters.model.line import Line
from coach.adapters.model.thinking import without_thinking
from coach.domain.answers import Brief, Finish, Usage
from coach.errors import AuthorError, PromptTooLong
from coach.prompts.writing import answer_prompt

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

CHARACTERS = 8  # a token holds at most; where more come, the endpoint ignores the limit
CUT = "The model's answer was cut off before its end."
LONG = "The model stopped at the longest answer it may write."


class ModelDraft:
    """The port `Draft`: nothing is sent before iteration. Lives as long as one answer."""

    def __init__(
        self, client: ModelClient, brief: Brief, code: Callable[[], str], room: int, longest: int
    ) -> None:
        self._client = client
        self._brief = brief
        self._code = code
        self._room = room
        self._longest = longest
        self._line = Line()
        self._written = 0
        self._reason = "cut"
        self._usage = Usage()

    @property
    def finish(self) -> Finish:
        """How it ended; only after iteration is over."""
        reason = "cancelled" if self._line.hung_up else self._reason
        warning = {"cut": CUT, "length": LONG}.get(reason, "")
        return Finish("model", self._client.model, reason, self._usage, warning)

    def cancel(self) -> None:
        """Stop writing: the request is hung up, wherever it stands."""
        self._line.hang_up()

    def __iter__(self) -> Iterator[str]:
        """Yield pieces of text as the model writes them.

        Raises:
            AuthorError: the endpoint failed, or wrote nothing.
        """
        if self._line.hung_up:
            return
        try:
            yield from self._pieces(self._room)
        except PromptTooLong:
            yield from self._pieces(self._room // 2)
        if not self._written and not self._line.hung_up:
            raise AuthorError(_nothing(self._client.model, self._reason))

    def _pieces(self, room: int) -> Iterator[str]:
        prompt = answer_prompt(self._brief, self._code(), room)
        chunks = self._client.stream(prompt, self._line, self._longest)
        for piece in without_thinking(self._texts(chunks)):
            if not self._written:
                piece = self._joint(piece)
            self._written += len(piece)
            if piece:
                yield piece
            if self._written > self._longest * CHARACTERS:
                self._reason = "length"
                return

    def _texts(self, chunks: Iterator[AIMessageChunk]) -> Iterator[str]:
        for chunk in chunks:
            if chunk.usage_metadata:
                self._usage = _usage(chunk.usage_metadata)
            self._reason = _reason(chunk.response_metadata) or self._reason
            yield chunk.text

    def _joint(self, piece: str) -> str:
        """Return the first piece so that it joins what was written before."""
        so_far = self._brief.question.so_far
        if not so_far or self._brief.repair:
            return piece.lstrip()
        apart = so_far[-1].isspace() or piece[:1].isspace()
        return piece if apart or not piece else f" {piece}"


def _usage(counted: Any) -> Usage:
    return Usage(counted.get("input_tokens"), counted.get("output_tokens"))


def _reason(metadata: dict[str, Any]) -> str | None:
    """Return how the endpoint says that it ended; `None` while it says nothing."""
    said = metadata.get("finish_reason")
    return None if said is None else "length" if said == "length" else "stop"


def _nothing(model: str, reason: str) -> str:
    if reason == "length":
        return f"`{model}` used up its tokens before it wrote anything."
    return f"`{model}` gave an empty answer."
