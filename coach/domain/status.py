"""How the coach stands at the moment, as the page and the command line say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agrees to once: their text goes to `model` at `host`."""

    host: str
    model: str


def both(author: Consent | None, embedder: Consent | None) -> Consent | None:
    """Return one consent for the model that writes and the one that searches, named together."""
    if author is None or embedder is None or author == embedder:
        return author or embedder
    hosts = dict.fromkeys((author.host, embedder.host))
    return Consent(" and ".join(hosts), f"{author.model} and {embedder.model}")


@dataclass(frozen=True, slots=True)
class Status:
    """Who writes, how it searches, and what is worth a warning.

    `model` and `host` are `None` where the playbook answers by itself. While `indexing`, `done` of
    `total` passages are embedded and `name` says what is being done.
    """

    model: str | None
    host: str | None
    indexing: bool
    name: str
    done: int
    total: int
    warnings: tuple[str, ...]
