"""The web app: the page, its security headers, its health, and the start of the services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from coach.ui import elements, state
from coach.web.account import account_routes
from coach.web.headers import SecurityHeaders
from coach.web.health import health_route
from coach.web.survey import survey_routes
from coach.web.words import words_routes


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Start the services beside the server, and end them with it."""
    elements.register()
    warming = state.warming()
    yield
    warming.close()


app = st.App(
    Path(__file__).resolve().parent / "coach/ui/entry/page.py",
    lifespan=lifespan,
    routes=[
        health_route(lambda: state.warming().ready),
        *survey_routes(lambda: state.warming().ready, lambda: state.warming().result().rounds),
        *account_routes(lambda: state.warming().ready, lambda: state.warming().result().cases),
        *words_routes(lambda: state.warming().ready, lambda: state.warming().result().agreements),
    ],
    middleware=[Middleware(SecurityHeaders)],
)
