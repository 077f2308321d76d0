"""The agreement on the page: asked for in order, agreed, compared month by month, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.agreement import Agreement
from coach.domain.leads import Term
from coach.settings import Settings
from tests.agreement_fakes import TERMS, a_month
from tests.fakes import FakeClock
from tests.integration.test_plan_page import headings, opened, press, shown
from tests.plan_fakes import TODAY

TYPED = {
    Term.TARGET: "2.4m", Term.DEAL: "30k", Term.WIN: "20 %", Term.SHARE: "40%",
    Term.MQL_TO_OPP: "0.15",
}  # fmt: skip
PEOPLE = {Term.REPS: "4", Term.HOURS: "10"}
FORM = "plan-agreement-form"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The shipped services with an empty data folder."""
    settings = Settings(data=tmp_path, embeddings="none", model="none")
    fakes = Fakes(clock=FakeClock())
    built = build_services(settings, background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def type_in(page: AppTest, typed: dict[Term, str]) -> AppTest:
    for term, text in typed.items():
        page.text_input(key=f"{FORM}-{term}").set_value(text)
    return press(page, "Work it out")


def standing(services: Services) -> Agreement | None:
    return services.agreements.keeping.current(services.identity.current())


def agreed(services: Services) -> Agreement:
    keeping, person = services.agreements.keeping, services.identity.current()
    return keeping.agree(person, TERMS, TODAY)


def test_missing_numbers_are_asked_for_in_order_and_kept_as_typed(services: Services) -> None:
    page = type_in(opened(services, view="agreement"), {Term.DEAL: "30k", Term.TARGET: "2.4m"})

    assert headings(page)[0] == "Agreement"
    assert shown(page).count("MQLs, marketing-qualified leads, are") == 1
    assert "**What share of your opportunities do you win?**" in shown(page)
    assert "Deals: 2,400,000 ÷ 30,000 = 80" in shown(page)
    assert "Keep as our proposal" not in [button.label for button in page.button]
    assert page.text_input(key=f"{FORM}-{Term.DEAL}").value == "30k"
    assert not page.exception


def test_numbers_become_a_page_with_both_directions_and_undo(services: Services) -> None:
    page = type_in(opened(services, view="agreement"), TYPED | PEOPLE)
    said = shown(page)
    assert "Marketing hands over 89 qualified leads a month" in said
    assert "It does not fit: each person needs 18.5 hours a month and has 10" in said
    assert "8 people instead of 4" in said
    page = press(page, "Keep as our proposal")
    said = shown(page)

    its = standing(services)
    assert its is not None
    assert its.owed.leads == 89
    assert "Outside the markets we agreed" in its.terms.reasons
    assert "■] Sales owes" in said
    assert "●] Marketing owes" in said
    assert "Notice of every campaign 10 working days before" in said
    press(page, "Undo")
    assert standing(services) is None
    assert not page.exception


@pytest.mark.parametrize("typed", ["abc", "-3", "0", "200 %", "1"])
def test_an_impossible_value_is_said_in_plain_words(typed: str, services: Services) -> None:
    page = type_in(opened(services, view="agreement"), TYPED | {Term.WIN: typed})

    assert "What share of your opportunities do you win?" in page.error[0].value
    assert page.text_input(key=f"{FORM}-{Term.WIN}").value == typed
    assert not page.exception


def test_keeping_a_proposal_is_urged_only_where_people_have_the_time(services: Services) -> None:
    kinds = []
    for hours in ("10", "20"):
        page = type_in(opened(services, view="agreement"), TYPED | PEOPLE | {Term.HOURS: hours})
        (button,) = (b for b in page.button if b.label == "Keep as our proposal")
        kinds.append(button.proto.type)

    assert kinds == ["secondary", "primary"]


def test_what_one_person_keeps_is_called_a_proposal_and_never_agreed(services: Services) -> None:
    agreed(services)
    said = shown(opened(services, view="agreement"))

    assert "it holds once both sides have said yes" in said
    assert "Agreed on" not in said


def test_no_month_before_that_of_the_agreement_is_offered(services: Services) -> None:
    agreed(services)
    page = opened(services, view="agreement")
    (box,) = (b for b in page.selectbox if b.label == "Which month?")

    assert box.options == [f"{TODAY:%B} {TODAY.year}"]
    assert not page.exception


def test_it_is_changed_and_changed_back(services: Services) -> None:
    before = agreed(services)
    page = press(opened(services, view="agreement"), "Change")
    assert page.text_input(key=f"{FORM}-{Term.WIN}").value == "20 %"
    page = press(type_in(page, {Term.TARGET: "4.8m"}), "Keep as our proposal")
    after = standing(services)
    assert after is not None
    assert after.owed.leads == 178
    press(page, "Undo")

    assert standing(services) == before


def test_a_month_is_typed_compared_and_taken_away(services: Services) -> None:
    agreed(services)
    page = opened(services, view="agreement")
    values = {"Leads handed over": 70, "Of these accepted": 60}
    for box in page.number_input:
        for label, value in values.items():
            if box.label.endswith(label):
                box.set_value(value)
    page = press(page, "Compare")
    said = shown(page)

    assert "marketing fell short of its promise, leads handed over 70, promised 89" in said
    assert "Sales accepted 60 of 70 leads (86 %)." in said
    assert "| Answered within | 24 hours | not told | not told |" in said
    assert not page.exception
    its = standing(services)
    assert its is not None
    page = press(page, f"Take {its.months[0].name} away")
    assert "At the end of a month" in shown(page)
    press(page, "Undo")
    assert standing(services) == its


def test_several_months_stand_with_the_latest_on_top(services: Services) -> None:
    agreed(services)
    months = [a_month(), a_month(a_month().of.replace(month=9), leads=10, accepted=5)]
    services.agreements.keeping.record(services.identity.current(), months)
    said = shown(opened(services, view="agreement"))

    assert said.index("October 2025") < said.index("September 2025")
    assert "Thank each other" in said


def test_deleting_is_taken_back(services: Services) -> None:
    before = agreed(services)
    page = press(opened(services, view="agreement"), "Delete")
    assert standing(services) is None
    press(page, "Undo")

    assert standing(services) == before


def test_a_page_and_a_calendar_file_are_offered(services: Services) -> None:
    agreed(services)
    page = press(opened(services, view="agreement"), "Print or download")
    assert len(page.get("download_button")) >= 3
    page = press(opened(services, view="agreement"), "Review in the calendar")

    assert not page.exception
    assert not page.error
