"""Where a team stands is said with its evidence, what would change it, and stay or move."""

from dataclasses import replace
from fractions import Fraction as F

import pytest

from coach.domain.disclosure import disclosed
from coach.domain.grounds import Ground
from coach.domain.notes import Direction, Kind, Move, Playbook, StageNote, Strength
from coach.domain.pictures import picture_of
from coach.domain.stages import Side, Stage
from coach.domain.standing import Choice, Reply, Standing
from coach.domain.survey import Response
from coach.services.standing.weighing import Weighing
from tests.small_playbook import STAGE
from tests.survey_answers import SURVEY, alike, people


def stage_note(stage: Stage, **fields: object) -> StageNote:
    return replace(
        STAGE,
        id=stage.value,
        stage=stage,
        stay_if=(Ground("simple", "Is it simple?", "It is simple."),),
        move_if=(Ground("lost", "Is work lost?", "Work is lost.", ("q03", "q04")),),
        **fields,
    )


STAY = Move(
    id="stay-at-undefined", kind=Kind.MOVE, title="Stay", summary="Stay.", file="moves/stay.md",
    direction=Direction.STAY, from_stage=Stage.UNDEFINED, to_stage=Stage.UNDEFINED,
    effort="an hour", sales_owner="head of sales", marketing_owner="head of marketing",
    meeting=None, metric=None, helps=(), strength=Strength.PRACTICE,
)  # fmt: skip
PLAYBOOK = Playbook(notes=(*(stage_note(stage) for stage in Stage), STAY), sources=())
WEIGHING = Weighing(SURVEY, PLAYBOOK)


def weighed(answers: list[Response], **replies: Reply) -> Standing:
    given = {name.replace("_", "."): reply for name, reply in replies.items()}
    return WEIGHING.of(picture_of(answers, SURVEY), given)


def test_evidence_is_told_in_the_words_of_the_anchors_of_each_side() -> None:
    standing = weighed(people([[2, 2, 2, 1]] * 5, [[2, 2, 3, 2]] * 5))

    assert standing.code == "defined"
    assert {(e.statement, e.side, e.anchor) for e in standing.evidence} == {
        (f"q0{n}", side, f"{n} at defined.")
        for n, side in [
            (1, Side.SALES), (2, Side.SALES), (3, Side.SALES),
            (1, Side.MARKETING), (2, Side.MARKETING), (4, Side.MARKETING),
        ]
    }  # fmt: skip
    assert {(e.side, e.anchor, e.value) for e in standing.against} == {
        (Side.SALES, "4 at undefined.", F(1)),
        (Side.MARKETING, "3 at aligned.", F(3)),
    }


def test_between_two_stages_either_is_evidence_and_what_lies_farthest_off_comes_first() -> None:
    rows = [[2, 3, 2, 3], [3, 2, 3, 2]] * 2
    standing = weighed(people(rows, [[2, 3, 1, 4]] * 3 + [[2, 2, 2, 4]]))

    assert standing.code == "between:defined:aligned"
    assert [(e.statement, e.value) for e in standing.against] == [("q04", 4), ("q03", F(5, 4))]
    assert len(standing.evidence) == 6


def test_what_nobody_of_a_side_knows_is_no_evidence() -> None:
    standing = weighed(people([[None, 2, 2, 2]] * 4, [[2] * 4] * 4))

    assert (Side.SALES, "q01") not in {(e.side, e.statement) for e in standing.evidence}
    assert len(standing.evidence) == 7


@pytest.mark.parametrize(
    ("sales", "marketing", "says"),
    [
        (2, 2, ["higher in about 2 statements would put it between Defined and Aligned",
                "lower in about 2 statements would put it between Undefined and Defined"]),
        (1, 1, ["higher in about 2 statements would put it between Undefined and Defined"]),
        (4, 4, ["lower in about 2 statements would put it between Aligned and Integrated"]),
        (1, 3, ["by itself sales stands at Undefined and marketing at Aligned"]),
    ],
)  # fmt: skip
def test_what_would_change_the_verdict_is_counted_in_statements(
    sales: int, marketing: int, says: list[str]
) -> None:
    told = weighed(alike(sales, marketing)).would_change

    assert len([line for line in told if "More answers" not in line]) == len(says)
    assert all(said in line for said, line in zip(says, told, strict=False))


def test_between_two_stages_it_is_said_what_would_settle_it() -> None:
    rows = [[2, 3, 2, 3], [3, 2, 3, 2]] * 2
    told = " ".join(weighed(people(rows, rows)).would_change)

    assert "higher in about 1 statement would settle it at Aligned" in told
    assert "lower in about 1 statement would settle it at Defined" in told
    assert "with 4 from sales and 4 from marketing" in told
    assert "5 times in ten" in told


def test_without_replies_it_is_undecided_and_the_questions_are_there_to_be_asked() -> None:
    advice = weighed(people([[2, 2, 3, 2]] * 5, [[2] * 4] * 5)).advice

    assert advice.choice is Choice.UNDECIDED
    assert "2 short questions" in advice.reasons[0]
    assert [(c.id, c.speaks_for) for c in advice.conditions] == [
        ("defined.simple", Choice.STAY), ("defined.lost", Choice.MOVE),
    ]  # fmt: skip


def test_stay_is_a_result_with_its_reason_and_a_note_to_read_on() -> None:
    advice = weighed(alike(1, 1), undefined_simple=Reply.YES, undefined_lost=Reply.NO).advice

    assert (advice.choice, advice.note) == (Choice.STAY, "stay-at-undefined")
    assert advice.reasons == ("For staying: It is simple.",)


def test_move_leads_to_the_next_stages_note() -> None:
    advice = weighed(alike(2, 2), defined_lost=Reply.YES).advice

    assert (advice.choice, advice.note) == (Choice.MOVE, "aligned")
    assert advice.reasons == ("For moving: Work is lost.",)


def test_a_no_to_every_reason_to_move_is_a_reason_to_stay() -> None:
    advice = weighed(alike(2, 2), defined_lost=Reply.NO).advice

    assert advice.choice is Choice.STAY
    assert advice.reasons == ("For staying: nothing that would speak for moving is the case.",)


def test_reasons_both_ways_are_both_told() -> None:
    advice = weighed(alike(2, 2), defined_lost=Reply.YES, defined_simple=Reply.YES).advice

    assert advice.choice is Choice.UNDECIDED
    assert len(advice.reasons) == 3


def test_what_both_sides_plainly_see_counts_as_a_yes_unless_a_person_says_otherwise() -> None:
    seen = people([[3, 3, 2, 2]] * 5, [[2, 2, 2, 2]] * 5)

    assert weighed(seen).advice.choice is Choice.MOVE
    assert weighed(seen).advice.reasons == (
        "For moving: Work is lost. Both sides' answers say so.",
    )
    assert weighed(seen, defined_lost=Reply.NO).advice.choice is Choice.STAY


def test_sides_that_see_different_stages_first_agree_on_where_they_are() -> None:
    advice = weighed(alike(1, 3), undefined_lost=Reply.YES).advice

    assert advice.choice is Choice.UNDECIDED
    assert advice.reasons[0].startswith("Sales sees Undefined, marketing Aligned: agree")


def test_at_the_last_stage_moving_means_stepping_back() -> None:
    advice = weighed(alike(4, 4), integrated_lost=Reply.YES).advice

    assert advice.reasons == ("For stepping back: Work is lost.",)
    assert advice.note == "integrated"


def test_a_shown_picture_is_weighed_like_an_exact_one() -> None:
    (shown,) = disclosed([alike(2, 3)], SURVEY)

    assert shown.picture is not None
    assert WEIGHING.of(shown.picture).code == weighed(alike(2, 3)).code


def test_a_playbook_without_the_stage_says_so() -> None:
    bare = Weighing(SURVEY, Playbook(notes=(), sources=()))

    assert bare.of(picture_of(alike(2, 2), SURVEY)).advice.choice is Choice.UNDECIDED
