"""An account read: the sentences of its writer that may be quoted, and what it speaks of."""

from __future__ import annotations

from coach.domain.accounts import Account, Quote
from coach.domain.conflict import Thread
from coach.domain.stages import Side
from coach.services.cases.topics import topics_in
from coach.services.conflicts.facts import disputed_in, said_in
from coach.services.conflicts.reading import read_thread


def account_of(text: str, side: Side, note: str) -> Account:
    """Return what of a text may enter the joint result.

    Quoted are facts and claims of the writer's own side only: whoever else speaks in a pasted
    thread has agreed to nothing. A sentence that blames is offered in calmer words.

    Raises:
        QuestionError: there is nothing to read, or too much.
    """
    thread = read_thread(text)
    own = Thread(thread.text, tuple(one for one in thread.messages if one.side in (None, side)))
    found = {one.quote.start: Quote(one.quote.text) for one in said_in(own)}
    for claim in disputed_in(own):
        calm = "" if _same(claim.claim, claim.quote.text) else claim.claim
        found[claim.quote.start] = Quote(claim.quote.text, calm)
    quotes = tuple(found[start] for start in sorted(found))
    spoken = "\n".join(one.body.text for one in own.messages)
    return Account(thread.text, quotes, topics_in(spoken), note)


def _same(calm: str, said: str) -> bool:
    return calm.rstrip(".!?").casefold() == said.rstrip(".!?").casefold()
