"""The words of a question say what kind of answer it wants, and often who asks."""

import pytest

from coach.domain.answers import Message, Question
from coach.domain.stages import Side
from coach.playbook.composing.shapes import Shape, asker, shape_of, wants_shorter


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("can you write that as an email", Shape.TEXT),
        ("what do i write to reps before a campaign", Shape.TEXT),
        ("is there a source for that", Shape.PROOF),
        ("is it true that 67 % fail?", Shape.PROOF),
        ("a rep gave me a case study, say thanks how?", Shape.SAY),
        ("difference between sal and sql", Shape.COMPARE),
        ("medicc or champ for a small deal?", Shape.COMPARE),
        ("we need 2.4m, deal 30k, how many leads?", Shape.CALCULATE),
        ("how do i calculate the win rate", Shape.CALCULATE),
        ("two hours with 4 reps on leads. script please", Shape.MEETING),
        ("should we use one CRM or two", Shape.PLAIN),
        ("should we use our CRM or spreadsheets", Shape.COMPARE),
        ("what are our options", Shape.OPTIONS),
        ("what would it cost each side", Shape.OPTIONS),
        ("two choices for the pay row please", Shape.OPTIONS),
        ("questions to ask sales about junk", Shape.ASK),
        ("questions to ask in an interview", Shape.LIST),
        ("what should i say to him", Shape.SAY),
        ("whats the downside", Shape.RISK),
        ("how do we get from Defined to Aligned", Shape.NEXT),
        ("what if they say no?", Shape.REFUSED),
        ("he is too busy selling", Shape.REFUSED),
        ("how many times do i call", Shape.AMOUNT),
        ("what belongs in an SLA", Shape.LIST),
        ("show me one", Shape.EXAMPLE),
        ("who should own the list", Shape.WHO),
        ("when should we move on", Shape.WHEN),
        ("why do they ignore us", Shape.WHY),
        ("and why?", Shape.WHY),
        ("which metric fits", Shape.MEASURE),
        ("what is an MQL", Shape.DEFINE),
        ("MQL?", Shape.DEFINE),
        ("who writes the agenda", Shape.WHO),
        ("who should write the brief", Shape.WHO),
        ("how long does the workshop take", Shape.AMOUNT),
        ("whats the diference between sal and sql", Shape.COMPARE),
        ("stage conversion or win rate?", Shape.COMPARE),
        ("should we use cac payback or the magic number", Shape.COMPARE),
        ("a liaison or one leader, which is better", Shape.COMPARE),
        ("give me three questions to ask sales", Shape.ASK),
        ("what should i ask marketing about the fair", Shape.ASK),
        ("what questions do we ask a buyer", Shape.PLAIN),
        ("should we move up or stay", Shape.STAY),
        ("is it time to leave Undefined", Shape.STAY),
        ("he wants it all, when is it fine to stay at Defined", Shape.STAY),
        ("do we need one leader or are we fine", Shape.STAY),
        ("we have an agreement, what now", Shape.NEXT),
        ("and now? they said yes", Shape.NEXT),
        ("what is our first step", Shape.NEXT),
        ("do we have to become Integrated", Shape.STAY),
        ("questions to ask marketing before the round", Shape.ASK),
        ("is a liaison better than a meeting", Shape.COMPARE),
        ("difference reject codes and rejection mix", Shape.COMPARE),
        ("what are the signs that we are Aligned", Shape.LIST),
        ("we are at Defined, what's next", Shape.NEXT),
        ("what should we do next", Shape.NEXT),
        ("is the 67% figure real", Shape.PROOF),
        ('they say "it is research based"', Shape.PLAIN),
        ("a checklist for the launch", Shape.EXAMPLE),
        ("they never call our leads", Shape.PLAIN),
        ("", Shape.PLAIN),
    ],
)
def test_a_question_shows_its_shape(text: str, shape: Shape) -> None:
    assert shape_of(text) is shape


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("marketing's leads are bad", Side.SALES),
        ("reps ignore everything", Side.MARKETING),
        ("I'm an SDR and marketing and sales annoy me", Side.SALES),
        ("we in marketing get nothing from sales", Side.MARKETING),
        ("I run marketing and sales laughs at us", Side.MARKETING),
        ("my reps make their own slides, marketing is cross", Side.SALES),
        ("as CEO I referee between sales and marketing", None),
        ("how do we start", None),
    ],
)
def test_who_names_only_the_others_speaks_for_their_own_side(text: str, side: Side | None) -> None:
    assert asker(Question(text)) is side


def test_the_chip_decides_who_asks() -> None:
    assert asker(Question("reps ignore us", side=Side.SALES)) is Side.SALES
    assert asker(Question("reps ignore us", side=Side.BOTH)) is None


def test_earlier_questions_show_the_side_too_and_answers_do_not() -> None:
    history = (Message("user", "reps ignore us"), Message("assistant", "marketing should ask"))

    assert asker(Question("what now?", history)) is Side.MARKETING


def test_who_wants_it_shorter_says_so() -> None:
    assert wants_shorter("Could you make it shorter?")
    assert not wants_shorter("our sales cycle got longer")
