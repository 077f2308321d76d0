"""What an endpoint and its libraries raise, told once in the words of `coach.errors`."""

from __future__ import annotations

from coach.errors import (
    AuthorBusy,
    AuthorError,
    AuthorRefused,
    AuthorUnreachable,
    PromptTooLong,
)

# How servers say that the prompt does not fit: OpenAI, vLLM, llama.cpp, LM Studio, gateways.
_TOO_LONG = (
    "context_length_exceeded",
    "context length",
    "context window",
    "context size",
    "contextwindowexceeded",
    "maximum context",
    "prompt is too long",
    "input tokens exceed",
    "too many tokens",
)
_NO_QUOTA = ("insufficient_quota", "billing")


def author_error(exc: Exception, model: str, host: str, timeout: float) -> AuthorError:
    """Return what happened as an `AuthorError`.

    The endpoint's own words are read but never repeated: they may hold the key or the prompt.
    """
    import openai

    match exc:
        case AuthorError():
            return exc
        case openai.APITimeoutError():
            return AuthorUnreachable(f"{host} sent nothing for {timeout:g} seconds.")
        case openai.APIConnectionError():
            return AuthorUnreachable(f"The connection to {host} failed or was cut.")
        case openai.APIStatusError():
            return _refusal(exc, exc.status_code, model, host)
        case openai.APIError():
            if is_too_long(exc):
                return _too_long(model)
            return AuthorError(f"{host} broke off with an error of its own.")
    return AuthorError(f"{host} sent something that is no answer.")


def is_too_long(exc: Exception) -> bool:
    """Return whether the endpoint says that the prompt does not fit its context."""
    return _says(exc, _TOO_LONG)


def retry_after(exc: Exception) -> float | None:
    """Return the seconds an endpoint asked to wait, `None` where it did not say."""
    headers = getattr(getattr(exc, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None  # a date: no endpoint of a model was seen to send one


def is_passing(exc: Exception) -> bool:
    """Return whether the same request may succeed in a moment."""
    import openai

    if isinstance(exc, openai.APIStatusError):
        if exc.status_code == 429:
            return not _says(exc, _NO_QUOTA)
        return exc.status_code in (408, 409) or (exc.status_code >= 500 and not is_too_long(exc))
    return isinstance(exc, openai.APIConnectionError)


def _refusal(exc: Exception, status: int, model: str, host: str) -> AuthorError:
    if status in (401, 403):
        return AuthorRefused(f"{host} does not accept the key.")
    if status == 404:
        return AuthorRefused(
            f"{host} does not know the model `{model}`, or its address is wrong.",
            "Check the model's name, and that the base address ends as the endpoint says "
            "(usually in `/v1`).",
        )
    if is_too_long(exc) or status == 413:
        return _too_long(model)
    if status == 429:
        if _says(exc, _NO_QUOTA):
            return AuthorRefused(
                f"The account at {host} has nothing left to spend.", "Top up the account."
            )
        wait = retry_after(exc)
        return AuthorBusy(
            f"{host} asks to wait {wait:.0f} seconds." if wait else f"{host} is busy."
        )
    if status >= 500:
        return AuthorUnreachable(f"{host} has trouble of its own (error {status}).")
    return AuthorRefused(f"{host} does not take the request (error {status}).")


def _too_long(model: str) -> PromptTooLong:
    return PromptTooLong(f"The question and its passages are more than `{model}` can read.")


def _says(exc: Exception, phrases: tuple[str, ...]) -> bool:
    said = f"{exc} {getattr(exc, 'code', '')}".lower()
    return any(phrase in said for phrase in phrases)
