"""Security headers, whoever answers."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from coach.web.headers import HEADERS, SecurityHeaders
from coach.web.health import health_route


async def _fine(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok", headers={"X-Frame-Options": "ALLOWALL", "X-Own": "kept"})


async def _broken(_request: Request) -> PlainTextResponse:
    raise ValueError("secret")


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/fine", _fine), Route("/broken", _broken), health_route(lambda: False)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]))


@pytest.mark.parametrize(("path", "status"), [("/fine", 200), ("/broken", 500), ("/none", 404)])
def test_every_response_has_them(path: str, status: int, client: TestClient) -> None:
    response = client.get(path)

    assert response.status_code == status
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_a_route_cannot_loosen_them_but_keeps_its_own(client: TestClient) -> None:
    response = client.get("/fine")

    assert response.headers.get_list("X-Frame-Options") == ["DENY"]
    assert response.headers["X-Own"] == "kept"


def test_an_unhandled_error_says_nothing_of_the_inside(client: TestClient) -> None:
    assert "secret" not in client.get("/broken").text


def test_no_script_but_our_own_may_run() -> None:
    policy = HEADERS["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert "http:" not in policy


def test_health_answers_before_the_services_are_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "ready": False}
