"""The chat's answer to who asks for nothing but their own stage: what is kept of it.

The playbook knows stages, and not theirs: what it says to so few words is beside the point.
"""

from __future__ import annotations

import re
from datetime import datetime

from coach.domain.answers import Answer, AnswerKind, Question
from coach.domain.notes import Playbook
from coach.domain.team_stage import Origin, TeamStage
from coach.services import replies
from coach.services.quick_check.asking import BEGIN
from coach.services.quick_check.telling import next_from
from coach.services.standing.changing import named

_ASKED = re.compile(
    r"^\W*(?:(?:hi|hello|hey|so|and|ok|okay|well|now|tell me|remind me|again)\W+)*"
    r"(?:(?:at |in )?(?:which|what) stage (?:are we|is (?:our|the|my) team|are our (?:two )?teams)"
    r"|(?:which|what) is our stage|what's our stage"
    r"|where do (?:we|our (?:two )?teams|the two sides) stand|how aligned are we)"
    r"(?:\W+(?:at|in|on|now|right now|today|currently|really|again|as a team|together|please|then"
    r"|at the moment))*\W*$",
    re.IGNORECASE,
)
_FROM = {
    Origin.ROUND: "by your survey of",
    Origin.CHECK: "by a quick check of",
    Origin.HAND: "picked by hand on",
}
_WEIGHT = {
    Origin.ROUND: "Both sides were asked. *Where we stand* shows what speaks for it.",
    Origin.CHECK: "That is one person's view: under *Where we stand* you can ask both sides.",
    Origin.HAND: "Nobody was asked for it: under *Where we stand* you can ask both sides.",
}
_NONE = (
    "I don't know yet: no stage is kept for your two teams. The quick check finds one from what "
    "you have seen yourself, in six questions. Under *Where we stand* you can ask both sides."
)


def stage_reply(asked: Question, playbook: Playbook, now: datetime) -> Answer | None:
    """Return where the asker's team stands; `None` where more or something else was asked."""
    if _ASKED.match(asked.text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")) is None:
        return None
    if asked.team is None or asked.team.stage is None:
        return replies.said(asked, AnswerKind.UNCLEAR, _NONE, follow_ups=(BEGIN,))
    text = f"**{_where(asked.team, now)}** {_WEIGHT[asked.team.origin]}"
    further = next_from(playbook, asked.team.stage)
    return replies.said(asked, AnswerKind.ANSWER, text, follow_ups=further)


def _where(team: TeamStage, now: datetime) -> str:
    at = team.found_at
    year = "" if at.year == now.year else f" {at.year}"
    stage = named(team.verdict)
    return f"{stage[:1].upper()}{stage[1:]}, {_FROM[team.origin]} {at.day} {at:%b}{year}."
