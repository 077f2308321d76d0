"""Says what was calculated, step by step, and asks for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.leads import QUESTIONS, LeadPlan, Term, shown

ASKS = "I need to know:"  # stands in every text that asks for numbers


def told(plan: LeadPlan, questions: Sequence[str] = ()) -> str:
    """Return the plan as text: the steps, whether people can do it, what to tell next."""
    steps = "\n".join(f"- {step}" for step in steps_of(plan))
    return "\n\n".join(part for part in (steps, asking(plan, questions)) if part)


def steps_of(plan: LeadPlan) -> tuple[str, ...]:
    """Return a line for each step, and one on whether people have the hours."""
    lines = tuple(step.text for step in plan.steps)
    return (*lines, verdict) if (verdict := _verdict(plan)) else lines


def asking(plan: LeadPlan, questions: Sequence[str] = ()) -> str:
    """Return what is to be told yet, empty where nothing is."""
    open_yet = [QUESTIONS[term] for term in plan.missing]
    # Who is asked which of two numbers counts is not asked for that number once more.
    open_yet = [question for question in open_yet if question not in " ".join(questions)]
    asked = dict.fromkeys([*questions, *open_yet])
    aim = "be sure" if not plan.missing else "go on" if plan.steps else "calculate"
    lead = f"To {aim} {ASKS}"
    return "\n".join([lead, "", *(f"- {question}" for question in asked)]) if asked else ""


def _verdict(plan: LeadPlan) -> str:
    if plan.hours is None:
        return ""
    needed = shown(plan.hours)
    if plan.fits is None:
        return f"Capacity: each person needs {needed} hours a month for this. Are they there?"
    available = shown(plan.given[Term.HOURS])
    if plan.fits:
        return f"Capacity: it fits, {needed} of {available} hours a month for each person."
    return (
        f"Capacity: it does not fit, {needed} hours a month for each person and only {available} "
        "to give."
    )
