"""What a command of `coach` left behind, and the keys its objects have."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ALWAYS = {"kind", "answer", "citations", "mode", "model", "seconds", "warnings"}
WHERE = "Where do we start with sales and marketing?"


@dataclass(frozen=True)
class Said:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        assert self.out.count("\n") == 1
        return found


Coach = Callable[..., Said]
