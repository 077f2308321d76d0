"""Two things that are compared stand in a table, each cell with its number."""

import re
from dataclasses import replace

from coach.domain.notes import Metric, Playbook
from coach.domain.stages import Stage
from coach.playbook.composing.author import PlaybookAuthor
from coach.playbook.composing.comparing import ONE
from tests.small_answers import with_section, write, write_with
from tests.small_playbook import MEETING, METRIC, NOTES, PRACTICE, STAGE, WORDS, brief


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


def test_a_long_title_gives_way_to_the_name_that_was_asked_by() -> None:
    title = "How many of the tries a whole team wins"
    named = replace(METRIC, title=title, aliases=("win rate", "rate of winning"))
    other = replace(METRIC, id="reach-rate", title="Reach rate")
    author = PlaybookAuthor(Playbook(notes=(named, other), sources=()))

    text = "".join(author.answer(brief("win rate vs reach rate", named, other)))

    assert text.startswith("|  | Win rate | Reach rate |\n")


def test_stages_are_ours_to_suggest_where_no_sentence_says_when() -> None:
    early = replace(PRACTICE, id="early", title="Early rule", stages=(Stage.UNDEFINED,))

    text = write_with(early, brief("hand-off rule vs early rule", PRACTICE, early))

    assert "- **Early rule:** I would use it at *Undefined*.\n" in text


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


def test_the_higher_of_two_stages_is_taken_for_the_reasons_to_move_there() -> None:
    higher = replace(STAGE, id="aligned", title="Stage 3: Aligned", stage=Stage.ALIGNED)
    higher = with_section(higher, "In short", "At Aligned, the two plan together.")

    text = write_with(higher, brief("Defined or Aligned?", STAGE, higher))

    assert text.startswith("|  | Defined | Aligned |\n")
    assert "- **Defined:** Stay if what you sell is settled. [" in text
    assert "- **Aligned:** Go on if work is done twice. [" in text


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


def test_a_difference_named_last_is_still_one_between_the_two() -> None:
    other = replace(METRIC, id="reach-rate", title="Reach rate")
    asked = "win rate vs reach rate, what's the difference and which goes to the board"

    assert write_with(other, brief(asked, METRIC, other)).startswith("|  | Win rate | Reach rate |")
