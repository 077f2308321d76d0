"""What is told of others is no part of the meeting; who and how many come is read in many words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import read_brief

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))  # a Thursday


def read(text: str) -> MeetingBrief:
    return read_brief(text, NOW, HERE)


@pytest.mark.parametrize(
    "text",
    [
        "the product demo was 45 minutes and the buyer fell asleep",
        "our podcast episodes are 40 minutes", "das Webinar dauert eine Stunde, keiner bleibt",
        "la démo dure 30 minutes, le client s'ennuie", "de demo duurt 30 minuten",
        "el webinar dura 60 minutos y nadie se queda", "the event lasted 3 hours",
        "das Meeting gestern hat 90 Minuten gedauert", "the battery lasts 8 hours",
    ],
)  # fmt: skip
def test_what_lasts_elsewhere_is_no_length(text: str) -> None:
    assert read(text).minutes is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("die Besprechung dauert 30 Minuten", 30), ("event debrief takes 30 minutes", 30),
        ("it was 2 hours last time, now 45 minutes please", 45), ("2 x 45 minutes", 90),
        ("zweimal 45 Minuten", 90), ("an hour n a half", 90),
    ],
)  # fmt: skip
def test_what_the_meeting_takes_is_its_length(text: str, minutes: int) -> None:
    assert read(text).minutes == minutes


@pytest.mark.parametrize(
    "text",
    [
        "they always send leads at 4 pm", "our reps log off at 5 pm and the leads go cold",
        "marketing schickt die Leads immer um 17 Uhr", "el cliente llamó a las 15:00",
        "der Kunde hat um 15 Uhr angerufen", "the system crashed at 2 pm",
        "marketing always posts the list at 6 pm on Friday",
    ],
)  # fmt: skip
def test_when_others_do_what_they_do_is_no_start(text: str) -> None:
    brief = read(text)

    assert (brief.start, brief.day) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "we always meet on Monday at 10:00", "missed targets Monday 10:00",
        "why marketing never answers, Monday 10:00",
        "how sales loses the leads marketing sends Monday 10:00", "Monday 10-11",
    ],
)  # fmt: skip
def test_when_we_meet_is_a_start_whatever_else_is_told(text: str) -> None:
    when = read(text).start

    assert when is not None
    assert when.replace(tzinfo=None) == datetime(2026, 11, 30, 10)


@pytest.mark.parametrize(
    "text",
    [
        "some time on Friday 11 December", "irgendwann am Freitag, 11. Dezember",
        "dans la journée du 11 décembre", "we are all free on Friday 11 December",
    ],
)  # fmt: skip
def test_a_day_may_be_all_that_is_known(text: str) -> None:
    assert read(text).day == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("twenty-three attendees", 23), ("we'll be 12 around the table", 12),
        ("8 people for 2 hours", 8), ("eine Gruppe von neun", 9), ("un grupo de nueve", 9),
        ("nous serons quatorze dans la salle", 14), ("we zijn met z'n negenen", 9),
        ("it's nine of us", 9), ("table for eight", 8), ("6-8 people", 8),
    ],
)  # fmt: skip
def test_heads_are_counted_in_many_words(text: str, many: int) -> None:
    assert read(text).headcount == many


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("just Hana and Piotr", ["Hana other", "Piotr other"]), ("only Dana", ["Dana other"]),
        ("Farid and Greta on the blog", ["Farid other", "Greta other"]),
        ("Hana, Piotr and Kim", ["Hana other", "Piotr other", "Kim other"]),
        ("invite Pavel, our sales guy", ["Pavel sales"]),
        ("con Olga, nuestra directora comercial", ["Olga sales"]),
        ("a Marta do marketing e o João das vendas", ["Marta marketing", "João sales"]),
        ("with Jan and Petra", ["Jan other", "Petra other"]),
        ("I (Noor, customer insights) and Ben from sales", ["Noor other", "Ben sales"]),
        ("Pricing and Packaging", []), ("Siemens and Bosch", []), ("Jan and Feb targets", []),
        ("45 minutes to bring sales and marketing to one definition", []),
        ("Sales: Ana, Ben; Marketing: Cleo", ["Ana sales", "Ben sales", "Cleo marketing"]),
    ],
)  # fmt: skip
def test_names_alone_and_names_with_roles_are_people(text: str, people: list[str]) -> None:
    assert [f"{one.name} {one.side}" for one in read(text).people] == people
