"""Each kind of question gets an answer of its own shape."""

from dataclasses import replace

from coach.domain.answers import Brief, Message
from coach.domain.stages import Side
from coach.playbook.composing.author import PlaybookAuthor
from coach.playbook.composing.frames import NO_TEXT
from tests.small_playbook import (
    CONFLICT,
    EVIDENCE,
    MEETING,
    METRIC,
    MOVE,
    PLAYBOOK,
    PRACTICE,
    STAGE,
    TEMPLATE,
    WORDS,
    brief,
    sections,
)

AUTHOR = PlaybookAuthor(PLAYBOOK)


def write(given: Brief) -> str:
    return "".join(AUTHOR.answer(given))


def test_a_meeting_is_a_table_of_questions_with_owner_and_minutes() -> None:
    text = write(brief("agenda for our weekly meeting", MEETING))

    assert text.startswith("**Agenda, 30 minutes:**\n\n| Question | To | Owner | Minutes |\n")
    assert "| Which number is off track? [2] | discuss | sales ops | 4 min |" in text
    assert "| Which problem do we solve? [2] | decide | head of sales | 13 min |" in text
    assert "Done when" not in text
    assert "**Before:**" in text


def test_a_quarrel_names_both_interests_and_an_owner_on_each_side() -> None:
    text = write(brief("the leads are garbage", CONFLICT))

    assert "- **Sales needs:** Selling hours" in text
    assert "- **Marketing needs:** A yardstick" in text
    assert "**Head of sales" in text
    assert "**Head of marketing" in text


def test_words_are_offered_to_the_askers_side_alone() -> None:
    text = write(brief("the leads are garbage", CONFLICT, side=Side.SALES))

    assert '**You could open with:**\n\n> "Can we each mark the same ten?" [' in text
    assert "Give me one reason" not in text


def test_words_for_both_are_offered_to_who_asks_what_to_say_for_neither() -> None:
    text = write(brief("what should i say about the junk leads quarrel", CONFLICT))

    assert '- **Words for sales:** "Can we each mark the same ten?"' in text
    assert '- **Words for marketing:** "Give me one reason each?"' in text


def test_changing_the_side_changes_nothing_but_order_and_words() -> None:
    both = [write(brief("garbage leads", CONFLICT, side=side)) for side in Side if side != "other"]
    facts = [
        {line.rsplit(" [", 1)[0] for line in text.splitlines() if line.startswith("- ")}
        for text in both
    ]

    assert all(found >= facts[0] & facts[1] for found in facts)
    assert "Selling hours for people who might buy." in str(facts[1])


def test_a_definition_opens_with_the_meaning() -> None:
    assert write(brief("MQL?", WORDS)).startswith("An MQL is a lead that passed the written rule.")


def test_two_words_of_one_note_stand_side_by_side() -> None:
    text = write(brief("difference between an SQL and an opportunity", WORDS))

    assert text.startswith("|  | SQL | Opportunity |\n")
    assert "| **What it is:** | A need is believable. [3] | A deal with an amount." in text
    assert "| **Belongs to:** | Sales. [3] | Sales. [3] |" in text


def test_a_row_that_only_one_word_fills_is_left_out() -> None:
    text = write(brief("difference between an SQL and an opportunity", WORDS))

    assert "**Gate to the next:**" not in text


def test_a_gate_that_is_half_a_sentence_is_made_whole_in_its_cell() -> None:
    words = "- **MQL** (marketing): passed the rule. Gate: with a named seller.\n"
    words += "- **SAL** (sales): checked and taken on. Gate: a conversation took place."
    note = replace(WORDS, sections=sections(In_short="Put one gate on each word.", The_words=words))

    text = write(brief("MQL vs SAL", note))

    assert "| It is with a named seller. [3] | A conversation took place. [3] |" in text


def test_a_term_is_found_by_its_long_form_too() -> None:
    text = write(brief("difference between sales qualified and an inquiry", WORDS))

    assert text.startswith("|  | SQL | Inquiry |\n")


def test_a_misspelt_term_is_still_explained() -> None:
    assert "**Opportunity** (sales)" in write(brief("what is an oportunity", WORDS))


def test_how_many_is_answered_with_the_number() -> None:
    text = write(brief("how many tries before i give up", PRACTICE))

    assert "Agree six tries over ten working days." in text.split("**This week")[0]


def test_why_is_answered_with_the_reason() -> None:
    text = write(brief("why do rules fail", PRACTICE))

    assert text.startswith("Nobody counted the hours a seller has.")


def test_the_downside_is_answered_with_what_to_watch() -> None:
    text = write(brief("what is the downside of a hand-off rule", PRACTICE))

    assert text.startswith("A promise without arithmetic is a wish.")
    assert text.count("A promise without arithmetic") == 1


def test_a_metric_has_its_formula_and_its_trap() -> None:
    text = write(brief("how do we calculate the win rate", METRIC))

    assert "100 × won / decided, in per cent." in text
    assert "Won: deals won. Decided: deals decided." in text
    assert "**Worked example:** with won 12 and decided 40 it is 30 per cent. [" in text
    assert "**Owner:** head of sales. [" in text
    assert "Ten deals are too few." in text


def test_evidence_says_what_it_does_not_show() -> None:
    text = write(brief("is it true that 21 times more are reached", EVIDENCE))

    assert "An older study reports 21 times the odds." in text
    assert "**What it does not show:** Revenue. The data are observed. [" in text
    assert "**Use it so:** Plot your own requests. [" in text


def test_a_figure_has_its_number_in_its_own_sentence() -> None:
    text = write(brief("what was found about fast answers in a study", EVIDENCE))

    assert "37 % replied in an hour. [" in text


def test_a_text_to_copy_is_quoted_for_the_askers_side() -> None:
    text = write(brief("write me an email for a first talk", TEMPLATE, side=Side.MARKETING))

    assert "> Hi [name], what is your team up against?\n" in text
    assert "question about leads" not in text
    assert "> [name] [" in text


def test_a_text_that_was_too_long_is_cut_at_a_paragraph() -> None:
    earlier = [Message("user", "write me an email for a first talk"), Message("assistant", "ok")]

    text = write(brief("make it shorter please", TEMPLATE, history=earlier))

    assert "> Hi [name], I have a question about leads. [" in text


def test_advice_that_was_too_long_becomes_two_lines_and_a_sentence() -> None:
    earlier = [Message("user", "how do we hand over leads"), Message("assistant", "so")]

    text = write(brief("can you make it shorter", PRACTICE, history=earlier))

    assert text.count("\n- ") <= 3
    assert "**Watch for:**" not in text


def test_a_stage_says_when_to_stay_and_when_to_move() -> None:
    text = write(brief("what is the defined stage like", STAGE))

    assert "Stay if what you sell is settled." in text
    assert "Go on if work is done twice." in text


def test_a_move_says_how_you_see_that_it_works() -> None:
    text = write(brief("i never know whom to ask", MOVE))

    assert "**Signs that it works:** Everybody can say the name. [" in text


def test_a_template_that_was_not_asked_for_says_that_it_is_only_the_nearest() -> None:
    ready = write(brief("write an email for a first talk alone", TEMPLATE))
    nearest = write(brief("write an email for a talk on the weekly response time", TEMPLATE))

    assert ready.startswith("Here is a text to make your own")
    assert nearest.startswith("The nearest text I have: *E-mail for a first talk*.")


def test_a_letter_of_which_nothing_is_told_is_no_template_but_a_frame() -> None:
    text = write(brief("write a message to my head of sales Dana asking for ten minutes", TEMPLATE))

    assert text.startswith(NO_TEXT)
    assert "> Hi Dana," in text
    assert "> [In your words: asking for ten minutes]" in text


def test_the_readers_name_goes_into_the_greeting_and_nowhere_else() -> None:
    text = write(brief("write an email to Dana, our sales head, for a first talk", TEMPLATE))

    assert "> Hi Dana, what is your team up against?" in text
    assert "> [name] [" in text


def test_a_letter_without_a_ready_text_is_a_frame_with_the_askers_purpose() -> None:
    text = write(brief("write an email to Tom about the response time", METRIC))

    assert text.startswith("I have no ready text for this")
    assert "> Subject: [" in text
    assert "> Hi Tom," in text
    assert "> [In your words: about the response time]" in text
    assert "> [name]" in text


def test_an_invitation_says_why_and_when_and_asks_for_no_report() -> None:
    text = write(brief("write an invitation to sales", MEETING))

    assert "> [Why we should sit together now, in one sentence.]" in text
    assert "> [A day, a place and how long: would Thursday at ten suit you?]" in text
    assert "What happened" not in text


def test_an_invitation_brings_the_agenda() -> None:
    text = write(brief("write an email inviting sales to the weekly meeting", TEMPLATE, MEETING))

    assert "> I'd like us to meet and settle these questions:" in text
    assert "> 1. Which number is off track?" in text


def test_a_letter_about_a_quarrel_uses_the_words_for_the_writers_side() -> None:
    text = write(brief("write a message to marketing: the leads are garbage", CONFLICT))

    assert "> Can we each mark the same ten? [" in text
