"""The other side's account of a quarrel at `/account/<token>`: a plain page, without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coach.domain.accounts import OtherView, Standing
from coach.domain.conflict import LONGEST
from coach.errors import CoachError, LinkClosed
from coach.web import account_page, device_key, plain

if TYPE_CHECKING:
    from coach.bootstrap.cases import Cases

MOST_BYTES = 12 * LONGEST + 1_000  # a letter of four bytes is sent as twelve
READABLE = timedelta(days=90)  # how long a device can come back after the last day
_MOST_FIELDS = 6
_MINE = "I wrote on this device"


def account_routes(ready: Callable[[], bool], cases: Callable[[], Cases]) -> list[BaseRoute]:
    """Return the routes; until the services are `ready`, a page says to wait."""
    form = _Form(ready, cases)
    return [
        Route("/account/{token}", form.show, methods=["GET"]),
        Route("/account/{token}", form.take, methods=["POST"]),
    ]


class _Form:
    def __init__(self, ready: Callable[[], bool], cases: Callable[[], Cases]) -> None:
        self._ready, self._cases = ready, cases

    def show(self, request: Request) -> Response:
        """Show what stands, for this device; looking uses nothing up."""
        if not self._ready():
            return plain.waiting()
        token, key = request.path_params["token"], device_key.key_of(request)
        try:
            view = self._cases().giving.open(token, key)
        except CoachError as exc:
            used = isinstance(exc, LinkClosed) and exc.reason == "used"
            return plain.trouble(exc, again=_MINE if used else "")
        response = self._page(view, "change" in request.query_params)
        if not key:
            new, until = self._cases().giving.new_key(), view.expires_at + READABLE
            device_key.give(response, request, new, self._path(token), until)
        return response

    def _page(self, view: OtherView, change: bool) -> Response:
        if view.joint is not None:
            return account_page.joint_page(view, view.joint, self._cases().title)
        if view.standing is not Standing.WAITING:
            return account_page.ended_page(view)
        if view.mine is None or change:
            return account_page.form_page(view)
        return account_page.stored_page(view, view.mine)

    async def take(self, request: Request) -> Response:
        """Do what was sent, and show what stands then."""
        try:
            fields = plain.fields_of(await plain.body_of(request, MOST_BYTES), _MOST_FIELDS)
            return await run_in_threadpool(self._do, request, fields)
        except CoachError as exc:
            return plain.trouble(exc)

    def _do(self, request: Request, fields: Mapping[str, str]) -> Response:
        giving = self._cases().giving  # waits for the services: what was sent is not to be lost
        token, key = request.path_params["token"], device_key.key_of(request)
        if not key:
            giving.open(token)  # a link that leads nowhere says so, cookies or not
            return account_page.unkept_page()
        do = fields.get("do", "")
        if do == "write":
            text, before = fields.get("text", ""), giving.open(token, key)
            boundary = giving.write(token, key, text, "work" in fields)
            if boundary is not None:
                return account_page.stopped_page(before, boundary, text)
        elif do in ("agree", "disagree"):
            giving.agree(token, key, do == "agree")
        elif do == "delete":
            giving.withdraw(token, key)
        return RedirectResponse("?", 303)

    def _path(self, token: str) -> str:
        return f"{self._cases().linking.prefix}/account/{token}"
