"""A letter where no ready text fits: a frame with the leading note's words in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.notes import Conflict, Kind
from coach.domain.stages import Side
from coach.playbook.composing.choosing import first, prose
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.leading import NEAR, READY
from coach.playbook.composing.letters import has_subject, invites, purpose, recipient, sender
from coach.playbook.composing.parts import Line, Part

NO_TEXT = "I have no ready text for this, so here is a frame; change what stands in brackets:"
_GREETING, _SIGNED = "Hi [name],", "[name]"
# What stands for the opening and for the ask, in a letter that invites and in any other.
_INVITING = (
    "[Why we should sit together now, in one sentence.]",
    "[A day, a place and how long: would Thursday at ten suit you?]",
)
_TELLING = (
    "[What happened, and on which day.]",
    "[One ask, with a day: could we talk on Thursday?]",
)
_SIDES = {Side.SALES: "sales", Side.MARKETING: "marketing"}
_QUOTED = frozenset({Kind.MOVE, Kind.PRACTICE, Kind.MEETING})


def letter(desk: Desk, agenda: Sequence[Line]) -> list[Part]:
    """Return a letter to make one's own, with what the leading note adds to it."""
    text = desk.wish.question.text
    about = purpose(text)
    opening, ask = _INVITING if invites(text) else _TELLING
    body = [
        *([(Line("Subject: [what it is about, in five words]"),)] if has_subject(text) else []),
        (Line(_GREETING),),
        (Line(f"[In your words: {about}]" if about else opening),),
        *_core(desk, agenda),
        (Line(ask),),
        (Line(_SIGNED),),
    ]
    spaced = [line for paragraph in body for line in (Line(""), *paragraph)][1:]
    quoted = [replace(line, mark=f"> {line.mark}") for line in addressed(spaced, text)]
    frame = [Part((Line(NO_TEXT),)), Part(tuple(quoted), free=True)]
    if desk.fit < NEAR:
        return frame
    more = () if agenda else (desk.prose("In short", 30, whole=True),)
    return [*frame, *more, desk.watch(22)]


def addressed(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """Put the names that `text` gives with certainty where the letter leaves them blank."""
    to, by = recipient(text), sender(text)
    kept = list(lines)
    if to:
        kept = [replace(line, text=_greeted(line.text, to)) for line in kept]
    if by and kept and kept[-1].text == _SIGNED:
        kept[-1] = replace(kept[-1], text=by)
    return tuple(kept)


def _greeted(text: str, name: str) -> str:
    return f"Hi {name},{text.removeprefix(_GREETING)}" if text.startswith(_GREETING) else text


def _core(desk: Desk, agenda: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return what the note has to say to the other side: a paragraph, or an agenda."""
    note = desk.note
    if desk.fit < NEAR:  # the nearest note's words would put something else into the letter
        return []
    if agenda and invites(desk.wish.question.text):
        return [(Line("I'd like us to meet and settle these questions:"),), tuple(agenda)]
    if isinstance(note, Conflict) and desk.wish.side in _SIDES and desk.fit >= READY:
        words = desk.section(f"Words for {_SIDES[desk.wish.side]}")
        said = first(words, lambda s: prose(s, desk.wish, 40, True))
        return [(_spoken(line),) for line in said]
    if note.kind in _QUOTED:
        found = first(desk.section("In short"), lambda s: prose(s, desk.wish, 12, True))
        return [(Line(f"The playbook puts it this way: {line.text}", line.n),) for line in found]
    return []


def _spoken(line: Line) -> Line:
    words = line.text.removeprefix("To open: ").split('" If ')[0]
    return replace(line, text=words.strip('"'))
