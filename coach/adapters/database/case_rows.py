"""Rows read as kept cases and exchanges, and these as what rows hold."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row

from coach.domain.accounts import Account, Ended, Exchange, Joint
from coach.domain.cases import FollowUp, KeptCase, ListedCase, Told
from coach.domain.conflict import Analysis, Heard, Step, View, Words
from coach.domain.notes import Friction
from coach.domain.rehearsal import Debrief
from coach.domain.stages import Side

UNREADABLE = (
    "What this case came to was stored by another version of the coach and cannot be shown. "
    "Choose “That's not it” and look again: the text is still here."
)


def case_values(case: KeptCase) -> dict[str, Any]:
    """Return what a row of `cases` holds, without whose it is."""
    return {
        "id": case.id,
        "title": case.title,
        "text": case.text,
        "side": case.side and case.side.value,
        "note": case.note,
        "pattern": case.pattern,
        "analysis": _frozen(case.analysis, Analysis),
        "follow_ups": _frozen(case.follow_ups, tuple[FollowUp, ...]),
        "debriefs": _frozen(case.debriefs, tuple[Debrief, ...]),
        "told": case.follow_ups[-1].told.value if case.follow_ups else None,
        "due_on": case.step.by,
        "kept_at": case.kept_at,
    }


def case_from(row: Row[Any]) -> KeptCase:
    """Read a row of `cases`.

    An analysis of a shape that this version cannot read comes empty, and says so.
    """
    return KeptCase(
        id=row.id,
        text=row.text,
        side=row.side and Side(row.side),
        note=row.note,
        kept_at=row.kept_at,
        analysis=_thawed(row.analysis, Analysis) or _unreadable(row.title, row.kept_at.date()),
        follow_ups=_thawed(row.follow_ups, tuple[FollowUp, ...]) or (),
        debriefs=_thawed(row.debriefs, tuple[Debrief, ...]) or (),
    )


def listed_from(row: Any) -> ListedCase:
    """Read a line of the list: the columns of a `ListedCase`."""
    told = row.told and Told(row.told)
    return ListedCase(row.id, row.title, row.kept_at, row.due_on, told, row.begins)


def exchange_values(exchange: Exchange) -> dict[str, Any]:
    """Return what a row of `exchanges` holds, without whose it is and without the device's key."""
    return {
        "case": exchange.case,
        "side": exchange.side.value,
        "by": exchange.by,
        "subject": exchange.subject,
        "asked_at": exchange.asked_at,
        "expires_at": exchange.expires_at,
        "theirs": exchange.theirs and _frozen(exchange.theirs, Account),
        "asker_agrees": exchange.asker_agrees,
        "other_agrees": exchange.other_agrees,
        "ended": exchange.ended and exchange.ended.value,
        "joint": exchange.joint and _frozen(exchange.joint, Joint),
    }


def exchange_from(row: Row[Any]) -> Exchange:
    """Read a row of `exchanges`; what this version cannot read of it is left out."""
    return Exchange(
        case=row.case,
        side=Side(row.side),
        by=row.by,
        subject=row.subject,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        theirs=row.theirs and _thawed(row.theirs, Account),
        asker_agrees=row.asker_agrees,
        other_agrees=row.other_agrees,
        ended=row.ended and Ended(row.ended),
        joint=row.joint and _thawed(row.joint, Joint),
    )


def _unreadable(title: str, day: date) -> Analysis:
    nobody = View("", "", "", is_guess=False)
    return Analysis(
        summary=title, about=Friction.PROCESS, heard=Heard.NOBODY, patterns=(), said=(),
        disputed=(), missing=(), sales=nobody, marketing=nobody, root_cause="", stage=None,
        heat=None, help_by="", options=(), step=Step("", "", "", day), words=Words("", "", ""),
        meeting=None, metric=None, hand_over_when="", warnings=(UNREADABLE,),
    )  # fmt: skip


def _frozen(value: object, shape: Any) -> str:
    """Return JSON; letters stay letters, so that a search of the bytes finds them."""
    plain = _adapter(shape).dump_python(value, mode="json")
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _thawed(text: str, shape: Any) -> Any:
    try:
        return _adapter(shape).validate_json(text)
    except ValidationError:
        return None


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
