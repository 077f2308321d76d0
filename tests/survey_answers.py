"""A survey of four statements, answers to it, and strategies that make up rounds of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from coach.domain.stages import Side, Stage
from coach.domain.survey import Dimension, Field, Response, Statement, Survey

Row = Sequence[int | None]


def _statement(number: int, dimension: str) -> Statement:
    anchors = {stage: f"{number} at {stage}." for stage in Stage}
    return Statement(f"q{number:02}", dimension, f"Situation {number}.", anchors)


SURVEY = Survey(
    dimensions=(Dimension("words", "Words"), Dimension("leads", "Leads")),
    statements=(
        _statement(1, "words"), _statement(2, "words"), _statement(3, "leads"),
        _statement(4, "leads"),
    ),
    dont_know=Field("I don't know", ""),
    free_line=Field("One thing", ""),
)  # fmt: skip
IDS = [statement.id for statement in SURVEY.statements]


def person(side: Side, row: Row, line: str = "") -> Response:
    """One person's answers in the order of the statements; a short row leaves the rest blank."""
    return Response(side, dict(zip(IDS, row, strict=False)), line)


def people(sales: Sequence[Row], marketing: Sequence[Row]) -> list[Response]:
    """Both sides, a row a person."""
    return [
        *(person(Side.SALES, row) for row in sales),
        *(person(Side.MARKETING, row) for row in marketing),
    ]


def alike(sales: int, marketing: int, a_side: int = 5) -> list[Response]:
    """Sides of which everybody answers the same to everything."""
    return people([[sales] * 4] * a_side, [[marketing] * 4] * a_side)


def with_answer(response: Response, of: str, answer: int | None) -> Response:
    """The response with another answer to one statement."""
    answers: Mapping[str, int | None] = {**response.answers, of: answer}
    return Response(response.side, answers, response.line)


ANSWERS: tuple[int | None, ...] = (None, 1, 2, 3, 4)
# Alike more often than not: that is where answers are easiest to guess.
_answer = st.one_of(st.just(2), st.just(1), st.sampled_from(ANSWERS))
_row = st.lists(_answer, min_size=4, max_size=4)


def side_of(side: Side, least: int = 4, most: int = 8) -> st.SearchStrategy[list[Response]]:
    """Make up one side of a round."""
    alone = _row.map(lambda row: person(side, row))
    same = st.tuples(_row, st.integers(least, most)).map(
        lambda drawn: [person(side, drawn[0])] * drawn[1]
    )
    return st.one_of(same, st.lists(alone, min_size=least, max_size=most))


def rounds(least: int = 4, most: int = 8) -> st.SearchStrategy[list[Response]]:
    """Make up a round of both sides."""
    both = st.tuples(side_of(Side.SALES, least, most), side_of(Side.MARKETING, least, most))
    return both.map(lambda sides: [*sides[0], *sides[1]])
