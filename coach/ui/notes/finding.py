"""Notes for what somebody types into the search of the playbook page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.domain.notes import Note
from coach.domain.passages import Findings

if TYPE_CHECKING:
    from coach.bootstrap import Services

MOST = 12  # notes shown
_PASSAGES = 40  # read to find so many notes
_SHORTEST = 3  # letters from which on a part of a name counts
_FAR = 0.25  # the best cosine below which nothing is near, where no word is known either


def find(services: Services, typed: str) -> tuple[Note, ...]:
    """Return notes for `typed` as the search ranks them.

    While a word is half typed, or is no word of the notes, those that bear it in a name come first.

    Raises:
        SearchError: there is nothing to search.
    """
    text = " ".join(typed.split())
    if not text:
        return ()
    playbook = services.playbook
    findings = services.reading_index.find(text, k=_PASSAGES)
    ranked = () if _is_far(findings) else findings.hits
    by_search = (playbook.get(hit.passage.note) for hit in ranked)
    unknown = findings.coverage.known_terms < 1
    found = (*(named(playbook.notes, text) if unknown else ()), *filter(None, by_search))
    return tuple({note.id: note for note in found}.values())[:MOST]


def named(notes: tuple[Note, ...], text: str) -> list[Note]:
    """Return the notes with `text` in their title, then those with it in another name."""
    part = text.casefold()
    if len(part) < _SHORTEST:
        return []
    titled = [note for note in notes if part in note.title.casefold()]
    aliased = [note for note in notes if any(part in name.casefold() for name in note.aliases)]
    return [*titled, *(note for note in aliased if note not in titled)]


def _is_far(findings: Findings) -> bool:
    """Whether what was found has nothing to do with the text: a search by meaning always finds."""
    coverage = findings.coverage
    return coverage.known_terms == 0 and (coverage.best_cosine or 0.0) < _FAR
