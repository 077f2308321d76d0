"""From text to terms: words in lower case, without stop words, cut to their English stem."""

from __future__ import annotations

import re
import threading
import unicodedata

import Stemmer

# A run of letters and digits; an apostrophe inside belongs to the word ("don't", "sales'").
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

# Remembered stems take about 150 bytes each; questions of strangers must not fill the memory.
MOST_STEMS = 200_000

# Function words of English: they stand in every passage and tell none from another.
_STOP_WORDS = """
a about above after again against all also am an and any are aren't as at be because been before
being below between both but by can can't cannot could couldn't did didn't do does doesn't doing
don't down during each either else ever few for from further get gets getting got had hadn't has
hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how
how's however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let
let's may me might more most much must mustn't my myself neither no nor not of off on once only
or other ought our ours ourselves out over own please rather same shall shan't she she'd she'll
she's should shouldn't so some such than that that's the their theirs them themselves then there
there's these they they'd they'll they're they've this those through to too under until up upon
us very was wasn't we we'd we'll we're we've were weren't what what's when when's where where's
whether which while who who's whom whose why why's will with won't would wouldn't yet you you'd
you'll you're you've your yours yourself yourselves
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Words:
    """Cuts text into terms and remembers the stem of each word. Safe from many threads."""

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._lock = threading.Lock()  # the stemmer keeps its word in itself
        self._stems: dict[str, str] = {}

    def words(self, text: str) -> list[str]:
        """Return the words of `text` as they stand, in lower case, stop words included."""
        if not text.isascii():
            text = unicodedata.normalize("NFKC", text).replace("’", "'")
        return _WORD.findall(text.lower())

    def stem(self, word: str) -> str:
        """Return a word's stem; an empty string for a stop word and for a single letter."""
        stem = self._stems.get(word)
        if stem is None:
            with self._lock:
                stem = str(self._stemmer.stemWord(word))
            if word in STOP_WORDS or (len(word) == 1 and not word.isdigit()):
                stem = ""
            if len(self._stems) < MOST_STEMS:
                self._stems[word] = stem
        return stem

    def terms(self, text: str) -> list[str]:
        """Return the terms of `text` in order, each as often as it appears."""
        return [stem for word in self.words(text) if (stem := self.stem(word))]
