"""What a side means by the words both use, at `/words/<token>`: a plain page without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coach.domain.shared_words import LONGEST, open_choice
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.services.shared_words.inviting import Opened, version_of
from coach.web import device_key, plain

if TYPE_CHECKING:
    from coach.bootstrap.agreements import Agreements

_MOST_FIELDS = 6
_OTHER = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}


def words_routes(
    ready: Callable[[], bool], agreements: Callable[[], Agreements]
) -> list[BaseRoute]:
    """Return the routes; until the services are `ready`, a page says to wait."""
    form = _Form(ready, agreements)
    return [
        Route("/words/{token}", form.show, methods=["GET"]),
        Route("/words/{token}", form.take, methods=["POST"]),
    ]


class _Form:
    def __init__(self, ready: Callable[[], bool], agreements: Callable[[], Agreements]) -> None:
        self._ready, self._agreements = ready, agreements

    def show(self, request: Request) -> Response:
        """Show all words as this device may see them; looking uses nothing up."""
        if not self._ready():
            return plain.waiting()
        token, key = request.path_params["token"], device_key.key_of(request)
        try:
            opened = self._agreements().by_link.open(token, key)
        except CoachError as exc:
            return plain.trouble(exc)
        response = _page(opened)
        if not key:
            until = opened.link.expires_at
            device_key.give(response, request, self._new_key(), self._path(token), until)
        return response

    async def take(self, request: Request) -> Response:
        """Store what was sent, and show what stands then."""
        try:
            fields = plain.fields_of(await plain.body_of(request), _MOST_FIELDS)
            return await run_in_threadpool(self._do, request, fields)
        except CoachError as exc:
            return plain.trouble(exc, again="Back to the words")

    def _do(self, request: Request, fields: Mapping[str, str]) -> Response:
        by_link = self._agreements().by_link  # waits for the services: nothing sent is to be lost
        token, word = request.path_params["token"], fields.get("word", "")
        key = device_key.key_of(request)
        new = "" if key else by_link.new_key()
        if fields.get("do") == "accept":
            by_link.accept(token, word, fields.get("seen", ""))
        else:
            by_link.write(token, key or new, word, fields.get("text", ""))
        response = RedirectResponse(f"?#{word}", 303)
        if new:
            until = by_link.open(token, new).link.expires_at
            device_key.give(response, request, new, self._path(token), until)
        return response

    def _new_key(self) -> str:
        return self._agreements().by_link.new_key()

    def _path(self, token: str) -> str:
        return f"{self._agreements().by_link.linking.prefix}/words/{token}"


def _page(opened: Opened) -> Response:
    side, expires = opened.link.side, opened.link.expires_at
    shown = []
    for one in opened.words:
        stored = one.stored
        shown.append(
            {
                "word": one.word,
                "own": one.own,
                "wrote": stored is not None and side in stored.wrote,
                "texts": stored.texts if stored is not None else None,
                "draft": stored.draft if stored is not None else "",
                "choice": stored is not None and open_choice(stored.draft),
                "seen": version_of(stored.draft) if stored is not None else "",
                "mine": stored is not None and side in stored.accepted,
                "settled": stored is not None and stored.settled,
            }
        )
    return plain.page(
        "words.html",
        side=side.value,
        other=_OTHER.get(side, Side.SALES).value,
        words=shown,
        longest=LONGEST,
        until=_day(expires),
        until_at=expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _day(moment: datetime) -> str:
    return f"{moment:%A}, {moment.day} {moment:%B %Y}"
