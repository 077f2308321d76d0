"""Small words that turn a sentence round: negations, and words that set an order."""

from __future__ import annotations

from coach.services.checking.words import vocabulary

NEGATORS = vocabulary(
    """not no never none nobody nothing neither nor without cannot hardly barely scarcely rarely
    seldom unless avoid stop refuse fail fails lack lacks lacking instead rather nowhere
    don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't
    wouldn't shouldn't mustn't needn't ain't"""
)
# Words that half deny; beside one of them a missing "not" proves nothing.
SOFT = vocabulary(
    """hard poor little few fewer less least missing absent out only away alone too unable
    impossible rare reject return instead against free drop drops
    skip postpone cancel abandon ban forbid prevent"""
)
# Connectives that prefer or order: what stands left and right of them must not change places.
ORDER = {
    "before": ("time", 1), "after": ("time", -1), "until": ("time", 1), "once": ("time", -1),
    "than": ("degree", 1), "instead": ("choice", 1), "not": ("choice", 1),
    "rather": ("choice", 1),
}  # fmt: skip
