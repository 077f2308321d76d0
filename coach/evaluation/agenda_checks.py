"""What is checked on an agenda: the rules of all, and what a facilitator asks of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.agenda import Agenda, Where
from coach.domain.agenda_rules import balance, broken
from coach.domain.minutes import SHORT
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.evaluation.agenda_cases import Expected

# Words and openings that accuse, kept apart from those by which the program finds them.
_ACCUSES = re.compile(
    r"\b(?:fault|to blame|blames?|guilty|lazy|useless|clueless|incompetent|stupid|sabotag\w*"
    r"|ignores?|ignoring|refuses?|junk|garbage|rubbish|nonsense"
    r"|never (?:call|follow|answer|read|use)\w*)\b"
    r"|^why (?:do|does|don't|doesn't|can't|won't) (?:sales|marketing|they|the reps)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for, and whether it was there."""

    name: str
    kept: bool
    wanted: str = ""


def sound(agenda: Agenda, minutes: int | None) -> Iterator[Check]:
    """Check what holds for every agenda; `minutes` is the length asked for, if one was."""
    length = minutes or agenda.minutes
    yield Check("minutes sum", agenda.total == agenda.minutes == length, f"{length} minutes")
    yield Check("least minutes", _keeps_least(agenda))
    names = {person.name for person in agenda.people}
    yield Check("one owner each", all(item.owner in names for item in agenda.matters))
    yield Check("balance", not agenda.both_attend or abs(balance(agenda)) <= 1)
    yield Check("rules", bool(agenda.instead) or not broken(agenda), "; ".join(broken(agenda)))


def asked(agenda: Agenda, expect: Expected) -> Iterator[Check]:
    """Check what a facilitator would look for on an agenda that came about."""
    text = read(agenda)
    for words in expect.mentions:
        yield Check("mentions", _has(text, words), " / ".join(words))
    for words in expect.owner_roles:
        yield Check("owner", _has(_owners(agenda), words), " / ".join(words))
    for wanted, name, kept, what in (
        (expect.decides, "decides", _leads_to(agenda, Outcome.DECIDE), "something to decide"),
        (expect.repair, "repair", _leads_to(agenda, Outcome.REPAIR), "something to repair"),
        (expect.sides == "both", "sides", _both(agenda), "both attend and own questions"),
        (expect.one_side, "one side", not agenda.both_attend, "one side by itself"),
        (expect.neutral, "neutral", _is_calm(agenda), "nobody accused"),
        (expect.cancel, "cancel", bool(agenda.instead), "a text to send instead"),
        (expect.elsewhere, "elsewhere", _is_parted(agenda), "what is about a person, left out"),
        (expect.off_topic, "off topic", False, "no agenda"),
    ):
        if wanted:
            yield Check(name, kept, what)


def without(expect: Expected, minutes: int | None, kind: str) -> Iterator[Check]:
    """Check what a facilitator would look for where no agenda came, but a reason of that kind."""
    if expect.elsewhere:
        yield Check("elsewhere", kind in ("handover", "declined"), "sent to who can help")
    if expect.off_topic:
        yield Check("off topic", kind == "off_topic", "no agenda")
    if minutes is not None:
        yield Check("minutes sum", False, f"{minutes} minutes")
    missed = [("mentions", " / ".join(words)) for words in expect.mentions]
    missed += [("owner", " / ".join(words)) for words in expect.owner_roles]
    for name, wanted in (
        ("decides", expect.decides), ("repair", expect.repair), ("sides", expect.sides),
        ("one side", expect.one_side), ("neutral", expect.neutral and not expect.elsewhere),
        ("cancel", expect.cancel),
    ):  # fmt: skip
        missed += [(name, "an agenda")] * bool(wanted)
    yield from (Check(name, False, wanted) for name, wanted in missed)


def unsaid(text: str, words: Sequence[str]) -> Iterator[Check]:
    """Check that none of the words stand in what people get to read."""
    for word in words:
        yield Check("never", not _has(text, (word,)), f"without “{word}”")


def read(agenda: Agenda) -> str:
    """Return what a facilitator reads: title, outcome, questions and what is prepared."""
    rows = [f"{item.question}\n{item.prework}\n{item.done_when}" for item in agenda.items]
    return "\n".join([agenda.title, agenda.outcome, *rows])


def whole(agenda: Agenda) -> str:
    """Return all that people get to read, with what was left out."""
    return "\n".join([read(agenda), *(left.line for left in agenda.left_out)])


def _has(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def _leads_to(agenda: Agenda, outcome: Outcome) -> bool:
    return any(item.outcome is outcome for item in agenda.matters)


def _is_calm(agenda: Agenda) -> bool:
    questions = (item.question for item in agenda.matters)
    return not any(_ACCUSES.search(text) for text in (agenda.title, *questions))


def _is_parted(agenda: Agenda) -> bool:
    return any(left.where is Where.ELSEWHERE for left in agenda.left_out)


def _keeps_least(agenda: Agenda) -> bool:
    """A meeting under a quarter of an hour gives all it has to its one question."""
    if agenda.minutes < SHORT:
        return len(agenda.matters) == 1
    return all(item.minutes >= item.minimum for item in agenda.matters)


def _both(agenda: Agenda) -> bool:
    """Both come, and where there is more than one question to share both own one."""
    shared = [item.side for item in agenda.matters if not item.one_side]
    owning = set(shared) & {Side.SALES, Side.MARKETING}
    return agenda.both_attend and (len(shared) < 2 or len(owning) == 2 or Side.OTHER in shared)


def _owners(agenda: Agenda) -> str:
    roles = {person.name: person.role for person in agenda.people}
    return "\n".join(f"{item.owner} {roles.get(item.owner, '')}" for item in agenda.matters)
