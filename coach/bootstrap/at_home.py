"""What answers a person who has agreed to nothing: the same, but that no text leaves."""

from __future__ import annotations

from dataclasses import replace

from coach.bootstrap.search import remote_embedder
from coach.playbook.catalogue import links_of
from coach.playbook.indexing import Indexing
from coach.playbook.retrieval import PassageSearch
from coach.ports import Indexes
from coach.services.answering import Answering
from coach.services.grounding import Grounding
from coach.settings import Settings


def at_home(answering: Answering, indexing: Indexing, settings: Settings) -> Answering:
    """Return `answering` with the playbook as its author, and without an embedder elsewhere."""
    home = replace(answering, author=answering.fallback, translator=None)
    if remote_embedder(settings) is None:
        return home

    def by_keyword() -> Indexes:
        return replace(indexing.current, vectors=None, embedder=None)

    links = links_of(answering.playbook.notes)
    index = PassageSearch(by_keyword, answering.clock, links)
    return replace(home, index=index, grounding=Grounding(None))
