"""Who, when and how many are answered with the role, the time, the number first."""

from dataclasses import replace

from coach.domain.stages import Side
from coach.playbook.composing.compositions import UNOWNED
from tests.small_answers import with_section, write, write_with
from tests.small_playbook import CONFLICT, MEETING, METRIC, PRACTICE, brief

STORY = "again the leads are garbage and nobody listens"


def test_who_comes_is_said_first() -> None:
    for asked in ("who should come to the weekly", "who comes to the weekly", "who attends it"):
        assert write(brief(asked, MEETING)).startswith("**Who comes:** Six people. [")


def test_how_often_is_said_first() -> None:
    text = write(brief("how often should we hold the weekly half hour", MEETING))

    assert text.startswith("**How often:** weekly; 30 minutes. [")
    assert "**Agenda" not in text


def test_the_owner_of_a_number_is_said_first() -> None:
    text = write(brief("who owns the win rate", METRIC))

    assert text.startswith("**Who owns the number:** head of sales. [")
    assert "Formula" not in text


def test_who_is_answered_with_a_sentence_that_gives_a_role_the_task() -> None:
    note = with_section(PRACTICE, "The rule", "Leads wait. The SDR lead owns the hand-off rule.")

    text = write_with(note, brief("who should own the hand-off rule", note))

    assert text.startswith("The SDR lead owns the hand-off rule. [")


def test_who_is_answered_with_the_weeks_owners_where_no_sentence_says_it() -> None:
    assert write(brief("who writes a rule", PRACTICE)).startswith("**Who does what this week:**")


def test_the_weeks_owners_are_no_answer_to_who_does_something_else() -> None:
    text = write(brief("Who should ring the buyers back, and within how many minutes?", PRACTICE))

    assert text.startswith(UNOWNED)
    assert "Write one rule: this lead goes to this person within a day." in text
    assert "**This week:**" in text
    assert "Who does what this week" not in text


def test_when_is_answered_with_the_time() -> None:
    note = with_section(PRACTICE, "Clock", "A rule ages. Review the hand-off rule after a month.")

    text = write_with(note, brief("when should we review the hand-off rule", note))

    assert text.startswith("Review the hand-off rule after a month. [")


def test_who_does_not_say_whom_to_ask_gets_questions_for_the_other_side() -> None:
    asked = "which three questions do i ask them about junk leads"

    assert "questions to ask marketing:" in write(brief(asked, CONFLICT, side=Side.SALES))
    assert "questions to ask sales:" in write(brief(asked, CONFLICT, side=Side.MARKETING))


def test_who_asks_for_words_gets_them_first() -> None:
    text = write(brief("what should i say about junk leads", CONFLICT, side=Side.SALES))

    assert text.startswith("**You could open with:**")


def test_an_owner_the_note_counts_to_a_side_stands_for_it() -> None:
    week = (
        "- **Head of sales, by Monday:** go.\n- **Both, by Friday:** sit.\n- **Event owner:** list."
    )
    note = replace(
        with_section(CONFLICT, "This week", week), marketing_owner="event owner in marketing"
    )

    text = write_with(note, brief(STORY, note))

    assert "- **Event owner:** list. [" in text
    assert "**Both" not in text


def test_what_both_begin_with_comes_before_what_each_does_alone() -> None:
    week = "- **Both, today:** meet.\n- **Head of sales:** go.\n- **Head of marketing:** sit."
    note = with_section(CONFLICT, "This week", week)

    assert write_with(note, brief(STORY, note)).count("\n- **", 1) >= 3


def test_how_long_is_told_in_minutes() -> None:
    assert write(brief("how long does the weekly half hour take", MEETING)).startswith(
        "**How long:** 30 minutes. ["
    )


def test_a_long_meeting_is_told_in_hours_and_its_table_in_minutes() -> None:
    long = replace(MEETING, minutes=450)

    text = write_with(long, brief("agenda for the weekly half hour", long))

    assert text.startswith("**Agenda, 7 h 30:**\n")
    assert "| Breaks and spare time | pause | all | 429 min |" in text
    assert write_with(long, brief("how long is the weekly half hour", long)).startswith(
        "**How long:** 7 h 30. ["
    )


def test_what_happens_each_week_is_not_when() -> None:
    note = with_section(PRACTICE, "Habit", "Read the hand-off rule aloud before lunch each week.")

    text = write_with(note, brief("when does the hand-off rule apply", note))

    assert text.startswith("Write one rule")


def test_the_year_of_a_source_is_no_number_that_was_asked_for() -> None:
    text = "Hand-off rules were described early (Somebody 2010). A rep takes five hand-off leads."
    note = with_section(PRACTICE, "Load", text)

    assert write_with(note, brief("how many hand-off leads per rep", note)).startswith(
        "A rep takes five hand-off leads. ["
    )


def test_a_condition_that_names_what_is_asked_is_a_time_too() -> None:
    note = with_section(MEETING, "Before", "Send papers. Cancel the half hour if nothing is open.")

    text = write_with(note, brief("when do we cancel the half hour", note))

    assert text.startswith("Cancel the half hour if nothing is open. [")


def test_how_many_people_is_answered_with_who_comes() -> None:
    assert write(brief("how many people belong in the weekly half hour", MEETING)).startswith(
        "**Who comes:** Six people. ["
    )


def test_both_heads_count_where_no_line_is_one_sides_alone() -> None:
    week = (
        "- **Who said it:** mend it.\n- **Who was hit:** rest.\n- **Both heads:** say one sentence."
    )
    note = with_section(CONFLICT, "This week", week)

    text = write_with(note, brief(STORY, note))

    assert "- **Who said it:**" in text
    assert "- **Both heads:**" in text


def test_who_is_right_is_no_question_of_tasks() -> None:
    text = write(brief("who is right about the hand-off rule", PRACTICE))

    assert text.startswith("Write one rule")
    assert "**Who does what this week:**" in text


def test_a_number_that_is_enough_is_the_number_asked_for() -> None:
    note = with_section(
        PRACTICE, "In short", "Ring buyers after they chose. Six talks are enough to start."
    )

    text = write_with(note, brief("how many before the pattern means a thing", note))

    assert text.startswith("Six talks are enough to start. [")


def test_a_role_that_begins_its_sentence_goes_before_one_in_passing() -> None:
    text = "Papers come and the chair picks one. The chair changes sides each time."
    note = with_section(PRACTICE, "Running it", text)

    said = write_with(note, brief("who should be the chair", note))

    assert said.startswith("The chair changes sides each time. [")
