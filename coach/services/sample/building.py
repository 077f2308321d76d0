"""The invented team's records, with days counted back from now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from coach.domain.agenda import Action, Agenda, Attendee, Item, Part, Repeat
from coach.domain.cases import After, FollowUp, KeptCase, NextStep, Told
from coach.domain.conflict import Analysis, Heard, Match, Step, View, Words
from coach.domain.meetings import ActionRecord, ActionState, Meeting, MeetingState, Series
from coach.domain.notes import Outcome
from coach.domain.promises import Promise, carried_on, closed, promised
from coach.domain.rounds import Round
from coach.domain.sample import (
    SampleAction,
    SampleMeetings,
    SamplePromise,
    SampleQuarrel,
    SampleRound,
)
from coach.domain.stages import Side
from coach.ports import Ids

_TUESDAY = 1
_STEP = timedelta(days=5)  # until a quarrel's step is asked about
_HOUR = 9
_EACH, _FRAME = 10, 5  # minutes of a question, and of the opening or the close


def round_of(story: SampleRound, owner: str, id_: str, now: datetime) -> Round:
    """Return a closed round."""
    closes_at = now - timedelta(days=story.ago)
    return Round(
        id=id_,
        title=story.title,
        owner=owner,
        sides=(Side.SALES, Side.MARKETING),
        started_at=closes_at - timedelta(days=story.open_for),
        closes_at=closes_at,
    )


def promise_of(story: SamplePromise, person: str, id_: str, now: datetime) -> Promise:
    """Return a promise with all that happened to it."""
    promise = promised(story.draft, id_, (now - timedelta(days=story.ago)).date())
    for ago in story.carried:
        at = now - timedelta(days=ago)
        promise = carried_on(promise, person, at, at.date())
    if story.ended is not None:
        promise = closed(promise, story.state, person, now - timedelta(days=story.ended))
    return promise


def meetings_of(story: SampleMeetings, owner: str, ids: Ids, now: datetime) -> Iterator[Meeting]:
    """Yield every date of the series from its first to the next one to come."""
    first = now - timedelta(days=story.first)
    first -= timedelta(days=(first.weekday() - _TUESDAY) % 7)
    first = first.replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    series = Series(
        id=ids.new(),
        title=story.title,
        uid=f"{ids.new()}@accord",
        repeat=Repeat.FORTNIGHTLY,
        people=story.people,
        start=first,
    )
    day, place = first, 0
    while True:
        past = day < now
        held = past and place not in story.called_off | story.passed_by
        state = MeetingState.HELD if held else MeetingState.PLANNED
        if past and place in story.called_off:
            state = MeetingState.CANCELLED
        yield Meeting(
            id=ids.new(),
            series=series,
            agenda=_agenda(story, day),
            owner=owner,
            state=state,
            occurrence=day,
            held_at=day if held else None,
        )
        if not past:
            return
        day, place = day + timedelta(days=story.every), place + 1


def action_of(
    story: SampleAction, series: str, person: str, id_: str, now: datetime
) -> ActionRecord:
    """Return an action of the series, with no meeting to open: the agenda page shows none."""
    made = now - timedelta(days=story.ago)
    due = made.date() + timedelta(days=story.due_in)
    record = ActionRecord(
        action=Action(id_, story.text, story.owner, story.side, due, made.date()),
        series=series,
        made_at=made,
    )
    if story.ended is None:
        return record
    return ActionRecord(
        action=record.action,
        series=series,
        made_at=made,
        state=ActionState.DROPPED if story.dropped else ActionState.DONE,
        closed_by=person,
        closed_at=now - timedelta(days=story.ended),
    )


def case_of(story: SampleQuarrel, id_: str, now: datetime) -> KeptCase:
    """Return a kept case with as much of its analysis as is counted anywhere."""
    kept_at = now - timedelta(days=story.ago)
    owners = "head of sales", "head of marketing"
    by = kept_at.date() + _STEP
    analysis = Analysis(
        summary=story.summary,
        about=story.about,
        heard=Heard(story.side.value),
        patterns=(Match(story.note, 0.9),),
        said=(),
        disputed=(),
        missing=(),
        sales=View(story.sales, "", "", is_guess=story.side is not Side.SALES),
        marketing=View(story.marketing, "", "", is_guess=story.side is not Side.MARKETING),
        root_cause=story.cause,
        stage=None,
        heat=None,
        help_by="",
        options=(),
        step=Step(story.step, *owners, by),
        words=Words("", "", ""),
        meeting=None,
        metric=None,
        hand_over_when="",
    )
    told: tuple[FollowUp, ...] = ()
    if story.told is not None:
        on = (now - timedelta(days=story.told)).date()
        settled = NextStep(After.SETTLED, "", None)
        told = (FollowUp(on, Told.DONE, story.changed, settled),)
    return KeptCase(
        id=id_, text=story.text, side=story.side, note=story.note, kept_at=kept_at,
        analysis=analysis, follow_ups=told,
    )  # fmt: skip


def _agenda(story: SampleMeetings, start: datetime) -> Agenda:
    chair: Attendee = story.people[0]
    frame = {"owner": chair.name, "side": chair.side, "minutes": _FRAME}
    matters = tuple(
        Item(question, Outcome.DISCUSS, one.name, one.side, _EACH)
        for question, one in zip(story.questions, (*story.people, chair), strict=False)
    )
    opening = Item("A thank-you in each direction", Outcome.INFORM, part=Part.OPENING, **frame)  # type: ignore[arg-type]
    close = Item("Who does what by when", Outcome.INFORM, part=Part.CLOSE, **frame)  # type: ignore[arg-type]
    return Agenda(
        title=story.title,
        outcome=story.outcome,
        minutes=_EACH * len(matters) + 2 * _FRAME,
        people=story.people,
        items=(opening, *matters, close),
        start=start,
        repeat=Repeat.FORTNIGHTLY,
    )
