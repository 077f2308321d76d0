"""A small run, made by hand: two questions, boundaries and pairs a half, some of them wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from coach.domain.agenda import Agenda, Attendee, Item, Part
from coach.domain.answers import Answer, AnswerKind, Check, Citation, Segment
from coach.domain.conflict import Match
from coach.domain.notes import Outcome as Leads
from coach.domain.stages import Side, Stage
from coach.evaluation.agenda_cases import AgendaCase
from coach.evaluation.agenda_checks import Check as Looked
from coach.evaluation.agendas import JudgedAgenda
from coach.evaluation.boundaries import BoundaryCase
from coach.evaluation.boundaries import Judged as JudgedBoundary
from coach.evaluation.conflict_cases import ConflictCase
from coach.evaluation.conflicts import JudgedConflict
from coach.evaluation.grounding import Judged as JudgedPair
from coach.evaluation.grounding import Pair
from coach.evaluation.measured import PLAYBOOK, Conditions, Measured, Searched
from coach.evaluation.names import Mention, NamedText, ReadNames
from coach.evaluation.outcomes import Outcome
from coach.evaluation.phrases import Phrase, ReadPhrase
from coach.evaluation.questions import LabelledQuestion
from coach.evaluation.retrieval import SearchScore
from coach.evaluation.simulated import Half
from coach.evaluation.stages import JudgedTeam
from tests.fakes import hit

READ = Conditions(
    author=PLAYBOOK,
    at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    embedder="words-1",
    notes=3,
    passages=9,
    versions={"Accord": "0.1.0"},
    files={"questions.yaml": "0a1b2c3d"},
)


def outcome(
    number: int,
    came: AnswerKind = AnswerKind.ANSWER,
    expect: AnswerKind = AnswerKind.ANSWER,
    language: str = "en",
) -> Outcome:
    """A question with what came; an even number is of the tuned half."""
    name, answers = f"q{number}", expect is AnswerKind.ANSWER
    asked = LabelledQuestion(
        id=name,
        text=f"What about <{name}>?",
        language=language,
        expect=expect,
        reader="rep",
        notes={"weekly": 2, "thanks": 1} if answers else {},
    )
    cites = (Citation(1, "weekly", "Weekly", "In short", "Meet."),)
    text = f"Answer to {name}.\n\nMore.\n\nStill more.\n\nThe end."
    return Outcome(
        asked,
        Answer(
            kind=came,
            text=text,
            segments=(Segment(text, Check.KEPT),),
            citations=cites if came is AnswerKind.ANSWER else (),
            hits=(hit("Meet.", 1, "other"), hit("Talk.", 2, "weekly"), hit("Sit.", 3, "other")),
        ),
    )


def searched(number: int, *ranking: str) -> Searched:
    """A question with the notes found for it."""
    asked = outcome(number).asked
    return Searched(asked, SearchScore(asked.search_case, ranking, 0.5, 0.5, 0.01))


def boundary(number: int, expect: str, came: str, language: str = "en") -> JudgedBoundary:
    """A boundary case with what came of it."""
    case = BoundaryCase.model_validate(
        {"id": f"b{number}", "text": f"Text b{number}.", "language": language, "expect": expect,
         "category": "lookalike" if expect == "fine" else "threat"}
    )  # fmt: skip
    return JudgedBoundary(case, came, "" if came == "fine" else "threat")


def verdict(name: str, half: str, label: str, check: Check, fault: str = "") -> JudgedPair:
    """A pair with the verifier's verdict."""
    pair = Pair(
        id=name,
        note="weekly",
        heading="In short",
        passage=f"Passage of {name}.",
        sentence=f"Sentence of {name}.",
        label=label,
        fault=fault,
        half=half,
    )
    return JudgedPair(pair, check, "")


PEOPLE = (Attendee("Ana", Side.SALES, "AE lead"), Attendee("Ben", Side.MARKETING, "campaigns"))


def an_agenda() -> Agenda:
    """Half an hour that keeps every rule: two questions, one owner a side."""
    return Agenda(
        title="Lead rule",
        outcome="One rule for leads.",
        minutes=30,
        people=PEOPLE,
        items=(
            Item("Whom do we thank?", Leads.DISCUSS, "Ana", Side.SALES, 3, part=Part.OPENING),
            Item("Which leads count?", Leads.DECIDE, "Ana", Side.SALES, 12),
            Item("Who calls first?", Leads.DECIDE, "Ben", Side.MARKETING, 10),
            Item("Time in hand", Leads.DISCUSS, "Ben", Side.MARKETING, 3, part=Part.BUFFER),
            Item("Who does what?", Leads.DECIDE, "Ben", Side.MARKETING, 2, part=Part.CLOSE),
        ),
    )


def briefed(name: str, half: str, *kept: bool, seconds: float = 0.05) -> JudgedAgenda:
    """A brief with its agenda, and a check that was kept or not for each truth given."""
    case = AgendaCase.model_validate(
        {"id": name, "half": half, "brief": f"Brief of {name}.", "expect": {"meeting": ["rule"]}}
    )
    checks = tuple(Looked("mentions", one, f"wanted by {name}") for one in kept)
    return JudgedAgenda(case, an_agenda(), "", "agenda", checks, seconds)


def phrase(half: str, *wrong: str) -> ReadPhrase:
    """A phrase with the parts that were read otherwise."""
    return ReadPhrase(Phrase.model_validate({"text": "1h", "half": half}), wrong)


def quarrel(half: str, kind: str, *found: str, stopped: str = "") -> JudgedConflict:
    """A text, about `lead-quality` where it is a quarrel, with what was matched."""
    patterns = () if kind in ("handover", "outside") else ("lead-quality", "follow-up-neglect")
    case = ConflictCase.model_validate(
        {"id": f"{half}-{kind}", "half": half, "kind": kind, "side": "other", "text": "Leads.",
         "patterns": patterns}
    )  # fmt: skip
    return JudgedConflict(case, tuple(Match(note, 0.5) for note in found), stopped)


def named(half: str, found: int, missed: int, *wrong: str) -> ReadNames:
    """A mail with so many names found and missed, the first of them in its header."""
    text = NamedText.model_validate({"half": half, "manner": "mail", "text": "Hi {Ana}"})
    mentions = [Mention("Ana", n == 0, n < found) for n in range(found + missed)]
    return ReadNames(text, tuple(mentions), wrong)


def team(half: Half, defined: int) -> JudgedTeam:
    """A team at Defined, for which so many tenths were stated, the rest for Aligned."""
    tenths = {Stage.DEFINED: defined, Stage.ALIGNED: 10 - defined}
    return JudgedTeam(half, 5, Stage.DEFINED, {s: Fraction(tenths.get(s, 0), 10) for s in Stage})


def small_run() -> Measured:
    """A run with a wrong case of each kind in both halves."""
    kinds = AnswerKind
    return Measured(
        READ,
        outcomes=[
            outcome(1), outcome(3, kinds.NOT_COVERED),
            outcome(5, kinds.ANSWER, kinds.OFF_TOPIC), outcome(7, kinds.UNCLEAR, kinds.OFF_TOPIC),
            outcome(2), outcome(4, kinds.HANDOVER), outcome(6, kinds.ANSWER, kinds.NOT_COVERED),
            outcome(9, kinds.ANSWER, kinds.OFF_TOPIC, "de"),
        ],
        searched=[
            searched(1, "weekly"), searched(3, "a", "b", "c", "weekly"),
            searched(2, "a", "thanks"), searched(4, "a", "weekly"),
        ],
        boundaries=[
            boundary(1, "handover", "fine"), boundary(3, "handover", "declined"),
            boundary(5, "fine", "handover"), boundary(7, "fine", "fine", "de"),
            boundary(2, "fine", "handover"), boundary(4, "handover", "fine"),
        ],
        grounding=[
            verdict("g1", "reported", "fault", Check.KEPT, "negation"),
            verdict("g2", "reported", "fault", Check.STRUCK, "number"),
            verdict("g3", "reported", "supported", Check.STRUCK),
            verdict("g4", "tuned", "supported", Check.STRUCK),
            verdict("g5", "tuned", "fault", Check.KEPT, "number"),
            verdict("g6", "tuned", "overreach", Check.KEPT),
        ],
        agendas=[
            briefed("a1", "reported", True, False), briefed("a3", "reported", True, seconds=0.2),
            briefed("a2", "tuned", False, False, True), briefed("a4", "tuned", True, False),
            briefed("a6", "tuned", True, seconds=0.3),
        ],
        phrases=[phrase("reported"), phrase("reported", "people"), phrase("tuned")],
        conflicts=[
            quarrel("reported", "quarrel", "lead-quality"),
            quarrel("reported", "injected", "budget-fight", "lead-quality"),
            quarrel("reported", "lookalike", "follow-up-neglect", stopped="privacy"),
            quarrel("reported", "outside"), quarrel("reported", "handover", stopped="fraud"),
            quarrel("tuned", "quarrel"), quarrel("tuned", "outside", "lead-quality"),
            quarrel("tuned", "handover", "lead-quality"),
            quarrel("tuned", "lookalike", "lead-quality"),
        ],
        names=[named("reported", 3, 1, "Acme"), named("tuned", 0, 2)],
        teams=[team("reported", 9), team("reported", 4), team("tuned", 10)],
    )  # fmt: skip
