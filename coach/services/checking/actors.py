"""Who a sentence speaks of: sales, marketing, the heads, the customer, and so on."""

from __future__ import annotations

from collections.abc import Sequence

_ACTORS = {
    "sales": "sales seller sellers rep reps salesperson salespeople ae aes closer closers",
    "marketing": "marketing marketer marketers campaigner",
    "sdr": "sdr sdrs bdr bdrs",
    "head": "head heads leader leaders director directors chief boss bosses cmo cro leadership",
    "founder": "founder founders",
    "ceo": "ceo board management executive executives",
    "manager": "manager managers",
    "customer": "customer customers client clients buyer buyers prospect prospects visitors",
    "operations": "operations ops revops",
    "finance": "finance controller cfo accountant",
    "hr": "hr personnel",
    "product": "product",
    "success": "success",
    "chair": "chair facilitator moderator",
    "notes": "note-taker scribe",
    "vendor": "vendor vendors consultant consultants consultancy agency",
    "researcher": "researcher researchers author authors academic academics",
    "owner": "owner owners",
    "legal": "lawyer lawyers legal",
    "it": "it-department",
}
_CLASS = {word: name for name, words in _ACTORS.items() for word in words.split()}
SIDES = ("sales", "marketing")
_RANKS = ("head", "manager", "operations", "product", "owner", "success")
_BOTH = "both"
_NEAR = 3  # words within which a rank and a side name one person: "head of sales"


def actor(word: str) -> str | None:
    """Return whom a lower-case word names, `None` where nobody."""
    return _CLASS.get(word.removesuffix("'s").removesuffix("'"))


def people(words: Sequence[str]) -> list[str]:
    """Return who is named, in order; `head of sales` is one person, `head sales`."""
    named = [(at, name) for at, word in enumerate(words) if (name := actor(word)) is not None]
    found: list[str] = []
    skip = False
    for (at, name), following in zip(named, [*named, None][1:], strict=True):
        if skip:
            skip = False
        elif following is not None and _is_one(name, following[1], following[0] - at):
            found.append(" ".join(sorted((name, following[1]))))
            skip = True
        else:
            found.append(name)
    return found


def attached(words: Sequence[str]) -> list[str | None]:
    """Return for each word the side it most likely belongs to: the last named, else the next.

    Where both are named together, as in `sales and marketing`, it belongs to neither alone.
    """
    sided = [name if (name := actor(word)) in SIDES else None for word in words]
    for at in range(len(words) - 2):
        pair = {sided[at], sided[at + 2]}
        if words[at + 1] in ("and", "or", "nor", ",", "-") and pair == set(SIDES):
            sided[at] = sided[at + 2] = _BOTH
    current = next((name for name in sided if name), None)
    found: list[str | None] = []
    for name in sided:
        current = name or current
        found.append(None if current == _BOTH else current)
    return found


def _is_one(first: str, second: str, distance: int) -> bool:
    ranked = (first in _RANKS) != (second in _RANKS)
    return ranked and distance < _NEAR and (first in SIDES or second in SIDES)
