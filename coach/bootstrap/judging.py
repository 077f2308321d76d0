"""The model as a judge, for measuring."""

from __future__ import annotations

from collections.abc import Mapping

from coach.bootstrap.model import make_model
from coach.ports.judges import Judge
from coach.settings import Settings


class _Remembered:
    """The port `Endpoints`, in memory: what one run learns of them is worth no record."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, str]] = {}

    def recall(self, base_url: str, model: str) -> Mapping[str, str]:
        return self._known.get((base_url, model), {})

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        self._known[base_url, model] = dict(abilities)


def make_judge(settings: Settings) -> Judge | None:
    """Return the judge that the settings lead to, `None` without a model."""
    model = make_model(settings)
    return model.author.judge(_Remembered()) if model is not None else None
