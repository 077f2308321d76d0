"""The step that follows from how the last one went, by rule, out of what the note said."""

from __future__ import annotations

from datetime import date, timedelta

from coach.domain.cases import After, KeptCase, NextStep, Told

AGAIN = timedelta(days=7)


def next_step(case: KeptCase, told: Told, today: date) -> NextStep:
    """Return what to do now.

    Done settles it. Not yet: the same once more, a week on; the second time, and where the step was
    dropped, the note's next way out; after the last one, whoever should step in at that heat.
    """
    if told is Told.DONE:
        return NextStep(After.SETTLED, "", None)
    by, step = today + AGAIN, case.step
    if told is Told.NOT_YET and step.kind is not After.AGAIN:
        return NextStep(_again(step.kind), step.what, by)
    tried = sum(done.next.kind is After.OPTION for done in case.follow_ups)
    options = case.analysis.options
    if tried < len(options) and step.kind is not After.HELP:
        return NextStep(After.OPTION, options[tried].what, by)
    return NextStep(After.HELP, case.analysis.help_by, by)


def _again(kind: After) -> After:
    return After.HELP if kind is After.HELP else After.AGAIN
