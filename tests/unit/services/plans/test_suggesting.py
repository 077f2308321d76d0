"""Suggested moves serve the gaps, fit the stage, never repeat, and have an owner on each side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.notes import Direction, Kind, Move, Note, Playbook, Section, Strength
from coach.domain.stages import Stage
from coach.services.plans.suggesting import LEAST, MOST, Suggesting

DIMENSIONS = ("language", "hand_off", "information", "meetings", "measures", "respect")
EFFORTS = ("a quarter", "an hour", "a week")


def move(
    name: str, way: Direction, at: Stage, to: Stage, helps: tuple[str, ...], effort: str
) -> Move:
    return Move(
        id=name, kind=Kind.MOVE, title=f"Do {name}", summary="A step.", file=f"moves/{name}.md",
        direction=way, from_stage=at, to_stage=to, effort=effort, sales_owner="sales manager",
        marketing_owner="head of marketing", meeting="weekly", metric="win-rate", helps=helps,
        strength=Strength.PRACTICE,
    )  # fmt: skip


def playbook() -> Playbook:
    """Six steps up from each stage, one a dimension, and a reason to stay at the first three."""
    notes: list[Note] = []
    for at in list(Stage)[:-1]:
        to = at.next or at
        for n, key in enumerate(DIMENSIONS):
            helps = (key, DIMENSIONS[(n + 1) % 6])
            up = move(f"{at}-{key}".replace("_", "-"), Direction.UP, at, to, helps, EFFORTS[n % 3])
            notes.append(up)
        notes.append(move(f"stay-at-{at}", Direction.STAY, at, at, (), "an hour"))
    plain = Section(heading="This week", text="- Do it.", start=0, end=1)
    notes.append(
        Note(
            id="habit",
            kind=Kind.PRACTICE,
            title="A habit",
            summary="x",
            file="x",
            sections=(plain,),
        )
    )
    return Playbook(notes=tuple(notes), sources=())


SUGGESTING = Suggesting(playbook())
keys = st.lists(st.sampled_from((*DIMENSIONS, "unheard_of")), max_size=9)
taken = st.frozensets(st.sampled_from([note.id for note in playbook().notes]), max_size=8)


@given(st.sampled_from(Stage), keys, st.booleans(), taken)
def test_no_move_comes_twice_none_is_taken_and_each_has_an_owner_on_both_sides(
    stage: Stage, dimensions: list[str], stay: bool, taken: frozenset[str]
) -> None:
    drafts = SUGGESTING.suggest(stage, dimensions, stay=stay, taken=taken)
    notes = [draft.note for draft in drafts]

    assert len(notes) == len(set(notes)) <= MOST
    assert not taken & set(notes)
    assert all(draft.sales_owner and draft.marketing_owner for draft in drafts)
    free = [m for m in SUGGESTING.moves(stage, stay=stay) if m.id not in taken]
    assert len(notes) >= min(LEAST, len(free))


def test_the_biggest_gaps_come_first_each_with_the_move_that_is_mostly_for_it() -> None:
    drafts = SUGGESTING.suggest(Stage.DEFINED, ["respect", "language", "measures", "meetings"])

    assert [(draft.note, draft.serves) for draft in drafts] == [
        ("defined-respect", "respect"),
        ("defined-language", "language"),
        ("defined-measures", "measures"),
    ]


@pytest.mark.parametrize("stage", [Stage.UNDEFINED, Stage.DEFINED, Stage.ALIGNED])
def test_who_moves_on_gets_steps_of_exactly_that_way(stage: Stage) -> None:
    drafts = SUGGESTING.suggest(stage, DIMENSIONS)

    assert all(draft.note.startswith(f"{stage}-") for draft in drafts)


def test_who_stays_gets_the_reason_to_stay_and_then_what_the_stage_rests_on() -> None:
    drafts = SUGGESTING.suggest(Stage.DEFINED, ["hand_off", "respect"], stay=True)

    assert [draft.note for draft in drafts] == [
        "stay-at-defined", "undefined-hand-off", "undefined-respect",
    ]  # fmt: skip


def test_at_the_last_stage_the_steps_that_led_there_are_made_firm() -> None:
    drafts = SUGGESTING.suggest(Stage.INTEGRATED, ["meetings"])

    assert drafts[0].note == "aligned-meetings"
    assert len(drafts) == LEAST


def test_without_gaps_the_easiest_steps_are_suggested() -> None:
    drafts = SUGGESTING.suggest(Stage.UNDEFINED)

    assert [draft.note for draft in drafts] == ["undefined-hand-off", "undefined-measures"]


def test_any_note_that_says_who_does_what_this_week_can_be_promised() -> None:
    habit = SUGGESTING.of_note("habit")

    assert habit is not None
    assert habit.what == "Put into practice: A habit"
    assert (habit.sales_owner, habit.marketing_owner) == ("head of sales", "head of marketing")
    assert SUGGESTING.of_note("defined-respect") is None  # it has no such section here
    assert SUGGESTING.of_note("gone") is None
