"""Stand-ins for the names of people in texts that go out, and the names back in what returns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_uppercase

from coach.domain.lazily import lazy_pattern
from coach.services.names.finding import Someone
from coach.services.names.given import ALSO_WORDS, GIVEN
from coach.services.names.prose import is_somebody
from coach.services.names.scripts import is_bent, is_uncased, is_unspaced, stem_of
from coach.services.names.tokens import tokens_of

# Looked ahead for, as one may begin in the other: "Person PERSON B".
_TAKEN = lazy_pattern(r"person[ \-](?=([a-z])([a-z]?))", re.IGNORECASE)
_EDGE, _END = r"(?<![^\W_])", r"(?![^\W_])"
_NO_MORE = "(?![A-Za-z0-9])"
# Behind a stand-in; another one may stand there, for names that stand side by side.
_OVER = "(?![A-OQ-Za-oq-z0-9])"


class Disguise:
    """Stand-ins for some people. Lives as long as one call of a model; used by one thread.

    `texts` are all that goes out: no stand-in is used that stands in them already, so that
    `show(hide(text))` is `text` for each of them. `is_word` tells which forms are plain words too.
    """

    def __init__(
        self, people: Sequence[Someone], texts: Iterable[str], is_word: Callable[[str], bool]
    ) -> None:
        used = [found for text in texts for found in _TAKEN.finditer(text.upper())]
        taken = {letters for found in used for letters in (found[1], found[1] + found[2])}
        letters = (letter for letter in _letters() if letter not in taken)
        self._people = dict(zip(letters, people, strict=False))
        self._is_word = is_word
        forms = [(f, letter) for letter, one in self._people.items() for f in one.forms]
        self._whose = {form.casefold(): letter for form, letter in reversed(forms)}
        self._longest_first = sorted({f for f, _ in forms}, key=lambda form: (-len(form), form))
        self._pattern = re.compile("|".join(map(self._spelt, self._longest_first)) or "(?!)")
        self._has_risky = any(map(self._is_risky, self._longest_first))
        self._stand_ins: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._used: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """The fullest name of each person that was replaced so far."""
        return tuple(one.name for letter, one in self._people.items() if letter in self._used)

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where names stand in `text`, in order."""
        if text.strip().casefold() in self._whose:  # a field that holds a name and nothing else
            start = len(text) - len(text.lstrip())
            return ((start, start + len(text.strip())),)
        tokens = tokens_of(text) if self._has_risky else ()
        begins = {token.start: at for at, token in enumerate(tokens)}

        def is_name(found: re.Match[str]) -> bool:
            at = begins.get(found.start())
            return at is None or not self._is_risky(found.group()) or is_somebody(tokens, at)

        return tuple(found.span() for found in self._pattern.finditer(text) if is_name(found))

    def hide(self, text: str) -> str:
        """Return `text` with a stand-in for each name."""
        parts, at = [], 0
        for start, end in self.places(text):
            parts += [text[at:start], self._stand_in(text[start:end])]
            at = end
        return "".join([*parts, text[at:]])

    def show(self, text: str) -> str:
        """Return `text` with the names in the places of the stand-ins."""
        return "".join(self.stream([text]))

    def stream(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield what `pieces` hold with the names put back, wherever the text is cut."""
        names = {spelt: name for known, name in self._names.items() for spelt in _spellings(known)}
        longest_first = sorted(names, key=len, reverse=True)
        pattern = re.compile(f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'}){_OVER}")
        held = ""
        for piece in pieces:
            held += piece
            ready = _ready(held, longest_first)
            if ready:
                yield _put_back(held, ready, pattern, names)
                held = held[ready:]
        if held:
            yield _put_back(held, len(held), pattern, names)

    def _stand_in(self, surface: str) -> str:
        if surface not in self._stand_ins:
            letter = self._letter(surface)
            kind, end = f"Person {letter}", ""
            if "@" in surface:
                kind, end = f"person-{letter.lower()}", "@name.invalid"
            number, known = 1, f"{kind}{end}"
            while known in self._names:
                number += 1
                known = f"{kind}{number}{end}"
            self._stand_ins[surface] = known
            self._names[known] = surface
            self._used.add(letter)
        return self._stand_ins[surface]

    def _letter(self, surface: str) -> str:
        """Return whose form `surface` is: as known, with an ending, or bent."""
        low = surface.casefold()
        for known in (low, low.removesuffix("s")):
            if known in self._whose:
                return self._whose[known]
        bent = (f for f in self._longest_first if is_bent(f) and low.startswith(stem_of(f)))
        return self._whose[next(bent).casefold()]

    def _is_risky(self, form: str) -> bool:
        low = form.casefold()
        return low in ALSO_WORDS or (self._is_word(low) and low not in GIVEN)

    def _spelt(self, form: str) -> str:
        """Return the pattern of one form: in small letters only where it is no plain word."""
        if "@" in form:
            return rf"(?<![\w.+-])(?i:{re.escape(form)})(?![\w-])"
        if is_unspaced(form):
            return re.escape(form) + _NO_MORE
        if is_uncased(form):  # a word before it may be one letter joined to it
            return rf"(?:(?<!\w)|(?<=\W\w)){re.escape(form)}{_END}"
        if is_bent(form):
            return rf"{_EDGE}(?i:{re.escape(stem_of(form))})[\u0370-\u052f]{{0,4}}{_END}"
        if self._is_risky(form):
            return rf"{_EDGE}(?:{re.escape(form)}|{re.escape(form.upper())}){_END}"
        genitive = "" if form.casefold().endswith("s") else "[sS]?"
        return rf"{_EDGE}(?i:{re.escape(form)}){genitive}{_END}"


def _spellings(known: str) -> tuple[str, ...]:
    """Return a stand-in as models write it, in a title too."""
    return (known, known.upper())


def _ready(held: str, stand_ins: Sequence[str]) -> int:
    """Return how much of `held` comes before what may be the beginning of a stand-in."""
    longest = max(map(len, stand_ins), default=0)
    for at in range(max(0, len(held) - longest), len(held)):
        rest = held[at:]
        if any(known.startswith(rest) for known in stand_ins):
            return at
    return len(held)


def _put_back(held: str, end: int, pattern: re.Pattern[str], names: dict[str, str]) -> str:
    """Return `held` up to `end` with the names put back; what follows is looked at as well."""
    parts, at = [], 0
    for found in pattern.finditer(held):
        if found.end() > end:
            break
        parts += [held[at : found.start()], names[found.group()]]
        at = found.end()
    return "".join([*parts, held[at:end]])


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA to ZZ."""
    yield from ascii_uppercase
    for first in ascii_uppercase:
        yield from (first + second for second in ascii_uppercase)
