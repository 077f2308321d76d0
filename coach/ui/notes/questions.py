"""The question that a note's button asks in the chat."""

from __future__ import annotations

from coach.domain.notes import Kind, Note, StageNote

_ABOUT = {
    Kind.ARTICLE: "What is the gist of “{}”?",
    Kind.MOVE: "How do we go about this: {}?",
    Kind.MEETING: "How do we run the meeting “{}”?",
    Kind.CONFLICT: "How do we settle this quarrel: {}?",
    Kind.METRIC: "What does the metric “{}” tell us, and how do we use it?",
    Kind.PRACTICE: "How do we do this well: {}?",
    Kind.ADAPTATION: "What changes between sales and marketing here: {}?",
    Kind.EVIDENCE: "What is known about this: {}?",
    Kind.TEMPLATE: "How do we use the template “{}”?",
}


def about(note: Note) -> str:
    """Return a question whose answer should come from this very note."""
    if note.title.endswith("?"):
        return note.title
    if isinstance(note, StageNote):
        return f"What does the stage {note.stage.value.capitalize()} look like in a team?"
    return _ABOUT[note.kind].format(note.title)
