"""What a brief is for is known in every tone: to tell, to settle, about a person, of one side."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import yaml

from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.alone import side_alone
from coach.services.agendas.matters import topics_of
from coach.services.agendas.persons import about_a_person
from coach.services.agendas.reading import read_brief
from coach.services.agendas.telling import only_tells
from coach.settings import ROOT

BRIEFS = yaml.safe_load((ROOT / "tests/data/brief_families.yaml").read_text(encoding="utf-8"))


def read(text: str) -> MeetingBrief:
    return read_brief(text, datetime(2026, 11, 26, 9, tzinfo=UTC), "Europe/Berlin")


@pytest.mark.parametrize("text", BRIEFS["told"])
def test_what_is_only_told_is_sent_instead(text: str) -> None:
    assert only_tells(read(text).text)


@pytest.mark.parametrize("text", BRIEFS["settled"])
def test_what_is_to_be_settled_is_met_for(text: str) -> None:
    assert not only_tells(read(text).text)


@pytest.mark.parametrize("text", BRIEFS["person"])
def test_a_matter_about_one_person_is_seen_however_quietly_it_is_said(text: str) -> None:
    assert any(map(about_a_person, topics_of(read(text).text)))


@pytest.mark.parametrize("text", BRIEFS["work"])
def test_work_that_somebody_is_named_for_stays(text: str) -> None:
    assert not any(map(about_a_person, topics_of(read(text).text)))


@pytest.mark.parametrize(
    ("side", "text"), [(s, t) for s in ("sales", "marketing") for t in BRIEFS[s]]
)
def test_one_side_by_itself_is_seen(side: str, text: str) -> None:
    assert side_alone(read(text)) == side


@pytest.mark.parametrize("text", BRIEFS["both"])
def test_who_speaks_of_one_side_still_means_both(text: str) -> None:
    assert side_alone(read(text)) is None
