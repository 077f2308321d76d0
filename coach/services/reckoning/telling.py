"""Says what was calculated, step by step, and asks for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.leads import QUESTIONS, LeadPlan, Term, shown


def told(plan: LeadPlan, questions: Sequence[str] = ()) -> str:
    """Return the plan as text: the steps, whether people can do it, what to tell next."""
    parts = []
    if plan.steps:
        parts.append("\n".join(f"- {step.text}" for step in plan.steps))
    if verdict := _verdict(plan):
        parts.append(verdict)
    asked = [*questions, *(QUESTIONS[term] for term in plan.missing)]
    if asked:
        lead = "To go on I need to know:" if plan.steps else "To calculate I need to know:"
        parts.append("\n".join([lead, *(f"- {question}" for question in dict.fromkeys(asked))]))
    return "\n\n".join(parts)


def _verdict(plan: LeadPlan) -> str:
    if plan.hours is None:
        return ""
    needed = shown(plan.hours)
    if plan.fits is None:
        return f"Capacity: each person needs {needed} hours a month for this; have they got them?"
    available = shown(plan.given[Term.HOURS])
    if plan.fits:
        return f"Capacity: it fits, {needed} of {available} hours a month for each person."
    return (
        f"Capacity: it does not fit, {needed} hours a month for each person and only {available} "
        "to give. Raise quality or lower the number; people would pick the best and leave the rest."
    )
