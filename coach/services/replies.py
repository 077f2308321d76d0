"""What the coach says by itself: small talk, what it does not cover, where to read, what next."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.answers import Answer, AnswerKind, Check, Citation, Question, Segment, standing
from coach.domain.notes import Move, Note, Playbook, StageNote
from coach.domain.passages import Findings
from coach.domain.stages import Stage
from coach.services.intent import SmallTalk, small_talk_of
from coach.services.language import Languages

FOLLOW_UPS = 3  # how many next questions are offered
NEAREST = 3  # how many notes are named where none answers

OFF_TOPIC = (
    "That one is outside my patch: I only know how sales and marketing work together. "
    "Tell me where the two get stuck, and we start there."
)
SMALL_TALK = {
    SmallTalk.GREETING: "Hello. What is going on between sales and marketing?",
    SmallTalk.THANKS: "You're welcome. Tell me how it went, or ask the next one.",
    SmallTalk.BYE: "Goodbye, and good luck with the next conversation.",
    SmallTalk.ABOUT: (
        "I'm Accord, software that coaches the people between sales and marketing. I answer from "
        "a playbook and show you the passage behind each sentence. Ask me where the two get stuck."
    ),
}
NOT_COVERED = "The playbook says nothing about that, so I won't guess."


def said(
    question: Question,
    kind: AnswerKind,
    text: str,
    findings: Findings | None = None,
    follow_ups: tuple[str, ...] = (),
) -> Answer:
    """Return `text` as the whole answer, with what was found for the question."""
    return Answer(
        kind,
        text,
        (Segment(text, Check.KEPT),),
        stage=question.stage,
        follow_ups=follow_ups,
        hits=findings.hits if findings is not None else (),
    )


def said_in_english(
    question: Question,
    language: str,
    languages: Languages,
    playbook: Playbook,
    closing: tuple[Segment, ...],
) -> Answer:
    """Say in the reader's language that the playbook is English, with the notes that fit.

    Where none fits, the stages stand in their order; `closing` comes last.
    """
    names = languages.notes_for(question.text, language)
    notes = [note for name in names if (note := playbook.get(name)) is not None]
    text, citations = _list(languages.plain_line(language), notes or _stage_map(playbook))
    segments = (Segment(text, Check.KEPT), *closing)
    return Answer(
        AnswerKind.ANSWER, standing(segments).strip(), segments, citations, stage=question.stage
    )


def small_talk(text: str) -> str:
    """Return the line for small talk of one kind or another."""
    return SMALL_TALK[small_talk_of(text) or SmallTalk.GREETING]


def uncovered(kind: AnswerKind, findings: Findings) -> str:
    """Return the line for a question the notes do not answer; names the nearest notes."""
    if kind is AnswerKind.OFF_TOPIC:
        return OFF_TOPIC
    titles = list(dict.fromkeys(hit.passage.title for hit in findings.hits))[:NEAREST]
    if not titles:
        return NOT_COVERED
    return f"{NOT_COVERED} The nearest notes:\n\n" + "\n".join(f"- {title}" for title in titles)


def follow_ups(cited: Sequence[Note | None], question: Question) -> tuple[str, ...]:
    """Return next questions that the cited notes suggest, none that was asked already.

    The notes take turns, so that one note does not fill the list.
    """
    asked = {question.text.lower(), *(m.content.lower() for m in question.history)}
    lists = [list(note.follow_ups) for note in cited if note is not None]
    rounds = max((len(items) for items in lists), default=0)
    ordered = [items[i] for i in range(rounds) for items in lists if i < len(items)]
    fresh = [text for text in dict.fromkeys(ordered) if text.lower() not in asked]
    return tuple(fresh[:FOLLOW_UPS])


def stage_of(cited: Sequence[Note | None]) -> Stage | None:
    """Return the stage the first cited stage note or move speaks of, `None` where none does."""
    for note in cited:
        if isinstance(note, StageNote):
            return note.stage
        if isinstance(note, Move):
            return note.from_stage
    return None


def cite(n: int, note: Note) -> Citation:
    """Return the first section of a note as source `n`."""
    section = note.sections[0]
    return Citation(
        n=n,
        note=note.id,
        title=note.title,
        heading=section.heading,
        quote=section.text,
        file=note.file,
        start=section.start,
        end=section.end,
    )


def _list(line: str, notes: Sequence[Note]) -> tuple[str, tuple[Citation, ...]]:
    """Return `line` with the notes under it, a summary each, and their citations."""
    rows = [f"- **{note.title}**: {note.summary} [{n}]" for n, note in enumerate(notes, 1)]
    citations = tuple(cite(n, note) for n, note in enumerate(notes, 1))
    return f"{line}\n\n" + "\n".join(rows), citations


def _stage_map(playbook: Playbook) -> Sequence[Note]:
    stages = [note for note in playbook.notes if isinstance(note, StageNote)]
    return sorted(stages, key=lambda note: note.stage.number)
