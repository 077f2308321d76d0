"""Links that let somebody without an account do one thing, such as answer a survey."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.domain.stages import Side


class Purpose(StrEnum):
    """What a link lets its holder do; it opens nothing else."""

    ANSWER = "answer"  # a round of the survey
    ACCOUNT = "account"  # the other side's account of a quarrel
    WORDS = "words"  # what a side means by the words both use


class LinkState(StrEnum):
    """Whether a link still opens its page."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A capability for one side: who holds its token may do what `purpose` says to `subject`.

    `subject` is the id of a round, a case or a list of words. `uses_left` is `None` where
    everybody of a side shares one link, which is no protection against double answers. The token
    itself is kept nowhere, only its `fingerprint`; nothing records when a link was used.
    """

    id: str
    purpose: Purpose
    subject: str
    side: Side
    expires_at: datetime
    uses_left: int | None = 1
    revoked_at: datetime | None = None

    @property
    def shared(self) -> bool:
        """Whether any number of people may use it."""
        return self.uses_left is None

    def state(self, now: datetime) -> LinkState:
        """Return where it stands; revoked comes before used, and used before expired."""
        if self.revoked_at is not None:
            return LinkState.REVOKED
        if self.uses_left is not None and self.uses_left < 1:
            return LinkState.USED
        return LinkState.EXPIRED if now >= self.expires_at else LinkState.OPEN


def fingerprint(token: str) -> str:
    """Return what is stored of a token or key: its SHA-256, from which nobody gets it back."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
