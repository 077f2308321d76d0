"""What the page calls kinds, strengths and the other typed words of a note."""

from __future__ import annotations

from coach.domain.notes import (
    Conflict,
    Credit,
    Direction,
    Evidence,
    Friction,
    Kind,
    Meeting,
    Metric,
    Move,
    Note,
    Outcome,
    Strength,
)

ONE = {
    Kind.ARTICLE: "Article",
    Kind.STAGE: "Stage",
    Kind.MOVE: "Move",
    Kind.MEETING: "Meeting",
    Kind.CONFLICT: "Quarrel",
    Kind.METRIC: "Metric",
    Kind.PRACTICE: "Practice",
    Kind.ADAPTATION: "Special case",
    Kind.EVIDENCE: "Evidence",
    Kind.TEMPLATE: "Template",
}
MANY = {kind: name if kind is Kind.EVIDENCE else f"{name}s" for kind, name in ONE.items()}

STRENGTHS = {
    Strength.EXPERIMENT: "Experiment: groups that differed in one thing were compared",
    Strength.SURVEY: "Survey: what people report, and what goes together with what",
    Strength.QUALITATIVE: "Interviews and cases: how it works where somebody looked closely",
    Strength.VENDOR: "A vendor's figures: useful as a hint, not as a proof",
    Strength.PRACTICE: "Experience: what works for people who do this, not measured",
}
OUTCOMES = {
    Outcome.INFORM: "To inform",
    Outcome.DISCUSS: "To discuss",
    Outcome.DECIDE: "To decide",
    Outcome.REPAIR: "To repair",
}
FRICTIONS = {
    Friction.MONEY: "Money: who gets it, and who is paid for what",
    Friction.PROCESS: "Process: who does what, when, and by which rule",
    Friction.RESPECT: "Respect: who is heard, seen and thanked",
}
CREDITS = {
    Credit.SOURCED: "Counts what marketing began",
    Credit.INFLUENCED: "Counts what marketing had a part in",
    Credit.NEITHER: "Credits neither side",
}
GRID = {
    "lead_word": "What a lead is called",
    "meeting": "Meetings",
    "data": "Data",
    "metric": "What is measured",
    "money": "Money",
    "conflict": "When you quarrel",
    "customer_contact": "Who sees customers",
    "thanks": "Thanks",
    "risk": "The risk",
}


def count(number: int, kind: Kind) -> str:
    """Say how many, as in "9 moves"."""
    if kind is Kind.EVIDENCE:
        return f"{number} on the evidence"
    return f"{number} {(ONE if number == 1 else MANY)[kind].lower()}"


def way(move: Move) -> str:
    """Say where a move leads."""
    if move.direction is Direction.UP:
        return f"On to {move.to_stage.value.capitalize()}"
    if move.direction is Direction.STAY:
        return f"Staying at {move.from_stage.value.capitalize()}"
    return f"From {move.from_stage.value.capitalize()} back to {move.to_stage.value.capitalize()}"


def at_a_glance(note: Note) -> str:
    """Say in a few words what tells this note from its neighbours in a list; may be empty."""
    match note:
        case Move():
            return f"{way(note)} · {note.effort}"
        case Meeting():
            return f"{note.minutes} minutes · {note.cadence}"
        case Conflict():
            return FRICTIONS[note.about].split(":")[0]
        case Evidence():
            return STRENGTHS[note.strength].split(":")[0]
        case Metric():
            return note.unit[:1].upper() + note.unit[1:]
        case _:
            return ""
