"""Meetings that only tell: better cancelled, with the numbers sent."""

from __future__ import annotations

import re

from coach.domain.agenda import Agenda

_TELLS = re.compile(
    r"\b(?:report(?:s|ing)? (?:on|out|back)|status|updates? (?:on|of|from|round)|round of updates"
    r"|(?:go|walk|run|read|talk|click) (?:us |them |everyone |everybody )?through (?:the |our "
    r"|last |all )*"
    r"(?:\w+ )?(?:numbers|figures|dashboards?|kpis?|metrics|report|results|slides|stats)"
    r"|(?:share|present|show|read out|recap) (?:the |our |last |all )*(?:\w+ ){0,2}(?:numbers"
    r"|figures|dashboards?"
    r"|kpis?|metrics|reports?|results|stats)|(?:just|only) (?:the )?(?:numbers|figures|updates?"
    r"|stats)"
    r"|read(?:ing)? out|fyi|no decisions?|nothing to decide|for information)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"(?<!no )(?<!nothing to )\b(?:decid\w*|agree\w*|discuss\w*|choos\w*|solv\w*|fix\w*"
    r"|plan(?:ning)?|prepar\w*|why"
    r"|settl\w*|end (?:up )?with|come out with|new|sort out|problem|quarrel|brainstorm\w*"
    r"|defin\w*|negotiat\w*|review why|what (?:to|we) do|improv\w*)\b",
    re.IGNORECASE,
)


def only_tells(text: str) -> bool:
    """Whether a meeting is only for passing numbers or news on."""
    told = _TELLS.search(text) is not None
    bare = re.sub(
        r"\bno decisions?\b|\bnothing to (?:decide|discuss)\b", "", text, flags=re.IGNORECASE
    )
    return told and _WORKS.search(bare) is None


def to_send(agenda: Agenda) -> str:
    """Return the text that takes the meeting's place."""
    questions = "\n".join(f"- {item.question}" for item in agenda.matters) or "- The numbers"
    return (
        f"Hello all,\n\nthere is nothing to decide in “{agenda.title}”, so I'm giving you the "
        f"{agenda.minutes} minutes back. Here is in writing what we would have told each other:\n\n"
        f"{questions}\n\nPlease answer by tomorrow evening with what surprises you or needs a "
        "decision. If something does, we meet for that, with the people who can decide"
        " it.\n\nThank you!"
    )
