"""A pasted quarrel, answered: both sides, the cause, one next step, the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.domain.answers import Citation
from coach.domain.conflict import (
    Analysis,
    Heard,
    Match,
    Step,
    Thread,
    View,
    WayForward,
)
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Conflict, Playbook
from coach.domain.passages import Passage
from coach.domain.stages import Side, Stage
from coach.ports import PassageIndex
from coach.services.boundaries import Boundaries, Boundary
from coach.services.conflicts.facts import disputed_in, heard_in, missing_in, said_in
from coach.services.conflicts.heat import heat_of, help_at
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.reading import read_thread
from coach.services.conflicts.saying import words_for
from coach.services.language import ENGLISH, Languages

CITED = ("Likely cause", "What sales needs", "What marketing needs", "This week")
_BULLET = lazy_pattern(r"^- \*\*(?P<who>[^*]+?):\*\*\s*(?P<what>.+)$", re.MULTILINE)
_SENTENCE = lazy_pattern(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_NEED = lazy_pattern(r"\b(?:needs?|wants?)\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONE_SIDE = {
    Heard.SALES: "Only sales is heard here: marketing's view is a guess.",
    Heard.MARKETING: "Only marketing is heard here: sales' view is a guess.",
    Heard.NOBODY: "One voice is heard here: the other side's view is a guess.",
}


@dataclass(frozen=True, slots=True)
class NoQuarrel:
    """The text is no quarrel between sales and marketing; `text` says what can be done instead."""

    text: str


Outcome = Analysis | Boundary | NoQuarrel
NOT_OURS = NoQuarrel(
    "That doesn't read like a quarrel between sales and marketing, so I won't guess at it. I can "
    "answer a question about the two departments, or make an agenda for a meeting of theirs."
)


@dataclass(frozen=True, slots=True)
class Mediating:
    """Answers pasted quarrels and stores nothing. Lives as long as the app."""

    playbook: Playbook
    index: PassageIndex
    matching: Matching
    boundaries: Boundaries
    languages: Languages

    def mediate(self, text: str, side: Side | None, today: date, note: str = "") -> Outcome:
        """Return what a text comes to; a boundary where it is no teamwork matter.

        `side` is who pastes it: facts, patterns, cause, options and next step don't depend on it.
        `note` is the pattern that a person says it is, which then goes before what was matched, and
        before a boundary that no word puts beyond doubt.

        Raises:
            QuestionError: there is nothing to read, or too much.
        """
        thread = read_thread(text)
        language = self.languages.detect(thread.text)
        boundary = self.boundaries.anywhere(thread.text, language)
        if boundary is not None and (boundary.is_sure or not note):
            return boundary
        matches = self.matching.of(thread)
        if note:
            chosen = next((m for m in matches if m.note == note), Match(note, 1.0))
            matches = (replace(chosen, confidence=1.0), *(m for m in matches if m.note != note))
        found = [(m, n) for m in matches if isinstance(n := self.playbook.get(m.note), Conflict)]
        if not found:
            return NOT_OURS
        return self._analysis(thread, [m for m, _ in found], found[0][1], side, today)

    def _analysis(
        self,
        thread: Thread,
        matches: Sequence[Match],
        note: Conflict,
        side: Side | None,
        today: date,
    ) -> Analysis:
        said, disputed = said_in(thread), disputed_in(thread)
        heard, heat = heard_in(thread), heat_of(thread)
        voice = _voice(heard, side)
        told = said if self.languages.detect(thread.text) == ENGLISH else ()
        citations = self._cited(note)
        return Analysis(
            summary=note.summary,
            about=note.about,
            heard=heard,
            patterns=tuple(matches),
            said=said,
            disputed=disputed,
            missing=missing_in(note),
            sales=_view(note, Side.SALES, voice),
            marketing=_view(note, Side.MARKETING, voice),
            root_cause=_first(note, "Likely cause", 3),
            stage=stage_of(note),
            heat=heat,
            help_by=help_at(heat),
            options=tuple(
                WayForward(o.what, o.cost_to_sales, o.cost_to_marketing) for o in note.options
            ),
            step=_step(note, today),
            words=words_for(note, _sender(heard, side), thread, told, disputed),
            meeting=note.meeting,
            metric=note.metric,
            hand_over_when=_first(note, "Hand over when", 3),
            citations=citations,
            warnings=(*thread.warnings, *_one_sided(heard, voice)),
        )

    def _cited(self, note: Conflict) -> tuple[Citation, ...]:
        """Return the passages behind the analysis, in the order of `CITED`."""
        first: dict[str, Passage] = {}
        for passage in self.index.passages(note.id):
            if passage.heading in CITED and not passage.is_name:
                first.setdefault(passage.heading, passage)
        found = [first[heading] for heading in CITED if heading in first]
        return tuple(
            Citation(n, p.note, p.title, p.heading, p.text, p.file, p.start, p.end)
            for n, p in enumerate(found, 1)
        )


def stage_of(note: Conflict) -> Stage | None:
    """Return the earliest stage at which this quarrel is at home; `None` where at every one."""
    if len(note.stages) == len(Stage) or not note.stages:
        return None
    return min(note.stages, key=lambda stage: stage.number)


def _voice(heard: Heard, side: Side | None) -> Heard:
    """Return who was heard, counting whoever pasted a text in which nobody's side shows."""
    if heard is not Heard.NOBODY or side not in (Side.SALES, Side.MARKETING):
        return heard
    return Heard.SALES if side is Side.SALES else Heard.MARKETING


def _sender(heard: Heard, side: Side | None) -> Side | None:
    """Return for whom a message is written; `None` where that is somebody of neither side."""
    if side is None:
        return {Heard.SALES: Side.SALES, Heard.MARKETING: Side.MARKETING}.get(heard)
    return side if side in (Side.SALES, Side.MARKETING) else None


def _one_sided(heard: Heard, voice: Heard) -> tuple[str, ...]:
    return () if heard is Heard.BOTH else (_ONE_SIDE[voice],)


def _view(note: Conflict, side: Side, voice: Heard) -> View:
    """Return one side as the note has it; a guess where its voice is not in the text."""
    core, *rest = _sentences(note, f"What {side.value} needs")
    needs = [core, *filter(_NEED.search, rest)]
    seen = [sentence for sentence in rest if sentence not in needs]
    is_guess = voice is not Heard.BOTH and voice.value != side.value
    asked = note.ask_sales if side is Side.SALES else note.ask_marketing
    return View(
        view=" ".join(seen) or core,
        needs=" ".join(needs),
        constraint=_first(note, f"What constrains {side.value}", 2),
        is_guess=is_guess,
        ask=asked if is_guess else (),
    )


def _step(note: Conflict, today: date) -> Step:
    """Return the note's first step of the week, dated, with the note's owners."""
    section = note.section("This week")
    found = _BULLET.search(section.text) if section else None
    what = found["what"] if found else note.options[0].what
    who = found["who"].casefold() if found else ""
    by = next((_next(today, n) for n, day in enumerate(_DAYS) if day in who), today + timedelta(7))
    clean = " ".join(what.split())
    return Step(clean[0].upper() + clean[1:], note.sales_owner, note.marketing_owner, by)


def _next(today: date, weekday: int) -> date:
    """Return the next such day that leaves a day to do it."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(ahead if ahead >= 2 else ahead + 7)


def _first(note: Conflict, heading: str, most: int) -> str:
    return " ".join(_sentences(note, heading)[:most])


def _sentences(note: Conflict, heading: str) -> list[str]:
    section = note.section(heading)
    return _SENTENCE.split(" ".join(section.text.split())) if section else [""]
