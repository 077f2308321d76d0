"""A model's rows as items of an agenda: owners, outcomes and texts held to what is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from statistics import median

from coach.domain.agenda import LEAST, Agenda, Item, LeftOut, Part, Where
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.domain.text import clean
from coach.ports import Row
from coach.services.agendas.blame import neutral

LONGEST_QUESTION, LONGEST_FIELD = 240, 200  # characters
LONGEST_READ = 1_000  # characters of a text that are looked at
FEWEST, USUAL, MOST = 5, 10, 60  # minutes of a new question: at least, wanted, at most
DROPPED = "the model's version goes without it"
NO_QUESTION = "What the model wrote as a topic and not as a question was left aside."
NO_FIGURE = "A figure that stands in nothing the model was given was left aside."
SENSITIVE = "What the model asked about one person was left aside: that is no matter for a group."
_MARKUP = lazy_pattern(r"<[a-z!?/][^>]*>?", re.IGNORECASE)
_LINK = lazy_pattern(r"!?\[([^\]]*)\]\([^)]*\)?")
_ADDRESS = lazy_pattern(r"https?:|www\.|mailto:|javascript:|data:\w+/", re.IGNORECASE)
_EMPHASIS = lazy_pattern(r"\*+|`+|_{2,}")
_HIDDEN = lazy_pattern("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_LEADING = lazy_pattern(r"^(?:[-=+@*#>|`~•–\s]|\d{1,2}[.)]\s)+")
_NUMBER = lazy_pattern(r"\d+(?:[.,]\d+)*")
_FIGURE = lazy_pattern(
    r"[€$£]\s?(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)"
    r"(?:[kmx]\b|\s?(?:%|per ?cent|[€$£]|(?:eur|usd|gbp|euros?|dollars?|pounds?|million)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """An agenda out of a model's rows, its minutes not shared out yet.

    `sources` gives for each question the draft's item it comes from, `None` for a new one;
    `remarks` say what was left aside.
    """

    agenda: Agenda
    sources: Mapping[str, Item | None]
    remarks: tuple[str, ...]


def version_of(
    rows: Sequence[Row], draft: Agenda, material: str, allowed: Callable[[Item], bool]
) -> Version:
    """Return what the rows make of the draft; its frame and what a person locked stay.

    A figure is believed only if it stands in `material` or in the draft.
    """
    return _Reading(draft, material, allowed).of(rows)


def plain(text: str, longest: int = LONGEST_FIELD) -> str:
    """Return one line of text without markup, links and hidden characters."""
    text = _LINK.sub(r"\1", _MARKUP.sub(" ", unescape(clean(text[:LONGEST_READ]))))
    words = (word for word in _HIDDEN.sub("", clean(text)).split() if not _ADDRESS.search(word))
    line = _LEADING.sub("", _EMPHASIS.sub("", " ".join(words)))
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + "…"


class _Reading:
    """Reads the rows of one reply."""

    def __init__(self, draft: Agenda, material: str, allowed: Callable[[Item], bool]) -> None:
        self._draft = draft
        self._allowed = allowed
        self._owners = _owners(draft)
        self._loads: Counter[str] = Counter()
        known = [material, *(f"{i.question} {i.prework} {i.done_when}" for i in draft.matters)]
        self._figures = frozenset(_NUMBER.findall(" ".join(known)))
        self._remarks: dict[str, None] = {}

    def of(self, rows: Sequence[Row]) -> Version:
        draft, sources = self._draft, dict[str, Item | None]()
        items: list[Item] = []
        for row in rows:
            was = self._source(row, sources.values())
            item = self._item(row, was)
            if item is not None and self._is_free(item, was, sources):
                items.append(item)
                sources[item.question] = was
                self._loads[item.owner] += 1
        gone = [item for item in draft.matters if item not in sources.values()]
        kept = [item for item in gone if item.locked]
        items += kept
        sources |= {item.question: item for item in kept}
        left = [one for one in draft.left_out if one.item.question not in sources]
        left += [LeftOut(item, Where.NEXT, DROPPED) for item in gone if item not in kept]
        agenda = replace(draft, items=_framed(draft, items), left_out=tuple(left), warnings=())
        return Version(agenda, sources, tuple(self._remarks))

    def _is_free(self, item: Item, was: Item | None, sources: Mapping[str, Item | None]) -> bool:
        """Whether nobody asks the same already, and no question that a person locked."""
        locked = (other for other in self._draft.matters if other.locked and other is not was)
        return item.question not in sources and item.question not in {o.question for o in locked}

    def _source(self, row: Row, taken: Iterable[Item | None]) -> Item | None:
        """Return the draft's item a row comes from: by its number, else word for word."""
        matters = self._draft.matters
        if row.source is not None and 1 <= row.source <= len(matters):
            item: Item | None = matters[row.source - 1]
        else:
            item = next((one for one in matters if one.question == row.question.strip()), None)
        return None if item in taken else item

    def _item(self, row: Row, was: Item | None) -> Item | None:
        if was is not None and was.locked:
            return was
        question = neutral(plain(row.question, LONGEST_QUESTION))
        if was is not None and row.question.strip() == was.question:
            question = was.question
        is_question = question.endswith(("?", "？", "؟"))
        sound = is_question and self._is_known(question)
        if was is None and not sound:
            self._remarks[NO_FIGURE if is_question else NO_QUESTION] = None
            return None
        base = was or self._new(question)
        owner, side = self._owner(row.owner, was)
        item = replace(
            base,
            question=question if sound else base.question,
            outcome=_outcome(row.outcome, base.outcome),
            owner=owner,
            side=side,
            one_side=base.one_side and owner == base.owner,
            ideal=base.ideal if row.minutes in (None, base.minutes) else _wanted(row.minutes),
            prework=self._field(row.prework, base.prework),
            done_when=self._field(row.done_when, base.done_when),
        )
        if self._allowed(item):
            return item
        self._remarks[SENSITIVE] = None
        return was

    def _new(self, question: str) -> Item:
        weight = median(item.weight for item in self._draft.matters)
        return Item(question, Outcome.DISCUSS, "", Side.BOTH, 0, FEWEST, USUAL, weight=weight)

    def _field(self, text: str, was: str) -> str:
        said = was if text.strip() == was else plain(text)
        if said and not self._is_known(said):
            self._remarks[NO_FIGURE] = None
            return was
        return said or was

    def _is_known(self, text: str) -> bool:
        """Whether every figure in a text stands in what the model was given."""
        return all((one or other) in self._figures for one, other in _FIGURE.findall(text))

    def _owner(self, said: str, was: Item | None) -> tuple[str, Side]:
        """Return the one owner that is meant; else the draft's, else who has least to do."""
        named = _key(plain(said, LONGEST_READ))
        known = self._owners.get(named)
        if known is None and named:
            within = {one for key, one in self._owners.items() if f" {key} " in f" {named} "}
            known = within.pop() if len(within) == 1 else None
        if known is not None:
            return known
        if was is not None:
            return was.owner, was.side
        return min(self._owners.values(), key=lambda one: self._loads[one[0]])


def _owners(draft: Agenda) -> dict[str, tuple[str, Side]]:
    """Return who may own a question, by name and, where only one person has it, by role."""
    people = draft.people
    roles = Counter(_key(person.role) for person in people)
    owners = {_key(p.role): (p.name, p.side) for p in people if p.role and roles[_key(p.role)] == 1}
    if not people:
        owners = {_key(item.owner): (item.owner, item.side) for item in draft.matters}
    return owners | {_key(person.name): (person.name, person.side) for person in people}


def _key(name: str) -> str:
    """Return a name as it is compared; one without letters stays as it is."""
    return " ".join(re.findall(r"\w+", name.casefold())) or name.strip()


def _wanted(minutes: int | None) -> int:
    return min(max(minutes or USUAL, LEAST), MOST)


def _outcome(said: str, was: Outcome) -> Outcome:
    word = said.strip().casefold()
    return Outcome(word) if word in set(Outcome) else was


def _framed(draft: Agenda, items: Sequence[Item]) -> tuple[Item, ...]:
    """Put the items where the draft's questions stood, its frame around them."""
    places = [at for at, item in enumerate(draft.items) if item.is_matter]
    head, tail = draft.items[: places[0]], draft.items[places[0] :]
    return (*head, *items, *(item for item in tail if item.part is not Part.ITEM))
