"""What the front matter of each kind of note must hold; one pydantic model a kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from coach.domain.formulas import Formula
from coach.domain.notes import Credit, Direction, Friction, Kind, Outcome, Strength
from coach.domain.stages import Stage

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
NoteId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Asked = Annotated[Line, StringConstraints(pattern=r"\?$")]
TermName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Minutes = Annotated[int, Field(ge=1, le=480)]

# Opening and close that every meeting has besides its items, in minutes; the rest is buffer.
FRAME_MINUTES = 4


class Matter(BaseModel):
    """Front matter that every note has."""

    model_config = ConfigDict(extra="forbid")

    title: Line
    summary: Line
    stages: list[Stage] = []
    aliases: list[Line] = []
    asked: list[Line] = []
    links: list[NoteId] = []
    follow_ups: list[Line] = []


class ArticleMatter(Matter):
    """Notes on an article."""

    kind: Literal[Kind.ARTICLE]


class Grid(BaseModel):
    """What each dimension looks like at one stage."""

    model_config = ConfigDict(extra="forbid")

    lead_word: Line
    meeting: Line
    data: Line
    metric: Line
    money: Line
    conflict: Line
    customer_contact: Line
    thanks: Line
    risk: Line


class StageMatter(Matter):
    """One of the four stages."""

    kind: Literal[Kind.STAGE]
    stage: Stage
    grid: Grid


class MoveMatter(Matter):
    """One step."""

    kind: Literal[Kind.MOVE]
    direction: Direction
    from_stage: Stage
    to_stage: Stage
    effort: Literal["an hour", "a day", "a week", "a month", "a quarter"]
    sales_owner: Line
    marketing_owner: Line
    meeting: NoteId | None = None
    strength: Strength

    @model_validator(mode="after")
    def _direction_fits(self) -> MoveMatter:
        step = self.to_stage.number - self.from_stage.number
        if (self.direction is Direction.UP) != (step == 1):
            raise ValueError("`direction: up` goes exactly one stage up, the others do not")
        return self


class ItemMatter(BaseModel):
    """One question of a meeting."""

    model_config = ConfigDict(extra="forbid")

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


class MeetingMatter(Matter):
    """A meeting."""

    kind: Literal[Kind.MEETING]
    purpose: Line
    who: Line
    cadence: Line
    minutes: Annotated[int, Field(ge=5, le=480)]
    items: Annotated[list[ItemMatter], Field(min_length=1)]

    @model_validator(mode="after")
    def _items_fit(self) -> MeetingMatter:
        total = sum(item.ideal for item in self.items)
        if total > self.minutes - FRAME_MINUTES:
            raise ValueError(
                f"items take {total} minutes, `minutes` less {FRAME_MINUTES} for opening and "
                f"close leaves {self.minutes - FRAME_MINUTES}"
            )
        return self


class OptionMatter(BaseModel):
    """One way out of a quarrel."""

    model_config = ConfigDict(extra="forbid")

    what: Line
    cost_to_sales: Line
    cost_to_marketing: Line


class ConflictMatter(Matter):
    """A recurring quarrel."""

    kind: Literal[Kind.CONFLICT]
    signals: Annotated[list[Line], Field(min_length=3)]
    meeting: NoteId | None = None
    metric: NoteId | None = None
    about: Friction | None = None
    mirror: NoteId | None = None
    options: Annotated[list[OptionMatter], Field(min_length=2, max_length=3)] = []
    ask_sales: Annotated[list[Asked], Field(min_length=3, max_length=3)] = []
    ask_marketing: Annotated[list[Asked], Field(min_length=3, max_length=3)] = []
    sales_owner: Line = ""
    marketing_owner: Line = ""


class ExampleMatter(BaseModel):
    """A formula worked through once."""

    model_config = ConfigDict(extra="forbid")

    given: dict[TermName, Decimal]
    result: Decimal


class FormulaMatter(BaseModel):
    """A formula as data; it must be computable and its example must come out."""

    model_config = ConfigDict(extra="forbid")

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


class MetricMatter(Matter):
    """A number."""

    kind: Literal[Kind.METRIC]
    formula: FormulaMatter
    unit: Line
    owner: Line
    counts: Credit


class PracticeMatter(Matter):
    """A way of working."""

    kind: Literal[Kind.PRACTICE]


class AdaptationMatter(Matter):
    """What changes in a special situation."""

    kind: Literal[Kind.ADAPTATION]


class EvidenceMatter(Matter):
    """A finding."""

    kind: Literal[Kind.EVIDENCE]
    sample: Line
    year: Annotated[int, Field(ge=1950, le=2100)]
    strength: Strength
    source: NoteId


class TemplateMatter(Matter):
    """A text to copy."""

    kind: Literal[Kind.TEMPLATE]


AnyMatter = (
    ArticleMatter
    | StageMatter
    | MoveMatter
    | MeetingMatter
    | ConflictMatter
    | MetricMatter
    | PracticeMatter
    | AdaptationMatter
    | EvidenceMatter
    | TemplateMatter
)


class SourceMatter(BaseModel):
    """One entry of `sources.yaml`."""

    model_config = ConfigDict(extra="forbid")

    label: Line
    title: Line
    year: int | None = None
    strength: Strength
    where: Line
    caveat: str = ""


MATTERS: dict[Kind, type[AnyMatter]] = {
    Kind.ARTICLE: ArticleMatter,
    Kind.STAGE: StageMatter,
    Kind.MOVE: MoveMatter,
    Kind.MEETING: MeetingMatter,
    Kind.CONFLICT: ConflictMatter,
    Kind.METRIC: MetricMatter,
    Kind.PRACTICE: PracticeMatter,
    Kind.ADAPTATION: AdaptationMatter,
    Kind.EVIDENCE: EvidenceMatter,
    Kind.TEMPLATE: TemplateMatter,
}

SECTIONS: dict[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: ("In short", "This week", "Watch"),
    Kind.STAGE: (
        "In short", "Signs", "Sales says", "Marketing says",
        "What good looks like", "This week", "Watch", "Stay if", "Move if",
    ),
    Kind.MOVE: ("In short", "Why", "This week", "Done looks like", "Watch", "Evidence"),
    Kind.MEETING: ("In short", "Before", "Watch"),
    Kind.CONFLICT: (
        "In short", "What sales needs", "What marketing needs", "Likely cause",
        "This week", "Words for sales", "Words for marketing", "Watch",
    ),
    Kind.METRIC: ("In short", "How to read it", "Watch"),
    Kind.PRACTICE: ("In short", "This week", "Watch"),
    Kind.ADAPTATION: ("In short", "This week", "Watch"),
    Kind.EVIDENCE: ("In short", "What was found", "What it does not show", "Use it"),
    Kind.TEMPLATE: ("In short", "Text"),
}  # fmt: skip
