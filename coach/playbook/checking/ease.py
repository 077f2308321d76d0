"""How easy a note reads: Flesch's reading ease, 0 (a contract) to 100 (a letter to a friend)."""

from __future__ import annotations

import re
from collections.abc import Iterable

EASIEST_BAR = 45.0  # what each note must reach: about a good newspaper
AVERAGE_BAR = 50.0  # what all notes must reach on the average
_MARKUP = re.compile(r"\[@[a-z0-9-]+\]|[*_`|#\[\]]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouyàâäáéèêëíìîïóòôöúùûü]+")
# Vowels that are written and not spoken: `late`, `times`, `named`, `every`, `closely`.
_SILENT = re.compile(
    r"[^aeiouyl]es?\Z(?<![sxzcgh]es)|[aeiouyrl]les?\Z|[^aeiouytdl]ed\Z|[aeiouyrl]led\Z"
    r"|(?<=ev)er(?=y)|(?<=us)i(?=ness)|(?<=[aeiou][^aeiouy])e(?=ly|ful|ment|less|line|cast|where)"
    r"|(?<=som)e(?=.)"
)
# Two vowels side by side that are spoken apart: `area`, `client`, `quiet`, `going`, `actual`.
_APART = re.compile(
    r"(?<![ctsg])i[ao](?!us|n\b)|(?<!t)(?<!ffic)ien[ct]|iet|eo(?!p)|[aeiou]ing|ual|uou|uen"
    r"|(?<=[cr])rea(?=te)|(?<=r)ea(?=ct)|(?<=[ei]d)ea|(?<=r)ea\Z|(?<=r)ea(?=s\Z)|(?<=c)oo(?=p)"
)


def reading_ease(sentences: Iterable[str]) -> float:
    """Return the ease of prose given as sentences; 100 where there are no words."""
    words = [_WORD.findall(_MARKUP.sub(" ", sentence)) for sentence in sentences]
    words = [found for found in words if found]
    total = sum(len(found) for found in words)
    if not total:
        return 100.0
    spoken = sum(syllables(word) for found in words for word in found)
    return 206.835 - 1.015 * total / len(words) - 84.6 * spoken / total


def syllables(word: str) -> int:
    """Count the syllables of an English word by its spelling; a number counts as two."""
    if word[:1].isdigit():
        return 2
    return sum(_spoken(part) for part in re.split(r"['’-]", word.lower()) if len(part) > 1) or 1


def _spoken(part: str) -> int:
    heard = part.replace("qu", "kw")
    silent, apart = len(_SILENT.findall(heard)), len(_APART.findall(heard))
    return max(len(_VOWELS.findall(heard)) - silent + apart, 1)
