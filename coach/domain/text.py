"""What is done to every text that comes from outside, before anything reads it."""

from __future__ import annotations

import unicodedata

LONGEST_QUESTION = 20_000  # characters that are read; what is longer is kept but not read


def clean(text: str) -> str:
    """Return `text` in Unicode form NFC without control characters and lone surrogates.

    New lines and tabs stay. Directional overrides go too: they make a text read as another.
    """
    normal = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    return "".join(char for char in normal if char in "\n\t" or not _hidden(char)).strip()


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or char in "\u202a\u202b\u202d\u202e"
