"""What an agreement begins with where nobody has said otherwise: the playbook's own words."""

from __future__ import annotations

from coach.domain.agreement import DEFAULTS, Terms
from coach.domain.notes import Playbook

REASONS = "reject-codes"  # the note whose first list has the reasons
REVIEW = "sla-review"  # the meeting that looks at an agreement
_MOST_REASONS = 8


def usual_terms(playbook: Playbook, definition: str = "") -> Terms:
    """Return terms to begin with; `definition` is what the team calls a qualified lead."""
    return Terms(given=DEFAULTS, reasons=_reasons(playbook), definition=definition)


def _reasons(playbook: Playbook) -> tuple[str, ...]:
    """Return the first list of reasons in the playbook's note on them."""
    note = playbook.get(REASONS)
    for section in note.sections if note is not None else ():
        listed = [line[2:].strip() for line in section.text.splitlines() if line.startswith("- ")]
        if listed and not any("**" in line for line in listed):
            return tuple(line.rstrip(".") for line in listed[:_MOST_REASONS])
    return ()
