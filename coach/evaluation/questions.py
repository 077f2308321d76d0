"""The labelled questions of `evals/questions.yaml`: what is asked, which notes should answer."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from coach.domain.answers import AnswerKind
from coach.evaluation.retrieval import SearchCase


class Said(BaseModel):
    """One message of the conversation before a question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    content: str


class LabelledQuestion(BaseModel):
    """One question; `notes` says how relevant each note is: 2 answers it, 1 helps.

    Even numbers were seen while the search was tuned; results are reported on odd ones.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[dq]\d+$")
    text: str
    language: str = "en"
    expect: AnswerKind
    reader: str = "other"
    history: tuple[Said, ...] = ()
    about: str = ""
    notes: dict[str, int] = {}

    @property
    def tuned(self) -> bool:
        """Whether it is of the half that choices were made on."""
        return int(self.id[1:]) % 2 == 0

    @property
    def search_case(self) -> SearchCase:
        """The question as a case for the search, read with the earlier questions."""
        earlier = tuple(said.content for said in self.history if said.role == "user")
        return SearchCase(self.id, self.text, self.notes, earlier)


def load_questions(path: Path) -> tuple[LabelledQuestion, ...]:
    """Read the questions.

    Raises:
        ValueError: a row breaks the schema, or an id stands twice.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    questions = tuple(LabelledQuestion.model_validate(row) for row in rows)
    ids = [question.id for question in questions]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"these ids stand twice: {', '.join(sorted(twice))}")
    return questions


def search_cases(questions: tuple[LabelledQuestion, ...], *, tuned: bool) -> list[SearchCase]:
    """Return the English questions of one half that notes should answer."""
    return [
        question.search_case
        for question in questions
        if question.notes and question.language == "en" and question.tuned is tuned
    ]
