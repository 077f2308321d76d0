"""Whether a question is one for the lead arithmetic, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from coach.domain.answers import Question
from coach.domain.leads import NEEDED, LeadPlan, Term, work_back
from coach.services.intent import Intent, intent_of
from coach.services.reckoning.reading import Reading, read_numbers
from coach.services.reckoning.telling import ASKS, asking, steps_of, told

# A bare list of numbers asks for the arithmetic too; a long text that holds some tells a story.
_ENOUGH, _ENOUGH_ASKED, _LONGEST_LIST = 3, 2, 600
_NAMES = {
    Term.TARGET: "target",
    Term.DEAL: "deal size",
    Term.WIN: "win rate",
    Term.SHARE: "marketing share",
    Term.MQL_TO_OPP: "MQL to opportunity",
    Term.REPS: "reps",
    Term.ATTEMPTS: "attempts",
}


@dataclass(frozen=True, slots=True)
class Calculation:
    """A plan and what is asked beside it."""

    plan: LeadPlan
    questions: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """What an author may state."""
        return steps_of(self.plan)

    @property
    def asking(self) -> str:
        """What the person is asked, empty where nothing is."""
        return asking(self.plan, self.questions)

    @property
    def text(self) -> str:
        """Both, as an answer by itself."""
        return told(self.plan, self.questions)


def calculation_in(question: Question) -> Calculation | None:
    """Return the calculation a question asks for, with what earlier turns gave for it."""
    before = _given_before(question)
    reading = _answer_to(question.text, before) if before else read_numbers(question.text)
    if not (before and reading.given) and not _is_asked(question.text, reading):
        return None
    try:
        plan = work_back({**before, **reading.given})
    except ValueError:
        return None
    return Calculation(plan, reading.questions)


def _is_asked(text: str, reading: Reading) -> bool:
    known = sum(term in reading.given for term in NEEDED)
    if intent_of(text) is Intent.CALCULATION:
        return known >= _ENOUGH_ASKED
    return known >= _ENOUGH and len(text) <= _LONGEST_LIST


def _given_before(question: Question) -> dict[Term, Fraction]:
    """Return the numbers of the turns before, as far back as each of them was asked for more."""
    given: dict[Term, Fraction] = {}
    messages = list(question.history)
    while len(messages) >= 2 and ASKS in messages[-1].content:
        *messages, said, _ = messages
        for term, value in read_numbers(said.content).given.items():
            given.setdefault(term, value)
    return given


def _answer_to(text: str, before: dict[Term, Fraction]) -> Reading:
    """Read a reply; where one thing was asked for, a bare number is that thing."""
    reading = read_numbers(text)
    missing = work_back(before).missing
    if not reading.given and len(missing) == 1 and missing[0] in _NAMES:
        named = read_numbers(f"{_NAMES[missing[0]]} {text}")
        return named if named.given else reading
    return reading
