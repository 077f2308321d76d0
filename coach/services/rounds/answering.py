"""A round as whoever answers it meets it: opened with a link, answered, changed until it closes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.domain.conversation import Person
from coach.domain.links import LinkState, fingerprint
from coach.domain.rounds import Opened, Round, RoundState
from coach.domain.survey import Response, Survey
from coach.errors import RoundError
from coach.ports import Clock, Rounds, Secrets
from coach.services.linking import check_open, unknown

LONGEST_LINE = 300
MOST_TYPED = 2000  # answers taken at once


class RoundAnswering:
    """Takes answers of people without an account. Lives as long as the app; safe from many threads.

    A device that answered holds a key, of which only the fingerprint is stored; whoever has the
    link but not the key, its maker too, can neither read nor change what was answered. All methods
    raise `LinkClosed` where a link opens nothing, `RoundError` for answers that cannot be taken and
    a `StorageError` where the records cannot be used.
    """

    def __init__(self, rounds: Rounds, survey: Survey, clock: Clock, secrets: Secrets) -> None:
        self._rounds, self.survey, self._clock, self._secrets = rounds, survey, clock, secrets

    def new_key(self) -> str:
        """Return a key for a device that is about to answer."""
        return self._secrets.new()

    def open(self, token: str, key: str = "") -> Opened:
        """Return what a link opens; `given` is what this device answered with its key.

        Whoever answered may look at it here for as long as the round is there.
        """
        opened = self._rounds.open(fingerprint(token), _sealed(key))
        if opened is None:
            raise unknown()
        if opened.given is None:
            check_open(opened.link.state(self._clock.now()))
        return opened

    def changeable(self, opened: Opened) -> bool:
        """Whether an answer can still be given or changed through what was opened."""
        return _state(opened, self._clock.now()) is LinkState.OPEN

    def answer(
        self, token: str, key: str, answers: Mapping[str, int | None], line: str = ""
    ) -> Response:
        """Store an answer, or change the one that was given with this key.

        The same sent twice is stored once. It counts until a minute after the round closed.
        """
        checked = self._checked(answers, line)

        def reply(opened: Opened) -> Response:
            check_open(_state(opened, self._clock.now()))  # it may have waited for its turn
            return Response(opened.link.side, *checked)

        sealed = fingerprint(key or self.new_key())
        stored = self._rounds.answer(fingerprint(token), sealed, reply)
        if stored is None:
            raise unknown()
        return stored

    def take(self, person: Person, round_id: str, responses: Sequence[Response]) -> None:
        """Store answers that the person typed in, as from paper; all of them or none.

        Whoever types an answer has seen it: `Count.typed` says so beside every count, and the rest
        of a side is shown only where four others stand beside these.

        Raises:
            NotFound: the round is not there.
        """
        if len(responses) > MOST_TYPED:
            raise RoundError(f"{MOST_TYPED:,} answers can be taken at once.", "Split the file.")
        taken = [Response(r.side, *self._checked(r.answers, r.line)) for r in responses]

        def check(its: Round) -> None:
            if its.state(self._clock.now()) is RoundState.CLOSED:
                raise RoundError("This round is closed; nothing was taken.", "Start a new round.")
            if strange := {r.side for r in taken} - set(its.sides):
                names = ", ".join(sorted(strange))
                raise RoundError(f"This round does not ask {names}; nothing was taken.")

        self._rounds.take(person, round_id, taken, check)

    def _checked(
        self, answers: Mapping[str, int | None], line: str
    ) -> tuple[dict[str, int | None], str]:
        plain = " ".join(line.split())
        if len(plain) > LONGEST_LINE:
            raise RoundError(
                f"The free line holds {LONGEST_LINE} characters; yours has {len(plain)}.",
                "Go back and shorten it: nothing was stored yet.",
            )
        ids = [statement.id for statement in self.survey.statements]
        if any(id_ not in ids or value not in (None, 1, 2, 3, 4) for id_, value in answers.items()):
            raise RoundError("These answers are not of this survey.", "Open the link again.")
        if not answers and not plain:
            raise RoundError(
                "There is no answer in it yet, so nothing was stored.",
                "Go back and choose what fits in at least one of the situations.",
            )
        return {id_: answers[id_] for id_ in ids if id_ in answers}, plain


def _state(opened: Opened, now: datetime) -> LinkState:
    """Return where a link stands for this device: its own answer does not use it up."""
    state = opened.link.state(now)
    if state is LinkState.USED and opened.given is not None:
        over = now >= opened.link.expires_at
        return LinkState.EXPIRED if over else LinkState.OPEN
    return state


def _sealed(key: str) -> str:
    return fingerprint(key) if key else ""
