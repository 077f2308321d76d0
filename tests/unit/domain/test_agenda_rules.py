"""A sound agenda breaks no rule; what is broken is said in a plain sentence."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from coach.domain.agenda import Agenda, Item, Part
from coach.domain.agenda_rules import balance, broken, decides
from coach.domain.fitting import fitted
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from tests.agenda_strategies import AGENDAS, BEN, asked, question

DECIDE = question(Outcome.DECIDE)
THEIRS = replace(question(Outcome.DISCUSS), owner=BEN.name, side=BEN.side)
SOUND = fitted(asked(60, [DECIDE, THEIRS]))


def changed(place: int, **values: object) -> Agenda:
    """Return the sound agenda with other values in one of its questions."""
    rows = list(SOUND.items)
    at = rows.index(SOUND.matters[place])
    rows[at] = replace(rows[at], **values)  # type: ignore[arg-type]  # values of its own fields
    return SOUND.with_items(tuple(rows))


def without(part: Part) -> Agenda:
    """Return the sound agenda without the rows of a part."""
    return SOUND.with_items(tuple(row for row in SOUND.items if row.part is not part))


@given(AGENDAS)
@settings(max_examples=1000, deadline=None)
def test_whatever_is_asked_for_a_draft_breaks_no_rule_of_time_or_order(plan: Agenda) -> None:
    plan = replace(plan, items=tuple(replace(item, locked=False) for item in plan.items))
    whole = fitted(plan)
    about_people = ("owns", "One person chairs")

    said = [s for s in broken(whole) if not any(words in s for words in about_people)]

    assert said == ([] if whole.matters else ["There is no question to meet for."])


def test_a_sound_agenda_breaks_nothing() -> None:
    assert broken(SOUND) == ()


@pytest.mark.parametrize(
    ("agenda", "sentence"),
    [
        (replace(SOUND, minutes=481), "A meeting takes 5 to 480 minutes, not 481."),
        (replace(SOUND, minutes=4), "A meeting takes 5 to 480 minutes, not 4."),
        (replace(SOUND, minutes=50), "This takes 60 minutes, 10 more than the meeting has."),
        (replace(SOUND, minutes=70), "10 minutes are not planned."),
        (changed(0, minutes=9), "“0: what do we do?” has 9 minutes and needs 10."),
        (changed(0, minutes=4, locked=True), "“0: what do we do?” has 4 minutes and needs 10."),
        (
            changed(0, minutes=4, locked=True, prework="Read the options."),
            "“0: what do we do?” has 4 minutes and needs 5.",
        ),
        (changed(1, minutes=1, locked=True), "“1: what do we do?” has 1 minutes and needs 2."),
        (changed(0, owner=" "), "Nobody owns “0: what do we do?”."),
        (changed(0, owner="Zoë"), "Zoë owns “0: what do we do?” and isn't among those who come."),
        (changed(1, side=Side.SALES), "Sales owns 2 questions more than the other side."),
        (changed(0, side=Side.MARKETING), "Marketing owns 2 questions more than the other side."),
        (replace(SOUND, note_taker="Ana"), "One person chairs and takes the notes."),
        (
            changed(1, outcome=Outcome.REPAIR),
            "What has to be repaired stands last; nobody should go home with it.",
        ),
        (
            changed(1, outcome=Outcome.INFORM, minutes=13),
            "More than a fifth of the time is only told; send that in writing before.",
        ),
        (
            changed(0, minutes=90),
            "113 minutes pass without a break; people need one after 90.",
        ),
        (without(Part.BUFFER), "Less than a tenth of the time is free."),
        (without(Part.ITEM), "There is no question to meet for."),
        (replace(SOUND, minutes=14), "Under 15 minutes there is time for one question."),
    ],
)
def test_what_is_broken_is_said(agenda: Agenda, sentence: str) -> None:
    assert sentence in broken(agenda)


def test_two_repairs_are_one_too_many() -> None:
    repair = question(Outcome.REPAIR)

    said = broken(asked(60, [repair, repair, DECIDE]))

    assert "There is more than one matter to repair; one a meeting is enough." in said


def test_what_one_side_presents_and_what_others_own_counts_for_neither() -> None:
    rows: list[Item] = [
        DECIDE,
        replace(DECIDE, one_side=True),
        replace(DECIDE, side=Side.BOTH),
        replace(DECIDE, side=Side.OTHER),
        THEIRS,
        replace(DECIDE, part=Part.OPENING),
    ]

    assert balance(asked(60, rows)) == 0
    assert balance(asked(60, [DECIDE, DECIDE, *rows])) == 2


def test_one_side_by_itself_need_not_be_balanced() -> None:
    alone = asked(60, [DECIDE, DECIDE, DECIDE], people=(SOUND.people[0],))

    assert not any("more than the other side" in sentence for sentence in broken(alone))


def test_a_meeting_that_only_tells_decides_nothing() -> None:
    assert decides(SOUND)
    assert not decides(asked(30, [question(Outcome.INFORM)]))
    assert not decides(without(Part.ITEM))
