"""What answers a person who has agreed to nothing: the same, but that no text leaves."""

from __future__ import annotations

from dataclasses import replace

from coach.bootstrap.leaving import Leaving
from coach.playbook.catalogue import links_of
from coach.playbook.indexing import Indexing
from coach.playbook.retrieval import PassageSearch
from coach.playbook.team_words import TeamWords
from coach.ports import Indexes
from coach.services.agendas.choosing import Choosing
from coach.services.answering import Answering
from coach.services.grounding import Grounding


def at_home(answering: Answering, indexing: Indexing, leaving: Leaving) -> Answering | None:
    """Return `answering` without what is elsewhere: author, embedder; `None` where nothing is."""
    if not leaving.places:
        return None
    home = answering
    if leaving.author is not None:
        home = replace(answering, author=answering.fallback, translator=None)
    if leaving.embedder is None:
        return home

    def by_keyword() -> Indexes:
        return replace(indexing.current, vectors=None, embedder=None)

    links = links_of(answering.playbook.notes)
    index = TeamWords(PassageSearch(by_keyword, answering.clock, links), answering.playbook)
    drafting = replace(home.drafting, choosing=Choosing(home.playbook, index))
    return replace(home, index=index, grounding=Grounding(None), drafting=drafting)
