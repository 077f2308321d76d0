"""What the survey's pages show, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from starlette.responses import HTMLResponse

from coach.domain.rounds import Opened
from coach.domain.stages import Side
from coach.domain.survey import Survey
from coach.services.rounds.answering import LONGEST_LINE
from coach.web import plain

_SIDES = {Side.SALES: "sales", Side.MARKETING: "marketing", Side.OTHER: "neither of the two"}


def form_page(opened: Opened, survey: Survey, key: str, draft: str) -> HTMLResponse:
    """Return the form, with what this device answered before; `draft` names it on the device."""
    given = opened.given
    return plain.page(
        "survey.html",
        survey=survey,
        answers={} if given is None else {id_: v or "dk" for id_, v in given.answers.items()},
        line="" if given is None else given.line,
        longest_line=LONGEST_LINE,
        changing=given is not None,
        key=key,
        draft=draft,
        **_shared(opened),
    )


def stored_page(opened: Opened, changeable: bool, draft: str) -> HTMLResponse:
    """Return the thanks, with the way to change the answers where that is still possible."""
    return plain.page("stored.html", changeable=changeable, draft=draft, **_shared(opened))


def unkept_page() -> HTMLResponse:
    """Return the thanks to a browser that keeps no cookies."""
    return plain.page(
        "notice.html",
        title="Thank you. Your answers are stored.",
        text="This browser keeps no cookies, so the answers can no longer be changed.",
        again="Open the survey again",
    )


def forgotten_page() -> HTMLResponse:
    """Return what is said once a device has forgotten its key."""
    return plain.page(
        "notice.html",
        title="This device has forgotten its key.",
        text="The answers stay in the round; nobody can look at or change them any more.",
        again="",
    )


def _shared(opened: Opened) -> dict[str, Any]:
    closes = opened.round.closes_at
    return {
        "title": opened.round.title,
        "side": opened.link.side.value,
        "shared": opened.link.shared,
        "side_name": _SIDES[opened.link.side],
        "closes": _day(closes),
        "closes_at": closes.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _day(moment: datetime) -> str:
    return f"{moment:%A}, {moment.day} {moment:%B %Y} at {moment:%H:%M} UTC"
