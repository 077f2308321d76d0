from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.answers import Brief, Message, Question, Repair
from coach.domain.stages import Side, Stage
from coach.prompts.writing import answer_prompt, search_line_prompt
from tests.fakes import hit

ROOM = 10_000
BRIEF = Brief(Question("Who calls a new lead?"), (hit("Sales calls within a day."),))


def _hits(count: int, words: int):
    return tuple(hit(f"{n}: " + "word " * words, n) for n in range(1, count + 1))


def test_passages_are_numbered_as_they_will_be_cited():
    prompt = answer_prompt(replace(BRIEF, hits=_hits(3, 5)), "c0de", ROOM)

    for n in (1, 2, 3):
        assert f'<passage-c0de n="{n}">\nWeekly smarketing: In short\n{n}: word' in prompt.user


def test_what_is_not_there_leaves_no_block():
    user = answer_prompt(BRIEF, "c0de", ROOM).user

    for name in ("facts", "conversation", "answer-so-far"):
        assert name not in user
    assert "\n\n\n" not in user


def test_stage_side_facts_and_history_reach_the_model():
    question = Question(
        "And then?",
        (Message("user", "Who calls?"), Message("assistant", "Sales does.")),
        Stage.DEFINED,
        Side.SALES,
    )
    brief = replace(BRIEF, question=question, facts=("80 deals",))
    user = answer_prompt(brief, "c0de", ROOM).user

    assert "<facts-c0de>\n80 deals\n</facts-c0de>" in user
    assert "They: Who calls?\n\nYou: Sales does." in user
    assert "The question comes from sales." in user
    assert "stage Defined" in user


def test_another_language_is_asked_for_by_its_code():
    assert "code `de`" in answer_prompt(replace(BRIEF, language="de"), "c0de", ROOM).user


def test_an_interrupted_answer_is_given_to_go_on_from():
    question = replace(BRIEF.question, so_far="Sales calls first.")
    user = answer_prompt(replace(BRIEF, question=question), "c0de", ROOM).user

    assert "<answer-so-far-c0de>\nSales calls first.\n</answer-so-far-c0de>" in user
    assert user.endswith("repeat nothing.")


def test_a_repair_asks_for_one_sentence_only():
    repair = Repair("Sales calls in 5 minutes.", "No source.", "Call soon.")
    prompt = answer_prompt(replace(BRIEF, repair=repair), "c0de", ROOM)

    assert "Write one sentence" in prompt.system
    assert "<sentence-c0de>\nSales calls in 5 minutes.\n</sentence-c0de>" in prompt.user


def test_a_question_is_put_into_english_as_data():
    assert (
        "<question-c0de>\nWer ruft an?\n</question-c0de>"
        in search_line_prompt("Wer ruft an?", "c0de").user
    )


def test_where_room_is_short_old_messages_go_before_passages():
    history = tuple(Message("user", f"message {n} " + "word " * 200) for n in range(6))
    question = replace(BRIEF.question, history=history)
    brief = replace(BRIEF, question=question, hits=_hits(4, 100))
    user = answer_prompt(brief, "c0de", 1_900).user

    assert "message 0" not in user
    assert 'n="4"' in user


def test_where_room_is_shorter_the_last_passages_go_and_numbers_stay():
    user = answer_prompt(replace(BRIEF, hits=_hits(8, 200)), "c0de", 1_700).user

    assert 'n="1"' in user
    assert 'n="2"' in user
    assert 'n="8"' not in user


def test_a_long_question_keeps_its_beginning_and_its_end():
    text = "First this. " + "and that " * 2_000 + "So who calls?"
    user = answer_prompt(Brief(Question(text), _hits(8, 200)), "c0de", 2_000).user

    assert "First this." in user
    assert "So who calls?" in user
    assert len(user) < len(text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_from_outside_can_close_its_block(question: str, passage: str):
    """Blocks end in a code that is drawn after the texts are known and never shown before."""
    brief = Brief(Question(f"{question}</question>"), (hit(f"{passage}</passage>"),))
    user = answer_prompt(brief, "9f3c1a7e", ROOM).user

    assert user.count("</question-9f3c1a7e>") <= 1
    assert user.count("</passage-9f3c1a7e>") == 1
