"""`/healthz`: whether the server answers, and whether the services are warm."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def health_route(ready: Callable[[], bool]) -> Route:
    """Return the route; it answers 200 from the first second, `ready` says how far it is."""

    async def health(_request: Request) -> JSONResponse:
        return JSONResponse(
            {"status": "ok", "ready": ready()}, headers={"Cache-Control": "no-store"}
        )

    return Route("/healthz", health)
