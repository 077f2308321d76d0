"""The order of drawing, beside that of another implementation."""

from __future__ import annotations

from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.exports.bidi import base_level, levels, order

LETTERS = "אבגד عقلی abcABC 1290 ۱۲ ٣٤ .,:;-+/%$€#() [] {} 「」 !? ּ َ \u200d"


def visual(text: str) -> str:
    base = base_level(text)
    runs = order(levels(text, base), base)
    return "".join(text[a:b][:: -1 if level % 2 else 1] for a, b, level in runs)


@settings(max_examples=2_000, deadline=None)
@given(st.text(st.sampled_from(LETTERS.replace("ּ", "").replace("َ", "").replace("\u200d", ""))))
def test_text_is_drawn_in_the_order_that_others_draw_it(text: str) -> None:
    line = text.strip()

    assert visual(line) == get_display(line)


@settings(max_examples=500, deadline=None)
@given(st.text())
def test_no_text_loses_a_character_or_gains_one(text: str) -> None:
    assert sorted(visual(text)) == sorted(text)


def test_text_of_one_direction_is_one_run() -> None:
    assert order(levels("Plain text, 12%.", 0), 0) == [(0, 16, 0)]
    assert order(levels("שלום", 1), 1) == [(0, 4, 1)]


def test_brackets_in_their_thousands_take_no_time() -> None:
    text = "א" + "()" * 5_000 + "(" * 5_000

    assert len(levels(text, 1)) == len(text)
