"""Whatever is asked, something is answered, and soon: the real services on the shipped notes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from coach.bootstrap import Services, build_services
from coach.domain.answers import AnswerKind, Question
from coach.settings import ROOT, Settings
from tests.yardstick import Effort

WHERE = "Where do we start with sales and marketing?"
NAUGHTY = json.loads((ROOT / "tests/data/naughty_strings/blns.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("data"), model="none", embeddings="none")
    built = build_services(settings, background=False)
    yield built
    built.close()


@pytest.mark.parametrize("piece", [WHERE, "x ", "1", "12 %, ", "[1] ", "(", "a. ", "~~a ", "\n- "])
def test_a_long_question_of_any_shape_is_read_within_seconds(
    services: Services, piece: str
) -> None:
    with Effort() as effort:
        for segments in services.answering.start(Question((piece * 20_000)[:20_000])):
            assert segments

    assert effort.millions < 50


def test_every_naughty_string_gets_an_answer_of_some_kind(services: Services) -> None:
    kinds = set()
    for text in NAUGHTY:
        if not text.strip():
            continue
        try:
            reply = services.answering.start(Question(text))
        except Exception as exc:
            assert "nothing to read" in str(exc), text  # noqa: PT017 - the only refusal there is
            continue
        for segments in reply:
            assert segments
        assert reply.answer.text.strip(), text
        kinds.add(reply.answer.kind)

    assert kinds <= set(AnswerKind) - {AnswerKind.ERROR}
