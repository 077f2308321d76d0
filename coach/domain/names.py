"""Whose names are replaced before text goes to a model, as far as a person said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameChoices:
    """What a person chose: `hide` is `None` where they leave it to the settings.

    `shown` are names that may leave as they are, `added` such as code did not see; both in any
    spelling of capitals.
    """

    hide: bool | None = None
    shown: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()
