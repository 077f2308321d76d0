"""The shipped lists of small words tell English trade talk from other languages."""

from __future__ import annotations

from pathlib import Path

import yaml

from coach.evaluation.questions import load_questions
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.services.language import Languages

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = Languages(load_languages(ROOT / "knowledge"))


def test_what_english_notes_are_called_and_asked_with_is_english() -> None:
    """ "One" is Polish for "they", "CAC" a Vietnamese plural: such lines were answered in those."""
    notes = load_playbook(ROOT / "knowledge").notes
    lines = [line for note in notes for line in (note.title, *note.aliases, *note.asked)]
    foreign = [line for line in lines if LANGUAGES.detect(line) != "en"]

    assert len(foreign) <= len(lines) / 500, foreign


def test_questions_in_other_languages_are_known_as_such() -> None:
    cases = yaml.safe_load((ROOT / "evals" / "boundaries_training.yaml").read_text("utf-8"))
    texts = [(case["text"], case["language"]) for case in cases]
    texts += [(q.text, q.language) for q in load_questions(ROOT / "evals" / "questions.yaml")]
    foreign = [(text, code) for text, code in texts if code != "en"]
    wrong = [text for text, code in foreign if LANGUAGES.detect(text) != code]

    assert len(wrong) <= len(foreign) / 200, wrong
