"""Embeddings from an OpenAI-compatible endpoint."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from coach.errors import SearchError
from coach.ports import Vector

MAX_TEXTS = 128  # of one request; some servers refuse more
MAX_CHARACTERS = 100_000  # of one request, near a third of what OpenAI takes
LONGEST = 8_000  # characters of one text; about 2,000 tokens, which every such model takes
_BLANK = "(empty)"  # endpoints refuse an empty text


class OpenAIEmbeddings:
    """An `Embedder` on somebody's endpoint. Lives as long as the app; safe from many threads.

    Nothing is sent before the first call. Texts leave this machine for `base_url`.
    """

    def __init__(
        self,
        model: str,
        *,
        api_key: str,
        base_url: str = "",
        timeout: float = 30,
        retries: int = 2,
    ) -> None:
        """`base_url` is empty for OpenAI itself; `timeout` counts seconds without a byte."""
        self.name = f"openai:{model}" + (f"@{base_url}" if base_url else "")
        self._model = model
        self._options: dict[str, Any] = {
            "api_key": api_key or "none",
            "base_url": base_url or "https://api.openai.com/v1",
            "timeout": timeout,
            "max_retries": retries,
        }
        self._lock = threading.Lock()
        self._client: Any = None
        self._dimensions = 0

    @property
    def dimensions(self) -> int:
        """Length of every vector; learned from the first answer, 0 before it."""
        return self._dimensions

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """Return one L2-normalised vector a text, in order.

        Raises:
            SearchError: the endpoint cannot be reached, refuses, or answers nonsense.
        """
        clean = [_clean(text) for text in texts]
        return [vector for part in _parts(clean) for vector in self._ask(part)]

    def _ask(self, texts: Sequence[str]) -> list[Vector]:
        import openai

        try:
            answer = self._connected().embeddings.create(
                model=self._model, input=list(texts), encoding_format="float"
            )
            ordered = sorted(answer.data, key=lambda item: item.index)
            rows = np.array([item.embedding for item in ordered], dtype=np.float64)
        except openai.APIStatusError as exc:
            raise SearchError(*_refusal(exc.status_code, self._model)) from exc
        except openai.APIConnectionError as exc:
            message = "The embedding endpoint cannot be reached."
            raise SearchError(message, "Check that it runs and its address is right.") from exc
        except (openai.OpenAIError, ValueError, TypeError, AttributeError) as exc:
            raise SearchError("The embedding endpoint answered with something else.") from exc
        return self._unit(rows, len(texts))

    def _unit(self, rows: Any, wanted: int) -> list[Vector]:
        if rows.ndim != 2 or len(rows) != wanted or not np.isfinite(rows).all():
            raise SearchError("The embedding endpoint did not give one vector a text.")
        if self._dimensions not in (0, rows.shape[1]):
            raise SearchError("The embedding endpoint changed the length of its vectors.")
        self._dimensions = rows.shape[1]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return list((rows / np.maximum(lengths, 1e-12)).tolist())

    def _connected(self) -> Any:
        import openai

        with self._lock:
            if self._client is None:
                self._client = openai.OpenAI(**self._options)
            return self._client


def _clean(text: str) -> str:
    whole = text[:LONGEST].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return whole if whole.strip() else _BLANK


def _parts(texts: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for text in texts:
        if part and (len(part) == MAX_TEXTS or size + len(text) > MAX_CHARACTERS):
            yield part
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield part


def _refusal(status: int, model: str) -> tuple[str, str]:
    if status in (401, 403):
        return "The embedding endpoint refused the key.", "Check `COACH_API_KEY`."
    if status == 404:
        known = "Check `COACH_EMBEDDINGS`, or set it to `minilm`."
        return f"The embedding endpoint knows no model `{model}`.", known
    if status == 429:
        return "The embedding endpoint said to wait.", "Try again in a minute."
    return f"The embedding endpoint failed ({status}).", "Try again; `coach doctor` tests it."
