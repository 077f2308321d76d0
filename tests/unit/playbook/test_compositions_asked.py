"""What a question asks for comes first: a role, a time, three questions, a step, a table."""

import re
from dataclasses import replace

from coach.domain.answers import Brief, Message
from coach.domain.notes import Direction, Metric, Note, Playbook, Section
from coach.domain.stages import Side, Stage
from coach.playbook.composing.author import PlaybookAuthor
from coach.playbook.composing.comparing import ONE
from coach.playbook.composing.compositions import UNMEASURED
from coach.playbook.composing.parts import Line, Part, fitted, table
from coach.playbook.composing.steps import OWNERS
from tests.small_playbook import (
    CONFLICT,
    EVIDENCE,
    MEETING,
    METRIC,
    MOVE,
    NOTES,
    PLAYBOOK,
    PRACTICE,
    STAGE,
    WORDS,
    brief,
)

AUTHOR = PlaybookAuthor(PLAYBOOK)
STORY = "again the leads are garbage and nobody listens"


def write(given: Brief) -> str:
    return "".join(AUTHOR.answer(given))


def write_with(note: Note, given: Brief) -> str:
    """Write with `note` in the place of the one of the same id, or beside the others."""
    others = tuple(other for other in NOTES if other.id != note.id)
    return "".join(PlaybookAuthor(Playbook(notes=(*others, note), sources=())).answer(given))


def with_section(note: Note, heading: str, text: str) -> Note:
    kept = tuple(section for section in note.sections if section.heading != heading)
    return replace(note, sections=(*kept, Section(heading, text, 0, 1)))


def test_the_minutes_of_an_agenda_add_up() -> None:
    text = write(brief("show me an agenda for the weekly meeting", MEETING))

    assert sum(map(int, re.findall(r"\b(\d+) min", text.split("|", 1)[1]))) == MEETING.minutes


def test_a_table_stays_whole_where_an_answer_is_too_long() -> None:
    rows = [[f"row {n}", "word " * 40] for n in range(5)]
    whole = Part(table(["a", "b"], rows), fixed=True)
    rest = Part((Line("word " * 60),))

    assert fitted([whole, rest]) == [whole]


def test_who_comes_is_said_first() -> None:
    assert write(brief("who should come to the weekly", MEETING)).startswith(
        "**Who comes:** Six people. ["
    )


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


def test_when_is_answered_with_the_time() -> None:
    note = with_section(PRACTICE, "Clock", "A rule ages. Review the hand-off rule after a month.")

    text = write_with(note, brief("when should we review the hand-off rule", note))

    assert text.startswith("Review the hand-off rule after a month. [")


def test_three_questions_are_exactly_three() -> None:
    text = write(brief("give me three questions to ask sales about junk leads", CONFLICT))

    assert text.startswith("**Three questions to ask sales:**\n\n1. Which lead was good?\n")
    assert len(re.findall(r"^\d\. ", text, re.MULTILINE)) == 3
    assert "**Bear in mind:** A quota that ends with the month. [" in text


def test_who_does_not_say_whom_to_ask_gets_questions_for_the_other_side() -> None:
    asked = "which three questions do i ask them about junk leads"

    assert "questions to ask marketing:" in write(brief(asked, CONFLICT, side=Side.SALES))
    assert "questions to ask sales:" in write(brief(asked, CONFLICT, side=Side.MARKETING))


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


def test_who_asks_for_words_gets_them_first() -> None:
    text = write(brief("what should i say about junk leads", CONFLICT, side=Side.SALES))

    assert text.startswith("**You could open with:**")


def test_words_quoted_in_advice_come_first_where_words_are_asked_for() -> None:
    quoted = 'Ask early: "Which of these leads would you call first?"'
    note = with_section(PRACTICE, "Handy replies", quoted)

    text = write_with(note, brief("how do i ask about the hand-off rule", note))

    assert text.startswith('**You could say:**\n\n> "Which of these leads would you call first?" [')


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


def test_after_a_step_comes_the_look_whether_it_stands() -> None:
    text = write(brief("what next after we named a contact", MOVE))

    assert text.startswith("**First see that it stands:** Everybody can say the name. [")
    assert "**Who looks:** Sales: sales manager. Marketing: head of marketing. [" in text
    assert "This week" not in text


def test_two_notes_are_compared_in_a_table_with_a_number_in_each_cell() -> None:
    other: Metric = replace(METRIC, id="reach-rate", title="Reach rate", owner="SDR lead")

    text = write_with(other, brief("win rate vs reach rate", METRIC, other))
    rows = [line for line in text.splitlines() if line.startswith("| **")]

    assert text.startswith("|  | Win rate | Reach rate |\n| --- | --- | --- |\n")
    assert len(rows) == 3
    assert all(len(re.findall(r"\. \[\d+\]", row)) == 2 for row in rows)


def test_a_comparison_says_when_to_take_which() -> None:
    read = "Compare months. It helps most at Aligned, where both look."
    other = with_section(
        replace(METRIC, id="reach-rate", title="Reach rate"), "How to read it", read
    )

    text = write_with(other, brief("win rate vs reach rate", METRIC, other))

    assert "**Which, when:**\n\n- **Reach rate:** It helps most at Aligned" in text


def test_a_comparison_with_something_unknown_says_so() -> None:
    text = write(brief("win rate vs a moon base", METRIC))

    assert text.startswith(ONE)
    assert "Win rate is deals won" in text


def test_why_of_a_number_needs_no_formula() -> None:
    assert "Formula" not in write(brief("why is our win rate falling", METRIC))


def test_a_finding_says_what_it_rests_on() -> None:
    text = write(brief("is there a study on fast answers", EVIDENCE))

    assert "**What it rests on:** 2,241 companies, 2011. [" in text
    assert "Kind of evidence: survey. [" in text


def test_another_words_meaning_does_not_open_a_number() -> None:
    cost = replace(METRIC, id="win-cost", title="Win rate cost", sections=METRIC.sections[1:])
    cost = with_section(cost, "In short", "Divide what a try costs by the win rate.")

    text = write_with(cost, brief("what is the win rate cost", cost, METRIC))

    assert text.startswith("Divide what a try costs by the win rate. [")


def test_how_long_is_told_in_minutes() -> None:
    assert write(brief("how long does the weekly half hour take", MEETING)).startswith(
        "**How long:** 30 minutes. ["
    )


def test_what_happens_each_week_is_not_when() -> None:
    note = with_section(PRACTICE, "Habit", "Read the hand-off rule aloud before lunch each week.")

    text = write_with(note, brief("when does the hand-off rule apply", note))

    assert text.startswith("Write one rule")


def test_a_note_is_not_compared_with_itself() -> None:
    other = replace(METRIC, id="reach-rate", title="Reach rate", aliases=("win rate",))

    text = write_with(other, brief("reach rate vs win rate", other, METRIC))

    assert text.startswith("|  | Reach rate | Win rate |\n")


def test_a_long_comparison_keeps_when_to_take_which() -> None:
    long = "It tells " + "one thing and " * 20 + "no more."
    read = "It helps most at Aligned, where " + "both look " * 15 + "together."
    metrics = [
        with_section(with_section(one, "In short", long), "How to read it", read)
        for one in (METRIC, replace(METRIC, id="reach-rate", title="Reach rate", owner="ops " * 30))
    ]
    author = PlaybookAuthor(Playbook(notes=tuple(metrics), sources=()))

    text = "".join(author.answer(brief("win rate vs reach rate", *metrics)))

    assert "**Formula:**" in text
    assert "**Owner:**" not in text
    assert "**Which, when:**" in text


def test_two_meetings_are_told_apart_by_what_each_is_held_for() -> None:
    other = replace(MEETING, id="clinic", title="Lead clinic", purpose="Learn", cadence="monthly")
    other = with_section(other, "In short", "Three people look at five leads.")

    text = write_with(other, brief("weekly half hour or lead clinic?", MEETING, other))

    assert "| **What for:** | Solve one problem a week. [2] | Learn. [" in text
    assert "| **How often:** | Weekly; 30 minutes. [2] | Monthly; 30 minutes. [" in text
    assert "- **Lead clinic:** Three people look at five leads. [" in text


def test_why_of_a_meeting_is_no_agenda() -> None:
    assert "Agenda" not in write(brief("why should we hold the weekly half hour", MEETING))


def test_what_a_thing_is_does_not_open_with_the_reasons_for_it() -> None:
    note = with_section(MOVE, "Why", "What is asked of a named contact travels by trust.")

    text = write_with(note, brief("what is a named contact", note))

    assert text.startswith("Put two names on a page. [")


def test_proof_that_is_not_there_is_said_not_to_be_there() -> None:
    assert write(brief("any proof that a hand-off rule works", PRACTICE)).startswith(UNMEASURED)


def test_the_year_of_a_source_is_no_number_that_was_asked_for() -> None:
    text = "Hand-off rules were described early (Somebody 2010). A rep takes five hand-off leads."
    note = with_section(PRACTICE, "Load", text)

    assert write_with(note, brief("how many hand-off leads per rep", note)).startswith(
        "A rep takes five hand-off leads. ["
    )


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


def test_the_higher_of_two_stages_is_taken_for_the_reasons_to_move_there() -> None:
    higher = replace(STAGE, id="aligned", title="Stage 3: Aligned", stage=Stage.ALIGNED)
    higher = with_section(higher, "In short", "At Aligned, the two plan together.")

    text = write_with(higher, brief("Defined or Aligned?", STAGE, higher))

    assert text.startswith("|  | Defined | Aligned |\n")
    assert "- **Defined:** Stay if what you sell is settled. [" in text
    assert "- **Aligned:** Go on if work is done twice. [" in text


def test_a_word_that_is_only_part_of_what_is_asked_does_not_open() -> None:
    text = write(
        brief("what is an inquiry rule between the hand-off and the owner", PRACTICE, WORDS)
    )

    assert text.startswith("Write one rule")


def test_words_of_one_note_are_not_taken_for_the_names_of_others() -> None:
    other = replace(METRIC, id="sal-rate", title="SAL rate", aliases=("SAL",))
    third = replace(METRIC, id="sql-rate", title="SQL rate", aliases=("SQL",))
    author = PlaybookAuthor(Playbook(notes=(*NOTES, other, third), sources=()))

    text = "".join(author.answer(brief("SAL vs SQL", WORDS, other, third)))

    assert text.startswith("|  | SAL | SQL |\n")


def test_what_a_note_says_of_both_words_stands_under_the_table() -> None:
    both = "An MQL is a lead. Use a SQL for a need and an opportunity for a deal. It is simple."
    note = with_section(WORDS, "In short", both)

    text = write_with(note, brief("sql vs opportunity", note))

    assert "Use a SQL for a need and an opportunity for a deal." in text
    assert "Use a SQL" not in write(brief("sql vs opportunity", WORDS))


def test_a_guessed_stage_is_named_where_only_a_reason_to_stay_is_found() -> None:
    stay = replace(MOVE, direction=Direction.STAY, from_stage=Stage.ALIGNED, to_stage=Stage.ALIGNED)

    text = write_with(stay, brief("should we stay where we are", stay))

    assert "I took you to be at *Aligned*" in text


def test_a_condition_that_names_what_is_asked_is_a_time_too() -> None:
    note = with_section(MEETING, "Before", "Send papers. Cancel the half hour if nothing is open.")

    text = write_with(note, brief("when do we cancel the half hour", note))

    assert text.startswith("Cancel the half hour if nothing is open. [")


def test_how_many_people_is_answered_with_who_comes() -> None:
    assert write(brief("how many people belong in the weekly half hour", MEETING)).startswith(
        "**Who comes:** Six people. ["
    )


def test_the_whole_way_is_given_where_it_is_asked_for() -> None:
    way = "- **Name a contact** soon.\n- **Two numbers** on a page.\n- **A plan** together."
    stage = with_section(STAGE, "The way to Aligned", way)

    text = write_with(stage, brief("how do we get from Defined to Aligned", stage))

    assert text.startswith("**The way to Aligned:**\n\n- **Name a contact** soon. [")
    assert "- **A plan** together. [" in text


def test_the_signs_of_a_stage_are_listed_where_they_are_asked_for() -> None:
    assert "- Each lead has an owner. [" in write(brief("signs that we are Defined", STAGE))


def after(earlier: str, *notes: Note) -> list[Message]:
    return [Message("user", earlier), Message("assistant", write(brief(earlier, *notes)))]


def test_a_follow_up_stays_with_the_note_the_answer_came_from() -> None:
    history = after("the leads are garbage", CONFLICT)

    text = write(brief("why is it like that", PRACTICE, CONFLICT, history=history))

    assert text.startswith("Two ideas of one word. [")


def test_questions_for_them_come_from_the_quarrel_told_before() -> None:
    history = after("marketing says the leads are garbage", CONFLICT)

    text = write(brief("three questions to ask them", PRACTICE, history=history))

    assert text.startswith("**Three questions to ask marketing:**")


def test_what_comes_next_is_not_what_was_just_told() -> None:
    rule = replace(PRACTICE, sections=PRACTICE.sections[:1])
    history = after("how do we hand over leads", rule)

    text = write(brief("what next?", rule, MOVE, history=history))

    assert "Put two names on a page. [" in text


def test_who_does_it_is_said_again_where_it_was_said_before() -> None:
    history = after("how do we hand over leads", PRACTICE)

    text = write(brief("and who does that?", PRACTICE, history=history))

    assert "list five leads that nobody called. [" in text


def test_the_stage_named_before_is_no_guess() -> None:
    history = [Message("user", "we are at Defined"), Message("assistant", "Good.")]

    assert "I took you" not in write(brief("should we move up?", STAGE, history=history))


def test_what_follows_versus_is_held_against_what_was_told_before() -> None:
    history = after("what is the win rate", METRIC)
    other = replace(METRIC, id="reach-rate", title="Reach rate")

    text = write_with(other, brief("vs reach rate?", METRIC, other, history=history))

    assert text.startswith("|  | Win rate | Reach rate |\n")


def test_what_leans_on_a_sentence_told_before_is_left_out() -> None:
    note = with_section(PRACTICE, "In short", "Write one rule. It is about owners. Begin small.")
    history = [Message("user", "hand-off rule"), Message("assistant", "Write one rule.")]

    text = write_with(note, brief("and the hand-off then", note, history=history))

    assert "It is about owners." not in text
    assert text.startswith("Begin small. [")


def test_what_is_said_according_to_something_has_its_number_at_once() -> None:
    line = Line("People hold back according to temper. So ask them.", 4)

    assert line.cited == "People hold back according to temper. [4] So ask them. [4]"


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


def test_a_difference_named_last_is_still_one_between_the_two() -> None:
    other = replace(METRIC, id="reach-rate", title="Reach rate")
    asked = "win rate vs reach rate, what's the difference and which goes to the board"

    assert write_with(other, brief(asked, METRIC, other)).startswith("|  | Win rate | Reach rate |")
