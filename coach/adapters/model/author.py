"""The author behind an OpenAI-compatible endpoint: OpenAI, Ollama, vLLM, LM Studio, llama.cpp."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from pydantic import SecretStr

from coach.adapters.model.client import ModelClient
from coach.adapters.model.draft import ModelDraft
from coach.adapters.model.line import Line
from coach.adapters.model.partner import ModelPartner
from coach.adapters.model.structured_editor import ModelEditor
from coach.adapters.model.structured_judge import ModelJudge
from coach.adapters.model.thinking import without_thinking
from coach.domain.answers import Brief, Question
from coach.errors import AuthorError
from coach.ports import Endpoints
from coach.prompts.writing import search_line_prompt

CONTEXT = 16_000  # tokens that today's models read at least, prompt and answer together
SEARCH_LINE = 120  # tokens of a search line, and the characters that are read of it times three


def _code() -> str:
    return secrets.token_hex(4)


class ModelAuthor:
    """The ports `Author` and `Translator`. Lives as long as the app; safe from many threads.

    Building it costs nothing: the libraries come with `warm` or the first answer. `timeout` is in
    seconds without a byte, `max_tokens` the longest answer, `context` the tokens that prompt and
    answer may take together. `code` closes the blocks of a prompt and must not be guessable.
    """

    def __init__(
        self,
        model: str,
        base_url: str,
        api_key: SecretStr,
        timeout: float = 30,
        retries: int = 2,
        max_tokens: int = 900,
        context: int = CONTEXT,
        code: Callable[[], str] = _code,
    ) -> None:
        self._client = ModelClient(model, base_url, api_key, timeout, retries)
        self._longest = max_tokens
        self._room = context - max_tokens
        self._code = code

    @property
    def name(self) -> str:
        """The model's name."""
        return self._client.model

    def warm(self) -> None:
        """Load the libraries, about a second; sends nothing."""
        self._client.warm()

    def answer(self, brief: Brief) -> ModelDraft:
        """Start a draft for `brief`; nothing is sent before it is iterated."""
        return ModelDraft(self._client, brief, self._code, self._room, self._longest)

    def editor(self, endpoints: Endpoints) -> ModelEditor:
        """Return who edits agendas with this model; it shares what was learned of the endpoint."""
        context = self._room + self._longest
        return ModelEditor(self._client, endpoints, context, self._code)

    def partner(self, endpoints: Endpoints) -> ModelPartner:
        """Return who plays roles in rehearsals with this model."""
        context = self._room + self._longest
        return ModelPartner(self._client, endpoints, context, self._code)

    def judge(self, endpoints: Endpoints) -> ModelJudge:
        """Return who judges answers with this model, for measuring."""
        return ModelJudge(self._client, endpoints, self._code)

    def to_english(self, question: Question) -> str:
        """Return one English search line for the question's text.

        Raises:
            AuthorError: the endpoint failed, or gave no line.
        """
        prompt = search_line_prompt(question.text, self._code())
        chunks = self._client.stream(prompt, Line(), SEARCH_LINE)
        written = "".join(without_thinking(chunk.text for chunk in chunks))
        lines = [line.strip(" \t\"'`*") for line in written.splitlines()]
        found = next((line for line in lines if line), "")
        if not found:
            raise AuthorError(f"`{self.name}` gave no search line.")
        return found[: 3 * SEARCH_LINE]
