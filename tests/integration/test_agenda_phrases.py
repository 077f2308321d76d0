"""Briefs are read as the people meant who typed them."""

import time
from datetime import UTC, datetime

import pytest

from coach.evaluation.agenda_phrases import Judged, judge, load_phrases, share_right
from coach.services.agendas.reading import read_brief
from coach.settings import ROOT

LEAST_RIGHT = 0.98
FEWEST = 170
FILE = ROOT / "evals" / "agenda_phrases.yaml"


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    return judge(load_phrases(FILE))


def test_of_many_phrases_nearly_all_are_read_in_every_part(judged: tuple[Judged, ...]) -> None:
    wrong = [f"{one.phrase.text}: {'; '.join(one.wrong)}" for one in judged if one.wrong]

    assert len(judged) >= FEWEST
    assert share_right(judged) >= LEAST_RIGHT, "\n".join(wrong)


def test_what_was_learnt_from_is_read_entirely(judged: tuple[Judged, ...]) -> None:
    wrong = [one for one in judged if one.phrase.half == "tuned" and one.wrong]

    assert not wrong


def test_no_phrase_stands_twice(judged: tuple[Judged, ...]) -> None:
    texts = [(one.phrase.text, one.phrase.zone) for one in judged]

    assert len(set(texts)) == len(texts)


def test_a_usual_brief_is_read_in_two_milliseconds(judged: tuple[Judged, ...]) -> None:
    now = datetime(2026, 11, 26, tzinfo=UTC)
    begin = time.process_time()
    for one in judged:
        read_brief(one.phrase.text, now, "Europe/Berlin")

    assert (time.process_time() - begin) / len(judged) < 0.002
