"""Reading ease is told by words and syllables as they are spoken."""

import pytest

from coach.playbook.checking.ease import reading_ease, syllables

SPOKEN = """
sales 1 leads 1 times 1 named 1 asked 1 late 1 every 2 business 2 people 2 table 2 created 3
wanted 2 agreed 2 reason 2 idea 3 area 3 million 2 quarter 2 question 2 revenue 3 going 2 being 2
customer 3 companies 3 opportunity 5 pipeline 2 definition 4 management 3 closely 2 useful 2
rates 1 pages 2 causes 2 somebody 3 someone 2 measures 2 there 1 client 2 science 2 audience 3
quietly 3 usually 4 language 2 integrated 4 don't 1 follow-up 3 crm 1 2,241 2
"""


@pytest.mark.parametrize("pair", [*zip(SPOKEN.split()[::2], SPOKEN.split()[1::2], strict=True)])
def test_syllables_are_counted_as_spoken(pair: tuple[str, str]) -> None:
    word, spoken = pair

    assert syllables(word) == int(spoken)


def test_the_ease_is_that_of_the_formula() -> None:
    # 6 words in 2 sentences, 7 syllables.
    expected = 206.835 - 1.015 * 6 / 2 - 84.6 * 7 / 6

    assert reading_ease(["We meet weekly.", "Say **thank** you [@grant-2010]."]) == pytest.approx(
        expected
    )


def test_long_words_and_sentences_read_harder() -> None:
    plain = ["Ring the lead today.", "Then say how it went."]
    stiff = ["Organisational prioritisation of opportunities necessitates accountability."]

    assert reading_ease(stiff) < 45 < reading_ease(plain)


def test_nothing_reads_easily() -> None:
    assert reading_ease([]) == reading_ease(["—"]) == 100
