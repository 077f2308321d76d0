"""Two things side by side: a short table, each cell with its number, and when to take which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from coach.domain.notes import Kind, Note, StageNote
from coach.playbook.composing.blocks import Block, blocks_of, leans, words_in
from coach.playbook.composing.cells import CELL, cell, rows
from coach.playbook.composing.definitions import defined
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import LONGEST, Line, Part, plain, table
from coach.playbook.composing.terms import share, terms_in

CONDITION = 50  # words
HEAD = 4  # words of a title above a column
ROWS = 2  # that stay where a comparison is too long
HALF = 0.5  # part of the question's terms that an answer to both must hold
ONE = "I found a note on only one of the two, so this is about that one."
ALIKE, UNLIKELY = 0.1, 0.3  # what it counts that both are of one kind, that one is a form
NAMED = 0.6  # part of a name's terms that a note's title or other name must hold
_RARE = frozenset({Kind.TEMPLATE, Kind.EVIDENCE})
_HALVES = tuple(
    re.compile(rf"{beginning}(?P<a>.+?)\s+(?:{between})\s+(?P<b>[^,;.?!]+)", re.I | re.S)
    for beginning, between in (
        (r"\bbetter[,:]\s+", "or"),
        (r"\b(?:is|are)\s+", "better than"),
        (
            r"\b(?:diff?[aeiou]?rence(?: between| of)?|between|compare[ds]?|use|take|choose|pick"
            r"|measure|have)\s+",
            r"and|with|to|vs\.?|versus|or",
        ),
        ("", r"vs\.?|versus|or|compared (?:to|with)|different from"),
    )
)
_OTHER = re.compile(
    r"^\W*(?:and )?(?:vs\.?|versus|compared (?:to|with)) (?P<b>[^,;.?!]+)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"(?<!n't )\b(?:suits|use it (?:to|when|if|for)|helps? (?:most )?(?:at|from|where)"
    r"|worth it|consider|(?:do|start) this (?:after|when|once)|go on to|move to"
    r"|stay,? (?:if|where|and)|works (?:best )?(?:when|where|if))\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^\((?P<said>[^)]+)\): ")
_GATE = re.compile(r"\bGate: (?P<said>[^.]+\.)")
# "with a named seller" is a gate after "Gate:", and half a sentence in a cell of its own.
_HALF_SAID = re.compile(r"\A(?=(?:with|in|on|at|by|under)\b)", re.IGNORECASE)
# Where a note says what it is good for, the plainest first.
_SAYS_WHEN = ("Stay if", "In short", "How to read it", "Why", "How to run it", "Watch")


def compared(desk: Desk) -> list[Part]:
    """Return a table of the two things named and when which; nothing where one is unknown."""
    found = defined(desk.material, desk.wish)[:3]
    left, right = _pair(desk)
    if len(found) > 1 and _of_one_note(desk, found):
        return _terms(desk, found)
    if left is None or right is None or left is right:
        return [Part((Line(ONE),))] if (left is None) != (right is None) else []
    pair = (left, right)
    head = ["", *(_short(desk, note) for note in pair)]
    which = tuple(line for i in (0, 1) for line in _which(desk, pair[i], pair[1 - i]))
    short = desk.prose("In short", 45, whole=True)
    of_both = desk.note not in pair and desk.wish.shared(short.lines) >= HALF
    rest = [*([short] if of_both else []), Part(which, "Which, when")]
    kept = rows([desk.about(note) for note in pair])
    room = LONGEST - sum(part.words for part in rest)
    while len(kept) > ROWS and _side_by_side(head, kept).words > room:
        kept.pop()
    return [_side_by_side(head, kept), *rest]


def _side_by_side(head: Sequence[str], lines: Sequence[Sequence[str]]) -> Part:
    return Part(table(head, lines), fixed=True)


def _of_one_note(desk: Desk, found: Sequence[tuple[str, Line]]) -> bool:
    """Whether one note explains the words: then they are its words, not the names of others."""
    notes = {source.n: source.passage.note for source in desk.material.sources}
    return len({notes[line.n] for _, line in found if line.n is not None}) == 1


def _terms(desk: Desk, found: Sequence[tuple[str, Line]]) -> list[Part]:
    """Return words that passages explain, side by side, and what the note says of them all."""
    names = [name.split(",")[0] for name, _ in found]
    gates = _listed(desk, names, lambda block: _GATE.search(block.body))
    cut = _GATE if all(gates) else _WHOSE  # what has a row of its own
    means = [_WHOSE.sub("", cut.sub("", Block(line.text).body)).strip() for _, line in found]
    lines = [
        ["**What it is:**", *(cell(text, found[i][1].n) for i, text in enumerate(means))],
        ["**Belongs to:**", *_listed(desk, names, lambda block: _WHOSE.match(block.body))],
        ["**Gate to the next:**", *gates],
    ]
    head = ["", *(name[:1].upper() + name[1:] for name in names)]
    which = desk.after(*(line for _, line in found)).prose("In short", 40)
    said = " ".join(line.text for line in which.lines).lower()
    fits = sum(name.lower() in said for name in names) > 1
    return [
        _side_by_side(head, [line for line in lines if all(line)]),
        *([which] if fits else []),
        desk.week(2),
        desk.watch(),
    ]


def _listed(
    desk: Desk, names: Sequence[str], find: Callable[[Block], re.Match[str] | None]
) -> list[str]:
    """Return for each name what `find` gets out of the list item that explains it."""
    cells = dict.fromkeys(names, "")
    for source in desk.material.sources:
        for block in blocks_of(source.passage.text):
            name = block.label.split(",")[0]
            if name in cells and not cells[name] and (match := find(block)):
                cells[name] = cell(_HALF_SAID.sub("it is ", match["said"], count=1), source.n)
    return list(cells.values())


def _pair(desk: Desk) -> tuple[Note | None, Note | None]:
    """Return the notes that the two halves of the question name, never one note twice."""
    for rule in _HALVES:
        if (found := rule.search(desk.wish.question.text)) is None:
            continue
        lefts, rights = _named(desk, found["a"]), _named(desk, found["b"])
        pairs = [
            (fit + other + _likely(left, right), left, right)
            for left, fit in lefts
            for right, other in rights
            if left is not right
        ]
        if pairs:
            return max(pairs, key=lambda pair: pair[0])[1:]
        if lefts or rights:
            return (lefts[0][0] if lefts else None), (rights[0][0] if rights else None)
    if (other := _OTHER.search(desk.wish.question.text)) is not None:  # to what was told before
        others = (note for note, _ in _named(desk, other["b"]) if note is not desk.note)
        return desk.note, next(others, None)
    return None, None


def _likely(left: Note, right: Note) -> float:
    """Return what speaks for two notes as the pair that is meant: their kinds."""
    return ALIKE * (left.kind is right.kind) - UNLIKELY * (
        left.kind in _RARE or right.kind in _RARE
    )


def _named(desk: Desk, half: str) -> list[tuple[Note, float]]:
    """Return the notes that a half may mean, each with how well it is named."""
    wanted = {t: w for t, w in desk.wish.wanted.items() if t in terms_in(half)}
    fits = [(note, _name_fit(note, wanted)) for note in desk.notes]
    return [(note, fit) for note, fit in fits if fit >= NAMED]


def _name_fit(note: Note, wanted: dict[str, float]) -> float:
    """Return how well a note is named, where a name that says little else is named better."""
    titles = [(1.0, note.title), (1.0, note.id.replace("-", " "))]
    fits = []
    for weight, name in [*titles, *((0.9, alias) for alias in note.aliases)]:
        terms = terms_in(name)
        there = share(wanted, terms)
        fits.append(weight * there * (0.8 + 0.2 * len(terms & wanted.keys()) / max(1, len(terms))))
    return max(fits)


def _which(desk: Desk, note: Note, other: Note) -> tuple[Line, ...]:
    """Return the sentence that says when to take `note`, else the stages it belongs to."""
    if isinstance(note, StageNote) and isinstance(other, StageNote) and _follows(note, other):
        said = desk.about(other).prose("Move if", 1, whole=True).lines
        return tuple(Line(f"**{_short(desk, note)}:** {line.text}", line.n, "- ") for line in said)
    for heading in _SAYS_WHEN:
        for source in desk.material.section(note.id, heading):
            for sentence in _alone(source):
                if _CONDITION.search(sentence) and words_in(sentence) <= CONDITION:
                    return (Line(f"**{_short(desk, note)}:** {sentence}", source.n, "- "),)
    if note.kind is Kind.MEETING:
        held = desk.about(note).prose("In short", CELL, whole=True).lines
        return tuple(Line(f"**{_short(desk, note)}:** {line.text}", line.n, "- ") for line in held)
    if not note.stages or note.stages == other.stages:
        return ()
    first_one, *_, last = sorted([*note.stages, note.stages[0]], key=lambda stage: stage.number)
    names = [f"*{stage.value.title()}*" for stage in (first_one, last)]
    reach = f"from {names[0]} to {names[1]}" if first_one is not last else f"at {names[0]}"
    return (Line(f"**{_short(desk, note)}:** I would use it {reach}.", mark="- "),)


def _follows(note: StageNote, other: StageNote) -> bool:
    return note.stage.number == other.stage.number + 1


def _alone(source: Source) -> list[str]:
    blocks: Sequence[Block] = blocks_of(source.passage.text)
    return [
        sentence
        for block in blocks
        for i, sentence in enumerate(block.sentences)
        if i == 0 or not leans(sentence) or sentence.startswith(("It ", "Use it "))
    ]


def _short(desk: Desk, note: Note) -> str:
    """Return the title as it fits above a column, a long one by the name the question uses."""
    if note.kind is Kind.STAGE:
        return note.title.split(": ")[-1]
    title = re.split(r" \(|[,:] ", note.title)[0]
    asked = f" {plain(desk.wish.question.text)} "
    used = [name for name in note.aliases if f" {plain(name)} " in asked]
    if words_in(title) <= HEAD or not used:
        return title
    name = max(used, key=words_in)
    return name[:1].upper() + name[1:]
