"""Both sides write about one quarrel: who sees what, and when.

Neither side ever sees the other's text. Both see one joint result, from the moment on at which both
agree to it; until then each may take its own part back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from coach.domain.conflict import Step
from coach.domain.links import Link
from coach.domain.stages import Side
from coach.errors import CaseError

LONGEST_SUBJECT, LONGEST_ASKER = 160, 80  # characters


class Ended(StrEnum):
    """Why there will be no joint result."""

    STOPPED = "stopped"  # by whoever asked
    DECLINED = "declined"  # by the other side, for whatever reason


class Standing(StrEnum):
    """Where a joint result stands, as far as one side may know."""

    WAITING = "waiting"
    JOINT = "joint"
    STOPPED = "stopped"
    NONE = "none"  # none came about
    OVER = "over"  # the last day has passed


@dataclass(frozen=True, slots=True)
class Shown:
    """What both may read of a sentence: its own words, or a calm form of them."""

    text: str
    is_calm: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an account, word for word; `calm` says it without blame, "" where it has none.

    Where there is a calm form, the joint result shows that one.
    """

    text: str
    calm: str = ""

    @property
    def shown(self) -> Shown:
        """What the other side may read."""
        return Shown(self.calm, is_calm=True) if self.calm else Shown(self.text)


@dataclass(frozen=True, slots=True)
class Account:
    """One side's text, and what of it may enter the joint result once its writer agrees.

    `topics` are subjects in our words; `note` is the quarrel that it looks like, "" for none.
    """

    text: str = field(repr=False)
    quotes: tuple[Quote, ...] = ()
    topics: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences on one thing; `numbers` where they give other numbers for it."""

    sales: Shown
    marketing: Shown
    numbers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What both accounts come to. Frozen: both sides read the same, for good."""

    subject: str
    agree: tuple[Pair, ...]
    differ: tuple[Pair, ...]
    sales_alone: tuple[Shown, ...]
    marketing_alone: tuple[Shown, ...]
    topics: tuple[str, ...]
    sales_topics: tuple[str, ...]
    marketing_topics: tuple[str, ...]
    sales_needs: str
    marketing_needs: str
    sales_sees: str  # the quarrel that its account looks like, where the other's looks like another
    marketing_sees: str
    step: Step


Joining = Callable[[Account], Joint]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One asking of the other side; `side` is whose account is asked for, `by` who asks."""

    case: str
    side: Side
    by: str
    subject: str
    asked_at: datetime
    expires_at: datetime
    theirs: Account | None = field(default=None, repr=False)
    asker_agrees: bool = False
    other_agrees: bool = False
    ended: Ended | None = None
    joint: Joint | None = field(default=None, repr=False)

    def open(self, now: datetime) -> bool:
        """Whether anything can still be written, agreed to or taken back."""
        return self.joint is None and self.ended is None and now < self.expires_at

    def wrote(self, account: Account, now: datetime) -> Exchange:
        """Take the other side's account; a new text needs a new agreement."""
        self._check(now)
        return replace(self, theirs=account, other_agrees=False)

    def other(self, agrees: bool, now: datetime, joining: Joining) -> Exchange:
        """Take the other side's agreement to the joint result, or take it back."""
        self._check(now)
        if self.theirs is None:
            raise CaseError("There is no account yet to agree with.", "Write it first.")
        return replace(self, other_agrees=agrees)._met(joining)

    def asker(self, agrees: bool, now: datetime, joining: Joining) -> Exchange:
        """Take the asker's agreement to the joint result, or take it back."""
        self._check(now)
        return replace(self, asker_agrees=agrees)._met(joining)

    def end(self, why: Ended, now: datetime) -> Exchange:
        """End it without a joint result; the other side's text goes at once."""
        self._check(now)
        return replace(self, ended=why, theirs=None, asker_agrees=False, other_agrees=False)

    def _met(self, joining: Joining) -> Exchange:
        if self.theirs is None or not (self.asker_agrees and self.other_agrees):
            return self
        return replace(self, joint=joining(self.theirs))

    def _check(self, now: datetime) -> None:
        if self.joint is not None:
            raise CaseError("Both sides have agreed, so the joint result stands.")
        if not self.open(now):
            raise CaseError("This has ended, so nothing was stored.")


@dataclass(frozen=True, slots=True)
class AskerView:
    """All that whoever asked may know: whether the other side wrote is not in it."""

    standing: Standing
    side: Side
    subject: str
    expires_at: datetime
    agrees: bool
    joint: Joint | None


@dataclass(frozen=True, slots=True)
class OtherView:
    """All that the other side may know; `mine` is its own account."""

    standing: Standing
    side: Side
    by: str
    subject: str
    expires_at: datetime
    mine: Account | None = field(repr=False)
    agrees: bool
    joint: Joint | None


@dataclass(frozen=True, slots=True)
class OpenedAccount:
    """What a token opens; `mine` whether this device wrote the account, with its key."""

    link: Link
    exchange: Exchange = field(repr=False)
    mine: bool


def asker_view(exchange: Exchange, now: datetime) -> AskerView:
    """Return what whoever asked sees."""
    return AskerView(
        _standing(exchange, now),
        exchange.side,
        exchange.subject,
        exchange.expires_at,
        exchange.asker_agrees,
        exchange.joint,
    )


def other_view(opened: OpenedAccount, now: datetime) -> OtherView:
    """Return what the other side sees; without its key nothing but the question."""
    exchange = opened.exchange
    return OtherView(
        _standing(exchange, now),
        exchange.side,
        exchange.by,
        exchange.subject,
        exchange.expires_at,
        exchange.theirs if opened.mine else None,
        exchange.other_agrees and opened.mine,
        exchange.joint if opened.mine else None,
    )


def _standing(exchange: Exchange, now: datetime) -> Standing:
    if exchange.joint is not None:
        return Standing.JOINT
    if exchange.ended is not None:
        return Standing.STOPPED if exchange.ended is Ended.STOPPED else Standing.NONE
    return Standing.WAITING if now < exchange.expires_at else Standing.OVER
