"""Finds what is JSON in what a model wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

MOST_TRIES = 50  # places where JSON might begin; hostile text has thousands
_OPENING = re.compile(r"[{\[]")


def objects(text: str) -> Iterator[Any]:
    """Yield each object or list in `text` that is whole, in order; prose around it is left out."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(MOST_TRIES):
        opening = _OPENING.search(text, at)
        if opening is None:
            return
        try:
            found, at = decoder.raw_decode(text, opening.start())
        except (ValueError, RecursionError):  # also numbers of thousands of digits
            at = opening.end()
        else:
            yield found
