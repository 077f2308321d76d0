"""What the front matter of each kind of note must hold; one pydantic model a kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from coach.domain.notes import Credit, Direction, Friction, Kind, Strength
from coach.domain.stages import Stage
from coach.playbook.fields import (
    Asked,
    DimensionKey,
    FormulaMatter,
    Grid,
    GroundMatter,
    ItemMatter,
    Line,
    NoteId,
    OptionMatter,
    ReplyMatter,
)
from coach.playbook.files import Strict

# Opening and close that every meeting has besides its items, in minutes; the rest is buffer.
FRAME_MINUTES = 4


class Matter(Strict):
    """Front matter that every note has."""

    title: Line
    summary: Line
    stages: list[Stage] = Field(default_factory=list)
    aliases: list[Line] = Field(default_factory=list)
    asked: list[Line] = Field(default_factory=list)
    links: list[NoteId] = Field(default_factory=list)
    follow_ups: list[Line] = Field(default_factory=list)


class ArticleMatter(Matter):
    """Notes on an article."""

    kind: Literal[Kind.ARTICLE]


class StageMatter(Matter):
    """One of the four stages."""

    kind: Literal[Kind.STAGE]
    stage: Stage
    grid: Grid
    stay_if: list[GroundMatter] = Field(default_factory=list)
    move_if: list[GroundMatter] = Field(default_factory=list)
    stay_needs_all: bool = False

    @model_validator(mode="after")
    def _keys_differ(self) -> StageMatter:
        keys = [ground.key for ground in (*self.stay_if, *self.move_if)]
        if len(set(keys)) < len(keys):
            raise ValueError("each `key` of `stay_if` and `move_if` is used once")
        return self


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
    metric: NoteId | None = None
    helps: list[DimensionKey] = Field(default_factory=list)
    strength: Strength

    @model_validator(mode="after")
    def _direction_fits(self) -> MoveMatter:
        step = self.to_stage.number - self.from_stage.number
        if (self.direction is Direction.UP) != (step == 1):
            raise ValueError("`direction: up` goes exactly one stage up, the others do not")
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


class ConflictMatter(Matter):
    """A recurring quarrel."""

    kind: Literal[Kind.CONFLICT]
    signals: Annotated[list[Line], Field(min_length=3)]
    meeting: NoteId | None = None
    metric: NoteId | None = None
    about: Friction
    mirror: NoteId | None = None
    options: Annotated[list[OptionMatter], Field(min_length=2, max_length=3)]
    ask_sales: Annotated[list[Asked], Field(min_length=3, max_length=3)]
    ask_marketing: Annotated[list[Asked], Field(min_length=3, max_length=3)]
    replies_sales: Annotated[list[ReplyMatter], Field(max_length=3)] = Field(default_factory=list)
    replies_marketing: Annotated[list[ReplyMatter], Field(max_length=3)] = Field(
        default_factory=list
    )
    sales_owner: Line
    marketing_owner: Line

    @model_validator(mode="after")
    def _both_reply(self) -> ConflictMatter:
        if {len(self.replies_sales), len(self.replies_marketing)} not in ({0}, {3}):
            raise ValueError("`replies_sales` and `replies_marketing` have three each, or none")
        return self


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


class SourceMatter(Strict):
    """One entry of `sources.yaml`."""

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
        "In short", "What sales needs", "What constrains sales",
        "What marketing needs", "What constrains marketing", "Likely cause",
        "This week", "Words for sales", "Words for marketing", "Hand over when", "Watch",
    ),
    Kind.METRIC: ("In short", "How to read it", "Watch"),
    Kind.PRACTICE: ("In short", "This week", "Watch"),
    Kind.ADAPTATION: ("In short", "This week", "Watch"),
    Kind.EVIDENCE: ("In short", "What was found", "What it does not show", "Use it"),
    Kind.TEMPLATE: ("In short", "Text"),
}  # fmt: skip
