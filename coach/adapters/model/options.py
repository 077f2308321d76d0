"""What is asked of an endpoint beside the messages, and what it turned out not to take."""

from __future__ import annotations

from typing import Any

from coach.adapters.model.errors import is_too_long

# Room for what a reasoning model thinks before it writes; OpenAI counts both together.
THINKING = 2_000
_OPENAI = "api.openai.com"
_REFUSALS = (400, 422, 500)  # llama.cpp says 500 to a template without a system message
_PHRASES = {"system": "system role"}


class Options:
    """The options of one endpoint. Lives as long as the app; safe from many threads.

    Endpoints differ: newer OpenAI models refuse `temperature` and `max_tokens`, older servers know
    no `max_completion_tokens`, no `stream_options` or no system message. What is refused by name
    is left out from then on, so only the first question pays for it.
    """

    def __init__(self, host: str) -> None:
        ours = {"max_completion_tokens", "reasoning_effort"}
        self._used = {"stream_options", "system"}
        self._used |= ours if host == _OPENAI else {"max_tokens", "temperature"}

    @property
    def system_message(self) -> bool:
        """Whether instructions go as a message of their own."""
        return "system" in self._used

    def of_call(self, longest: int) -> dict[str, Any]:
        """Return the arguments of a call that may write up to `longest` tokens."""
        used = self._used
        options: dict[str, Any] = {"stream_usage": "stream_options" in used}
        if "temperature" in used:
            options["temperature"] = 0
        if "reasoning_effort" in used:
            options["reasoning_effort"] = "low"
        if "max_tokens" in used:  # in the body as it stands: the library renames the argument
            options["extra_body"] = {"max_tokens": longest}
        if "max_completion_tokens" in used:
            options["max_completion_tokens"] = longest + THINKING
        return options

    def learn(self, exc: Exception) -> bool:
        """Leave out what an endpoint refused by name; return whether to ask again."""
        refused = self._refused(exc)
        if refused is None:
            return False
        self._used = self._used - {refused}
        if refused == "max_tokens":
            self._used = self._used | {"max_completion_tokens"}
        return True

    def _refused(self, exc: Exception) -> str | None:
        """Return the option named first: what it calls wrong precedes what it proposes."""
        import openai

        if not isinstance(exc, openai.APIStatusError) or is_too_long(exc):
            return None
        if exc.status_code not in _REFUSALS:
            return None
        said = f"{exc.param or ''} {exc}".lower()
        at = {name: said.find(_PHRASES.get(name, name)) for name in self._used}
        named = {name: place for name, place in at.items() if place >= 0}
        return min(named, key=lambda name: named[name]) if named else None
