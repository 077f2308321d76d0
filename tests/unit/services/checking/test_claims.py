"""A figure or finding in a note carries its source; advice, aims and examples need none."""

import pytest

from coach.services.checking.claims import unsourced

FACTS = [
    "Companies waste 60 % of the content they make.",
    "Sixty per cent of slides are never opened.",
    "Aligned teams grow three times as fast.",
    "Quick callers had 21 times the odds of a talk.",
    "Two thirds of all leads are never called.",
    "Four in five leads go nowhere.",
    "Half of the leads a team hands over are never rung.",
    "A bad hand-over costs $1 million a year.",
    "Revenue doubled where the two sat together.",
    "Whoever answers first wins twice as often.",
    "The idea goes back to 2006.",
    "They rang 2,241 companies.",
    "He spoke with 49 salespeople in four firms.",
    "It rests on forty-nine interviews.",
    "Requests went out to five hundred companies.",
    "On average a reply takes 42 hours.",
    "The average lead waits two days.",
    "Companies that answer within five minutes have more talks.",
    "Firms which met weekly grew for three years.",
    "If you call within five minutes, you are 21 times likelier to be heard.",
    "**Watch:** 40 % of reps do not read it.",
    "- Churn fell by a third of its former level.",
]
FINDINGS = [
    "Studies show that thanks raise effort.",
    "Research finds that quick answers help.",
    "A recent survey among managers suggests the gap is wide.",
    "It is proven that meetings help.",
    "According to analysts, nobody reads these.",
    "On average, most companies fail at it.",
    "Most teams skip the last step.",
    "This was shown in two experiments.",
    "In vendors' surveys leaders say yes more readily.",
]
FREE = [
    "Studies show that thanks raise effort [@grant-2010].",
    "37 % replied inside an hour [@oldroyd-2011].",
    "Aim for 90 per cent accepted.",
    "Answer within two working days.",
    "Meet for thirty minutes a week.",
    "Use thirty minutes, half of them for practice.",
    "List five leads that nobody called.",
    "Take twenty leads from last month.",
    "Keep a tenth of the hours free.",
    "If acceptance falls, cut the list by half of its length.",
    "If more than one in ten goes out this way, the plan is the problem.",
    "For example, if you win a quarter of what you pursue, you need four times the target.",
    "What you need is one divided by your win rate, so three times the gap at a third.",
    "Do it three times, once with somebody who only wants a pen.",
    "The meeting has dropped out three times and work is done twice.",
    "Write it on half a page.",
    "Answer the second half of the question.",
    "Marketing's half of the record is empty.",
    "Doubled effort is the first sign.",
    "The popular \"three times\" fits few teams.",
    "Reps say: \"Eighty per cent of these are junk.\"",
    "Does marketing bring 40 % of the pipeline?",
    "No study shows that a weekly meeting helps.",
    "Good studies of joint pay were not found.",
    "Run your own survey and see what it shows.",
    "Find out why the two reports disagree.",
    "Ring your most sceptical sellers.",
    "Sellers are the experts on what buyers say.",
    "Two weeks before launch, reps who tried it speak.",
    "Should a third of them fail, you should stop.",
    "Wait six weeks before you judge it.",
    "Nobody reads a list of forty reasons.",
    "2. Both heads, five minutes each.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", FACTS)
def test_a_figure_stated_as_a_fact_needs_its_source(sentence: str) -> None:
    assert "is stated as a fact" in unsourced(sentence)


@pytest.mark.parametrize("sentence", FINDINGS)
def test_a_claim_worded_as_a_finding_needs_its_source(sentence: str) -> None:
    assert "is worded as a finding" in unsourced(sentence)


@pytest.mark.parametrize("sentence", FACTS + FINDINGS)
def test_a_mark_in_the_same_sentence_is_enough(sentence: str) -> None:
    assert not unsourced(f"{sentence.rstrip('.')} [@hbr-2006].")


@pytest.mark.parametrize("sentence", FREE)
def test_advice_aims_examples_and_speech_need_no_source(sentence: str) -> None:
    assert not unsourced(sentence)


@pytest.mark.parametrize("heading", ["A worked example", "Done looks like", "This week", "Text"])
def test_figures_in_an_example_or_an_aim_are_no_facts(heading: str) -> None:
    assert not unsourced("Four in five are accepted: 625 a year.", heading)
    assert unsourced("Studies show that four in five are accepted.", heading)
