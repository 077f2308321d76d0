"""Plain pages, made on the server, for people without an account: they work without a script."""

from __future__ import annotations

import logging
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from coach.errors import CaseError, CoachError, LinkClosed, NotFound, RoundError, Unfit

_LOG = logging.getLogger(__name__)

MOST_BYTES = 32_768  # of what a form sends
WAIT = 3  # seconds until a page asks again whether the services are ready
_DOWN = "This does not work just now, and nothing was stored."
_LATER = "Go back in a few minutes and send it again: what you chose is still there."
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}
_ASSETS = {  # by name: where it is in the package, and what it is
    "plain.css": ("web/pages/plain.css", "text/css"),
    "survey.js": ("web/pages/survey.js", "text/javascript"),
    "mark.svg": ("ui/mark.svg", "image/svg+xml"),
}


class TooLong(CoachError):
    """A form that sends more than any person types."""

    code = "too_long"
    next_step = "Go back and shorten it: nothing was stored."

    def __init__(self) -> None:
        super().__init__("That is more than fits.")


def page(
    template: str, status: int = 200, assets: str = "../answer-assets", **values: Any
) -> HTMLResponse:
    """Return a template filled with values, which are escaped; nobody keeps a copy of it.

    `assets` is where style and script are, seen from the page's address.
    """
    text = _templates().get_template(template).render(assets=assets, **values)
    return HTMLResponse(text, status, headers=_HEADERS)


def trouble(error: CoachError, again: str = "") -> HTMLResponse:
    """Return a page that says what is wrong; `again` is the text of a link to the same address.

    What is wrong with the records or the settings is for those who run the coach: others read that
    it does not work just now.
    """
    if isinstance(error, LinkClosed):
        status = 404 if error.reason == "unknown" else 410
    elif isinstance(error, RoundError | CaseError | Unfit | NotFound | TooLong):
        status = 400
    else:
        _LOG.warning("a page for people without an account failed: %s", error.message)
        return page("notice.html", 503, title=_DOWN, text=_LATER, again="")
    return page("notice.html", status, title=error.message, text=error.next_step, again=again)


def waiting() -> HTMLResponse:
    """Return a page that asks again by itself until the services are ready."""
    response = page(
        "notice.html",
        503,
        title="One moment, the coach is starting.",
        text="This page tries again by itself.",
        again="Try again now",
        refresh=WAIT,
    )
    response.headers["Retry-After"] = str(WAIT)
    return response


async def body_of(request: Request, most: int = MOST_BYTES) -> bytes:
    """Read what a form sends, up to so many bytes.

    Raises:
        TooLong: it sends more than fits; the rest is not read.
    """
    received = bytearray()
    async for piece in request.stream():
        received += piece
        if len(received) > most:
            raise TooLong
    return bytes(received)


def fields_of(body: bytes, most: int) -> dict[str, str]:
    """Return the fields of a form as it was sent, by name.

    Raises:
        TooLong: there are more than `most`, or it is no form of ours.
    """
    try:
        text = body.decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=most))
    except ValueError as exc:
        raise TooLong from exc


def assets_route() -> BaseRoute:
    """Return the route of style and script, which these pages share."""

    def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _ASSETS:
            return Response(status_code=404)
        path, kind = _ASSETS[name]
        caching = {"Cache-Control": "public, max-age=300"}
        return Response(_asset(path), media_type=kind, headers=caching)

    return Route("/answer-assets/{name}", asset)


@cache
def _asset(path: str) -> bytes:
    return files("coach").joinpath(path).read_bytes()


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("coach.web", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
