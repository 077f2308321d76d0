"""An agenda's questions: what was asked for, what the playbook's meeting has, old promises."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from coach.domain.agenda import Action, Item
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import AgendaItem, Meeting, Outcome
from coach.domain.stages import Side
from coach.services.agendas.blame import BETWEEN, blames_within, is_of_a_side, neutral
from coach.services.agendas.matters import has_broken, introduces, of_the_trade, tells
from coach.services.agendas.owners import HEADS
from coach.services.agendas.persons import about_a_person
from coach.services.agendas.reading import side_of
from coach.services.agendas.wording import question_of, questions_in

MOST_OWN = 5  # questions out of the brief's own words
ENOUGH = 3  # of them, so that nothing has to be made of what is only told
MOST_FACTS = 60  # words of a brief that people read before
MOST_TOLD = 28  # words that are quoted of what is told
MOST_TITLE = 12  # words of a purpose that is a title
NEW = 2  # telling words at least that the playbook's meeting lacks
LISTED = 3  # questions of one sentence: a list, and all of it is meant
AT_ODDS = 2  # accusations in one brief that are a quarrel
EARLIER = 0.15  # what a meeting asks first prepares the rest, so it weighs more
AGAIN = 3  # an action open so often is asked about
LEAST_OWN = 5  # minutes; to decide or to make up takes longer, as for any question
OWN, ASKED_AGAIN = 5.0, 4.0  # weights: what was asked for goes before what a note brings
_WEIGHTS = {Outcome.DECIDE: 2.0, Outcome.REPAIR: 1.9, Outcome.DISCUSS: 1.5, Outcome.INFORM: 1.0}
_WORD = lazy_pattern(r"[^\W\d_]{4,}")
# What somebody wishes of the meeting is no fact beside it.
_FIGURE = lazy_pattern(r"\d")
_WISHED = lazy_pattern(
    r"\b(?:(?:i|we)(?:['’]d| would| do not| don['’]t)? (?:want|wish|like|need|thought)|please"
    r"|pls|want|let['’]?s"
    r"|agenda|meeting|participants|attendees|important|no \w+ needed|i can|i must|write)\b",
    re.IGNORECASE,
)
# A sentence of somebody, not what a meeting is called.
_SAYS = lazy_pattern(
    r"(?:\d|(?:they|he|she|it|its|it['’]s|there|this|that|you|got|new|last|next|no|not|without"
    r"|because|either|says?)\b)"
    r"|.*\b(?:i|we|our|my|me|us)\b",
    re.IGNORECASE,
)
_LOOSE = """
with from that this about into their them they what when where which while want need make have
meeting agenda sales marketing team teams people minutes hour both sides together agree decide
plan discuss review talk weekly monthly next week quarter joint learn from change ready sees
settle does monday tuesday wednesday thursday friday mondays tuesdays wednesdays thursdays fridays
today tomorrow stand sync call session workshop
"""
_EMPTY = frozenset(word[:6] for word in _LOOSE.split())


def asked_for(topics: Sequence[str], problems: Sequence[str], meeting: Meeting) -> list[Item]:
    """Return what somebody asked for in their own words and the meeting's note lacks.

    Where little is asked, what is told becomes a question; where people are at odds, one that is
    to be made up comes first.
    """
    wanted = (questions_in(topic) for topic in topics)
    asked = [
        found
        for questions in wanted
        for found in questions
        if len(questions) >= LISTED or _news(found[0], meeting) or _FIGURE.search(found[0])
    ][:MOST_OWN]
    if len(asked) < ENOUGH:
        asked += _told(topics, asked, meeting)
    asked += [question_of(text) for text in problems if not about_a_person(text)]
    said = {question_of(text)[0]: text for text in (*topics, *problems) if neutral(text) != text}
    items = [
        _own(question, outcome, place, said.get(question, ""))
        for place, (question, outcome) in enumerate(_mended(topics, dict(asked)).items())
    ]
    return [replace(item, prework=facts_of(topics, items)) for item in items[:1]] + items[1:]


def facts_of(topics: Sequence[str], items: Sequence[Item]) -> str:
    """Return what the brief tells besides the questions, for all to read before; "" for nothing.

    Nothing that accuses or hurts a side is repeated.
    """
    asked = " ".join(item.question for item in items).casefold()
    facts: list[str] = []
    for topic in topics:
        line = " ".join(topic.split()).strip(" .,;:-–")
        calm = neutral(line) == line and not blames_within(line) and not has_broken(line)
        wished = _WISHED.search(line) or questions_in(line) or line.casefold() in asked
        if not calm or wished or not tells(line) or about_a_person(line):
            continue
        if len(" ".join((*facts, line)).split()) <= MOST_FACTS:
            facts.append(f"{line[0].upper()}{line[1:].rstrip('?')}")
    return f"Known so far: {'. '.join(facts)}." if facts else ""


def by_itself(side: Side) -> list[Item]:
    """Return what a team that meets alone on purpose goes on to: its facts, its wish to others."""
    facts, wish = (
        _own(question, outcome, 0, "")
        for question, outcome in (
            ("Which facts do we start from, and which do we only believe?", Outcome.DISCUSS),
            ("What do we need of the other team for this, and who asks them?", Outcome.DECIDE),
        )
    )
    rows = (replace(item, owner=HEADS[side], side=side, weight=1.5) for item in (facts, wish))
    return list(rows)


def noted(meeting: Meeting, facts: str = "") -> list[Item]:
    """Return the questions of the playbook's meeting, the first with `facts` to read before."""
    items = [_noted(item, place, meeting) for place, item in enumerate(meeting.items)]
    told = (replace(one, prework=f"{facts} {one.prework}".strip()) for one in items[:1])
    return [*told, *items[1:]]


def again(actions: Sequence[Action]) -> list[Item]:
    """Return a question for each promise that was carried over too often."""
    return [
        Item(
            f"“{action.text}” has been open three times: drop it, change it or do it?",
            Outcome.DECIDE,
            action.owner,
            action.side,
            minimum=5,
            ideal=5,
            prework="Its owner says in one sentence what keeps it from being done.",
            done_when="It is dropped, changed or done by a date.",
            weight=ASKED_AGAIN,
        )
        for action in actions
        if action.carried >= AGAIN
    ]


def put_off(lines: Sequence[str]) -> list[Item]:
    """Return what was put off as questions: each weighs less, so that many push out little else."""
    asked = dict(map(question_of, lines))
    was = {question_of(line)[0]: line for line in lines if neutral(line) != line}
    items = (_own(q, to, place, was.get(q, "")) for place, (q, to) in enumerate(asked.items()))
    return [replace(item, weight=ASKED_AGAIN - place) for place, item in enumerate(items)]


def once(items: Sequence[Item]) -> list[Item]:
    """Return each question once, as it stands first."""
    return list({item.question.casefold(): item for item in reversed(items)}.values())[::-1]


def title_of(topics: Sequence[str], usual: str) -> str:
    """Return the purpose as a title where it is short and blames nobody, else the `usual` one."""
    first = next((topic.strip(" .!,") for topic in topics if not introduces(topic)), "")
    short = 3 <= len(first.split()) <= MOST_TITLE and not first.endswith("?")
    if not short or neutral(first) != first or has_broken(first) or _SAYS.match(first):
        return usual
    return first[0].upper() + first[1:]


def _told(
    topics: Sequence[str], asked: Sequence[tuple[str, Outcome]], meeting: Meeting
) -> list[tuple[str, Outcome]]:
    """Return the first thing that is told and nobody has asked about yet, as a question.

    What names something of the trade goes first, else what says most.
    """
    known = " ".join(question for question, _ in asked)
    angry = any(neutral(topic) != topic or has_broken(topic) for topic in topics)
    news = {
        topic: len(_news(topic, meeting) - _stems(known))
        for topic in topics
        if tells(topic)
        and not has_broken(topic)
        and not questions_in(topic)
        and not (angry and is_of_a_side(topic))
    }
    of_trade = [topic for topic, new in news.items() if new >= NEW and of_the_trade(topic)]
    rich = [topic for topic in sorted(news, key=lambda t: -news[t]) if news[topic] > 2 * NEW - 1]
    quoted = (of_trade or rich)[: 1 if asked else 2]
    decides = any(outcome is Outcome.DECIDE for _, outcome in asked)
    return [
        (question, outcome if decides else Outcome.DECIDE)
        for question, outcome in map(question_of, map(_short, quoted))
    ]


def _mended(topics: Sequence[str], asked: Mapping[str, Outcome]) -> dict[str, Outcome]:
    """Return the questions, one of them to make up where the sides are at odds."""
    calm = [neutral(topic) for topic in topics if neutral(topic) != topic]
    if len(calm) < AT_ODDS and not any(has_broken(topic) for topic in topics):
        return dict(asked)
    first = next((question for question in asked if question in calm), BETWEEN)
    return {first: Outcome.REPAIR, **{q: o for q, o in asked.items() if q != first}}


def _short(topic: str) -> str:
    words = topic.split()
    return topic if len(words) <= MOST_TOLD else f"{' '.join(words[:MOST_TOLD])} …"


def _news(question: str, meeting: Meeting) -> set[str]:
    """Return the stems of a question that the meeting's note doesn't have."""
    own = f"{meeting.title} {meeting.purpose} {' '.join(meeting.aliases)} "
    own += " ".join(f"{i.question} {i.prework} {i.done_when}" for i in meeting.items)
    return _stems(question) - _EMPTY - _stems(own)


def _stems(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text.casefold())}


def _own(question: str, outcome: Outcome, place: int, was: str) -> Item:
    """Return a question somebody asked for; the heads of both sides own such ones in turn."""
    side = (Side.SALES, Side.MARKETING)[place % 2]
    return Item(
        question,
        outcome,
        HEADS[side],
        side,
        minimum=LEAST_OWN,
        ideal=20 if outcome is Outcome.REPAIR else 12,
        weight=OWN - place / 100,
        done_when="One answer that both sides can repeat, with an owner and a date.",
        was=was,
    )


def _noted(item: AgendaItem, place: int, meeting: Meeting) -> Item:
    return Item(
        item.question,
        item.outcome,
        item.owner,
        side_of(item.owner),
        minimum=item.minimum,
        ideal=item.ideal,
        prework=item.prework,
        done_when=item.done_when,
        note=meeting.id,
        weight=_WEIGHTS[item.outcome] - EARLIER * place,
        one_side=item.presenter == "one_side",
    )
