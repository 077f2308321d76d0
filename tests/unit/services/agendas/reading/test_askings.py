"""Words that ask for people open a list and stay out of names and purposes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from coach.services.agendas.reading import read_brief

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))


@pytest.mark.parametrize(
    "text",
    [
        "Mit Sabine aus dem Vertrieb und Jan aus dem Marketing, Thema Messe",
        "Get Sabine from sales and Jan from marketing. Messe",
        "Include Sabine (AE) and Jan (content marketer). Messe",
        "Invita a Sabine de ventas y a Jan de marketing. Messe",
        "Lade Sabine aus dem Vertrieb und Jan aus dem Marketing ein. Messe",
        "Just Sabine, who leads sales, and Jan, who looks after content. Messe",
        "Could you add Sabine, the sales director, and Jan, who runs our events marketing? Messe",
    ],
)
def test_those_asked_for_are_read_and_nothing_of_the_asking_stays(text: str) -> None:
    brief = read_brief(text, NOW, HERE)

    assert [(one.name, one.side.value) for one in brief.people] == [
        ("Sabine", "sales"),
        ("Jan", "marketing"),
    ]
    assert brief.text == "Messe"


@pytest.mark.parametrize(
    "text",
    [
        "Just Nadia and Oliver please, nobody else. Topic: leads",
        "Only Nadia and Oliver pls, topic: leads",
        "Nur Nadia und Oliver bitte, sonst niemand. Thema: leads",
    ],
)
def test_politeness_after_a_list_belongs_to_it(text: str) -> None:
    brief = read_brief(text, NOW, HERE)

    assert [one.name for one in brief.people] == ["Nadia", "Oliver"]
    assert brief.text == "leads"


@pytest.mark.parametrize(
    "text",
    ["Get Marketing to stop sending leads", "Get Salesforce from IT", "Have Sales call them"],
)
def test_what_is_asked_of_a_team_or_a_tool_names_nobody(text: str) -> None:
    assert not read_brief(text, NOW, HERE).people


def test_an_opening_word_may_be_a_name() -> None:
    brief = read_brief("Con Murphy from sales and Meta Braun from marketing", NOW, HERE)

    assert [one.name for one in brief.people] == ["Con Murphy", "Meta Braun"]
