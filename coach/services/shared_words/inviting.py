"""The other side without an account: a link that lets it write, read both texts and accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from coach.domain.conversation import Person
from coach.domain.links import Link, LinkState, Purpose, fingerprint
from coach.domain.shared_words import SharedWord, Word
from coach.domain.stages import Side
from coach.errors import NotFound, Unfit
from coach.ports import Clock, Secrets
from coach.services.linking import Invitation, Linking
from coach.services.shared_words.settling import Settling

LIST = "words"  # the one list of words a workspace has
OPEN_FOR = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as the holder of a link sees it: its own text on its own device, both once written."""

    word: Word
    stored: SharedWord | None
    own: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link opens: whose side it is for, and all words."""

    link: Link
    words: tuple[Shown, ...]


class WordsByLink:
    """Serves the page of a link. Lives as long as the app; safe from many threads.

    All methods raise `LinkClosed` where the link opens nothing, and as `Settling` does.
    """

    def __init__(
        self, linking: Linking, settling: Settling, clock: Clock, secrets: Secrets
    ) -> None:
        self.linking, self._settling = linking, settling
        self._clock, self._secrets = clock, secrets

    def new_key(self) -> str:
        """Return a key for a device, by which it finds its own text again."""
        return self._secrets.new()

    def invite(self, person: Person, side: Side, here: str = "") -> Invitation:
        """Make a link for a side, which takes back those it had; it is open for four weeks."""
        for link in self.open_links(person):
            if link.side is side:
                self.linking.revoke(person, link.id)
        until = self._clock.now() + OPEN_FOR
        fresh = self.linking.fresh(Purpose.WORDS, LIST, side, until, None)
        return self.linking.issue(person, fresh, here)[0]

    def open_links(self, person: Person) -> Sequence[Link]:
        """Return the links that open the page now; their addresses are gone."""
        now = self._clock.now()
        links = self.linking.of(person, Purpose.WORDS, LIST)
        return [link for link in links if link.state(now) is LinkState.OPEN]

    def open(self, token: str, key: str) -> Opened:
        """Return what a link opens: all words as the device with this key may see them."""
        link, person = self.linking.open(token, Purpose.WORDS)
        begun = self._settling.begun(person)
        shown = []
        for word in self._settling.words:
            stored = begun.get(word.key)
            own = stored.own(link.side, _sealed(key)) if stored is not None else ""
            shown.append(Shown(word, stored, own))
        return Opened(link, tuple(shown))

    def write(self, token: str, key: str, word: str, text: str) -> SharedWord:
        """Store what the link's side means; `key` is that of the device."""
        link, person = self.linking.open(token, Purpose.WORDS)
        return self._settling.write(person, word, link.side, text, _sealed(key))

    def accept(self, token: str, word: str, seen: str) -> SharedWord:
        """Store that the link's side accepts the wording it saw, named by its `version_of`."""
        link, person = self.linking.open(token, Purpose.WORDS)
        stored = self._settling.begun(person).get(word)
        if stored is None:
            raise NotFound("Nobody has begun this word.", "Open the link again.")
        if version_of(stored.draft) != seen:
            raise Unfit("The wording was changed meanwhile.", "Open the link again and read it.")
        return self._settling.accept(person, word, link.side, stored.draft)


def version_of(draft: str) -> str:
    """Return a short name of a wording, which another wording does not have."""
    return fingerprint(draft)[:16]


def _sealed(key: str) -> str:
    return fingerprint(key) if key else ""
