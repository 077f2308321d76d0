"""A claim without its sting: judgements become what was seen, absolutes become reports."""

from __future__ import annotations

import re

_SOFTER = (
    (
        r"\b(?:total |complete |absolute |utter )?(?:junk|garbage|rubbish|crap|trash|shite?"
        r"|bullshit)\b",
        "not what was hoped for",
    ),
    (r"\b(?:useless|worthless|pathetic|a joke|hopeless)\b", "of little use so far"),
    (r"\b(?:idiots?|morons?|clowns?|imbeciles?|fools?)\b", "people"),
    (
        r"\b(?:lazy|clueless|incompetent|stupid|dumb|ignorant|arrogant"
        r"|childish)\b",
        "not where we need them",
    ),
    (r"\b(?:always|every single time|constantly|all the time)\b", "often, as told"),
    (r"\b(?:never|not once|not ever)\b", "hardly, as told"),
    (r"\b(?:nobody|no one|none of them)\b", "hardly anybody"),
    (r"\beverybody|everyone\b", "many"),
    (r"\b(?:refuses?|refused)\b", "didn't"),
    (
        r"\b(?:f+u+c+k\w*|damn\w*|bloody|goddamn|friggin\w*|freaking|wtf|ffs|as usual|obviously"
        r"|of course|literally)\b[, ]*",
        "",
    ),
    (r"[!?]{2,}|!", "."),
)
_RULES = tuple((re.compile(said, re.IGNORECASE), softer) for said, softer in _SOFTER)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|every single|constantly|nobody|no one|everyone|all of them|they all"
    r"|none of"
    r"|not once|refus\w+|don'?t care|couldn'?t care|obviously|clearly|of course|as usual"
    r"|again and"
    r" again|once again|yet again)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:junk|garbage|rubbish|crap|trash|useless|worthless|pathetic|joke|idiots?|morons?"
    r"|clowns?"
    r"|lazy|clueless|incompetent|stupid|dumb|arrogant|liars?|l(?:ie|ies|ied|ying)|blam\w+|fault"
    r"|ignor\w+|sabotag\w+|steal\w*|stole\w?|hide|hiding|dump\w*|waste\w*|wasting|disaster"
    r"|nonsense"
    r"|bullshit|terrible|awful|ridiculous|unacceptable|disrespect\w*|unfair|hypocri\w+)\b",
    re.IGNORECASE,
)


def softened(text: str) -> str:
    """Return a sentence as a calm person would repeat it; its order and facts stay."""
    calm = text
    for said, softer in _RULES:
        calm = said.sub(softer, calm)
    calm = " ".join(calm.split()).strip(" ,;-")
    return calm[:1].upper() + calm[1:] if calm else text


def judges(text: str) -> int:
    """Count the words of a sentence that judge or leave no exception."""
    return len(_ABSOLUTE.findall(text)) + len(_JUDGES.findall(text))
