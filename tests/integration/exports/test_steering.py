"""The page for a steering meeting, drawn by a viewer: one page, whatever it holds."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pypdf
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.exports.steering import SteeringPdf
from coach.domain.progress import GapStep, Hold, StageStep, Steering, Work
from coach.domain.stages import Side, Stage
from coach.ports import Export
from tests.exported import HOSTILE, NOW, ODD
from tests.fakes import FakeClock

DAY = date(2026, 9, 1)
SCORES = st.one_of(st.none(), st.fractions(1, 4, max_denominator=8))
WORDS = st.one_of(st.sampled_from([*HOSTILE, *ODD]), st.text(max_size=900))
COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 10**6))


def stage(team: Fraction | None, low: int = 2, high: int = 3) -> StageStep:
    stages = list(Stage)
    return StageStep(
        round="r", on=DAY, verdict=(stages[low - 1],), low=stages[low - 1], high=stages[high - 1],
        distribution=dict.fromkeys(Stage, Fraction(1, 4)), team=team, sales=team, marketing=team,
    )  # fmt: skip


def gap(part: str, sales: Fraction | None, marketing: Fraction | None) -> GapStep:
    return GapStep(
        round="r", on=DAY, dimension=part, sales=sales, marketing=marketing, hold=Hold.NEW
    )


PAGE = Steering(
    title="Sample: Where we stand",
    of="1 September 2026",
    stage="Defined for two rounds, and clearer each time.",
    stages=(stage(Fraction(7, 5), 1, 2), stage(Fraction(2), 2, 2), stage(Fraction(5, 2))),
    gap="The sides have come closer together: a step apart in the first round, half a step now.",
    gaps=(gap("Handing over", Fraction(2), Fraction(3)), gap("Numbers and credit", None, None)),
    kept="Of what came due or was dropped, sales kept 9 of 11, marketing 9 of 10 (1 dropped).",
    work=(Work(side=Side.SALES, kept=9, late=2), Work(side=Side.MARKETING, kept=9, dropped=1)),
    asked=("Name who settles “Handing over”: there the two sides see most apart.",),
)


def written(page: Steering) -> Export:
    return SteeringPdf(FakeClock(NOW)).export(page)


def pages(page: Steering) -> int:
    return len(pypdfium2.PdfDocument(written(page).data))


def test_the_page_holds_stage_gaps_promises_and_what_is_asked() -> None:
    text = pypdf.PdfReader(io.BytesIO(written(PAGE).data)).pages[0].extract_text()

    for words in ("Sample: Where we stand", PAGE.stage, "Handing over", "9 kept, 2 late",
                  "Name who settles", "Undefined", "Integrated", "Page 1 of 1"):  # fmt: skip
        assert words in text


def test_the_same_page_at_the_same_time_gives_the_same_bytes() -> None:
    assert written(PAGE).data == written(PAGE).data
    assert written(PAGE).file_name == "sample-where-we-stand-2026-10-01.pdf"


def test_a_viewer_draws_it_in_both_sides_colours() -> None:
    page = pypdfium2.PdfDocument(written(PAGE).data)[0].render(scale=1).to_pil().convert("RGB")
    colours = {colour for _, colour in page.getcolors(maxcolors=1 << 20)}

    assert (0x00, 0x61, 0x9A) in colours
    assert (0xA8, 0x48, 0x00) in colours


def test_nothing_at_all_is_one_page_too() -> None:
    bare = replace(PAGE, stage="", stages=(), gap="", gaps=(), kept="", work=(), title="")

    assert pages(bare) == 1


def test_without_a_gap_it_says_that_one_closed_round_shows_it() -> None:
    content = written(replace(PAGE, gap="", gaps=())).data
    said = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()

    assert "One closed round shows it." in said
    assert "Two closed rounds" not in said


@settings(max_examples=40, deadline=None)
@given(
    st.lists(WORDS, min_size=6, max_size=6),
    st.lists(SCORES, min_size=4, max_size=4),
    st.lists(COUNTS, min_size=5, max_size=5),
)
def test_whatever_it_holds_it_is_one_page_and_nothing_leaves_it(
    words: list[str], scores: list[Fraction | None], counts: list[int]
) -> None:
    kept, carried, still, late, dropped = counts
    title, of, said, part, asked, other = words
    sales, marketing = (
        Work(side=side, kept=kept, carried=carried, open=still, late=late, dropped=dropped)
        for side in (Side.SALES, Side.MARKETING)
    )
    page = Steering(
        title=title, of=of, stage=said, stages=tuple(stage(score) for score in scores),
        gap=other, gaps=tuple(gap(part, score, scores[0]) for score in scores[:3]),
        kept=said, work=(sales, marketing), asked=(asked, other, part, said),
    )  # fmt: skip
    document = pypdfium2.PdfDocument(written(page).data)
    left, _, right, _ = document[0].get_bbox()

    assert len(document) == 1
    assert left >= 0
    assert right <= 596
