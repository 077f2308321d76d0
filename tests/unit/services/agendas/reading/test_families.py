"""Families of wordings for days, places, people and counts, each in several languages."""

from datetime import datetime

import pytest

from tests.unit.services.agendas.reading.briefs import read, start


@pytest.mark.parametrize(
    "text",
    [
        "on the last day of November at 10:00", "last working day of this month, 10:00",
        "am letzten Tag im November um 10 Uhr", "le dernier jour de novembre à 10h",
        "el último día de noviembre a las 10:00", "last day of the month at 10:00",
    ],
)  # fmt: skip
def test_the_edge_of_a_month_is_a_day(text: str) -> None:
    assert start(text) == datetime(2026, 11, 30, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the last day of next month at 10:00", 31), ("first day of December at 10:00", 1),
        ("the first day of the month at 10:00", 1), ("the last day of December at 10:00", 31),
    ],
)  # fmt: skip
def test_of_a_month_that_began_the_next_first_is_meant(text: str, day: int) -> None:
    assert start(text) == datetime(2026, 12, day, 10)


def test_a_working_day_is_none_of_the_weekend() -> None:
    assert start("last working day of February at 9:00") == datetime(2027, 2, 26, 9)
    assert start("first working day of August 9:00") == datetime(2027, 8, 2, 9)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("segunda-feira às 10h, horário de São Paulo", "America/Sao_Paulo"),
        ("mardi à 10h, heure de Montréal", "America/New_York"),
        ("mardi à 15h (heure de Londres)", "Europe/London"),
        ("Dienstag um 10 Uhr Londoner Zeit", "Europe/London"),
        ("martes a las 10:00 hora de Ciudad de México", "America/Mexico_City"),
        ("martes a las 10:00, hora de Bogotá", "America/Bogota"),
        ("dinsdag om 10:00 Londense tijd", "Europe/London"),
        ("we wtorek o 10:00 czasu londyńskiego", "Europe/London"),
        ("tisdag kl 10:00 Londontid", "Europe/London"),
        ("Dienstag 10:00 Uhr Ortszeit Tokio", "Asia/Tokyo"),
        ("Tuesday 10:00 São Paulo time", "America/Sao_Paulo"),
    ],
)
def test_a_citys_time_is_its_zone_in_any_language(text: str, zone: str) -> None:
    assert read(text).zone == zone


@pytest.mark.parametrize(
    "text",
    [
        "from 14:00 to 15:15, day still to be found", "de 14h à 15h15, date à définir",
        "2-3:15 pm, no date yet", "von 14 bis 15:15 Uhr, Tag noch offen",
    ],
)  # fmt: skip
def test_a_range_on_a_day_to_be_found_is_only_a_length(text: str) -> None:
    brief = read(text)

    assert (brief.minutes, brief.start) == (75, None)


@pytest.mark.parametrize(
    "text",
    [
        "Anna is on leave, Julia from marketing steps in", "Julia from marketing replaces Tom",
        "Tom can't come, Julia from marketing comes instead", "Julia (marketing) instead of Tom",
        "Instead of Tom, Julia from marketing joins", "Just Julia (marketing)",
        "Invite Julia from marketing, not Tom", "Also Julia from marketing",
    ],
)  # fmt: skip
def test_who_comes_in_anothers_place_comes_alone(text: str) -> None:
    assert [(p.name, p.side) for p in read(text).people] == [("Julia", "marketing")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana de ventas y Léa de marketing", "Ana vom Vertrieb und Léa aus dem Marketing",
        "Ana des ventes et Léa du marketing", "Ana do comercial e Léa do marketing",
        "Ana delle vendite e Léa del marketing", "Ana van verkoop en Léa van marketing",
        "Ana ze sprzedaży i Léa z marketingu", "Ana från sälj och Léa från marknad",
        "Ana, account executive, and Léa, marketing ops", "Ana (seller), Léa (demand gen)",
    ],
)  # fmt: skip
def test_a_team_behind_a_name_is_its_side_in_any_language(text: str) -> None:
    people = {(person.name, person.side) for person in read(text).people}

    assert people == {("Ana", "sales"), ("Léa", "marketing")}


@pytest.mark.parametrize(
    "text",
    [
        "a dozen people in the room", "about twelve people will take part", "twelve of us in total",
        "une douzaine de personnes", "una docena de personas", "una dozzina di persone",
        "uma dúzia de pessoas", "een dozijn mensen", "ein Dutzend Leute", "wir sind zwölf Personen",
        "between ten and twelve people", "10-12 people", "nous serons une douzaine", "12 pax",
        "roughly 12 attendees expected", "five sellers and three marketers, twelve people in all",
    ],
)  # fmt: skip
def test_a_crowd_is_counted_however_it_is_said(text: str) -> None:
    assert read(text).headcount == 12


def test_polish_has_its_own_words_for_so_many_people() -> None:
    assert read("będzie nas ośmioro").headcount == 8


@pytest.mark.parametrize(
    "text", ["length: 1:30 h", "dur: 1h30", "Duration (min): 90", "Dauer: 1:30 Std", "slot: 90"]
)
def test_a_label_says_the_length(text: str) -> None:
    assert read(text).minutes == 90
