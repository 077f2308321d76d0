"""What a question asks for comes first: questions, words, an agenda, a finding."""

import re
from dataclasses import replace

from coach.domain.answers import Message
from coach.playbook.composing.compositions import UNMEASURED
from coach.playbook.composing.parts import Line
from tests.small_answers import with_section, write, write_with
from tests.small_playbook import CONFLICT, EVIDENCE, MEETING, METRIC, MOVE, PRACTICE, WORDS, brief


def test_the_minutes_of_an_agenda_add_up() -> None:
    text = write(brief("show me an agenda for the weekly meeting", MEETING))

    assert sum(map(int, re.findall(r"\b(\d+) min", text.split("|", 1)[1]))) == MEETING.minutes


def test_three_questions_are_exactly_three() -> None:
    text = write(brief("give me three questions to ask sales about junk leads", CONFLICT))

    assert text.startswith("**Three questions to ask sales:**\n\n1. Which lead was good? [")
    assert len(re.findall(r"^\d\. ", text, re.MULTILINE)) == 3
    assert "**Bear in mind:** A quota that ends with the month. [" in text


def test_each_question_has_its_number() -> None:
    text = write(brief("three questions to ask marketing about junk leads", CONFLICT))

    assert len(re.findall(r"^\d\. .*\? \[4\]$", text, re.MULTILINE)) == 3


def test_choices_stand_in_a_table_with_what_each_costs_either_side() -> None:
    text = write(brief("what are our options with the junk leads", CONFLICT))

    assert text.startswith("| What you could do | What it costs sales | What it costs marketing |")
    assert "| Mark ten leads apart. [3] | An hour of selling time. [3] | Doubt about" in text
    assert "**Where to begin:** Test whether you agree" in text


def test_what_it_would_cost_each_side_is_told_of_the_quarrel_told_before() -> None:
    said = Message("assistant", write(brief("these leads are junk", CONFLICT)))
    history = [Message("user", "these leads are junk"), said]

    text = write(brief("what would it cost each side?", METRIC, CONFLICT, history=history))

    assert "| Let one rep decide for all. [" in text


def test_options_for_what_is_no_quarrel_are_answered_as_ever() -> None:
    assert write(brief("our options for a hand-off rule", PRACTICE)).startswith("Write one rule")


def test_words_quoted_in_advice_come_first_where_words_are_asked_for() -> None:
    quoted = 'Ask early: "Which of these leads would you call first?"'
    note = with_section(PRACTICE, "Handy replies", quoted)

    text = write_with(note, brief("how do i ask about the hand-off rule", note))

    assert text.startswith('**You could say:**\n\n> "Which of these leads would you call first?" [')


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


def test_why_of_a_meeting_is_no_agenda() -> None:
    assert "Agenda" not in write(brief("why should we hold the weekly half hour", MEETING))


def test_what_a_thing_is_does_not_open_with_the_reasons_for_it() -> None:
    note = with_section(MOVE, "Why", "What is asked of a named contact travels by trust.")

    text = write_with(note, brief("what is a named contact", note))

    assert text.startswith("Put two names on a page. [")


def test_proof_that_is_not_there_is_said_not_to_be_there() -> None:
    assert write(brief("any proof that a hand-off rule works", PRACTICE)).startswith(UNMEASURED)


def test_a_word_that_is_only_part_of_what_is_asked_does_not_open() -> None:
    text = write(
        brief("what is an inquiry rule between the hand-off and the owner", PRACTICE, WORDS)
    )

    assert text.startswith("Write one rule")


def test_what_is_said_according_to_something_has_its_number_at_once() -> None:
    line = Line("People hold back according to temper. So ask them.", 4)

    assert line.cited == "People hold back according to temper. [4] So ask them. [4]"


def test_what_somebody_is_judged_by_is_no_meaning() -> None:
    note = with_section(WORDS, "Rules", "A gate is judged by its owner.")

    assert "is judged by" not in write_with(note, brief("what does gate mean", note))


def test_questions_for_nobody_of_the_two_come_from_the_notes_own_list() -> None:
    listed = '- "When did you begin to look?"\n- "Who else had a say?"'
    note = with_section(PRACTICE, "Questions that work", listed)

    text = write_with(note, brief("questions to ask in a hand-off interview", note))

    assert '**Questions that work:**\n\n- "When did you begin to look?" [' in text
