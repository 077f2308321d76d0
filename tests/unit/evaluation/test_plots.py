"""A bar chart is whole SVG that shows every count."""

from xml.etree import ElementTree

import pytest

from coach.evaluation.plots import DARK, RUST, SMALLEST, Panel, Row, Series, stacked

SVG = "{http://www.w3.org/2000/svg}"
SERIES = [Series("right", DARK), Series("wrong & worse", RUST)]


def drawn(*rows: Row) -> ElementTree.Element:
    return ElementTree.fromstring(stacked("What <came>", SERIES, [Panel("A half", rows)]))


def widths(plot: ElementTree.Element) -> list[float]:
    return [float(box.attrib["width"]) for box in plot.findall(f"{SVG}g/{SVG}rect")]


def texts(plot: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in plot.iter(f"{SVG}text")]


def test_a_bar_is_cut_by_share_and_says_its_counts() -> None:
    plot = drawn(Row("reps", (30, 10)))
    right, wrong = widths(plot)

    assert right == pytest.approx(3 * wrong, abs=0.2)
    assert texts(plot) == ["right", "wrong & worse", "reps", "A half", "30", "10", "40"]
    assert [title.text for title in plot.iter(f"{SVG}title")] == [
        "reps: 30 of 40 right",
        "reps: 10 of 40 wrong & worse",
    ]


def test_one_of_a_thousand_is_still_seen_and_the_bar_as_long_as_ever() -> None:
    many, one = widths(drawn(Row("reps", (999, 1))))

    assert one == pytest.approx(SMALLEST, abs=0.1)
    assert many + one == pytest.approx(sum(widths(drawn(Row("reps", (1, 1))))), abs=0.2)


def test_what_has_no_cases_has_a_line_and_no_bar() -> None:
    plot = drawn(Row("reps", (0, 0)))

    assert widths(plot) == []
    assert "reps" in texts(plot)


def test_halves_stand_side_by_side_on_the_same_lines() -> None:
    halves = [Panel("One", (Row("a", (1, 0)),)), Panel("Two", (Row("b", (1, 0)), Row("a", (1, 0))))]
    plot = ElementTree.fromstring(stacked("What came", SERIES, halves))
    boxes = [box.attrib for box in plot.findall(f"{SVG}g/{SVG}rect")]

    assert boxes[0]["y"] == boxes[2]["y"] != boxes[1]["y"]
    assert float(boxes[0]["x"]) < float(boxes[2]["x"])
    assert plot.attrib["aria-label"] == "What came"
