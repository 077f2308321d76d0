"""Security headers on every response, whoever made it."""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
_NAMES = frozenset(name for name, _ in _RAW)
_STARTS = frozenset(("http.response.start", "websocket.http.response.start", "websocket.accept"))


class SecurityHeaders:
    """Adds `HEADERS` to every response, replacing what a route set under the same name.

    An error that no route handled becomes a plain 500 here, because the framework's own error
    page would leave without the headers. Lives as long as the app.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] in _STARTS:
                started = True
                _add(message)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            if started or scope["type"] != "http":
                raise
            _LOG.exception("a request failed: %s", scope.get("path"))
            response = PlainTextResponse("Something went wrong. Reload the page.", 500)
            await response(scope, receive, send_with_headers)


def _add(message: MutableMapping[str, Any]) -> None:
    kept = [(n, v) for n, v in message.get("headers", ()) if n.lower() not in _NAMES]
    message["headers"] = [*kept, *_RAW]
