"""Whole answers to labelled questions: what kind of reply came, and which notes it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.answers import Answer, AnswerKind, Message, Question
from coach.evaluation.questions import LabelledQuestion
from coach.services.answering import Answering

FIRST = 3  # how many notes a reader looks at


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with the answer it got."""

    asked: LabelledQuestion
    answer: Answer

    @property
    def as_expected(self) -> bool:
        """Whether the kind is right.

        What has no answer may be called off-topic, not covered or unclear: the reader learns the
        same, that the playbook does not answer. An answer may come as a calculation
        or as an agenda.
        """
        if self.asked.expect is AnswerKind.ANSWER:
            answers = (AnswerKind.ANSWER, AnswerKind.CALCULATION, AnswerKind.AGENDA)
            return self.answer.kind in answers
        no_answer = {AnswerKind.NOT_COVERED, AnswerKind.OFF_TOPIC, AnswerKind.UNCLEAR}
        if self.asked.expect in no_answer:
            return self.answer.kind in no_answer
        return self.answer.kind is self.asked.expect

    @property
    def found(self) -> bool:
        """Whether a note that answers the question is among the first ones found."""
        notes = list(dict.fromkeys(hit.passage.note for hit in self.answer.hits))[:FIRST]
        return any(self.asked.notes.get(note, 0) == 2 for note in notes)

    @property
    def cited(self) -> bool:
        """Whether the answer cites a note that answers or helps."""
        return any(citation.note in self.asked.notes for citation in self.answer.citations)


def ask_all(answering: Answering, questions: Sequence[LabelledQuestion]) -> list[Outcome]:
    """Answer every question as the page would."""
    return [Outcome(asked, _answer(answering, asked)) for asked in questions]


def _answer(answering: Answering, asked: LabelledQuestion) -> Answer:
    history = tuple(Message(said.role, said.content) for said in asked.history)
    reply = answering.start(Question(asked.text, history))
    for _ in reply:
        pass
    return reply.answer


def table(outcomes: Sequence[Outcome]) -> str:
    """Return counts by half and expected kind as a Markdown table."""
    rows = ["| half | expected | n | as expected | came instead |", "|---|---|---|---|---|"]
    for half in ("tuned", "reported"):
        here = [o for o in outcomes if o.asked.tuned == (half == "tuned")]
        for kind in AnswerKind:
            group = [o for o in here if o.asked.expect is kind]
            if group:
                right = sum(o.as_expected for o in group)
                wrong = Counter(o.answer.kind.value for o in group if not o.as_expected)
                came = ", ".join(f"{n} {name}" for name, n in wrong.items())
                rows.append(f"| {half} | {kind.value} | {len(group)} | {right} | {came} |")
        answered = [
            o for o in here if o.asked.notes and o.asked.language == "en" and o.answer.citations
        ]
        for name, count in (
            (f"right note in the first {FIRST}", sum(o.found for o in answered)),
            ("cites a note that answers or helps", sum(o.cited for o in answered)),
        ):
            rows.append(f"| {half} | {name} | {len(answered)} | {count} | |")
    return "\n".join(rows)
