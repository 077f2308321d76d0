"""People are found in what is typed, companies and roles are not."""

from __future__ import annotations

import pytest

from coach.domain.names import NameChoices
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming

NAMING = Naming(Finder(frozenset({"leads", "rule", "field", "campaign"})), on=True)


def names(text: str, **choices: object) -> tuple[str, ...]:
    return NAMING.names([text], NameChoices(**choices))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From: Lars Holm <lars@x.example>\nTo: Pia\n\nHi Pia,\nno.", {"Lars Holm", "Pia"}),
        ("Please call them.\n\nBest,\nOrsolya", {"Orsolya"}),
        ("Dear Ms Quist, nobody called.", {"Quist"}),
        ("[10:02] zebedee: who has it", {"zebedee"}),
        ("@ottoline can you look?", {"ottoline"}),
        ("I told Ferelith and Bob twice.", {"Ferelith", "Bob"}),
        ("Mark will mark the leads, and Will won't.", {"Mark", "Will"}),
        ("why is ahmed never asked?", {"ahmed"}),
        ("Ольга молчит. Что сказать Ольге?", {"Ольга"}),
        ("和李娜谈过了", {"李娜"}),
        ("佐藤さんに聞きました", {"佐藤"}),
        ("30 min with tom from sales on leads", {"tom"}),
    ],
)
def test_people_are_found_wherever_they_are_named(text: str, found: set[str]) -> None:
    assert set(names(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Marketing and Sales met in May. Product Marketing left in June.",
        "Salesforce and HubSpot disagree; LinkedIn is fine.",
        "Will you mark it? May I ask? Hope this helps.",
        "The Head of Sales and our VP Marketing talk each Monday.",
        "Our Hanover fair, the Berlin office and the Siemens deal.",
        "Der Vertrieb hat die Liste nicht gelesen und ist im Urlaub.",
        "Honestly, Everyone Says So.",
        "sales-team@x.example and info@x.example",
        "",
    ],
)
def test_what_is_nobodys_name_is_left(text: str) -> None:
    assert names(text) == ()


def test_a_person_is_one_person_in_every_form_of_the_name() -> None:
    text = "From: Ana Silva <ana.silva@x.example>\nTo: Bob\n\nAna's list. SILVA wrote. ana too."

    disguise = NAMING.disguise([text])
    assert disguise is not None
    hidden = disguise.hide(text)
    assert disguise.names == ("Ana Silva", "Bob")
    assert "silva" not in hidden.lower()
    assert hidden.count("Person A") + hidden.count("person-a") == 5


def test_a_name_that_a_person_unticks_leaves_in_all_its_forms() -> None:
    assert names("Ana Silva met Bob. Ana spoke.", shown=frozenset({"ana silva"})) == ("Bob",)


def test_a_name_that_a_person_adds_is_replaced_whatever_it_looks_like() -> None:
    assert names("the field is called zz top", added=("zz top",)) == ("zz top",)


def test_switched_off_nothing_is_replaced() -> None:
    assert names("I told Bob.", hide=False) == ()
    assert Naming(Finder(), on=False).names(["I told Bob."], NameChoices()) == ()
