"""Durable turns: the question is stored first, a worker writes the answer, anybody may follow."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from coach.domain.answers import Answer, AnswerKind, Message, Question
from coach.domain.conversation import Feedback, Person, Turn, TurnState
from coach.domain.names import NameChoices
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import TeamStage
from coach.domain.text import clean
from coach.errors import CoachError, QuestionError
from coach.ports import Clock, Conversations, Ids, Meetings, Runner
from coach.services.agendas.memory import Memory
from coach.services.answering import Answering
from coach.services.running import RunningTurn, RunningTurns

_log = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)  # how long a turn stays its worker's without a sign of life
BEAT = 1.0  # seconds between two stores of all growing answers
POLL = 0.4  # seconds between two looks at a turn that another process writes
FAREWELL = 3.0  # seconds that growing answers get to be stored when the app ends
HISTORY = 6  # earlier turns that an answer is read with
TITLE = 60  # characters of the first question that name a conversation
AT_HOME = "This was answered on this machine; nothing was sent to a model elsewhere."
AUTHORED = (AnswerKind.ANSWER, AnswerKind.CALCULATION)  # what an author writes
RECALLED = "(That was told from the records of their meetings.)"
UNEXPECTED = "Something went wrong while answering. Your question is kept; press Regenerate."


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """Takes questions and keeps turns. Lives as long as the app; safe from many threads.

    `agreed` says when a person agreed that their text may leave this machine. What they asked
    before that, or without it, `at_home` answers, and it never goes along with a later question.
    `at_home` is `None` where nothing would leave anyway. `meetings` are what a person can ask
    about; without them such a question is the playbook's. `names` and `team` say what is kept.
    """

    answering: Answering
    conversations: Conversations
    runner: Runner
    clock: Clock
    ids: Ids
    at_home: Answering | None = None
    agreed: Callable[[Person], datetime | None] = lambda _: None
    meetings: Meetings | None = None
    names: Callable[[Person], NameChoices] = lambda _: NameChoices()
    team: Callable[[Person], TeamStage | None] = lambda _: None
    running: RunningTurns = field(default_factory=RunningTurns)
    _closing: threading.Event = field(default_factory=threading.Event)

    def ask(
        self,
        person: Person,
        text: str,
        conversation: str | None = None,
        stage: Stage | None = None,
        side: Side | None = None,
    ) -> Turn:
        """Store the question, then hand it to a worker; a new conversation where none is named.

        Raises:
            QuestionError: there is nothing to read in it.
            NotFound: no such conversation of this person.
            StorageError: it could not be stored; nothing was started.
        """
        question = self._readable(text)
        if conversation is None:
            title = " ".join(question.split())
            short = title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
            conversation = self.conversations.create(person, short).id
        turn = self.conversations.add_turn(person, conversation, question, stage, side)
        return self._submit(person, turn)

    def regenerate(self, person: Person, turn_id: str) -> Turn:
        """Ask the same question again; the earlier answer and what followed stay superseded."""
        turn = self.conversations.turn(person, turn_id)
        return self._ask_over(person, turn, turn.question)

    def edit(self, person: Person, turn_id: str, text: str) -> Turn:
        """Ask another question in this one's place."""
        turn = self.conversations.turn(person, turn_id)
        return self._ask_over(person, turn, self._readable(text))

    def go_on(self, person: Person, turn_id: str) -> Turn:
        """Write an interrupted or stopped answer further, from what was kept."""
        turn = self.conversations.turn(person, turn_id)
        if turn.state in (TurnState.DONE, TurnState.QUEUED, TurnState.RUNNING):
            return turn
        return self._submit(person, turn)

    def stop(self, person: Person, turn_id: str) -> None:
        """Stop a turn wherever it runs; what was written stands."""
        self.conversations.request_stop(person, turn_id)
        if (running := self.running.get(turn_id)) is not None:
            running.stop()

    def watch(self, person: Person, turn_id: str) -> Iterator[Turn]:
        """Yield the turn as it grows, about ten times a second, the last one ended.

        Follows the text in memory where this process writes it, else the records.
        """
        turn = self.conversations.turn(person, turn_id)
        if (running := self.running.get(turn_id)) is not None:
            yield from running.follow()
            return
        yield turn
        while not turn.state.ended and not self._closing.wait(POLL):
            turn = self.conversations.turn(person, turn_id)
            yield turn

    def rate(self, person: Person, turn_id: str, feedback: Feedback | None) -> None:
        """Store or take back what the person thought of an answer."""
        self.conversations.feedback(person, turn_id, feedback)

    def memory(self, person: Person) -> Memory | None:
        """Return what the person may know of their workspace's meetings."""
        return Memory(self.meetings, person) if self.meetings is not None else None

    def keep(self) -> None:
        """Store growing answers and renew their leases once a second, until `close`."""
        while not self._closing.wait(BEAT):
            for running in self.running.all():
                self._beat(running)

    def close(self) -> None:
        """Stop every running turn, keeping what was written; called when the app ends."""
        self._closing.set()
        for running in self.running.all():
            running.stop()
        self.running.wait(FAREWELL)

    def _readable(self, text: str) -> str:
        question = clean(text)
        if not question:
            raise QuestionError("There is nothing to read in that question.")
        return question

    def _ask_over(self, person: Person, turn: Turn, question: str) -> Turn:
        if not turn.state.ended:
            self.stop(person, turn.id)
        new = self.conversations.add_turn(
            person, turn.conversation, question, turn.stage, turn.side, after=turn.position - 1
        )
        return self._submit(person, new)

    def _submit(self, person: Person, turn: Turn) -> Turn:
        """Lease the turn before it waits in line, so that a crash in the line is noticed too."""
        worker = self.ids.new()
        if not self.conversations.claim(turn.id, worker, self.clock.now() + LEASE):
            return self.conversations.turn(person, turn.id)
        running = self.running.add(replace(turn, state=TurnState.QUEUED, error=""), worker)
        self.runner.submit(lambda: self._work(person, running))
        return running.turn

    def _work(self, person: Person, running: RunningTurn) -> None:
        """Write one turn in a worker thread; whatever happens, the turn ends and says how."""
        turn = running.turn
        running.begin()
        try:
            answer = self._answer(person, running)
            self._end(running, self._state_of(running, answer), answer)
        except CoachError as exc:
            self._end(running, TurnState.FAILED, None, f"{exc.message} {exc.next_step}")
        except Exception:
            _log.exception("turn %s failed", turn.id)
            self._end(running, TurnState.FAILED, None, UNEXPECTED)
        finally:
            self.running.drop(turn.id)

    def _answer(self, person: Person, running: RunningTurn) -> Answer:
        turn = running.turn
        since = None if self.at_home is None else self.agreed(person)
        home = self.at_home if since is None or turn.asked_at < since else None
        reply = (home or self.answering).start(
            Question(
                text=turn.question,
                history=self._history(person, turn, since if home is None else None),
                stage=turn.stage,
                side=turn.side,
                so_far=turn.text,
                names=self.names(person),
                team=self.team(person),
            ),
            self.memory(person),
        )
        running.attach(reply.cancel)
        for segments in reply:
            running.update(segments)
        answer = reply.answer
        if home is not None and answer.kind in AUTHORED:
            return replace(answer, warnings=(AT_HOME, *answer.warnings))
        return answer

    def _state_of(self, running: RunningTurn, answer: Answer) -> TurnState:
        if self._closing.is_set():
            return TurnState.INTERRUPTED
        if running.stop_asked:
            return TurnState.STOPPED
        return TurnState.INTERRUPTED if answer.ended == "cut" else TurnState.DONE

    def _end(
        self, running: RunningTurn, state: TurnState, answer: Answer | None, error: str = ""
    ) -> None:
        """Store the end, then show it; an answer that cannot be stored is still shown."""
        turn = running.turn
        if answer is not None:
            turn = replace(turn, text=answer.text, segments=answer.segments, answer=answer)
        try:
            if answer is None:
                self._store(running)  # how far it came
            self.conversations.finish(turn.id, running.worker, state, answer, error)
        except CoachError as exc:
            error = f"This answer could not be stored: copy it now. {exc.message} {exc.next_step}"
        running.end(replace(turn, state=state, error=error))

    def _beat(self, running: RunningTurn) -> None:
        """Store one growing answer; a stop asked for elsewhere is passed on."""
        try:
            if self._store(running):
                running.stop()
        except CoachError as exc:
            _log.warning("turn %s was not stored: %s", running.turn.id, exc.message)

    def _store(self, running: RunningTurn) -> bool:
        turn, lease = running.turn, self.clock.now() + LEASE
        return self.conversations.write(turn.id, running.worker, turn.text, turn.segments, lease)

    def _history(self, person: Person, turn: Turn, since: datetime | None) -> tuple[Message, ...]:
        """Return what was said before the turn; with `since`, only what was asked from then on."""
        if turn.position == 1:
            return ()
        turns = self.conversations.turns(person, turn.conversation)
        before = (t for t in turns if t.position < turn.position and t.text)
        earlier = [t for t in before if since is None or t.asked_at >= since][-HISTORY:]
        pairs = ((Message("user", t.question), Message("assistant", _said(t))) for t in earlier)
        return tuple(message for pair in pairs for message in pair)


def _said(turn: Turn) -> str:
    """Return what an author may read of an earlier answer: nothing that was kept of a meeting."""
    return RECALLED if turn.answer is not None and turn.answer.recalls else turn.text
