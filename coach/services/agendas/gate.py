"""What of a brief belongs on a group's agenda, and what is no group's business."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.answers import AnswerKind, Question
from coach.domain.passages import Findings
from coach.errors import NoMeeting
from coach.services.agendas.matters import of_the_trade, topics_of
from coach.services.agendas.persons import ELSEWHERE, about_a_person, names_somebody
from coach.services.boundaries import Boundaries, Boundary
from coach.services.coverage import CoverageJudge
from coach.services.language import Languages

HARD_WORDS = frozenset({"bullying", "dismissal", "pay_or_contract_dispute"})
"""What anger about work is easily taken for; without a sure sign it makes no refusal."""

_SIDES = re.compile(
    r"\b(?:sales|marketing|mktg|sellers?|reps?|marketers?|[sb]drs?|aes?|both (?:teams|sides)"
    r"|heads? of"
    r"|c[mr]o|rev ?ops)\b",
    re.IGNORECASE,
)
# Trade words that other walks of life have, too: a match has its events, a club its budget.
_ANYWHERE = re.compile(
    r"\b(?:campaigns?|events?|content|budget|target\w*|launch\w*|customers?|fairs?|accounts?|deals?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Parts briefs. Lives as long as the app; safe from many threads."""

    boundaries: Boundaries
    languages: Languages
    coverage: CoverageJudge

    def part(self, text: str) -> tuple[list[str], bool]:
        """Return what a group can talk about, and whether there was something else, too.

        Raises:
            NoMeeting: there is nothing for a group: danger, law, or one person's conduct alone.
        """
        language = self.languages.detect(text)
        topics = topics_of(text)
        fit = [topic for topic in topics if not self._is_apart(topic, language)]
        boundary, work = self.boundaries.check(text, (), language), " ".join(fit)
        if boundary is not None and not self._is_anger(boundary, text, language, work):
            later = "Meet about the work later, when this is cared for."
            raise NoMeeting(boundary.text, later, boundary.kind)
        if topics and not fit:
            about = "Say what the group should settle about the work itself."
            raise NoMeeting(ELSEWHERE, about, AnswerKind.HANDOVER)
        return fit, len(fit) < len(topics)

    def expect(self, said: str, findings: Findings) -> None:
        """Return where a brief may be for the two departments.

        Raises:
            NoMeeting: it plainly is not.
        """
        own = of_the_trade(_ANYWHERE.sub(" ", said)) or _SIDES.search(said) is not None
        if own or self.languages.detect(said) != "en":  # coverage reads English
            return
        kind = self.coverage.judge(Question(said), findings)
        weak = kind is AnswerKind.NOT_COVERED and not of_the_trade(said)
        if weak or kind is AnswerKind.OFF_TOPIC:
            raise NoMeeting(
                "That doesn't look like a meeting between sales and marketing.",
                "Say what the two should settle, or open a meeting of the playbook.",
                AnswerKind.OFF_TOPIC,
            )

    def _is_anger(self, boundary: Boundary, text: str, language: str, work: str) -> bool:
        """Whether a brief only sounds grave: it is about the trade, and no word is beyond doubt."""
        if not of_the_trade(work) or self.boundaries.sure(text, language) is not None:
            return False
        return boundary.category in HARD_WORDS or not names_somebody(work)

    def _is_apart(self, topic: str, language: str) -> bool:
        return about_a_person(topic) or self.boundaries.sure(topic, language) is not None
