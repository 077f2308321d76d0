"""Rounds of the survey as whoever runs them sees them: started, counted, closed, deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from coach.domain.conversation import Person
from coach.domain.disclosure import LEAST_ANSWERS, Shown
from coach.domain.links import Link, Purpose, fingerprint
from coach.domain.rounds import Count, Round, RoundState
from coach.domain.stages import Side
from coach.errors import RoundError
from coach.ports import Clock, Ids, Rounds
from coach.services.linking import Fresh, Invitation, Linking, unknown

OPEN_FOR = timedelta(days=14)
LONGEST = timedelta(days=366)
SINGLE = 8  # links a side, unless more or fewer are asked for
MOST_LINKS = 500  # a side
LONGEST_TITLE = 120
_NEEDED = (Side.SALES, Side.MARKETING)
_ASKED = (*_NEEDED, Side.OTHER)


@dataclass(frozen=True, slots=True)
class Started:
    """A round just started, with the addresses of its links, which are shown this once."""

    round: Round
    invitations: tuple[Invitation, ...]


class RoundKeeping:
    """Starts, closes and deletes rounds. Lives as long as the app; safe from many threads.

    Everybody of a workspace sees and runs its rounds. All methods raise `NotFound` for what is not
    there, `RoundError` for what cannot be done as it stands, and a `StorageError` where the records
    cannot be used.
    """

    def __init__(self, rounds: Rounds, linking: Linking, clock: Clock, ids: Ids) -> None:
        self._rounds, self._linking, self._clock, self._ids = rounds, linking, clock, ids

    def start(
        self,
        person: Person,
        title: str,
        links: Mapping[Side, int | None] | None = None,
        closes_at: datetime | None = None,
        here: str = "",
    ) -> Started:
        """Start a round: so many single-use links for each side, `None` for one shared by all.

        Without `links` both sides get a few; without `closes_at` it runs for two weeks. `here` is
        the address of the page, for links where no public address is set.
        """
        wanted = dict.fromkeys(_NEEDED, SINGLE) if links is None else dict(links)
        _check_sides(wanted)
        now = self._clock.now()
        new = Round(
            id=self._ids.new(),
            title=_title(title),
            owner=person.id,
            sides=tuple(side for side in _ASKED if side in wanted),
            started_at=now,
            closes_at=_closing(closes_at or now + OPEN_FOR, now),
        )
        fresh = [link for side in new.sides for link in self._fresh(new, side, wanted[side])]
        self._rounds.add(person, new, [link.sealed for link in fresh])
        return Started(new, tuple(self._linking.addressed(fresh, here)))

    def get(self, person: Person, round_id: str) -> Round:
        """Return one round."""
        return self._rounds.get(person, round_id)

    def list(self, person: Person) -> Sequence[Round]:
        """Return the rounds, latest first."""
        return self._rounds.list(person)

    def state(self, of: Round) -> RoundState:
        """Return where a round stands now."""
        return of.state(self._clock.now())

    def counts(self, person: Person, round_id: str) -> Mapping[Side, Count]:
        """Return how many answers each side of the round has so far; never whose.

        Of a round restored from an export, which holds no answers, its results say how many.
        """
        its, found = self.get(person, round_id), self._rounds.counts(person, round_id)
        if not found and (shown := self._rounds.shown(person).get(round_id)):
            found = counted(shown)
        return {side: found.get(side, Count()) for side in its.sides}

    def more_links(
        self, person: Person, round_id: str, side: Side, number: int | None, here: str = ""
    ) -> Sequence[Invitation]:
        """Make further links for a side of an open round."""
        its = self.get(person, round_id)
        if side not in its.sides:
            raise RoundError("This round does not ask that side.")
        if self.state(its) is not RoundState.OPEN:
            raise RoundError("This round is closed: nobody could answer through a new link.")
        made = self._linking.of(person, Purpose.ANSWER, round_id)
        if (number or 1) + sum(link.side is side for link in made) > MOST_LINKS:
            raise RoundError(f"A side has {MOST_LINKS} links at most.", "Use one shared link.")
        return self._linking.issue(person, self._fresh(its, side, number), here)

    def revoke(self, person: Person, round_id: str, address: str) -> None:
        """Take back the link with this address; its answer, if there is one, stays.

        Links are taken back by address, so that no list of them shows which were used.

        Raises:
            LinkClosed: it is no link of this round.
        """
        token = urlsplit(address.strip()).path.rstrip("/").rpartition("/")[2]
        self._linking.revoke(person, self._link(person, round_id, token).id)

    def change(
        self, person: Person, round_id: str, title: str = "", closes_at: datetime | None = None
    ) -> Round:
        """Give an open round another title or another end."""
        now = self._clock.now()

        def changed(its: Round, _: Mapping[Side, Count]) -> Round:
            if its.state(now) is not RoundState.OPEN:
                raise RoundError("This round is closed.", "Reopen it or start a new one.")
            until = its.closes_at if closes_at is None else _closing(closes_at, now)
            return replace(its, title=_title(title or its.title), closes_at=until)

        return self._rounds.change(person, round_id, changed)

    def close(self, person: Person, round_id: str) -> Round:
        """Close it now; answers on their way still count for a minute. Closing twice is once."""
        now = self._clock.now()
        return self._rounds.change(
            person,
            round_id,
            lambda its, _: replace(its, closes_at=now) if now < its.closes_at else its,
        )

    def reopen(self, person: Person, round_id: str, closes_at: datetime | None = None) -> Round:
        """Open a closed round again, as long as nobody can have seen any result of it.

        That is during the minute after closing, and where a side has fewer answers than are shown.
        Later, what one more answer changed would tell what it was.
        """
        now = self._clock.now()

        def reopened(its: Round, counts: Mapping[Side, Count]) -> Round:
            if its.state(now) is RoundState.OPEN:
                return its
            if its.state(now) is RoundState.CLOSED and not missing(counts):
                reason = "Its results can be seen already, and a later answer would stand out."
                raise RoundError(reason, "Start a new round.")
            return replace(its, closes_at=_closing(closes_at or now + OPEN_FOR, now))

        return self._rounds.change(person, round_id, reopened)

    def delete(self, person: Person, round_id: str) -> None:
        """Delete it with its answers and links; `undo` brings it back for ten seconds."""
        self._rounds.hide(person, round_id)

    def undo(self, person: Person, round_id: str) -> None:
        """Bring a round back that was just deleted."""
        self._rounds.unhide(person, round_id)

    def _fresh(self, its: Round, side: Side, number: int | None) -> Sequence[Fresh]:
        if number is not None and not 1 <= number <= MOST_LINKS:
            raise RoundError(f"A side gets 1 to {MOST_LINKS} links.", "Correct the number.")
        return self._linking.fresh(Purpose.ANSWER, its.id, side, its.final_at, number)

    def _link(self, person: Person, round_id: str, token: str) -> Link:
        opened = self._rounds.open(fingerprint(token))
        mine = self._linking.of(person, Purpose.ANSWER, round_id)
        if opened is None or opened.link not in mine:
            raise unknown()
        return opened.link


def counted(shown: Shown) -> dict[Side, Count]:
    """Return how many answers stand behind results."""
    if (picture := shown.picture) is None:
        return {}
    scores = {Side.SALES: picture.sales, Side.MARKETING: picture.marketing}
    if picture.other is not None:
        scores[Side.OTHER] = picture.other
    return {side: Count(score.n) for side, score in scores.items()}


def missing(counts: Mapping[Side, Count]) -> dict[Side, int]:
    """Return how many answers each of the two sides is short of before anything is shown.

    Answers that somebody typed in are known to them: beside these, four others are needed.
    """
    short = {}
    for side in _NEEDED:
        count = counts.get(side, Count())
        hidden = count.given if count.given else count.typed
        if hidden < LEAST_ANSWERS:
            short[side] = LEAST_ANSWERS - hidden
    return short


def _title(title: str) -> str:
    plain = " ".join(title.split())
    if not 1 <= len(plain) <= LONGEST_TITLE:
        raise RoundError(
            f"A round's title has 1 to {LONGEST_TITLE} characters.", "Correct the title."
        )
    return plain


def _closing(closes_at: datetime, now: datetime) -> datetime:
    if not now < closes_at <= now + LONGEST:
        raise RoundError("A round closes between now and a year from now.", "Choose another day.")
    return closes_at


def _check_sides(links: Mapping[Side, int | None]) -> None:
    if not set(_NEEDED) <= set(links) <= set(_ASKED):
        raise RoundError("A round asks sales and marketing, and others if you like.", "Add them.")
