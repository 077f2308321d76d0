"""The measurement counts what it says it counts."""

from coach.domain.answers import Check
from coach.evaluation.grounding import Pair, judge, rates, table
from coach.services.grounding import Grounding

PASSAGE = "Meet for thirty minutes each week. If nothing needs deciding, send the numbers."


def _pair(sentence: str, label: str, fault: str = "") -> Pair:
    return Pair(
        id=sentence[:4],
        note="weekly-smarketing",
        heading="In short",
        passage=PASSAGE,
        sentence=sentence,
        label=label,
        fault=fault,
        half="tuned",
    )


PAIRS = [
    _pair("Meet for thirty minutes each week.", "supported"),
    _pair("Meet for fifty minutes each week.", "fault", "number"),
    _pair("Gratitude of customers always doubles pay.", "overreach"),
]


def test_each_pair_is_judged_as_a_sentence_that_cites_its_passage() -> None:
    judged = judge(PAIRS, Grounding(None))

    assert [one.check for one in judged] == [Check.KEPT, Check.STRUCK, Check.STRUCK]
    assert not any(one.is_wrong for one in judged)


def test_the_table_counts_by_half_label_and_verdict() -> None:
    text = table(judge(PAIRS, Grounding(None)))

    assert "| tuned | supported | 1 | 1 | 0 | 0 |" in text
    assert "| tuned | fault: number | 1 | 0 | 0 | 1 |" in text


def test_the_rates_are_those_of_the_bars() -> None:
    text = rates(judge(PAIRS, Grounding(None)))

    assert "tuned: faults let through unmarked 0 of 1 (0.0 %), struck 1" in text
    assert "true sentences refused 0 of 1 (0.0 %)" in text
