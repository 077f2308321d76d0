"""The survey's form at `/answer/<token>`: a plain page, answered without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from coach.domain.links import fingerprint
from coach.errors import CoachError, LinkClosed
from coach.web import device_key, plain
from coach.web.survey_page import forgotten_page, form_page, stored_page, unkept_page

if TYPE_CHECKING:
    from coach.bootstrap.rounds import Rounds

_MOST_FIELDS = 40
_DONT_KNOW = "dk"
_MINE = "I answered on this device"


@dataclass(frozen=True, slots=True)
class Sent:
    """What the form sent."""

    answers: Mapping[str, int | None]
    line: str
    key: str
    forget: bool


def survey_routes(ready: Callable[[], bool], rounds: Callable[[], Rounds]) -> list[BaseRoute]:
    """Return the routes; until the services are `ready`, a page says to wait."""
    form = _Form(ready, rounds)
    return [
        Route("/answer/{token}", form.show, methods=["GET"]),
        Route("/answer/{token}", form.take, methods=["POST"]),
        Route("/answer-blank", form.blank, methods=["GET"]),
        Route("/answer-blank.csv", form.blank_csv, methods=["GET"]),
        plain.assets_route(),
    ]


class _Form:
    def __init__(self, ready: Callable[[], bool], rounds: Callable[[], Rounds]) -> None:
        self._ready, self._rounds = ready, rounds

    def show(self, request: Request) -> Response:
        """Show the form, or that this device has answered; looking uses nothing up."""
        if not self._ready():
            return plain.waiting()
        token, key = request.path_params["token"], device_key.key_of(request)
        try:
            answering = self._rounds().answering
            opened = answering.open(token, key)
        except CoachError as exc:
            used = isinstance(exc, LinkClosed) and exc.reason == "used"
            if used and "sent" in request.query_params:
                return unkept_page()
            return plain.trouble(exc, again=_MINE if used else "")
        if opened.given is None:
            if "sent" in request.query_params:
                return unkept_page()
            return form_page(opened, answering.survey, answering.new_key(), _draft(token))
        changeable = answering.changeable(opened)
        if changeable and "change" in request.query_params:
            return form_page(opened, answering.survey, "", _draft(token))
        return stored_page(opened, changeable, _draft(token))

    async def take(self, request: Request) -> Response:
        """Store what was sent, and show that it is."""
        token = request.path_params["token"]
        try:
            sent = _read(await plain.body_of(request))
            if sent.forget:
                return await run_in_threadpool(self._forget, request)
            return await run_in_threadpool(self._store, request, token, sent)
        except CoachError as exc:
            return plain.trouble(exc)

    def blank(self, _request: Request) -> Response:
        """Show the form to print, for those who answer on paper."""
        if not self._ready():
            return plain.waiting()
        survey = self._rounds().survey
        return plain.page("blank.html", assets="answer-assets", survey=survey)

    def blank_csv(self, _request: Request) -> Response:
        """Give a file with a column a statement and no row."""
        if not self._ready():
            return plain.waiting()
        columns = ["side", *(s.id for s in self._rounds().survey.statements), "line"]
        name = 'attachment; filename="survey.csv"'
        return Response(
            ",".join(columns) + "\r\n",
            media_type="text/csv",
            headers={"Content-Disposition": name, "Cache-Control": "no-store"},
        )

    def _store(self, request: Request, token: str, sent: Sent) -> Response:
        rounds = self._rounds()  # waits for the services: what was sent is not to be lost
        key = device_key.key_of(request) or sent.key or rounds.answering.new_key()
        rounds.answering.answer(token, key, sent.answers, sent.line)
        response = RedirectResponse("?sent", 303)
        until = rounds.answering.open(token, key).round.final_at
        device_key.give(response, request, key, self._path(request), until)
        return response

    def _forget(self, request: Request) -> Response:
        opened = self._rounds().answering.open(
            request.path_params["token"], device_key.key_of(request)
        )
        shared = opened.link.shared
        response = RedirectResponse("?", 303) if shared else forgotten_page()
        device_key.take_back(response, self._path(request))
        return response

    def _path(self, request: Request) -> str:
        return f"{self._rounds().linking.prefix}/answer/{request.path_params['token']}"


def _read(body: bytes) -> Sent:
    fields = plain.fields_of(body, _MOST_FIELDS)
    key, line = device_key.sound(fields.pop("key", "")), fields.pop("line", "")
    forget = fields.pop("do", "") == "forget"
    return Sent({name: _value(said) for name, said in fields.items()}, line, key, forget)


def _value(said: str) -> int | None:
    if said == _DONT_KNOW:
        return None
    return int(said) if said in {"1", "2", "3", "4"} else 0  # 0: refused as no answer of ours


def _draft(token: str) -> str:
    return fingerprint(token)[:12]
