"""The particular that a question wants before anything else: a role, a time, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.domain.notes import Meeting, Metric
from coach.playbook.composing.blocks import blocks_of, leans, words_in
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.shapes import Shape
from coach.playbook.composing.terms import share, terms_in
from coach.playbook.lengths import length

_ROLE = (
    r"\b(?:heads?|managers?|owners?|sdr lead|(?:content|team|product) leads?|sdrs?|ops|operations"
    r"|sellers?|reps?|marketers?|finance|legal|chair|analyst|director|both heads"
    r"|sales and marketing|one (?:named )?(?:person|of them)|somebody)\b"
)
_TASK = (
    r"\b(?:decides?|owns|keeps|leads?(?= the| it)|runs?|chairs(?= \w)|changes sides|signs?|should"
    r"|answers? for|agree[ds]?|chooses?|names (?:a|the|one|two)|approv\w+|picks?|stays with"
    r"|calls?(?= the| each| them| within)|writes?|brings?|coaches)\b"
)
_DOES = re.compile(
    rf"{_ROLE}[\w' -]{{0,40}}?{_TASK}|\b(?:agreed|kept|owned|signed|decided) by {_ROLE}"
    rf"|\b(?:goes to|stays with|give \w+ to) (?:the |one |a )?{_ROLE}",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?<!each )(?<!every )(?:(?:working )?days?|weeks?|months?|quarters?|hours?|minutes?|years?"
    r"|daily|weekly|monthly|fortnight\w*|quarterly|today|tomorrow)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\b(?:when|once|as soon as|until|before|after|ahead|notice|within|by)\b", re.I)
_NEED = re.compile(
    r"\b(?:suits?|use (?:it|this) when|as soon as|do this (?:after|when)|go on to"
    r"|consider|book it when|move (?:to|on|up))\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:(?:every|each) (?:other )?(?:\w+ )?(?:days?|weeks?|fortnight|months?|quarters?|years?)"
    r"|(?:once|twice|times) an? |daily|weekly|monthly|quarterly|an? (?:week|month|quarter|year)"
    r"|fortnightly)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|sixty"
    r"|ninety|half)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:be|sit|comes?|attend\w*|joins?|take part|in the room|invited?|needed?|together)\b",
    re.I,
)
_OWNS = re.compile(
    r"\b(?:own\w*|responsible|accountable|in charge|number|metric|rate|report\w*|measur\w+)\b", re.I
)
_SOURCE = re.compile(r"\([^()]*\b(?:19|20)\d\d[^()]*\)")
_LONG = re.compile(r"\bhow long\b", re.IGNORECASE)
_MANY = re.compile(r"\bhow (?:many people|big|small|large)\b", re.IGNORECASE)
_ASKS_OWNER = re.compile(
    r"(?:^|[,.;:?]|\band |\bbut )\W*who(?:se (?:job|call|task)"
    r"|(?:'?s| is) (?:responsible|in charge|supposed)"
    r"| (?:should|has to|have to|must|owns?|decides?|does|do|signs?|calls?|runs?|keeps?|writes?"
    r"|handles?|needs? to|goes|leads?|approves?|follows|answers|reads|comes|attends|joins))\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\bhow (?:often|long|regularly)\b"
    r"|\bwhen (?:should|do|is|to)\b.{0,20}\b(?:hold|meet|have|run)\b",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\b(?:enough|at (?:least|most)|no more than|up to|aim for|agree|the right number)\b", re.I
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|when|once|unless)\b", re.IGNORECASE)
# Words to say, texts, signals, tasks and warnings tell neither who nor when.
_SKIPPED = frozenset(
    {
        "Summary", "Signals", "Agenda", "Text", "This week", "Sample", "Watch", "Sales says",
        "Marketing says", "Words for sales", "Words for marketing", "Evidence", "Signs",
        "What was found", "What it does not show", "Formula", "Who and how long", "At a glance",
        "Hand over when", "What sales needs", "What marketing needs", "What constrains sales",
        "What constrains marketing", "Likely cause", "Done looks like", "Use it", "Options",
        "Questions to ask",
    }
)  # fmt: skip
_EXAMPLES = re.compile(
    r"^If |\bexample|handled well|\b(?:what|words) to (?:write|say|tell)\b|looks like", re.I
)
_LESS, _CONDITION = 0.15, 0.5  # what a mere condition counts, where it names most of it
_BEGINS = 4  # characters before a role that begins a sentence
_CLOSE = 0.3  # part of the question's terms that a sentence with any number must be about
_TOLD, _NEEDED = 0.3, 0.4  # what a sentence gains by naming the particular
_FITS = 0.15  # part of the question's terms that a particular must be about
_SHORT = 0.2  # what standing in the note's answer counts, where times are asked for
_FOUND = 0.1  # what the search's own view of a passage counts
_WORDS, _ITEMS = 45, 3


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    source: Source
    fit: float
    item: bool


def asks_for_owner(text: str) -> bool:
    """Whether somebody asks who is to do a thing, and not who is right or who said it."""
    return _ASKS_OWNER.search(text) is not None


def particular(desk: Desk) -> Part:
    """Return the role, time or number asked for; empty where no passage of the note has it."""
    if (typed := _typed(desk)) is not None:
        return Part((typed,))
    found = sorted(_candidates(desk), key=lambda one: (-one.fit, one.item))
    if not found:
        return Part(())
    best = found[0]
    if not best.item:
        return Part((Line(best.text, best.source.n),))
    same = [one for one in found if one.item and one.source is best.source][:_ITEMS]
    order = sorted(same, key=lambda one: best.source.passage.text.find(one.text[:20]))
    title = best.source.passage.heading if len(order) > 1 else ""
    return Part(tuple(Line(one.text, one.source.n, "- ") for one in order), title)


def _typed(desk: Desk) -> Line | None:
    """Return what a field of the note says: who comes and how often, who owns the number."""
    text, shape, note = desk.wish.question.text, desk.wish.shape, desk.note
    if isinstance(note, Meeting) and (sources := desk.section("Agenda")):
        n = sources[0].n
        if shape is Shape.WHO and (_COMES.search(text) or not any(_candidates(desk))):
            return Line(f"**Who comes:** {note.who}.", n)
        if shape is Shape.AMOUNT and _MANY.search(text):
            return Line(f"**Who comes:** {note.who}.", n)
        return Line(_held(note, text), n) if _OFTEN.search(text) else None
    is_owner = shape is Shape.WHO and _OWNS.search(text) is not None
    if isinstance(note, Metric) and is_owner and (sources := desk.section("Formula")):
        return Line(f"**Who owns the number:** {note.owner}.", sources[0].n)
    return None


def _held(note: Meeting, asked: str) -> str:
    if _LONG.search(asked):
        return f"**How long:** {length(note.minutes)}."
    return f"**How often:** {note.cadence}; {length(note.minutes)}."


def _candidates(desk: Desk) -> Iterator[_Found]:
    shape = desk.wish.shape
    short = 0.0 if shape is Shape.WHO else _SHORT
    for source in desk.material.of(desk.note.id):
        heading = source.passage.heading
        if heading in _SKIPPED or _EXAMPLES.search(heading):
            continue
        for block in blocks_of(source.passage.text):
            if block.item:
                texts: tuple[str, ...] = (block.text,) if words_in(block.text) <= _WORDS else ()
            else:
                texts = tuple(s for i, s in enumerate(block.sentences) if not i or not leans(s))
            for text in texts:
                told = _tells(desk, text)
                fit = share(desk.wish.wanted, terms_in(f"{heading} {text}"))
                near = fit >= _FITS or told >= _NEEDED
                if heading == "In short":  # the particular may stand a sentence after the name
                    should = shape is Shape.WHO and _SHOULD.search(text) is not None
                    near = near or shape is Shape.WHEN or should or (short > 0 and fit > 0)
                if told and near and desk.wish.new(text):
                    worth = fit + told + _FOUND * source.score + short * (heading == "In short")
                    yield _Found(text, source, worth, block.item)


def _tells(desk: Desk, text: str) -> float:
    """Return what a text gains by naming what is asked for; 0 where it does not."""
    text = _SOURCE.sub("", text)
    asked = desk.wish.question.text.lower()
    if desk.wish.shape is Shape.WHO:
        does = _DOES.search(text)
        return _TOLD + _LESS * (does.start() <= _BEGINS) if does is not None else 0.0
    if desk.wish.shape is Shape.WHEN:
        if _SPAN.search(text) and _SIGN.search(text):
            return _TOLD + _NEEDED * (_NEED.search(text) is not None)
        if _NEED.search(text):
            return _NEEDED
        named = share(desk.wish.wanted, terms_in(text)) > _CONDITION
        return _LESS if named and _IF.search(text) else 0.0
    if re.search(r"\bhow (?:often|regularly)\b", asked):
        return _TOLD if _EVERY.search(text) else 0.0
    if re.search(r"\bhow (?:long|soon|fast|quick\w*|early|far ahead)\b", asked):
        return _TOLD if _SPAN.search(text) else 0.0
    if _NUMBER.search(text) is None:
        return 0.0
    if _ENOUGH.search(text):
        return _NEEDED
    return _TOLD if share(desk.wish.wanted, terms_in(text)) > _CLOSE else 0.0
