"""Words that both sides use: written by each apart, compared, worded once, accepted by both.

Neither side's text is shown to anybody before both have written; `texts` is the one way to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from coach.domain.stages import Side
from coach.errors import Unfit

SIDES = (Side.SALES, Side.MARKETING)
LONGEST = 1500  # characters of what a side writes, and twice as many of what both accept
_BRACKET = "[", "]"


@dataclass(frozen=True, slots=True)
class Word:
    """A word to settle, out of `words.yaml`: `question` asks for it, `names` are other names.

    `said` begins a sentence with it, as in "An opportunity". `sheet` is the note whose parts a
    definition is to have, `notes` are others that help.
    """

    key: str
    name: str
    said: str
    question: str
    example: str
    names: tuple[str, ...] = ()
    sheet: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a side wrote; `key` is the fingerprint of the device's, empty from the page itself."""

    text: str = field(repr=False)
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWord:
    """Where a word stands. `accepted` says when each side took `draft` as its own.

    `note` is the id of the team's note that it became.
    """

    id: str
    word: str
    meanings: Mapping[Side, Meaning] = field(default_factory=dict)
    draft: str = ""
    accepted: Mapping[Side, datetime] = field(default_factory=dict)
    note: str = ""

    @property
    def wrote(self) -> frozenset[Side]:
        """Which sides have written, which may be known."""
        return frozenset(self.meanings)

    @property
    def both_wrote(self) -> bool:
        """Whether the texts may be seen."""
        return self.wrote >= set(SIDES)

    @property
    def texts(self) -> tuple[str, str] | None:
        """What sales and marketing wrote, `None` until both have."""
        if not self.both_wrote:
            return None
        return self.meanings[Side.SALES].text, self.meanings[Side.MARKETING].text

    @property
    def settled(self) -> bool:
        """Whether both sides accepted the same wording."""
        return set(self.accepted) >= set(SIDES)

    def own(self, side: Side, key: str) -> str:
        """Return what this device wrote for a side, "" for every other device."""
        mine = self.meanings.get(side)
        return mine.text if mine is not None and key and mine.key == key else ""


def written(word: SharedWord, side: Side, text: str, key: str = "") -> SharedWord:
    """Return it with a side's text, which may be written anew until the other side has written.

    Raises:
        Unfit: nothing or too much is written, or both sides' texts can be seen already, or another
            device wrote for this side.
    """
    text = text.strip()
    if side not in SIDES:
        raise Unfit("Only sales and marketing write what a word means.", "Choose one of the two.")
    if not text:
        raise Unfit("Nothing is written yet.", "One or two sentences are enough.")
    if len(text) > LONGEST:
        raise Unfit(f"That is longer than {LONGEST:,} characters.", "Keep what matters most.")
    if word.both_wrote:
        raise Unfit(
            "Both sides have written already, so their texts stay as they are.",
            "Change the wording that both are to accept.",
        )
    before = word.meanings.get(side)
    if before is not None and before.key != key:
        raise Unfit(
            f"{side.capitalize()} has written this already, in another place.",
            "Ask for it there; once both sides have written, everybody sees both texts.",
        )
    return replace(word, meanings={**word.meanings, side: Meaning(text, key)})


def worded(word: SharedWord, draft: str) -> SharedWord:
    """Return it with another wording, which nobody has accepted yet.

    Raises:
        Unfit: a side has not written yet, or the wording is empty or too long.
    """
    draft = draft.strip()
    if not word.both_wrote:
        raise Unfit("One wording comes after both sides have written.", "Wait for the other side.")
    if not draft:
        raise Unfit("The wording is empty.", "Write what both can accept.")
    if len(draft) > 2 * LONGEST:
        raise Unfit(f"That is longer than {2 * LONGEST:,} characters.", "Keep what matters most.")
    return word if draft == word.draft else replace(word, draft=draft, accepted={})


def accepted(word: SharedWord, side: Side, draft: str, now: datetime) -> SharedWord:
    """Return it with a side's consent to the wording it saw; consenting twice is once.

    Raises:
        Unfit: there is no wording, it was changed meanwhile, or a choice in it is still open.
    """
    if side not in SIDES or not word.draft:
        raise Unfit("There is no wording to accept yet.", "Both sides write theirs first.")
    if _plain(draft) != _plain(word.draft):
        raise Unfit("The wording was changed meanwhile.", "Read it again, then accept it.")
    if open_choice(word.draft):
        raise Unfit(
            "The wording still leaves a choice open, between square brackets.",
            "Choose one of what stands there, and take the brackets away.",
        )
    if side in word.accepted:
        return word
    return replace(word, accepted={**word.accepted, side: now})


def withdrawn(word: SharedWord) -> SharedWord:
    """Return it as nobody had accepted it, with no note."""
    return replace(word, accepted={}, note="")


def open_choice(draft: str) -> bool:
    """Whether something in the wording is still to be chosen."""
    return all(bracket in draft for bracket in _BRACKET)


def _plain(draft: str) -> str:
    """Return a wording without what a form changes on its way: line ends, spaces at the ends."""
    return "\n".join(line.rstrip() for line in draft.strip().splitlines())
