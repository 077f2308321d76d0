"""`coach leads`: numbers from the command line, as `name=value` or in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from coach.domain.leads import LeadPlan, Term, rounded, work_back
from coach.services.reckoning.reading import read_numbers
from coach.services.reckoning.telling import told
from coach.services.reckoning.values import reads_alone


def calculate(given: Sequence[str]) -> tuple[LeadPlan, str]:
    """Return the plan and its text.

    Raises:
        ValueError: a name is unknown, a value makes no sense, or the words hold no number.
    """
    if all("=" in pair for pair in given):
        plan = work_back(_pairs(given))
        return plan, told(plan)
    reading = read_numbers(" ".join(given))
    if not reading.given and not reading.questions:
        raise ValueError(f"There is no number in this. Give {', '.join(Term)} as name=value.")
    plan = work_back(reading.given)
    return plan, told(plan, reading.questions)


def leads_object(plan: LeadPlan) -> dict[str, Any]:
    """Return the plan as JSON: each result rounded up once, `null` where it is not known."""
    return {
        "deals": rounded(plan.deals),
        "opportunities": rounded(plan.opportunities),
        "marketing_opportunities": rounded(plan.marketing_opportunities),
        "mqls": rounded(plan.mqls),
        "steps": [step.text for step in plan.steps],
        "missing": [term.value for term in plan.missing],
    }


def _pairs(given: Sequence[str]) -> dict[Term, Fraction]:
    found: dict[Term, Fraction] = {}
    for pair in given:
        name, _, value = pair.partition("=")
        try:
            term = Term(name.strip().lower())
        except ValueError as exc:
            raise ValueError(f"`{name}` is not one of {', '.join(Term)}.") from exc
        if term in found:
            raise ValueError(f"`{name}` is given twice.")
        number = reads_alone(value, term)
        if number is None:
            raise ValueError(f"`{pair}` is no number; write 2.4e6, 2.4M, 30k, 0.2 or 20%.")
        found[term] = number
    return found
