"""Rows read as agreements and shared words, and these as what rows hold."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Row

from coach.domain.agreement import Agreement, Terms
from coach.domain.agreement_months import Month, Promised
from coach.domain.leads import Term
from coach.domain.shared_words import SIDES, Meaning, SharedWord

_COUNTS = ("leads", "accepted", "rejected", "reasoned")
_EXACT = ("response", "attempts")  # kept as written fractions: a third stays a third


def agreement_values(agreement: Agreement) -> dict[str, Any]:
    """Return what a row of `agreements` holds, without whose it is."""
    terms = agreement.terms
    written = {
        "given": {term.value: str(value) for term, value in terms.given.items()},
        "response": str(terms.response),
        "notice": terms.notice,
        "reasons": list(terms.reasons),
        "definition": terms.definition,
        "sales_owner": terms.sales_owner,
        "marketing_owner": terms.marketing_owner,
    }
    return {
        "id": agreement.id,
        "agreed_on": agreement.agreed_on,
        "terms": _json(written),
        "months": _json([_month_values(month) for month in agreement.months]),
    }


def agreement_from(row: Row[Any]) -> Agreement:
    """Read a row of `agreements`."""
    terms = json.loads(row.terms)
    given = {Term(name): Fraction(value) for name, value in terms.pop("given").items()}
    response, reasons = Fraction(terms.pop("response")), tuple(terms.pop("reasons"))
    return Agreement(
        id=row.id,
        agreed_on=row.agreed_on,
        terms=Terms(given=given, response=response, reasons=reasons, **terms),
        months=tuple(_month_from(month) for month in json.loads(row.months)),
    )


def word_values(word: SharedWord) -> dict[str, Any]:
    """Return what a row of `shared_words` holds, without whose it is."""
    values: dict[str, Any] = {"id": word.id, "word": word.word, "note": word.note}
    for side in SIDES:
        meaning = word.meanings.get(side, Meaning(""))
        values |= {side.value: meaning.text, f"{side.value}_key": meaning.key}
        values[f"{side.value}_at"] = word.accepted.get(side)
    return values | {"draft": word.draft}


def word_from(row: Row[Any]) -> SharedWord:
    """Read a row of `shared_words`."""
    its = row._mapping
    return SharedWord(
        id=row.id,
        word=row.word,
        meanings={
            side: Meaning(its[side.value], its[f"{side.value}_key"])
            for side in SIDES
            if its[side.value]
        },
        draft=row.draft,
        accepted={side: at for side in SIDES if (at := its[f"{side.value}_at"]) is not None},
        note=row.note,
    )


def _month_values(month: Month) -> dict[str, Any]:
    promised = month.promised
    return {
        "of": month.of.isoformat(),
        "promised": [promised.leads, str(promised.response), _text(promised.attempts)],
        **{name: getattr(month, name) for name in _COUNTS},
        **{name: _text(getattr(month, name)) for name in _EXACT},
    }


def _month_from(values: dict[str, Any]) -> Month:
    leads, response, attempts = values["promised"]
    return Month(
        of=date.fromisoformat(values["of"]),
        promised=Promised(leads, Fraction(response), _exact(attempts)),
        response=_exact(values["response"]),
        attempts=_exact(values["attempts"]),
        **{name: values[name] for name in _COUNTS},
    )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _exact(value: str | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
