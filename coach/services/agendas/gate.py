"""What of a brief belongs on a group's agenda, and what is no group's business."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.answers import AnswerKind, Question
from coach.domain.passages import Findings
from coach.errors import NoMeeting
from coach.services.agendas.items import topics_of
from coach.services.agendas.persons import ELSEWHERE, about_a_person, names_somebody
from coach.services.boundaries import Boundaries
from coach.services.coverage import CoverageJudge
from coach.services.language import Languages

_TRADE = re.compile(
    r"\b(?:leads?|mqls?|sqls?|slas?|pipeline|campaigns?|hand-?o(?:ver|ff)s?|follow-?ups?|fairs?"
    r"|events?|webinars?|launch\w*|accounts?|forecast|quota|crm|content|deals?|customers?|funnel"
    r"|conversion|target\w*|revenue|pric\w+|segments?|budget)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\b(?:sales|marketing|mktg|sellers?|reps?|marketers?|sdrs?|aes?|both teams)\b", re.IGNORECASE
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
        if boundary is not None and (names_somebody(work) or not _TRADE.search(work)):
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
        if _TRADE.search(said) or _SIDES.search(said):
            return
        kind = self.coverage.judge(Question(said), findings)
        if kind in (AnswerKind.OFF_TOPIC, AnswerKind.NOT_COVERED):
            raise NoMeeting(
                "That doesn't look like a meeting between sales and marketing.",
                "Say what the two should settle, or open a meeting of the playbook.",
                AnswerKind.OFF_TOPIC,
            )

    def _is_apart(self, topic: str, language: str) -> bool:
        return about_a_person(topic) or self.boundaries.sure(topic, language) is not None
