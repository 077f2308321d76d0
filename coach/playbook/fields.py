"""The parts that the front matter of notes is made of: lines, names, items, options, formulas."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from coach.domain.formulas import Formula
from coach.domain.grounds import Ground
from coach.domain.notes import Outcome
from coach.playbook.files import Strict

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
NoteId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Asked = Annotated[Line, StringConstraints(pattern=r"\?$")]
DimensionKey = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=40)]
StatementId = Annotated[str, StringConstraints(pattern=r"^q\d\d$")]
TermName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Minutes = Annotated[int, Field(ge=1, le=480)]


class Grid(Strict):
    """What each dimension looks like at one stage."""

    lead_word: Line
    meeting: Line
    data: Line
    metric: Line
    money: Line
    conflict: Line
    customer_contact: Line
    thanks: Line
    risk: Line


class ItemMatter(Strict):
    """One question of a meeting."""

    question: Asked
    outcome: Outcome
    owner: Line
    ideal: Minutes
    minimum: Minutes
    prework: str = ""
    done_when: str = ""
    presenter: Literal["both", "one_side"] = "both"

    @model_validator(mode="after")
    def _minutes_fit(self) -> ItemMatter:
        if self.minimum > self.ideal:
            raise ValueError("`minimum` must not exceed `ideal`")
        return self


class GroundMatter(Strict):
    """A reason to stay at a stage, or to move on."""

    key: DimensionKey
    ask: Asked
    because: Line
    seen_in: list[StatementId] = Field(default_factory=list)

    def value(self) -> Ground:
        """Return it as the note holds it."""
        return Ground(self.key, self.ask, self.because, tuple(self.seen_in))


class ReplyMatter(Strict):
    """What a side may well say, and a good answer to it."""

    says: Line
    answer: Line


class OptionMatter(Strict):
    """One way out of a quarrel."""

    what: Line
    cost_to_sales: Line
    cost_to_marketing: Line


class ExampleMatter(Strict):
    """A formula worked through once."""

    given: dict[TermName, Decimal]
    result: Decimal


class FormulaMatter(Strict):
    """A formula as data; it must be computable and its example must come out."""

    expression: Line
    terms: Annotated[dict[TermName, Line], Field(min_length=1)]
    example: ExampleMatter

    @model_validator(mode="after")
    def _comes_out(self) -> FormulaMatter:
        self.value()
        return self

    def value(self) -> Formula:
        """Return the formula as the domain knows it."""
        return Formula(
            expression=self.expression,
            terms=tuple(self.terms.items()),
            given=tuple(self.example.given.items()),
            result=self.example.result,
        )
