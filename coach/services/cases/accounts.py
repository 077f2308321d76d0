"""An account read: the sentences of its writer that may be quoted, and what it speaks of."""

from __future__ import annotations

import re

from coach.domain.accounts import Account, Quote
from coach.domain.conflict import Thread
from coach.domain.stages import Side
from coach.services.cases.topics import topics_in
from coach.services.conflicts.facts import disputed_in, said_in
from coach.services.conflicts.reading import read_thread
from coach.services.conflicts.softening import judgements

_ACCUSES = re.compile(
    r"\b(?:dishonest\w*|cheat\w*|decei\w+|betray\w*|made up|making up|bullsh\w+|selfish|greedy"
    r"|careless|unprofessional|useless|asleep|bully\w*|shame\w*|excuses?|sulk\w*|whin\w+"
    r"|(?:don|doesn|didn|couldn)['’]?t (?:even )?(?:care|bother)|can['’]?t be bothered"
    r"|(?:makes?|making|made) (?:us|me) sick|your problem|wors[et]|sick of|fed up)\b",
    re.IGNORECASE,
)


def account_of(text: str, side: Side, note: str) -> Account:
    """Return what of a text may enter the joint result.

    Quoted are facts and claims of the writer's own side only: whoever else speaks in a pasted
    thread has agreed to nothing. A sentence that blames is offered in calmer words, and left out
    where it still accuses in them.

    Raises:
        QuestionError: there is nothing to read, or too much.
    """
    thread = read_thread(text)
    own = Thread(thread.text, tuple(one for one in thread.messages if one.side in (None, side)))
    told = [(one.quote, one.claim) for one in said_in(own)]
    told += [(one.quote, one.claim) for one in disputed_in(own)]
    found = {
        span.start: Quote(span.text, "" if _same(calm, span.text) else calm) for span, calm in told
    }
    quotes = tuple(found[start] for start in sorted(found) if not _accuses(found[start]))
    spoken = "\n".join(one.body.text for one in own.messages)
    return Account(thread.text, quotes, topics_in(spoken), note)


def _same(calm: str, said: str) -> bool:
    return calm.rstrip(".!?").casefold() == said.rstrip(".!?").casefold()


def _accuses(quote: Quote) -> bool:
    """Whether what the other side would read still accuses it."""
    text = quote.shown.text
    return judgements(text) > 0 or _ACCUSES.search(text) is not None
