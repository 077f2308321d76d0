"""Reads `knowledge/sample.yaml`: an invented team to look at, with dates relative to today."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from coach.domain.agenda import Attendee
from coach.domain.notes import Friction
from coach.domain.promises import Draft, PromiseState
from coach.domain.sample import (
    SampleAction,
    SampleMeetings,
    SamplePromise,
    SampleQuarrel,
    SampleRound,
    SampleThanks,
    Story,
)
from coach.domain.stages import Side
from coach.domain.survey import Response, Survey
from coach.playbook.fields import Asked, Line, NoteId
from coach.playbook.files import Strict, fields_of, read_file

FILE = "sample.yaml"
Title = Annotated[Line, StringConstraints(pattern=r"^Sample: ", max_length=120)]
Ago = Annotated[int, Field(ge=1, le=365)]
Answers = Annotated[str, StringConstraints(pattern=r"^[1-4-]{16}$")]
TheSide = Literal["sales", "marketing"]
End = Literal["done", "dropped"]


class _Person(Strict):
    answers: Answers
    line: str = ""


class _Round(Strict):
    title: Title
    ago: Ago
    open_for: Ago
    sales: Annotated[list[_Person], Field(min_length=4)]
    marketing: Annotated[list[_Person], Field(min_length=4)]


class _Promise(Strict):
    what: Line
    note: NoteId | Literal[""] = ""
    sales: Line
    marketing: Line
    ago: Ago
    carried: tuple[Ago, ...] = ()
    ended: Ago | None = None
    end: Annotated[End, Field(alias="as")] = "done"


class _Attendee(Strict):
    name: Line
    side: TheSide
    role: Line


class _Action(Strict):
    text: Line
    owner: Line
    side: TheSide
    ago: Ago
    due_in: Ago
    ended: Ago | None = None
    end: Annotated[End, Field(alias="as")] = "done"


class _Meetings(Strict):
    title: Title
    outcome: Line
    first: Ago
    every: Annotated[int, Field(ge=7)]
    called_off: list[int]
    passed_by: list[int]
    people: Annotated[list[_Attendee], Field(min_length=2)]
    questions: Annotated[list[Asked], Field(min_length=1)]
    actions: list[_Action]


class _Thanks(Strict):
    text: Line
    side: Annotated[TheSide, Field(alias="from")]
    to: Line
    ago: Ago


class _Quarrel(Strict):
    note: NoteId
    about: Friction
    side: TheSide
    text: Line
    summary: Line
    sales: Line
    marketing: Line
    cause: Line
    step: Line
    ago: Ago
    told: Ago | None = None
    changed: str = ""


class _Story(Strict):
    rounds: Annotated[list[_Round], Field(min_length=2)]
    promises: Annotated[list[_Promise], Field(min_length=1)]
    meetings: _Meetings
    thanks: Annotated[list[_Thanks], Field(min_length=1)]
    quarrels: list[_Quarrel]


def load_sample(folder: Path, survey: Survey) -> Story:
    """Read the story.

    Raises:
        NoteError: it is not there or breaks its form, with file, line and reason.
    """
    matter = fields_of(read_file(folder, folder / FILE), _Story)
    return Story(
        rounds=tuple(_round(one, survey) for one in matter.rounds),
        promises=tuple(_promise(one) for one in matter.promises),
        meetings=_meetings(matter.meetings),
        thanks=tuple(
            SampleThanks(text=one.text, from_side=Side(one.side), to=one.to, ago=one.ago)
            for one in matter.thanks
        ),
        quarrels=tuple(
            SampleQuarrel(**one.model_dump(exclude={"side"}), side=Side(one.side))
            for one in matter.quarrels
        ),
    )


def _round(matter: _Round, survey: Survey) -> SampleRound:
    sides = (Side.SALES, matter.sales), (Side.MARKETING, matter.marketing)
    return SampleRound(
        title=matter.title,
        ago=matter.ago,
        open_for=matter.open_for,
        responses=tuple(_response(side, one, survey) for side, people in sides for one in people),
    )


def _response(side: Side, matter: _Person, survey: Survey) -> Response:
    given = (None if letter == "-" else int(letter) for letter in matter.answers)
    ids = (statement.id for statement in survey.statements)
    return Response(side, dict(zip(ids, given, strict=False)), matter.line)


def _promise(matter: _Promise) -> SamplePromise:
    draft = Draft(
        what=matter.what,
        note=matter.note,
        sales_owner=matter.sales,
        marketing_owner=matter.marketing,
    )
    return SamplePromise(
        draft=draft,
        ago=matter.ago,
        carried=matter.carried,
        ended=matter.ended,
        state=PromiseState(matter.end),
    )


def _meetings(matter: _Meetings) -> SampleMeetings:
    return SampleMeetings(
        title=matter.title,
        outcome=matter.outcome,
        first=matter.first,
        every=matter.every,
        people=tuple(Attendee(one.name, Side(one.side), one.role) for one in matter.people),
        questions=tuple(matter.questions),
        called_off=frozenset(matter.called_off),
        passed_by=frozenset(matter.passed_by),
        actions=tuple(
            SampleAction(
                text=one.text,
                owner=one.owner,
                side=Side(one.side),
                ago=one.ago,
                due_in=one.due_in,
                ended=one.ended,
                dropped=one.end == "dropped",
            )
            for one in matter.actions
        ),
    )
