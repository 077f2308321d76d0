"""The key by which a device finds its own answer again: a cookie for one address alone."""

from __future__ import annotations

import re
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

_NAME = "answer"
_KEY = re.compile(r"[\w-]{43}", re.ASCII)


def key_of(request: Request) -> str:
    """Return the key that the browser sent, empty where it has none."""
    return sound(request.cookies.get(_NAME, ""))


def sound(key: str) -> str:
    """Return `key` where it has the form of one, else nothing."""
    return key if _KEY.fullmatch(key) else ""


def give(response: Response, request: Request, key: str, path: str, until: datetime) -> None:
    """Let the browser keep the key for this path; no script and no other site can use it."""
    response.set_cookie(
        _NAME,
        key,
        expires=until,
        path=path,
        secure="https" in (request.url.scheme, request.headers.get("x-forwarded-proto")),
        httponly=True,
        samesite="strict",
    )


def take_back(response: Response, path: str) -> None:
    """Let the browser forget the key."""
    response.delete_cookie(_NAME, path=path, httponly=True, samesite="strict")
