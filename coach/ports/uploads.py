"""Files that people upload instead of pasting a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

TAKEN = (".txt", ".md", ".eml", ".docx")
LARGEST = 5 * 1024 * 1024  # bytes of a file


@dataclass(frozen=True, slots=True)
class Upload:
    """The text of a file. `warnings` are plain sentences on what of it was not read."""

    text: str
    warnings: tuple[str, ...] = ()


class Uploads(Protocol):
    """Reads files in memory. Lives as long as the app; safe from many threads."""

    def read(self, name: str, data: bytes) -> Upload:
        """Return the text of `data`; `name` only tells which kind of file it is.

        Nothing is written, fetched or run, whatever the file asks for.

        Raises:
            QuestionError: too large, not one of `TAKEN`, or not what its name says.
        """
        ...
