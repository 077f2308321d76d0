"""Who writes answers, and who puts a question into English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from coach.domain.answers import Brief, Finish, Question


class Draft(Protocol):
    """An answer being written: iterate for text pieces, then read `finish`.

    Iteration raises an `AuthorError` where the endpoint fails; pieces already given stand.
    """

    def __iter__(self) -> Iterator[str]:
        """Yield pieces of text as they are written."""
        ...

    @property
    def finish(self) -> Finish:
        """How it ended; only after iteration is over."""
        ...

    def cancel(self) -> None:
        """Stop writing; safe from any thread, more than once, and after the end."""
        ...


class Author(Protocol):
    """Writes answers. Lives as long as the app; safe to use from many threads."""

    @property
    def name(self) -> str:
        """`playbook`, or the model's name."""
        ...

    def answer(self, brief: Brief) -> Draft:
        """Start a draft for `brief`; no text is waited for here."""
        ...


class Translator(Protocol):
    """Puts a question into English for the search; only a language model can."""

    def to_english(self, question: Question) -> str:
        """Return one English search line for the question's text.

        Raises:
            AuthorError: the endpoint failed.
        """
        ...
