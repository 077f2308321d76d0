"""The playbook's author over the notes that ship: short, checked, quick."""

import time
from pathlib import Path

import pytest

from coach.domain.answers import Brief, Check, Question, Segment
from coach.domain.notes import Note
from coach.domain.passages import Hit
from coach.domain.stages import Side
from coach.playbook.chunking import passages_of
from coach.playbook.composing.author import PlaybookAuthor
from coach.playbook.notes import load_playbook
from coach.services.grounding import Grounding

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
PLAYBOOK = load_playbook(KNOWLEDGE)
AUTHOR = PlaybookAuthor(PLAYBOOK)
FORMS = (
    "{}",
    "why {}",
    "write me an email about {}",
    "what is the risk of {}",
    "who decides about {}",
    "when do we need {}",
    "how often {}",
    "show me {}",
    "agenda for {}",
    "three questions to ask sales about {}",
    "three questions to ask marketing about {}",
    "what are our options with {}",
    "what do i say about {}",
    "what next after {}",
    "should we move up or stay with {}",
)


def brief(note: Note, text: str) -> Brief:
    passages = passages_of(note, (KNOWLEDGE / note.file).read_text(encoding="utf-8"))
    hits = tuple(Hit(p, n, 3.0 / n, 0.5, 3.0) for n, p in enumerate(passages, 1))
    return Brief(Question(text, side=Side.SALES), hits)


@pytest.mark.parametrize("form", FORMS)
def test_every_note_answers_shortly_and_nothing_is_struck(form: str) -> None:
    """At most one sentence in a hundred is marked: advice has one number a line, not a sentence."""
    grounding = Grounding(None)
    segments: list[Segment] = []
    for note in PLAYBOOK.notes:
        given = brief(note, form.format(note.title))
        text = "".join(AUTHOR.answer(given))
        verification = grounding.verification(given)
        verification.feed(text)
        verification.end()

        counted = [line for line in text.splitlines() if not line.startswith(">")]
        assert 20 < len(" ".join(counted).split()) <= 250, note.id
        assert [s for s in verification.segments if s.check is Check.STRUCK] == [], note.id
        segments += verification.segments
    assert sum(s.check is Check.MARKED for s in segments) < len(segments) / 100


def test_an_answer_takes_less_than_ten_milliseconds() -> None:
    given = [brief(note, note.title) for note in PLAYBOOK.notes]

    started = time.perf_counter()
    for one in given:
        "".join(AUTHOR.answer(one))

    assert (time.perf_counter() - started) / len(given) < 0.01
