"""A claim without its sting: judgements become what was seen, absolutes become reports."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_RUBBISH = r"(?:junk|garbage|rubbish|crap|trash|shite?|bullshit|nonsense)"
_WEAK = r"(?:useless|worthless|pathetic|hopeless)"
_NOT_THERE = r"(?:lazy|clueless|incompetent|stupid|dumb|ignorant|arrogant|childish)"
_FOOL = r"(?:idiot|moron|clown|imbecile|fool)"
_IS = (
    r"\b(is|are|was|were|be|been|'re|'s)(?: (?:all|just|simply|so|such|total|complete|utter|pure))?"
)
_ENDS = r"(?=\s*(?:[.,;:!?)\"”]|$|and\b|but\b|or\b|when\b|because\b|again\b|anyway\b))"
# Of others, or as a habit, an absolute is a reproach. "We never got the list" and "nobody was at
# the stand" are facts that a calmer word would change.
_OTHERS = (
    r"(?:you|they|he|she|sales|marketing|your \w+|their \w+|the (?:reps|marketers|sellers|team))"
)
_HELPING = r"(?:have|has|had|do|does|did|will|would|can|could|are|is|were|was)"
_HABIT = r"(?= (?:ever |even |really |always |just )*(?!is\b|was\b|has\b)\w+[^s\W]s\b)"
_SOFTER = (
    (rf"\b(look\w*) like (?:an? )?(?:\w+ )?{_FOOL}s?\b", r"\1 bad"),
    (rf"\b(?:an? )?(?:\w+ )?{_FOOL}\b", "somebody who got it wrong"),
    (rf"\b{_FOOL}s\b", "people who got it wrong"),
    (rf"{_IS} {_RUBBISH}\b", r"\1 not what was hoped for"),
    (rf"\b{_RUBBISH} (leads?|lists?|contacts?|content|names|data|work|slides?|decks?)\b",
     r"\1 that fell short"),
    (rf"\b(?:(?:total|complete|utter|pure|such) )?{_RUBBISH}\b", "work that fell short"),
    (rf"{_IS} a joke\b", r"\1 of little use so far"),
    (rf"\b{_WEAK}{_ENDS}", "of little use so far"),
    (rf"\b{_WEAK} (\w+)\b", r"\1 of little use"),
    (rf"\b{_NOT_THERE}(?:(?:,| and| or) {_NOT_THERE})*{_ENDS}", "not where we need them"),
    (rf"\b{_NOT_THERE} ", ""),
    (r"\b(?:always|every single time|constantly|all the time)\b", "often"),
    (rf"\b({_OTHERS}(?:'ve|'s|'d)?(?: {_HELPING})?) (?:never once|never ever|never|not once)\b",
     r"\1 hardly ever"),
    (rf"\b(?:nobody|no one|none of them){_HABIT}", "hardly anybody"),
    (rf"\beverybody{_HABIT}", "almost everybody"),
    (rf"\beveryone{_HABIT}", "almost everyone"),
    (r"\brefuses to\b", "doesn't"),
    (r"\brefuse to\b", "don't"),
    (r"\brefused to\b", "didn't"),
    (
        r"\b(?:f+u+c+k\w*|damn\w*|bloody|goddamn|friggin\w*|freaking|wtf|ffs|as usual|obviously"
        r"|of course|literally)\b[, ]*",
        "",
    ),
    (r"[!?]{2,}|!", "."),
)  # fmt: skip
_RULES = tuple((lazy_pattern(said, re.IGNORECASE), softer) for said, softer in _SOFTER)
_ABSOLUTE = lazy_pattern(
    r"\b(?:always|never|every single|constantly|nobody|no one|everyone|all of them|they all"
    r"|none of"
    r"|not once|refus\w+|don'?t care|couldn'?t care|obviously|clearly|of course|as usual"
    r"|again and"
    r" again|once again|yet again)\b",
    re.IGNORECASE,
)
_JUDGES = lazy_pattern(
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
    return len(_ABSOLUTE.findall(text)) + judgements(text)


def judgements(text: str) -> int:
    """Count the words of a sentence that judge somebody or their work."""
    return len(_JUDGES.findall(text))
