"""Who comes is read as hurried people type it; a list of things stays one of things."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from coach.services.agendas.reading import read_brief
from coach.services.agendas.reading.small_names import is_small_name

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))  # a Thursday


def people(text: str) -> list[str]:
    return [f"{p.name}:{p.side}" for p in read_brief(text, NOW, HERE).people]


@pytest.mark.parametrize(
    "text",
    [
        "lead mtg w tom n sara", "30 min with tom and sara", "w/ tom & sara, pricing",
        "mit tom und sara, 30 min", "tom and sara, 30 min", "with tom, sara on lead routing",
    ],
)  # fmt: skip
def test_known_names_need_no_capitals(text: str) -> None:
    assert people(text) == ["tom:other", "sara:other"]


@pytest.mark.parametrize(
    "text",
    [
        "with leads and budget", "with care", "with joy", "with tom's team", "rock n roll campaign",
        "500 SALs a year", "tom and sara disagree about leads", "problems with tom",
        "we compare with jan", "tell me, tom and sara are late",
    ],
)  # fmt: skip
def test_other_words_in_small_letters_are_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize("word", ["joy", "penny", "jan", "Tom", "budget", "care", "max"])
def test_a_name_that_is_a_word_as_well_is_none_in_small_letters(word: str) -> None:
    assert not is_small_name(word)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("fri 9am me n jake goals for jan", ["organiser:other", "jake:other"]),
        ("lead list – me, Ana (sales), 30 min", ["organiser:other", "Ana:sales"]),
        ("that's on me, 30 min on leads", []),
    ],
)
def test_who_writes_comes_where_they_head_a_list(text: str, meant: list[str]) -> None:
    assert people(text) == meant


def test_who_joins_from_a_team_is_of_it() -> None:
    assert people("paid search budget, Tom will join from sales") == ["Tom:sales"]
    assert people("budget talk with ana, ben joins us from sales") == ["ana:other", "ben:sales"]
    assert people("Someone will join from sales") == []
    assert people("Requests come from sales") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30min with marketng pls", ["marketng:marketing"]),
        ("30 min with markting and slaes", ["markting:marketing", "slaes:sales"]),
        ("1 uur met het contentteam", ["contentteam:marketing"]),
        ("Termin mit dem Vertriebsteam am Dienstag 10 Uhr", ["Vertriebsteam:sales"]),
        ("Plan mit den Account Managern", ["Account Managern:sales"]),
        ("Launch with legal, sales and PR.", ["legal:other", "sales:sales", "PR:marketing"]),
        ("need 45 mins with demand gen asap", ["demand gen:marketing"]),
    ],
)
def test_teams_are_known_misspelt_in_one_word_and_in_a_list(text: str, meant: list[str]) -> None:
    assert people(text) == meant


def test_event_leads_alone_are_what_a_meeting_is_about() -> None:
    assert people("wed 3-4 event leads, 5 ppl") == []
