"""A formula that exists can be computed, and its example comes out."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.formulas import Formula

D = Decimal


def formula(
    expression: str = "100 * won / (won + lost)",
    terms: tuple[tuple[str, str], ...] = (("won", "deals won"), ("lost", "deals lost")),
    example: tuple[tuple[str, Decimal], ...] = (("won", D(1)), ("lost", D(3))),
    result: str = "25",
) -> Formula:
    return Formula(expression, terms, example, D(result))


def test_a_formula_computes_without_rounding() -> None:
    value = formula().value({"won": D(1), "lost": D(2)})

    assert value == D(100) / D(3)


def test_the_distance_between_two_numbers_has_no_sign() -> None:
    off = Formula(
        "1 - abs(actual - forecast) / actual",
        (("actual", "what came"), ("forecast", "what was said")),
        (("actual", D(80)), ("forecast", D(100))),
        D("0.75"),
    )

    assert off.value({"actual": D(100), "forecast": D(80)}) == D("0.8")


def test_an_example_is_held_to_the_places_it_shows() -> None:
    thirds = (("won", D(1)), ("lost", D(2)))

    assert formula(example=thirds, result="33.3")
    with pytest.raises(ValueError, match=r"gives 33\.3333, not 33\.4"):
        formula(example=thirds, result="33.4")


@pytest.mark.parametrize(
    "expression",
    [
        "won ** lost", "won // lost", "won % lost", "won if lost else 1", "won < lost",
        "__import__('os')", "won.real + lost", "won[0] + lost", "max(won, lost)", "abs(won, lost)",
        "abs(*won) + lost", "won and lost", "lambda: won + lost", "won + lost + True",
        "won + lost + 'x'", "won + lost + 1j", "won = lost", "won + ", "", "won + lost\n\0",
        "(" * 90 + "won + lost)", "won + lost" + " + won" * 99,
    ],
)  # fmt: skip
def test_only_names_numbers_and_plain_arithmetic_are_taken(expression: str) -> None:
    with pytest.raises(ValueError, match=r"^an expression h"):
        formula(expression)


def test_each_term_is_used_and_each_name_is_a_term() -> None:
    with pytest.raises(ValueError, match="the term `lost` does not stand in the expression"):
        formula("100 * won")
    with pytest.raises(ValueError, match="`drawn` stands in the expression but not in `terms`"):
        formula("100 * won / (won + lost + drawn)")


def test_the_example_gives_every_term_and_nothing_else() -> None:
    with pytest.raises(ValueError, match="the term `lost` has no value"):
        formula(example=(("won", D(1)),))
    with pytest.raises(ValueError, match="`drawn` is given in the example but is no term"):
        formula(example=(("won", D(1)), ("lost", D(3)), ("drawn", D(1))))


def test_a_division_by_zero_is_said_and_not_raised() -> None:
    with pytest.raises(ValueError, match="cannot be computed"):
        formula().value({"won": D(0), "lost": D(0)})


@given(st.text(alphabet="ab+-*/() 01.abs_,'\"[]{}:=", max_size=60))
def test_no_text_breaks_the_reader(expression: str) -> None:
    with suppress(ValueError):
        formula(expression)


def test_a_formula_reads_as_people_write_it() -> None:
    off = formula("100 * (won - abs(won - lost) / lost)", result=str(D(100) / 3)[:5])

    assert off.readable == "100 × (won − |won − lost| / lost)"
