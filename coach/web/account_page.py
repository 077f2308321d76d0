"""What the other side's pages show, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from starlette.responses import HTMLResponse

from coach.domain.accounts import Account, Joint, OtherView, Standing
from coach.domain.conflict import LONGEST
from coach.services.boundaries import Boundary
from coach.web import plain

Titles = Callable[[str], str]
_ENDED = {
    Standing.STOPPED: (
        "The question was taken back.",
        "What you wrote was deleted; nobody was shown any of it.",
    ),
    Standing.NONE: (
        "There will be no joint result.",
        "Nothing of what you wrote is stored any more; nobody was shown any of it.",
    ),
    Standing.OVER: (
        "The last day has passed without a joint result.",
        "What you wrote is deleted; nobody was shown any of it.",
    ),
}


def form_page(view: OtherView) -> HTMLResponse:
    """Return the form, with what this device wrote before."""
    mine = view.mine
    return plain.page(
        "account.html",
        text=mine.text if mine else "",
        changing=mine is not None,
        longest=LONGEST,
        **_shared(view),
    )


def stored_page(view: OtherView, mine: Account) -> HTMLResponse:
    """Return what was written, what of it could be quoted, and the question whether it may."""
    return plain.page(
        "account_stored.html",
        text=mine.text,
        quotes=mine.quotes,
        topics=mine.topics,
        agrees=view.agrees,
        **_shared(view),
    )


def joint_page(view: OtherView, joint: Joint, title: Titles) -> HTMLResponse:
    """Return the joint result, the same that whoever asked reads."""
    sides = (
        ("sales", joint.sales_topics, joint.sales_alone),
        ("marketing", joint.marketing_topics, joint.marketing_alone),
    )
    seen = tuple(title(note) for note in (joint.sales_sees, joint.marketing_sees) if note)
    return plain.page(
        "account_joint.html",
        joint=joint,
        sides=sides,
        seen=seen if len(seen) == len(sides) else (),
        nothing_past=not any(topics or quotes for _, topics, quotes in sides),
        by_day=_day(joint.step.by),
        **_shared(view),
    )


def ended_page(view: OtherView) -> HTMLResponse:
    """Return why nothing more comes of it."""
    title, text = _ENDED[view.standing]
    return plain.page("notice.html", title=title, text=text, again="")


def stopped_page(view: OtherView, boundary: Boundary, text: str) -> HTMLResponse:
    """Return the hand-over; where no word puts it beyond doubt, a way to the work matter."""
    return plain.page(
        "account_stopped.html",
        parts=boundary.text.replace("**", "").split("\n\n"),
        sure=boundary.is_sure,
        text=text,
        longest=LONGEST,
        **_shared(view),
    )


def unkept_page() -> HTMLResponse:
    """Return what is said to a browser that keeps no cookies, before anything is stored."""
    return plain.page(
        "notice.html",
        400,
        title="Nothing was stored yet: this browser keeps no cookie for this page.",
        text="Without it nobody could find your text again, you included. Allow cookies for this "
        "address, or open the link in another browser; going back, your text is still there.",
        again="Open the page again",
    )


def _shared(view: OtherView) -> dict[str, Any]:
    until = view.expires_at
    return {
        "by": view.by,
        "subject": view.subject,
        "side": view.side.value,
        "until": _moment(until),
        "until_at": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _moment(moment: datetime) -> str:
    return f"{moment:%A}, {_day(moment)} at {moment:%H:%M} UTC"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
