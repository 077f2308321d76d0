"""The other side's door: a link opened, an account written, the joint result agreed to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.accounts import Ended, Exchange, OpenedAccount, OtherView, other_view
from coach.domain.cases import KeptCase
from coach.domain.links import fingerprint
from coach.errors import CaseError, LinkClosed, QuestionError
from coach.ports import Clock, Exchanges, Secrets
from coach.services.boundaries import Boundaries, Boundary
from coach.services.cases.accounts import account_of
from coach.services.cases.joining import joining
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.reading import read_thread
from coach.services.language import Languages
from coach.services.linking import ASK, check_open, unknown

_TAKEN_BACK = "Whoever asked has taken the question back."


@dataclass(frozen=True, slots=True)
class AccountGiving:
    """Takes the accounts of people without one. Lives as long as the app; safe from many threads.

    A device that wrote holds a key, of which only the fingerprint is stored; whoever has the link
    but not the key, its maker too, can neither read nor change what was written. All methods raise
    `LinkClosed` where a link opens nothing, `CaseError` for what cannot be taken and a
    `StorageError` where the records cannot be used.
    """

    exchanges: Exchanges
    boundaries: Boundaries
    languages: Languages
    matching: Matching
    clock: Clock
    secrets: Secrets

    def new_key(self) -> str:
        """Return a key for a device that is about to write."""
        return self.secrets.new()

    def open(self, token: str, key: str = "") -> OtherView:
        """Return what a link shows on this device; looking uses nothing up."""
        opened = self.exchanges.open(fingerprint(token), _sealed(key))
        return other_view(self._checked(opened), self.clock.now())

    def write(self, token: str, key: str, text: str, work: bool = False) -> Boundary | None:
        """Store an account; return the boundary it crosses, where nothing of it is stored.

        `work`: the writer says that it is a matter of work, which counts where no word puts it
        beyond doubt. Beyond doubt, there will be no joint result, and whoever asked learns only
        that.
        """
        asked = self.open(token, key)
        boundary = self.boundaries.anywhere(text, self.languages.detect(text))
        if boundary is not None and boundary.is_sure:
            self._answer(
                token, key, lambda _, its: its.exchange.end(Ended.DECLINED, self.clock.now())
            )
            return boundary
        if boundary is not None and not work:
            return boundary
        try:
            matches = self.matching.of(read_thread(text))
            account = account_of(text, asked.side, matches[0].note if matches else "")
        except QuestionError as exc:
            again = f"Go back: your text is still there. {exc.next_step}"
            raise CaseError(exc.message, again) from exc
        self._answer(token, key, lambda _, its: its.exchange.wrote(account, self.clock.now()))
        return None

    def agree(self, token: str, key: str, agrees: bool) -> None:
        """Agree to the joint result, or take that back while the asker has not agreed."""

        def action(case: KeptCase, its: OpenedAccount) -> Exchange:
            _check_mine(its)
            now = self.clock.now()
            return its.exchange.other(agrees, now, joining(case, its.exchange, now.date()))

        self._answer(token, key, action)

    def withdraw(self, token: str, key: str) -> None:
        """Delete the account: there will be no joint result."""

        def action(_: KeptCase, its: OpenedAccount) -> Exchange:
            _check_mine(its)
            return its.exchange.end(Ended.DECLINED, self.clock.now())

        self._answer(token, key, action)

    def _answer(
        self, token: str, key: str, action: Callable[[KeptCase, OpenedAccount], Exchange]
    ) -> None:
        def checked(case: KeptCase, its: OpenedAccount) -> Exchange:
            return action(case, self._checked(its))  # it may have waited for its turn

        if self.exchanges.answer(fingerprint(token), _sealed(key), checked) is None:
            raise unknown()

    def _checked(self, opened: OpenedAccount | None) -> OpenedAccount:
        """Return what a link opens: for a device without the key, only while it is open."""
        if opened is None:
            raise unknown()
        if not opened.mine:
            check_open(opened.link.state(self.clock.now()))
            if opened.exchange.ended is not None:
                raise LinkClosed("revoked", _TAKEN_BACK, ASK)
        return opened


def _check_mine(opened: OpenedAccount) -> None:
    if not opened.mine:
        raise CaseError("There is no account yet from this device.", "Write it first.")


def _sealed(key: str) -> str:
    return fingerprint(key) if key else ""
