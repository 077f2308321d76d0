"""What of a brief belongs on a group's agenda, and what is no group's business."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.answers import AnswerKind, Question
from coach.domain.lazily import lazy_pattern
from coach.domain.passages import Findings
from coach.errors import NoMeeting
from coach.services.agendas.matters import of_the_trade, topics_of
from coach.services.agendas.persons import ELSEWHERE, about_a_person, names_somebody
from coach.services.boundaries import Boundaries, Boundary
from coach.services.coverage import CoverageJudge
from coach.services.language import Languages

HARD_WORDS = frozenset({"bullying", "dismissal", "pay_or_contract_dispute"})
"""What anger about work is easily taken for; without a sure sign it makes no refusal."""

SELF_HARM = "self_harm"
# Without one of these a rambling note on deals is no cry for help, whatever it sounds like.
_DISTRESS = lazy_pattern(
    r"\b(?:di(?:e|es|ed|ying)|dead|death|kill\w*|suicid\w*|harm\w*|hurt(?:ing)? \w+sel(?:f|ves)"
    r"|myself"
    r"|himself|herself|end it|(?:go|carry|keep) on|no way out|worthless|hopeless|better off"
    r"|giv(?:e|ing) up|(?:to|of) (?:live|living|life)|my life|cry\w*|desperate|cope"
    r"|can(?:no|['’])t (?:take|bear|stand)|(?:so|all|feel\w*) (?:alone|empty)|pills?|jump\w*"
    r"|goodbye"
    r"|burden|no point|tired of|any ?more|panic"
    r"|wake up(?! (?:campaign|mail|call|at night (?:because|over|about))))\b",
    re.IGNORECASE,
)
_SIDES = lazy_pattern(
    r"\b(?:sales|marketing|mktg|sellers?|reps?|marketers?|[sb]drs?|aes?|both (?:teams|sides)"
    r"|heads? of"
    r"|c[mr]o|rev ?ops)\b",
    re.IGNORECASE,
)
# Trade words that other walks of life have, too: a match has its events, a club its budget.
_ANYWHERE = lazy_pattern(
    r"\b(?:campaigns?|events?|content|budget|target\w*|launch\w*|customers?|fairs?|accounts?"
    r"|deals?)\b",
    re.IGNORECASE,
)

# Whoever asks, in the list of those who come or as the one to get the agenda: no distress.
_LISTED = lazy_pattern(
    r"\b(?:make|draft|write|send|give) me\b|, me(?=,| and\b)|\bme(?=,| and (?:the|our|my"
    r"|\w+ (?:from|of))\b)|\(me\)"
    r"|\band me\b(?=[.,;\n]|\Z)|\b(?:them|two|both|through) (?:and )?me\b",
    re.IGNORECASE,
)

# `agree follow-up times, and sort out Gavin`: work, and a person in the same breath.
_CLAUSE = lazy_pattern(
    r",? (?:and|plus|but)(?: (?:also|then|finally))? |, (?=then\b)|: ", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Parts briefs. Lives as long as the app; safe from many threads."""

    boundaries: Boundaries
    languages: Languages
    coverage: CoverageJudge

    def part(self, text: str, for_both: bool = False) -> tuple[list[str], bool]:
        """Return what a group can talk about, and whether there was something else, too.

        `for_both`: people of both departments are named beside the text.

        Raises:
            NoMeeting: there is nothing for a group: danger, law, or one person's conduct alone.
        """
        language = self.languages.detect(text)
        topics = topics_of(text)
        fit = [
            work
            for topic in topics
            if (work := topic if not self._is_apart(topic, language) else self._before(topic))
        ]
        apart = any(work not in topics for work in fit) or len(fit) < len(topics)
        boundary, work = self.boundaries.check(text, (), language), " ".join(fit)
        ours = for_both or of_the_trade(work) or _SIDES.search(work) is not None
        grave = boundary is not None and not (
            ours and self._is_anger(boundary, text, language, work)
        )
        if boundary is not None and grave:
            later = "Meet about the work later, when this is cared for."
            raise NoMeeting(boundary.text, later, boundary.kind)
        if topics and not fit:
            about = "Say what the group should settle about the work itself."
            raise NoMeeting(ELSEWHERE, about, AnswerKind.HANDOVER)
        return fit, apart

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
        if self.boundaries.sure(text, language) is not None:
            return False
        if boundary.category == SELF_HARM:
            return _DISTRESS.search(text) is None
        return boundary.category in HARD_WORDS or not names_somebody(_LISTED.sub(" ", work))

    def _before(self, topic: str) -> str:
        """Return the work that a sentence names before it comes to a person; "" where none."""
        clauses = _CLAUSE.split(topic)
        first = next((at for at, one in enumerate(clauses) if about_a_person(one)), 0)
        work = ", ".join(one for one in clauses[:first] if of_the_trade(one))
        return "" if names_somebody(_LISTED.sub(" ", work)) else work

    def _is_apart(self, topic: str, language: str) -> bool:
        return about_a_person(topic) or self.boundaries.sure(topic, language) is not None
