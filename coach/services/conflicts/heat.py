"""How hot a quarrel is: Glasl's nine stages, by what the text shows, and who helps at each.

After F. Glasl, Konfliktmanagement; an estimate from words, never a verdict on people.
"""

from __future__ import annotations

import re

from coach.domain.conflict import Thread
from coach.domain.lazily import lazy_pattern
from coach.services.conflicts.facts import is_order
from coach.services.conflicts.sentences import spoken
from coach.services.conflicts.softening import judges

_SIGNS = {
    3: r"\b(?:we(?:'ve| have)? stopped|i(?:'ve| have)? stopped|from now on (?:we|i)"
    r"|did it without|went ahead"
    r"|won'?t (?:attend|come|join|send|share|answer)|not (?:going to|coming to) (?:any|your"
    r"|their)|no longer"
    r" (?:send|share|answer|attend)|stopped (?:sending|sharing|answering|inviting|reading)"
    r"|we just (?:do|did) it"
    r" ourselves|built our own|cancelled (?:the|our) meeting)\b",
    4: r"\b(?:in front of (?:everyone|everybody|the whole|the client|the customer|the ceo|all)"
    r"|behind (?:my|our|their) backs?|cc[-'’ ]?(?:d|ing|ed)|in cc|copied (?:in )?(?:the|my"
    r"|our|her|his)|everyone"
    r" (?:here|in my team|on my team) (?:agrees|says|thinks)|they(?:'re| are) all|that lot"
    r"|those people|us (?:and|vs\.?"
    r"|versus) them|told (?:the ceo|my boss|our boss|the board|the boss)"
    r"|went (?:straight )?to (?:the ceo|the boss|my"
    r" boss|the board)|screenshots?|colou?ring[- ]in department|taking sides|camps?)\b",
    5: r"\b(?:humiliat\w+|made (?:me"
    r"|us|her|him) look (?:stupid|like an? (?:idiot|fool))|fool of (?:me|us)|liars?|lied to"
    r"|public(?:ly)? (?:called"
    r"|shamed|attacked)|exposed|called (?:me|us|her|him) (?:a|an) \w+ in|can'?t be trusted"
    r"|lost all (?:respect|trust))\b",
    6: r"\b(?:or else|if (?:you|they|he|she) (?:don'?t|do not|doesn'?t) .{3,60}(?:i'?ll|we'?ll"
    r"|i will|we will|i'm|we're)"
    r"|ultimatum|last warning|final warning|you(?:'ll| will) regret|i(?:'ll| will) (?:go to"
    r"|take (?:this|it) to) (?:the"
    r" ceo|the board|hr|legal)|either (?:he|she|they|it'?s) .{2,40} or (?:i|me|us)|it'?s (?:him"
    r"|her|them) or (?:me|us))\b",
    7: r"\b(?:make sure (?:they|he|she|it) (?:fails?|loses?)|pay ?back|get back at|let (?:them"
    r"|him|her) (?:bleed|fail|drown)"
    r"|sabotag\w+|block(?:ed|ing)? their (?:budget|project|hire)|hit (?:them|him"
    r"|her) where it hurts|revenge)\b",
    8: r"\b(?:get rid of (?:the whole|their whole|that whole|all of)|shut (?:down )?(?:the"
    r"|their) (?:whole )?(?:department"
    r"|team)|destroy (?:them|him|her|their)|finish (?:them|him|her) off|wipe (?:them"
    r"|that team) out)\b",
    9: r"\b(?:even if (?:it|we|i) (?:costs?|loses?|kills?|sinks?|go(?:es)? down)|burn (?:it all"
    r"|everything|the whole"
    r" (?:thing|place)) down|take (?:us all|them all|everybody) down with|go down together)\b",
}
_STAGES = {stage: lazy_pattern(said, re.IGNORECASE) for stage, said in _SIGNS.items()}
_SHOUTS = lazy_pattern(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b|!{2,}|\?!")
_HELP = (
    (2, "You two can settle this yourselves; a colleague from either team may take the chair."),
    (3, "A neutral colleague who has no stake should lead the talk."),
    (4, "Both heads should sit in, led by somebody neutral from outside the two teams."),
    (6, "A trained mediator, from HR or outside, should lead; don't go in alone."),
    (7, "The next manager up has to decide the matter, with HR; a talk alone won't hold."),
    (9, "Those who lead the company have to step in now; keep the two apart until they have."),
)


def heat_of(thread: Thread) -> int | None:
    """Return the highest of the nine stages the text shows, `None` where it is calm.

    What speaks to a machine and not of the quarrel heats nothing.
    """
    texts = [span.text for _, span in spoken(thread) if not is_order(span.text)]
    shown = [s for s, said in _STAGES.items() if any(said.search(text) for text in texts)]
    if shown:
        return max(shown)
    verdicts = sum(judges(text) for text in texts)
    if verdicts >= 2 or any(_SHOUTS.search(text) for text in texts):
        return 2
    return 1 if verdicts else None


def help_at(heat: int | None) -> str:
    """Say who should step in at that heat."""
    return next(who for most, who in _HELP if (heat or 1) <= most)
