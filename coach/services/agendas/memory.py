"""What a workspace's meetings decided, promised and talked about, found again for a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState, Kept, Meeting, MeetingState, Recalled
from coach.errors import NotFound
from coach.ports import Meetings
from coach.services.agendas.asked import Asked, Looking

MOST = 6  # things named in one reply
DEEP = 60  # things looked through for them
MEETINGS = 12  # latest meetings looked through where no topic was named
ENOUGH = 0.6  # share of the topic's words that something holds that is about it
NEAR = 0.5  # share of it from which on something is worth naming all the same
# Short for what people write out in a meeting.
_LONG = {
    "mql": "marketing qualified lead",
    "sql": "sales qualified lead",
    "sal": "sales accepted lead",
    "sla": "service level agreement",
    "icp": "ideal customer profile",
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was found, newest first; not `exact` where it holds only half of what was named."""

    found: tuple[Recalled, ...] = ()
    exact: bool = True
    kept_any: bool = True


@dataclass(frozen=True, slots=True)
class Memory:
    """What one person may know of their workspace's meetings. Lives as long as a question."""

    meetings: Meetings
    person: Person

    def recall(self, asked: Asked) -> Remembered:
        """Return what answers `asked`, newest first.

        Raises:
            StorageError: the records cannot be read.
        """
        if not asked.topic:
            latest = self._latest(asked.looking)
            return Remembered(_newest(latest), kept_any=bool(latest) or self._keeps_any())
        for topic in dict.fromkeys((asked.topic, _written_out(asked.topic))):
            found, exact = self._about(topic, asked.looking)
            if found:
                return Remembered(_newest(found), exact)
        return Remembered(kept_any=self._keeps_any())

    def _keeps_any(self) -> bool:
        return bool(self.meetings.list(self.person, True, "", 1))

    def _about(self, topic: Sequence[str], looking: Looking) -> tuple[Sequence[Recalled], bool]:
        """Return what is about the topic, else what is near it, and whether it was the first."""
        every = self.meetings.search(self.person, " ".join(topic), DEEP)
        fitting = _fitting(every, looking)
        if looking is Looking.TALKED:
            fitting = [*fitting, *self._talked(topic)]
        for share in (ENOUGH, NEAR):
            if held := [one for one in fitting if one.found >= share * len(topic)]:
                return held, share == ENOUGH
        return (), True

    def _talked(self, topic: Sequence[str]) -> list[Recalled]:
        """Return the question nearest to the topic for each meeting that was held."""
        over = self.meetings.list(self.person, True, "", DEEP)
        return [_asked_in(meeting, topic) for meeting in over if _was_held(meeting)]

    def _latest(self, looking: Looking) -> list[Recalled]:
        if looking is Looking.OPEN:
            records = self.meetings.actions(self.person, state=ActionState.OPEN)
            latest = sorted(records, key=lambda record: record.made_at, reverse=True)[:MOST]
            return [self._told(record) for record in latest]
        over = self.meetings.list(self.person, True, "", MEETINGS)
        held = [meeting for meeting in over if _was_held(meeting)]
        if looking is Looking.TALKED:
            return [_asked_in(meeting, ()) for meeting in held]
        every = [one for meeting in held for one in (*_decided(meeting), *_promised(meeting))]
        return _fitting(every, looking)

    def _told(self, record: ActionRecord) -> Recalled:
        """Return an action with the meeting it was promised in, else with its series."""
        title, meeting = "", record.meeting
        try:
            if meeting is not None:
                title = self.meetings.get(self.person, meeting).agenda.title
            else:
                title = self.meetings.of_series(self.person, record.series)[0].series.title
        except NotFound:
            meeting = None  # deleted meanwhile; what was promised in it is still open
        return _action(record, title or "A meeting that was deleted", meeting)


def _fitting(found: Iterable[Recalled], looking: Looking) -> list[Recalled]:
    """Return what is of the kind that is looked for."""
    every = list(found)
    decisions = [one for one in every if one.kind is Kept.DECISION]
    actions = [one for one in every if one.kind is Kept.ACTION]
    match looking:
        case Looking.DECIDED:
            return decisions or actions
        case Looking.PROMISED:
            return actions
        case Looking.OPEN:
            return [one for one in actions if one.state is ActionState.OPEN]
    return every


def _newest(found: Iterable[Recalled]) -> tuple[Recalled, ...]:
    once = {(one.kind, one.id): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: one.on, reverse=True)[:MOST])


def _written_out(topic: Sequence[str]) -> tuple[str, ...]:
    """Return the topic with abbreviations of the trade as the words they stand for."""
    words = (_LONG.get(_stem(word), word) for word in topic)
    return tuple(" ".join(words).split())


def _stem(word: str) -> str:
    """Return what a word and its plural have in common."""
    return word.lower().removesuffix("s") if len(word) > 3 else word.lower()


def _was_held(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.HELD


def _day(meeting: Meeting) -> date:
    return meeting.when.date() if meeting.when is not None else date.min


def _asked_in(meeting: Meeting, topic: Sequence[str]) -> Recalled:
    """Return the question on the meeting's agenda that names most of the topic, or its title."""
    stems = [_stem(word) for word in topic]
    said = [item.question for item in meeting.agenda.matters] or [meeting.agenda.title]
    best = max(said, key=lambda text: _count(stems, text))
    return Recalled(
        kind=Kept.QUESTION,
        id=meeting.id,
        text=best,
        title=meeting.agenda.title,
        on=_day(meeting),
        series=meeting.series.id,
        meeting=meeting.id,
        found=_count(stems, f"{best} {meeting.agenda.title}"),
    )


def _count(stems: Sequence[str], text: str) -> int:
    words = text.lower().split()
    return sum(any(word.strip("“\"'(").startswith(stem) for word in words) for stem in stems)


def _decided(meeting: Meeting) -> list[Recalled]:
    return [
        Recalled(
            kind=Kept.DECISION,
            id=decision.id,
            text=decision.text,
            title=meeting.agenda.title,
            on=decision.decided_on,
            series=meeting.series.id,
            meeting=meeting.id,
            question=decision.question,
        )
        for decision in meeting.decisions
    ]


def _promised(meeting: Meeting) -> list[Recalled]:
    return [_action(record, meeting.agenda.title, meeting.id) for record in meeting.actions]


def _action(record: ActionRecord, title: str, meeting: str | None) -> Recalled:
    return Recalled(
        kind=Kept.ACTION,
        id=record.action.id,
        text=record.action.text,
        title=title,
        on=record.action.since or record.made_at.date(),
        series=record.series,
        meeting=meeting,
        owner=record.action.owner,
        state=record.state,
    )
