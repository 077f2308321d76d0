"""A language model behind an OpenAI-compatible address: the one place that calls it."""

from __future__ import annotations

import functools
import random
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from coach.adapters.model.errors import author_error, is_passing, retry_after
from coach.adapters.model.line import Line
from coach.adapters.model.options import Options
from coach.errors import AuthorError
from coach.prompts import Prompt

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk, BaseMessage
    from langchain_openai import ChatOpenAI

PATIENCE = 10.0  # seconds after which nothing is tried again: a person is waiting
OPENAI = "https://api.openai.com/v1"


class ModelClient:
    """Streams what a model writes. Lives as long as the app; safe from many threads.

    The libraries are loaded by `warm` or the first call, which takes about a second; nothing is
    sent before that call. `timeout` is in seconds without a byte.
    """

    def __init__(
        self, model: str, base_url: str, api_key: SecretStr, timeout: float, retries: int
    ) -> None:
        self.model = model
        self.base_url = base_url or OPENAI
        self.host = urlsplit(self.base_url).hostname or self.base_url
        self._api_key = api_key
        self._timeout = timeout
        self._retries = retries
        self._options = Options(self.host)
        self._lock = threading.Lock()
        self._chat: ChatOpenAI | None = None

    def warm(self) -> ChatOpenAI:
        """Load the libraries and return the model's chat; sends nothing."""
        with self._lock:
            if self._chat is None:
                self._chat = self._build()
            return self._chat

    def stream(
        self,
        prompt: Prompt,
        line: Line,
        longest: int,
        more: Mapping[str, Any] | None = None,
        may_pass: Callable[[Exception], bool] = is_passing,
    ) -> Generator[AIMessageChunk, None, None]:
        """Yield what the model writes, up to `longest` tokens, until the end or a hang-up.

        `more` are further fields of the request. Before the first piece it tries again after what
        `may_pass`; after it, never.

        Raises:
            AuthorError: the endpoint failed; one of its kinds where the reason is known.
        """
        call = functools.partial(self._call, prompt, longest, more or {})
        chunks = self._begin(call, line, may_pass)
        try:
            yield from chunks
        except Exception as exc:
            if not line.hung_up:
                raise self.error(exc) from exc
        finally:
            line.close()

    def error(self, exc: Exception) -> AuthorError:
        """Return what a library raised in the words of `coach.errors`."""
        return author_error(exc, self.model, self.host, self._timeout)

    def _begin(
        self,
        call: Callable[[], Iterator[AIMessageChunk]],
        line: Line,
        may_pass: Callable[[Exception], bool],
    ) -> Iterator[AIMessageChunk]:
        """Yield the chunks of the first try that brings one."""
        started, tries = time.monotonic(), 0
        while True:
            chunks = call()
            try:
                with line.calling():
                    first = next(chunks)
            except Exception as exc:
                if line.hung_up:
                    return
                if self._options.learn(exc):
                    continue
                pause = retry_after(exc) or 0.5 * 2**tries * random.uniform(0.75, 1.25)
                waited = time.monotonic() - started
                if tries == self._retries or waited + pause > PATIENCE or not may_pass(exc):
                    raise
                tries += 1
                if line.wait(pause):
                    return
            else:
                yield first
                yield from chunks
                return

    def _call(
        self, prompt: Prompt, longest: int, more: Mapping[str, Any]
    ) -> Iterator[AIMessageChunk]:
        options: dict[str, Any] = self._options.of_call(longest)
        if more:  # in the body as it stands: the library's own parser breaks on prose and on a cut
            options["extra_body"] = {**options.get("extra_body", {}), **more}
        return self.warm().stream(self._messages(prompt), **options)

    def _messages(self, prompt: Prompt) -> list[BaseMessage]:
        from langchain_core.messages import HumanMessage, SystemMessage

        if self._options.system_message:
            return [SystemMessage(prompt.system), HumanMessage(prompt.user)]
        return [HumanMessage(f"{prompt.system}\n\n{prompt.user}")]

    def _build(self) -> ChatOpenAI:
        from langchain_openai import ChatOpenAI

        from coach.adapters.model.http import http_client, timeouts

        timeout = timeouts(self._timeout)
        return ChatOpenAI(
            model=self.model,
            base_url=self.base_url,
            # The client insists on a key; local servers want none.
            api_key=self._api_key if self._api_key.get_secret_value() else SecretStr("none"),
            timeout=timeout,
            max_retries=0,  # tried again here, where a hang-up ends the waiting
            use_responses_api=False,  # else a name like "gpt-5.2-pro" calls another address
            http_client=http_client(timeout),
        )
