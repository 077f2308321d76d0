"""The page's own words: labels, examples, and what each kind of reply is called."""

from __future__ import annotations

from coach.domain.answers import AnswerKind
from coach.domain.conversation import TurnState, Verdict
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import Origin, TeamStage

NAME = "Accord"
PURPOSE = "A coach for the people between sales and marketing."

EXAMPLES = (
    ("Sales rep", "Marketing's leads go nowhere. What do I say to them without starting a fight?"),
    (
        "Marketer",
        "We only ever talk to sales when something blows up. Where do we start?",
    ),
    ("Manager", "How do I get both teams to agree on what a qualified lead is?"),
    (
        "Founder",
        "We are eight people. Do sales and marketing need a formal process yet?",
    ),
)

SHAPE = "Fit answers to your team"
STAGES = {stage: f"{stage.number} {stage.value.capitalize()}" for stage in Stage}
MEANINGS = {  # what a stage looks like, in one line each
    Stage.UNDEFINED: "Each team minds its own work; you talk when something goes wrong.",
    Stage.DEFINED: "Who does what is agreed, and rules settle most quarrels.",
    Stage.ALIGNED: "You plan together, and the handover is clear to both.",
    Stage.INTEGRATED: "You share goals, numbers and rewards; the line between you blurs.",
}
ORIGINS = {  # where a team's stage comes from
    Origin.ROUND: "from your survey",
    Origin.CHECK: "from a quick check",
    Origin.HAND: "picked by hand",
}
SIDES = {  # shape and word tell the sides apart where colour does not
    Side.SALES: ":blue[■] Sales",
    Side.MARKETING: ":orange[●] Marketing",
    Side.BOTH: ":blue[■]:orange[●] Both",
}
SHAPES = {  # colour and shape of a side, for small marks
    Side.SALES: ("blue", "■"),
    Side.MARKETING: ("orange", "●"),
    Side.BOTH: ("gray", "◆"),
    Side.OTHER: ("gray", "▲"),
}
MEETING = "e.g. 45 min to agree what a qualified lead is, with sales ops, 6 people"

# What an author wrote says who it was; what the coach says by itself does not.
WRITTEN = frozenset(
    (
        AnswerKind.ANSWER,
        AnswerKind.CALCULATION,
        AnswerKind.STAGE,
        AnswerKind.AGENDA,
        AnswerKind.CONFLICT,
    )
)

VERDICTS = {  # the reasons for a thumb down
    Verdict.NOT_ANSWERED: "It didn't answer my question",
    Verdict.ANSWER_WRONG: "The answer is wrong",
    Verdict.SOURCE_WRONG: "The source is wrong",
    Verdict.MISSING: "Something is missing",
}

ENDINGS = {
    TurnState.STOPPED: "You stopped this answer here. What was written is kept.",
    TurnState.INTERRUPTED: "This answer was interrupted. What was written is kept.",
    TurnState.FAILED: "This answer could not be finished. Your question is kept.",
}


def of_the_team(found: TeamStage) -> str:
    """Say the team's stage in a few words, with where it comes from."""
    names = [stage.value.capitalize() for stage in found.verdict]
    said = names[0] if len(names) == 1 else f"Between {names[0]} and {names[1]}"
    return f"{said} ({ORIGINS[found.origin]})"
