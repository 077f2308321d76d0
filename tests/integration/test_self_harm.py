"""Words of self-harm are heard in every inflection, also where a brief is about the trade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import yaml

from coach.bootstrap import Services, build_services
from coach.errors import NoMeeting
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.languages import load_languages
from coach.services.agendas.reading import read_brief
from coach.services.boundaries import Boundaries
from coach.services.language import Languages
from coach.settings import ROOT, Settings

KNOWLEDGE = ROOT / "knowledge"
WORDS = yaml.safe_load((ROOT / "tests/data/self_harm.yaml").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
CRISIS_LINE = "116 123"


@pytest.fixture(scope="module")
def boundaries() -> Boundaries:
    return Boundaries(load_boundary_rules(KNOWLEDGE), Languages(load_languages(KNOWLEDGE)))


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("harm"), model="none", embeddings="none")
    made = build_services(settings, background=False)
    yield made
    made.release()


@pytest.mark.parametrize("language", sorted(WORDS["harm"]))
def test_every_inflection_is_a_sure_sign(boundaries: Boundaries, language: str) -> None:
    heard = {text: boundaries.sure(text, language) for text in WORDS["harm"][language]}

    assert [t for t, found in heard.items() if not found or found.category != "self_harm"] == []


@pytest.mark.parametrize("language", sorted(WORDS["idioms"]))
def test_idioms_and_lost_business_are_none(boundaries: Boundaries, language: str) -> None:
    assert [text for text in WORDS["idioms"][language] if boundaries.sure(text, language)] == []


@pytest.mark.parametrize("text", WORDS["distress"])
def test_a_quiet_cry_for_help_stops_a_brief_about_work(services: Services, text: str) -> None:
    with pytest.raises(NoMeeting, match=CRISIS_LINE):
        services.agendas.draft(read_brief(text, NOW, "Europe/Berlin"))


@pytest.mark.parametrize("text", WORDS["harmless"])
def test_hard_words_about_work_stop_nothing(services: Services, text: str) -> None:
    assert services.agendas.draft(read_brief(text, NOW, "Europe/Berlin")).matters
