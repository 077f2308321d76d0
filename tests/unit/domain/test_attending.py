"""Who comes: what somebody owns goes with their new name."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.agenda import Agenda, Attendee, Item
from coach.domain.attending import attend
from coach.domain.fitting import fitted
from coach.domain.notes import Outcome
from coach.domain.stages import Side

SELLER = Attendee("head of sales", Side.SALES, "head of sales")
MARKETER = Attendee("head of marketing", Side.MARKETING, "head of marketing")
AGENDA = fitted(
    Agenda(
        title="Leads",
        outcome="One rule",
        minutes=45,
        people=(SELLER, MARKETER),
        items=(
            Item("Which rule?", Outcome.DECIDE, SELLER.name, Side.SALES),
            Item("Who keeps it?", Outcome.DISCUSS, MARKETER.name, Side.MARKETING),
        ),
        chair=MARKETER.name,
        note_taker=SELLER.name,
    )
)
ANA = replace(SELLER, name="Ana", email="ana@example.org")


def test_a_role_becomes_a_person_wherever_it_stood() -> None:
    changed = attend(AGENDA, (ANA, MARKETER), {SELLER.name: "Ana"}, MARKETER.name, "Ana")

    assert changed.people == (ANA, MARKETER)
    assert [item.owner for item in changed.matters] == ["Ana", MARKETER.name]
    assert changed.note_taker == "Ana"
    assert changed.warnings == ()
    assert changed.total == changed.minutes


def test_somebody_on_the_other_side_takes_their_questions_there() -> None:
    moved = replace(SELLER, side=Side.MARKETING)
    changed = attend(AGENDA, (moved, MARKETER), {}, MARKETER.name, moved.name)

    assert [item.side for item in changed.matters] == [Side.MARKETING, Side.MARKETING]


def test_what_somebody_owned_who_does_not_come_is_named() -> None:
    changed = attend(AGENDA, (MARKETER,), {}, MARKETER.name, MARKETER.name)

    assert any("isn't among those who come" in warning for warning in changed.warnings)


def test_the_frame_is_the_new_chairs() -> None:
    changed = attend(AGENDA, (ANA, MARKETER), {SELLER.name: "Ana"}, "Ana", MARKETER.name)

    assert {item.owner for item in changed.items if not item.is_matter} == {"Ana"}


def test_who_sends_the_invitation_is_one_of_those_who_come() -> None:
    sent = attend(AGENDA, (ANA, MARKETER), {SELLER.name: "Ana"}, MARKETER.name, "Ana", "Ana")

    assert sent.organiser == "Ana"
