from __future__ import annotations

from coach.domain.answers import AnswerKind
from coach.domain.passages import Coverage
from tests.answering_fakes import HITS, TEXT, ask, make_answering
from tests.fakes import FakeAuthor, FakeIndex

NUMBERS = "target 2.4M, deal 30k, win rate 20 %, 40 % from marketing, MQL to opportunity 15 %"


def test_numbers_are_calculated_first_and_given_to_the_author_as_facts():
    author = FakeAuthor([[f"{TEXT} [1] It takes 1,067 MQLs."]])

    answer = ask(make_answering(author), NUMBERS)

    assert answer.kind is AnswerKind.CALCULATION
    assert author.briefs[0].facts[-1] == "MQLs: 160 ÷ 15 % = 1,066.7, so 1,067"
    assert "It takes 1,067 MQLs." in answer.text
    assert "need to know" not in answer.text


def test_a_model_cannot_put_another_number_in_place_of_the_calculated_one():
    author = FakeAuthor([[f"{TEXT} [1] It takes 1,167 of 2,000 MQLs, or 58 %."]])

    answer = ask(make_answering(author), NUMBERS)

    assert "58 %" not in answer.text


def test_what_a_calculation_lacks_is_asked_for_after_the_answer():
    answer = ask(make_answering(), "how many deals for a target of 2.4M at 30k a deal?")

    assert answer.kind is AnswerKind.CALCULATION
    assert "What share of your opportunities do you win?" in answer.text


def test_a_calculation_stands_where_the_playbook_has_nothing_on_it():
    nothing = Coverage(best_cosine=0.25, term_share=0.1, known_terms=0.5)
    index = FakeIndex(HITS, coverage=nothing)

    answer = ask(make_answering(index=index), NUMBERS)

    assert answer.kind is AnswerKind.CALCULATION
    assert answer.text.endswith("so 1,067")
