"""Briefs are read as the people meant who typed them."""

from datetime import UTC, datetime

import pytest

from coach.evaluation.phrases import ReadPhrase, load_phrases, read_all
from coach.services.agendas.reading import read_brief
from coach.settings import ROOT
from tests.yardstick import Effort

LEAST_RIGHT = 0.98
FEWEST = 170
FILE = ROOT / "evals" / "agenda_phrases.yaml"


@pytest.fixture(scope="module")
def phrases() -> list[ReadPhrase]:
    return read_all(load_phrases(FILE))


def test_of_many_phrases_nearly_all_are_read_in_every_part(phrases: list[ReadPhrase]) -> None:
    wrong = [f"{one.phrase.text}: {', '.join(one.wrong)}" for one in phrases if not one.right]

    assert len(phrases) >= FEWEST
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(phrases), "\n".join(wrong)


def test_what_was_learnt_from_is_read_entirely(phrases: list[ReadPhrase]) -> None:
    wrong = [one for one in phrases if one.phrase.half == "tuned" and not one.right]

    assert not wrong


def test_no_phrase_stands_twice(phrases: list[ReadPhrase]) -> None:
    texts = [(one.phrase.text, one.phrase.zone) for one in phrases]

    assert len(set(texts)) == len(texts)


def test_a_brief_of_any_length_is_read_at_once(phrases: list[ReadPhrase]) -> None:
    now, long = datetime(2026, 11, 26, tzinfo=UTC), " ".join(one.phrase.text for one in phrases)
    with Effort() as effort:
        read_brief(long[:20_000], now, "Europe/Berlin")

    assert effort.millions < 10
