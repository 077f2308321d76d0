"""The turns that this process is writing: their growing text, and who waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from coach.domain.answers import Segment, standing
from coach.domain.conversation import Turn, TurnState

PAUSE = 0.1  # seconds between two looks at a growing answer: about ten updates a second
UPDATES = 200  # a second of all answers together: more would slow the answers themselves
SIGN = 0.5  # longest silence in seconds: a reader that may be told to stop has to wake up


@dataclass(slots=True)
class RunningTurn:
    """One turn being written. The worker updates it; any number of readers follow it."""

    turn: Turn
    worker: str
    cancel: Callable[[], None] = lambda: None
    pause: Callable[[], float] = lambda: PAUSE
    stop_asked: bool = False
    _ended: threading.Event = field(default_factory=threading.Event)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _version: int = 0

    def begin(self) -> None:
        """Say that the turn waits in line no longer."""
        self._set(replace(self.turn, state=TurnState.RUNNING))

    def update(self, segments: tuple[Segment, ...]) -> None:
        """Put the answer so far in front of the readers."""
        text = standing(segments)
        self._set(replace(self.turn, state=TurnState.RUNNING, text=text, segments=segments))

    def end(self, turn: Turn) -> None:
        """Put the finished turn in front of the readers; they stop after it."""
        self._set(turn)

    def stop(self) -> None:
        """Ask the worker to stop; harmless when asked twice."""
        with self._changed:
            self.stop_asked = True
            cancel = self.cancel
        cancel()

    def attach(self, cancel: Callable[[], None]) -> None:
        """Say how the answer is stopped, now that it is being made."""
        with self._changed:
            self.cancel = cancel
            asked = self.stop_asked
        if asked:
            cancel()

    def follow(self) -> Iterator[Turn]:
        """Yield the turn now and after each change, the first at once, until it has ended.

        Without a change it comes again twice a second, so that a reader can be told to leave.
        What changes within a pause, a tenth of a second or more, is joined, so that many readers
        cost little.
        """
        seen, turn = self._after(-1)
        while True:
            yield turn
            if turn.state.ended:
                return
            if turn.text:
                self._ended.wait(self.pause())
            seen, turn = self._after(seen)

    def _after(self, version: int) -> tuple[int, Turn]:
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, timeout=SIGN)
            return self._version, self.turn

    def _set(self, turn: Turn) -> None:
        with self._changed:
            self.turn = turn
            self._version += 1
            if turn.state.ended:
                self._ended.set()
            self._changed.notify_all()


class RunningTurns:
    """The running turns of this process by id. Lives as long as the app."""

    def __init__(self) -> None:
        self._turns: dict[str, RunningTurn] = {}
        self._lock = threading.Condition()

    def add(self, turn: Turn, worker: str) -> RunningTurn:
        """Begin to hold a turn that `worker` will write."""
        running = RunningTurn(turn, worker, pause=self.pause)
        with self._lock:
            self._turns[turn.id] = running
        return running

    def get(self, turn: str) -> RunningTurn | None:
        """Return the turn where this process writes it."""
        with self._lock:
            return self._turns.get(turn)

    def drop(self, turn: str) -> None:
        """Stop holding a turn; its readers keep what they follow."""
        with self._lock:
            self._turns.pop(turn, None)
            self._lock.notify_all()

    def wait(self, seconds: float) -> None:
        """Wait until none is left, at most `seconds`."""
        with self._lock:
            self._lock.wait_for(lambda: not self._turns, timeout=seconds)

    def pause(self) -> float:
        """Return the seconds between two updates of an answer: longer where many are written."""
        return max(PAUSE, len(self._turns) / UPDATES)

    def all(self) -> tuple[RunningTurn, ...]:
        """Return all running turns."""
        with self._lock:
            return tuple(self._turns.values())
