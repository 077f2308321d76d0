"""The passages an author needs beside those the search found: what to do and what to watch."""

from __future__ import annotations

from coach.domain.passages import Findings, Hit
from coach.ports import PassageIndex

LEADING = 4  # how many of the best notes bring their companions
WHOLE = 2  # how many of them come with all their sections
# What any note found brings: enough to lead a short answer with.
ESSENCE = frozenset({"In short", "This week", "Agenda", "Formula", "Options", "Questions to ask"})
HEADINGS = frozenset(
    {
        "Summary", "In short", "Why", "How to run it", "This week", "Watch",
        "At a glance", "Who and how long", "Agenda", "Before", "Formula", "How to read it", "Text",
        "The way to Defined", "The way to Aligned", "The way to Integrated",
        "What sales needs", "What marketing needs", "What constrains sales",
        "What constrains marketing", "Words for sales", "Words for marketing", "Options",
        "Questions to ask", "Sample",
        "Signs", "Stay if", "Move if", "Done looks like", "What was found",
        "What it does not show", "Use it", "Before you send",
    }
)  # fmt: skip


def with_companions(findings: Findings, index: PassageIndex) -> tuple[Hit, ...]:
    """Return the hits and after them the key sections of the leading notes, none twice.

    Of the notes after those only the essence comes along.

    Ranks go on; scores of the added ones are 0 and `None`: they were not searched for.
    """
    hits = list(findings.hits)
    present = {hit.passage.id for hit in hits}
    for place, note in enumerate(dict.fromkeys(hit.passage.note for hit in findings.hits)):
        headings = HEADINGS if place < LEADING else ESSENCE
        for passage in index.passages(note):
            wanted = place < WHOLE or passage.heading in headings
            if wanted and passage.id not in present:
                present.add(passage.id)
                hits.append(Hit(passage, len(hits) + 1, 0.0, None, None))
    return tuple(hits)
