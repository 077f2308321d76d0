"""Links for people without an account: made, addressed, opened and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from coach.domain.conversation import Person
from coach.domain.links import Link, LinkState, Purpose, fingerprint
from coach.domain.stages import Side
from coach.errors import LinkClosed
from coach.ports import Clock, Ids, Links, Secrets

LOCAL = "http://localhost:8501"
ASK = "Ask whoever sent it for another one."
_CLOSED = {
    LinkState.REVOKED: ("This link was taken back.", ASK),
    LinkState.USED: ("This link has done its work: it was good for one answer.", ASK),
    LinkState.EXPIRED: ("This link is over: its last day has passed.", ASK),
}


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link with the address that opens it; nobody can work the address out again later."""

    link: Link
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A link just made, with its token, which goes into one address and is kept nowhere."""

    link: Link
    token: str = field(repr=False)

    @property
    def sealed(self) -> tuple[Link, str]:
        """The link and what is stored of its token."""
        return self.link, fingerprint(self.token)


class Linking:
    """Makes links and their addresses. Lives as long as the app; safe from many threads.

    `public_url` is where other machines reach this one; empty, the links work here alone.
    """

    def __init__(
        self, links: Links, clock: Clock, ids: Ids, secrets: Secrets, public_url: str = ""
    ) -> None:
        self._links, self._clock, self._ids, self._secrets = links, clock, ids, secrets
        base = public_url.strip().rstrip("/")
        self._base = f"https://{base}" if base and "://" not in base else base

    @property
    def local(self) -> bool:
        """Whether links work on this machine only, which has to be said beside them."""
        return not self._base

    @property
    def prefix(self) -> str:
        """The path before `/answer/…` as browsers see it, mostly empty."""
        return urlsplit(self._base).path

    def fresh(
        self,
        purpose: Purpose,
        subject: str,
        side: Side,
        expires_at: datetime,
        number: int | None = 1,
    ) -> Sequence[Fresh]:
        """Make links that are not stored yet: `number` single ones, or a shared one for `None`."""
        uses = None if number is None else 1
        return [
            Fresh(
                Link(
                    id=self._ids.new(),
                    purpose=purpose,
                    subject=subject,
                    side=side,
                    expires_at=expires_at,
                    uses_left=uses,
                ),
                self._secrets.new(),
            )
            for _ in range(1 if number is None else number)
        ]

    def issue(self, person: Person, fresh: Sequence[Fresh], here: str = "") -> list[Invitation]:
        """Store new links and return them with their addresses, for `here` as `addressed`."""
        self._links.add(person, [new.sealed for new in fresh])
        return self.addressed(fresh, here)

    def addressed(self, fresh: Sequence[Fresh], here: str = "") -> list[Invitation]:
        """Return the addresses; without a public one they begin as `here`, an open page, does."""
        origin = urlsplit(here)
        local = f"{origin.scheme}://{origin.netloc}" if origin.netloc else LOCAL
        base = self._base or local
        return [
            Invitation(new.link, f"{base}/{new.link.purpose.value}/{new.token}") for new in fresh
        ]

    def of(self, person: Person, purpose: Purpose, subject: str) -> Sequence[Link]:
        """Return the links to a subject; their addresses are gone."""
        return self._links.of(person, purpose, subject)

    def open(self, token: str, purpose: Purpose) -> tuple[Link, Person]:
        """Return the open link with this token, and who made it; using it is another matter.

        Raises:
            LinkClosed: it opens nothing. A forged token and a deleted link read the same.
        """
        found = self._links.find(fingerprint(token), purpose)
        if found is None:
            raise unknown()
        check_open(found[0].state(self._clock.now()))
        return found

    def revoke(self, person: Person, link: str) -> None:
        """Take a link back: it opens nothing more, and what came through it stays.

        Raises:
            NotFound: it is not the workspace's.
        """
        self._links.revoke(person, link, self._clock.now())


def check_open(state: LinkState) -> None:
    """Raise `LinkClosed`, with what to say to its holder, unless a link is open."""
    if state is not LinkState.OPEN:
        raise LinkClosed(state.value, *_CLOSED[state])


def unknown() -> LinkClosed:
    """Return what is said to a token that nobody knows, whatever the reason."""
    return LinkClosed("unknown", "This link leads nowhere.", f"Check that it is whole. {ASK}")
