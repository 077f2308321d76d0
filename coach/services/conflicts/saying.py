"""The words of an answer to a quarrel: what to open with, what to send, a draft said better."""

from __future__ import annotations

import re

from coach.domain.conflict import Disputed, Rewrite, Said, Thread, Words
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Conflict, Friction
from coach.domain.stages import Side
from coach.services.conflicts.facts import is_order
from coach.services.conflicts.figures import without_figures

MOST_WORDS = 120  # of a message
FACT_WORDS = 26
_OPENS = lazy_pattern(r"To open: [“\"](?P<said>.+?)[”\"](?= If |\s*$)", re.DOTALL)
_IMPACT = {
    Friction.MONEY: "As long as that stands, neither team can trust the numbers it plans with.",
    Friction.PROCESS: "As long as that stands, work gets done twice or not at all, on both sides.",
    Friction.RESPECT: "As long as that stands, both sides keep back what the other needs.",
}
_DRAFT = lazy_pattern(
    r"\b(?:my draft|draft (?:reply|mail|e-?mail|message|answer)|(?:can|should|shall|may) i send"
    r"|before i (?:send|hit send|reply)|i(?:'m| am) about to (?:send|reply)|want to (?:send|reply"
    r"|answer) (?:this|with)|is (?:this|it) (?:ok|okay|fine|too much) to send|here(?:'s| is) what i"
    r" (?:want|wrote|would) )",
    re.IGNORECASE,
)
_COPIES = lazy_pattern(
    r"^\s*>?\s*cc:|\bcc[-'’ ]?(?:d|ing|ed)?\b|\bin cc\b|\bcopying in\b",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = lazy_pattern(r"[;.]")
_ADDRESSED = lazy_pattern(
    r"^(?:(?:hi|hello|hey|dear) )?[A-ZÀ-Þ][\w-]+, (?=[A-Z])"
)  # "Julia, I called …"
_CAPITALS = lazy_pattern(r"\b[A-Z]{4,}\b")


def words_for(
    note: Conflict,
    sender: Side | None,
    thread: Thread,
    said: tuple[Said, ...],
    disputed: tuple[Disputed, ...],
) -> Words:
    """Return an opening for each side, the message, and the draft said better if there is one.

    None of them states a figure that is not in the text.
    """
    message = message_of(note, sender, thread, said)
    rewrite = Rewrite(message, changes_in(thread, disputed)) if is_draft(thread) else None
    sales, marketing = (
        without_figures(opening_of(note, side), thread.text) for side in ("sales", "marketing")
    )
    return Words(sales, marketing, message, rewrite)


def opening_of(note: Conflict, side: str) -> str:
    """Return what somebody of that side could say first."""
    section = note.section(f"Words for {side}")
    text = " ".join(section.text.split()) if section else ""
    found = _OPENS.search(text)
    return found["said"] if found else text.split(" If ")[0]


def message_of(note: Conflict, sender: Side | None, thread: Thread, said: tuple[Said, ...]) -> str:
    """Return a message to send: one fact, one impact, one ask, two offers of time.

    It asks the side that `sender` is not on; both, where the sender is on neither.
    """
    option = note.options[0].what.rstrip(".")
    parts = (
        "Hello,",
        f"{_fact(note, sender, thread, said)} {_IMPACT[note.about]}",
        f"Could we try one thing: {_lowered(option)}? {_question(note, sender)}",
        "I have half an hour on Tuesday at ten or Thursday at two. I'd like both teams to gain "
        "from it.",
        "Thank you",
    )
    return "\n\n".join(parts)


def is_draft(thread: Thread) -> bool:
    """Whether somebody pasted what they are about to send."""
    return _DRAFT.search(thread.text) is not None


def changes_in(thread: Thread, disputed: tuple[Disputed, ...]) -> tuple[str, ...]:
    """Say what was changed in a draft, and why it helps."""
    changes = []
    if disputed:
        named = "; ".join(f"“{_clipped(d.quote.text, 10)}”" for d in disputed[:2])
        changes.append(
            f"Verdicts on the other side are out ({named}): they invite a counter-attack."
        )
    if _COPIES.search(thread.text):
        changes.append("Nobody is copied in: an audience makes it hard to give way.")
    if len(_CAPITALS.findall(thread.text)) > 1 or "!!" in thread.text:
        changes.append("Capitals and exclamation marks are out: they read as shouting.")
    if any(is_order(m.body.text) for m in thread.messages):
        changes.append("Lines that speak to a machine are out.")
    changes.append("One fact, one effect and one question are left: that can be answered.")
    return tuple(changes)


def _fact(note: Conflict, sender: Side | None, thread: Thread, said: tuple[Said, ...]) -> str:
    """Return what the sender saw; else what the quarrel is, as both would say it."""
    for fact in said:
        if _may_say(sender, _side_of(thread, fact)):
            return f"This is what I saw: {_clipped(_ADDRESSED.sub('', fact.claim))}"
    who = "you're" if sender is None else "we're"
    quarrel = without_figures(_CLAUSE.split(note.summary)[0], thread.text)
    return f"I think {who} stuck in this together: {_lowered(quarrel)}."


def _may_say(sender: Side | None, speaker: Side | None) -> bool:
    """Whether a sentence of one side can be said by the sender as their own."""
    return speaker is None or speaker is sender


def _side_of(thread: Thread, fact: Said) -> Side | None:
    at = fact.quote.start
    return next((m.side for m in thread.messages if m.body.start <= at < m.body.end), None)


def _question(note: Conflict, sender: Side | None) -> str:
    sales, marketing = _lowered(note.ask_sales[0]), _lowered(note.ask_marketing[0])
    if sender is Side.SALES:
        return f"And I'd like to hear from you: {marketing}"
    if sender is Side.MARKETING:
        return f"And I'd like to hear from you: {sales}"
    return f"And one question to each of you. Sales: {sales} Marketing: {marketing}"


def _lowered(text: str) -> str:
    """Return a sentence as it goes on after a colon; a name in capitals stays."""
    return text if text[1:2].isupper() or text.startswith("I ") else text[:1].lower() + text[1:]


def _clipped(text: str, most: int = FACT_WORDS) -> str:
    words = text.split()
    if len(words) <= most:
        return text if text.endswith((".", "?", "!")) or most < FACT_WORDS else f"{text}."
    return " ".join(words[:most]).rstrip(",;:") + " …"
