"""`coach ask` for a meeting: the same object that `coach agenda` prints."""

from __future__ import annotations

from tests.integration.cli.commands import ALWAYS, Coach

WISH = "45 min to agree what a qualified lead is, with sales ops, 6 people"
ITEM = {"question", "outcome", "owner", "side", "minutes", "prework", "done_when", "note"}


def test_an_agenda_asked_for_is_an_object_whose_minutes_add_up(coach: Coach) -> None:
    found = coach("ask", "--json", WISH).object

    agenda = found["agenda"]
    assert found["kind"] == "agenda"
    assert set(found) == ALWAYS | {"stage", "follow_ups", "ungrounded", "passages", "agenda"}
    assert sum(item["minutes"] for item in agenda["items"]) == agenda["minutes"] == 45
    assert all(set(item) == ITEM for item in agenda["items"])
    assert found["citations"][0]["note"] in {item["note"] for item in agenda["items"]}


def test_asking_gives_the_agenda_that_the_command_for_agendas_gives(coach: Coach) -> None:
    asked = coach("ask", "--json", WISH).object["agenda"]

    assert asked == coach("agenda", "--json", WISH).object["agenda"]


def test_a_question_about_agendas_has_no_agenda_object(coach: Coach) -> None:
    found = coach("ask", "--json", "what should be on the agenda of our weekly meeting?").object

    assert found["kind"] == "answer"
    assert "agenda" not in found


def test_what_is_no_group_s_matter_is_handed_over_without_an_agenda(coach: Coach) -> None:
    found = coach("ask", "--json", "plan a 45 minute meeting about Kevin's performance").object

    assert found["kind"] == "handover"
    assert "agenda" not in found


def test_with_no_meeting_kept_a_question_about_them_says_so(coach: Coach) -> None:
    found = coach("ask", "--json", "what did we decide about MQLs?").object

    assert found["answer"].startswith("No meeting has been held and kept here yet")
