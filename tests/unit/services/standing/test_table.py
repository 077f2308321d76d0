"""A table of answers is read as it was meant, or refused with line and column."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.services.standing.table import read_answers
from tests.survey_answers import ANSWERS, IDS, SURVEY

HEAD = "side,q01,q02,q03,q04"


def read(*lines: str) -> list[Response]:
    return list(read_answers([line + "\n" for line in lines], SURVEY))


def test_each_row_is_one_persons_answers() -> None:
    assert read(HEAD, "sales,1,2,dk,", "marketing,4,3,2,1") == [
        Response(Side.SALES, {"q01": 1, "q02": 2, "q03": None}),
        Response(Side.MARKETING, {"q01": 4, "q02": 3, "q03": 2, "q04": 1}),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("\ufeff" + HEAD, "sales,1,2,dk,4"),
        (HEAD.replace(",", ";"), "sales;1;2;dk;4"),
        (HEAD.replace(",", "\t"), "sales\t1\t2\tdk\t4"),
        ("Q04, q03 ,q02,q01,SIDE", "4,DK, 2,1 ,Sales"),
        ("name,side,q01,q02,q03,q04,q17", "Ann,sales,1,2,dk,4,9"),
        ('"side","q01","q02","q03","q04"', '"sales","1","2","Don’t know","4"'),
        (HEAD, "", " , , , , ", "sales,1,2,dk,4", ",,,,"),
    ],
)
def test_what_spreadsheets_make_of_it_reads_the_same(lines: tuple[str, ...]) -> None:
    assert read(*lines) == [Response(Side.SALES, {"q01": 1, "q02": 2, "q03": None, "q04": 4})]


def test_a_free_line_and_people_of_neither_side_are_read_too() -> None:
    (found,) = read(HEAD + ",line", 'other,1,1,1,1,"More, and   sooner"')

    assert (found.side, found.line) == (Side.OTHER, "More, and sooner")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "Line 1 is empty"),
        (("", HEAD), "Line 1 is empty"),
        (("side,q01,q03",), "Line 1 lacks the columns `q02`, `q04`."),
        (("q01,q02,q03,q04",), "Line 1 lacks the column `side`."),
        ((HEAD + ",q02",), "Line 1 names the column `q02` 2 times."),
        ((HEAD, "sales,1,2,3,4", "sales,1,6,3,4"), "Line 3, column q02: `6` is not 1, 2, 3, 4, dk"),
        ((HEAD, "sales,1,2,3,four"), "Line 2, column q04: `four` is not"),
        ((HEAD, "sales,1,2,3,2.5"), "Line 2, column q04: `2.5` is not"),
        ((HEAD, "sales,1,2,3,-1"), "Line 2, column q04: `-1` is not"),
        ((HEAD, "sales,1,2,3,١"), "Line 2, column q04"),
        ((HEAD, "both,1,2,3,4"), "Line 2, column side: `both` is not sales, marketing or other"),
        ((HEAD, ",1,2,3,4"), "Line 2, column side: blank is not sales, marketing or other"),
        ((HEAD, "sales,1,2,3"), "Line 2 has 4 columns, line 1 has 5."),
        ((HEAD, "sales,1,2,3,4,4"), "Line 2 has 6 columns, line 1 has 5."),
        ((HEAD, 'sales,1,2,3,"4'), "Line 2 can't be read as a row"),
        ((HEAD, "sales,1,2,3," + "9" * 200_000), "Line 2 can't be read as a row"),
        ((HEAD, "sales,1,2,3," + "9" * 1000), "`9999999999999999999999999999999999999999…` is not"),
        ((HEAD, "sales,1,2,3,\x00\x1b[31m"), "Line 2, column q04: `[31m` is not"),
        (("\x00\x01\x02\x03",), "Line 1 lacks the columns `side`"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_named_with_line_and_column(
    lines: tuple[str, ...], says: str
) -> None:
    with pytest.raises(ValueError, match=r"^Line ") as refused:
        read(*lines)

    assert says in str(refused.value)
    assert len(str(refused.value)) < 200


def test_rows_are_read_one_by_one() -> None:
    def endless() -> Iterator[str]:
        yield HEAD
        while True:
            yield "sales,1,2,3,4"

    rows = read_answers(endless(), SURVEY)

    assert next(rows) == next(rows)


CELLS = {None: st.sampled_from(["dk", "DK", " dk "])} | {
    n: st.sampled_from([str(n), f" {n}"]) for n in (1, 2, 3, 4)
}


@given(
    st.lists(st.lists(st.sampled_from(ANSWERS), min_size=4, max_size=4)),
    st.sampled_from(",;\t"), st.permutations(["side", *IDS]), st.data(),
)  # fmt: skip
@settings(deadline=None)
def test_whatever_is_written_is_read_back(
    rows: list[list[int | None]], separator: str, order: list[str], data: st.DataObject
) -> None:
    lines = [separator.join(order)]
    for row in rows:
        cells = {"side": "sales"} | {
            of: data.draw(CELLS[answer]) for of, answer in zip(IDS, row, strict=True)
        }
        lines.append(separator.join(cells[name] for name in order))

    assert [list(found.answers[of] for of in IDS) for found in read(*lines)] == rows


@given(st.lists(st.text()))
@settings(deadline=None)
def test_any_text_is_read_or_refused_in_a_sentence(lines: list[str]) -> None:
    said = "Line "
    try:
        list(read_answers([HEAD, *lines], SURVEY))
    except ValueError as exc:
        said = str(exc)

    assert said.startswith("Line ")
