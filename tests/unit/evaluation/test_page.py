"""The page is one whole file, and shows no case of the reported half."""

from html.parser import HTMLParser

from coach.evaluation.counting import Count
from coach.evaluation.figures import BesidePeer, Figures, Half, figures
from coach.evaluation.measured import Measured
from coach.evaluation.metrics import Difference
from coach.evaluation.page import page
from coach.evaluation.sections import TUNED_ONLY
from tests.measured import READ, small_run

EMPTY = {"meta", "rect"}
HALF = Half(
    questions=76,
    ours=0.7,
    tuned=0.5,
    as_it_comes=0.4,
    difference=Difference(0.2, 0.1, 0.3),
    gap_closed=0.4,
)
PEER = BesidePeer(at=READ.at, halves={"reported": HALF})


class Reader(HTMLParser):
    """Checks that every tag is closed, and gathers what the page would load."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        self.loaded += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "style")]

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag


def test_the_page_is_whole_and_loads_nothing() -> None:
    reader = Reader()
    reader.feed(page(small_run(), peer=PEER))

    assert reader.open == []
    assert reader.loaded == []
    assert "script" not in page(small_run())
    assert "url(" not in page(small_run())


def test_no_case_of_the_reported_half_is_on_it() -> None:
    text = page(small_run())

    assert TUNED_ONLY in text
    for shown in ("What about &lt;q4&gt;?", "Text b4.", "Passage of g5.", "Brief of a2."):
        assert shown in text
    for hidden in (
        "q1&gt;",
        "q3&gt;",
        "q5&gt;",
        "Text b1.",
        "Text b5.",
        "of g1.",
        "of g3.",
        "of a1.",
    ):
        assert hidden not in text


def test_every_bar_is_in_the_first_table_with_ours_and_the_verdict() -> None:
    text = page(small_run(), peer=PEER)
    first = text[: text.index("</table>")]

    assert first.count("<tr>") == 1 + 27
    assert "7 of 22 bars are met" in text
    assert first.count("✓ met") == 7
    assert first.count("✗ missed") == 15
    assert "40.0 %" in first


def test_a_page_without_the_benchmark_says_how_to_get_it() -> None:
    assert "ONLY=own_notes bench/run" in page(small_run())


def test_another_authors_figures_are_a_column_that_says_what_it_was_measured_on() -> None:
    mine = figures(small_run())
    same = mine.model_copy(update={"author": "model-a"})
    other = Figures(
        author="model-b", at=READ.at, files={}, counts={"found": Count(7, 8)}, further={}
    )
    text = page(small_run(), [same, other])

    assert "model-a, reported half (26 Nov 2026)" in text
    assert "model-b, reported half (26 Nov 2026, on other notes or cases)" in text
    assert "7 of 8 (87.5\N{NO-BREAK SPACE}%)" in text


def test_a_run_of_nothing_is_a_page_too() -> None:
    text = page(Measured(READ))

    assert "0 of 0 bars are met on the reported half. 27 of the 27 bars could not" in text
    assert "not in this run" in text
