"""Names that are known, typed in small letters as hurried people do: `w tom n sara`."""

from __future__ import annotations

from coach.domain.lazily import lazy_pattern
from coach.services.checking.words import vocabulary
from coach.services.names.given import GIVEN

# What colleagues call each other, beside the given names that are known anyway.
_SHORT = vocabulary(
    """abi addy andy anj bas beck bex bram brooke charl dee dom ellie emm evie femke finn fran frank
    freddy gabe gaz georgie gus hattie issy izzy jack jake jamie jas jay jenn jenna jess jessie jez
    jim jodie joey jonny joost jude jules kat kate kaz kev kris laurie lou luke maddie maggie manny
    mark matty meg mick nat nate nell nik ollie pam pete ralph rob robbie ruud sally seb shaz shaun
    sid soph steph stu taz teddy tilly tony trish viv wes wim wouter zac zach zack zak"""
)
# Names that are words as well where they have no capital.
_WORDS = vocabulary(
    """christian daisy florence georgia guy hong iris jan joy jun kay kenya lily maja mats max mei
    mercedes norman penny per ping roman sandy song till victoria violet virginia"""
)
_WORD = lazy_pattern(r"(?-i:[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]{1,15})(?![\w'’@-]|\.\w)")


def small_name_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the known name in small letters that stands at `at`, and where it ends."""
    found = _WORD.match(text, at)
    if found is None or not is_small_name(found.group()):
        return None
    return found.group(), found.end()


def is_small_name(word: str) -> bool:
    """Whether a word in small letters is a name and rarely anything else."""
    return word.islower() and word not in _WORDS and (word in GIVEN or word in _SHORT)
