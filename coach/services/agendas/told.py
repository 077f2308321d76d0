"""What was found of somebody's meetings as a reply: a list, each line with day and source."""

from __future__ import annotations

from coach.domain.answers import Answer, AnswerKind, Check, Citation, Question, Segment
from coach.domain.meetings import ActionState, Kept, Recalled
from coach.services.agendas.asked import Asked, Looking
from coach.services.agendas.memory import Remembered
from coach.services.numbering import in_a_line

_STATES = {
    ActionState.OPEN: "still open",
    ActionState.DONE: "done",
    ActionState.DROPPED: "dropped",
}
_HEADS = {
    Looking.DECIDED: "Your meetings decided{about}",
    Looking.AGREED: "Your meetings decided and promised{about}",
    Looking.PROMISED: "In your meetings it was promised{about}",
    Looking.OPEN: "Still open from your meetings{about}",
    Looking.TALKED: "You talked{about} in these meetings",
}
_NONE = {
    Looking.DECIDED: "None of the meetings kept here decided anything{about}.",
    Looking.AGREED: "None of the meetings kept here decided or promised anything{about}.",
    Looking.PROMISED: "Nobody promised anything{about} in the meetings kept here.",
    Looking.OPEN: "Nothing is open{about} from the meetings kept here.",
    Looking.TALKED: "None of the meetings kept here talked{about}.",
}
PLAYBOOK = "The playbook says this about it:"
_OFFER = "Ask about the matter itself, and I look it up in the playbook."
_NO_MEETINGS = "No meeting has been held and kept here yet, so I can't tell what yours decided."


def told(question: Question, asked: Asked, remembered: Remembered) -> Answer:
    """Return what was found as an answer, each thing with its meeting as the source."""
    found = remembered.found
    head = _HEADS[asked.looking].format(about=_about(asked)) + ", newest first:"
    if not remembered.exact:
        head = f"{nothing(asked, remembered)} The nearest that was kept, newest first:"
    rows = (f"- {_row(one)} [{n}]" for n, one in enumerate(found, 1))
    text = f"{head}\n\n" + "\n".join(rows)
    return Answer(
        AnswerKind.ANSWER,
        text,
        (Segment(text, Check.KEPT),),
        citations=tuple(_cite(n, one) for n, one in enumerate(found, 1)),
        stage=question.stage,
        follow_ups=tuple(filter(None, (to_playbook(asked),))),
    )


def nothing(asked: Asked, remembered: Remembered) -> str:
    """Say that nothing was found."""
    if not remembered.kept_any:
        return _NO_MEETINGS
    return _NONE[asked.looking].format(about=_about(asked))


def offer(asked: Asked, remembered: Remembered) -> str:
    """Say that nothing was found, here or in the playbook, and what can be asked instead."""
    return f"{nothing(asked, remembered)} {_OFFER}"


def to_playbook(asked: Asked) -> str:
    """Return the question that asks the playbook about the same, empty where it can't know."""
    if not asked.topic or asked.looking in (Looking.OPEN, Looking.PROMISED):
        return ""
    return f"What should we agree about {asked.name}?"


def _about(asked: Asked) -> str:
    if not asked.topic:
        return ""
    return f" {'with' if asked.looking is Looking.OPEN else 'about'} “{in_a_line(asked.name)}”"


def _row(one: Recalled) -> str:
    where = f"**{day(one)}**, {in_a_line(one.title)}"
    match one.kind:
        case Kept.ACTION:
            state = _STATES[one.state or ActionState.OPEN]
            return f"{where}: {in_a_line(one.owner)} promised “{in_a_line(one.text)}” ({state})"
        case Kept.DECISION:
            asked = f" (asked: {in_a_line(one.question)})" if one.question else ""
            return f"{where}: “{in_a_line(one.text)}”{asked}"
    return f"{where}: “{in_a_line(one.text)}”"


def _cite(n: int, one: Recalled) -> Citation:
    quote = f"{one.owner}: {one.text}" if one.kind is Kept.ACTION and one.owner else one.text
    return Citation(
        n=n,
        note="",
        title=in_a_line(one.title),
        heading=day(one),
        quote=quote,
        meeting=one.meeting or "",
    )


def day(one: Recalled) -> str:
    """Return the day as it is written, "24 November 2026"."""
    return f"{one.on.day} {one.on:%B %Y}"
