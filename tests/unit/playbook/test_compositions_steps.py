"""Staying, moving on and what comes next are answered with reasons and one step."""

from dataclasses import replace

from coach.domain.notes import Direction
from coach.domain.stages import Side, Stage
from coach.playbook.composing.parts import Line, Part, fitted, table
from coach.playbook.composing.steps import OWNERS
from tests.small_answers import with_section, write, write_with
from tests.small_playbook import CONFLICT, MOVE, STAGE, brief

STORY = "again the leads are garbage and nobody listens"


def test_a_table_stays_whole_where_an_answer_is_too_long() -> None:
    rows = [[f"row {n}", "word " * 40] for n in range(5)]
    whole = Part(table(["a", "b"], rows), fixed=True)
    rest = Part((Line("word " * 60),))

    assert fitted([whole, rest]) == [whole]


def test_a_story_is_answered_without_blame_then_needs_then_one_step_with_two_owners() -> None:
    text = write(brief(STORY, CONFLICT, side=Side.MARKETING))

    assert text.startswith("The two never agreed what a good lead is. [")
    assert text.index("needs:**") < text.index("**Next step:** Test whether you agree")
    assert [
        label for label in ("Head of sales", "Head of marketing") if f"- **{label}" in text
    ] == [
        "Head of sales",
        "Head of marketing",
    ]
    assert text.count("\n- **Both") == 0


def test_staying_and_moving_on_come_first_where_that_is_asked() -> None:
    text = write(brief("should we move up or stay where we are", STAGE))

    assert text.startswith("Stay if what you sell is settled. [")
    assert text.index("Go on if work is done twice.") < text.index("At Defined, clear rules")


def test_a_stage_that_was_guessed_is_called_that() -> None:
    guess = "I took you to be at *Defined*"

    assert guess in write(brief("should we move up or stay where we are", STAGE))
    assert guess not in write(brief("we are Defined, should we stay where we are", STAGE))


def test_what_comes_next_follows_what_is_done() -> None:
    way = "- **Name a contact** soon.\n- **Two numbers** on a page.\n- **A plan** together."
    stage = with_section(STAGE, "The way to Aligned", way)

    first = write_with(stage, brief("what next at Defined", stage))
    after = write_with(stage, brief("we did name a contact, what next", MOVE, stage))

    assert first.startswith("**Next on the way to Aligned:** **Name a contact** soon. [")
    assert after.startswith("**Next on the way to Aligned:** **Two numbers** on a page. [")
    assert OWNERS in after
    assert "Everybody can say the name." not in after


def test_after_a_step_comes_the_look_whether_it_stands() -> None:
    text = write(brief("what next after we named a contact", MOVE))

    assert text.startswith("**First see that it stands:** Everybody can say the name. [")
    assert "**Who looks:** Sales: sales manager. Marketing: head of marketing. [" in text
    assert "This week" not in text


def test_a_note_about_staying_gives_its_reason_once() -> None:
    stay = replace(
        MOVE, id="stay", direction=Direction.STAY, from_stage=Stage.DEFINED, to_stage=Stage.DEFINED
    )
    stay = with_section(stay, "In short", "Stay at Defined if nobody can say what would be better.")

    text = write_with(stay, brief("should we stay at Defined", stay, STAGE))

    assert text.startswith("Stay at Defined if nobody can say")
    assert "Go on if work is done twice." in text
    assert "Stay if what you sell" not in text


def test_the_last_stage_has_no_next_step_but_reasons_to_stay() -> None:
    assert write(brief("what's next after Defined", STAGE)).startswith("Stay if what you sell")


def test_a_guessed_stage_is_named_where_only_a_reason_to_stay_is_found() -> None:
    stay = replace(MOVE, direction=Direction.STAY, from_stage=Stage.ALIGNED, to_stage=Stage.ALIGNED)

    text = write_with(stay, brief("should we stay where we are", stay))

    assert "I took you to be at *Aligned*" in text


def test_the_whole_way_is_given_where_it_is_asked_for() -> None:
    way = "- **Name a contact** soon.\n- **Two numbers** on a page.\n- **A plan** together."
    stage = with_section(STAGE, "The way to Aligned", way)

    text = write_with(stage, brief("how do we get from Defined to Aligned", stage))

    assert text.startswith("**The way to Aligned:**\n\n- **Name a contact** soon. [")
    assert "- **A plan** together. [" in text


def test_the_signs_of_a_stage_are_listed_where_they_are_asked_for() -> None:
    assert "- Each lead has an owner. [" in write(brief("signs that we are Defined", STAGE))
