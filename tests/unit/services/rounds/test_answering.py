from __future__ import annotations

from datetime import timedelta

import pytest

from coach.domain.links import fingerprint
from coach.domain.rounds import Count
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.errors import LinkClosed, RoundError
from coach.services.linking import Linking
from coach.services.rounds.answering import LONGEST_LINE, MOST_TYPED, RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from tests.fakes import ME, FakeClock
from tests.round_fakes import MemoryRounds, token_of

DAY = 86_400


def reason(answering: RoundAnswering, token: str, key: str = "") -> str:
    with pytest.raises(LinkClosed) as closed:
        answering.open(token, key)
    return closed.value.reason


def test_the_side_is_the_links_and_not_the_persons(answering: RoundAnswering, token: str) -> None:
    assert answering.answer(token, "key", {"q01": 2}).side is Side.SALES


def test_a_single_link_is_good_for_one_answer(answering: RoundAnswering, token: str) -> None:
    answering.answer(token, "mine", {"q01": 2})
    with pytest.raises(LinkClosed) as closed:
        answering.answer(token, "another's", {"q01": 4})

    assert closed.value.reason == "used"
    assert reason(answering, token) == "used"


def test_whoever_has_the_link_but_not_the_key_reads_nothing(
    answering: RoundAnswering, token: str
) -> None:
    answering.answer(token, "mine", {"q01": 2}, "My line")

    assert reason(answering, token, "guessed") == "used"
    assert answering.open(token, "mine").given == Response(Side.SALES, {"q01": 2}, "My line")


def test_the_key_changes_the_answer_in_place(
    answering: RoundAnswering, keeping: RoundKeeping, started: Started, token: str
) -> None:
    for answers in ({"q01": 2}, {"q01": 2}, {"q01": 4, "q02": None}):
        answering.answer(token, "mine", answers)

    assert keeping.counts(ME, started.round.id)[Side.SALES] == Count(1)
    assert answering.open(token, "mine").given == Response(Side.SALES, {"q01": 4, "q02": None})


def test_an_answer_counts_until_a_minute_after_closing_and_no_longer(
    answering: RoundAnswering, started: Started, token: str, clock: FakeClock
) -> None:
    clock.advance(14 * DAY + 59)
    answering.answer(token, "mine", {"q01": 2})
    clock.advance(1)

    assert not answering.changeable(answering.open(token, "mine"))
    for key in ("mine", "new"):
        with pytest.raises(LinkClosed):
            answering.answer(token, key, {"q01": 3})
    assert answering.open(token, "mine").given == Response(Side.SALES, {"q01": 2})
    assert reason(answering, token_of(started.invitations[-1].address)) == "expired"


def test_forged_tokens_other_purposes_and_deleted_rounds_read_the_same(
    answering: RoundAnswering, keeping: RoundKeeping, started: Started, token: str
) -> None:
    said = []
    keeping.delete(ME, started.round.id)
    for wrong in ("", "forged", token[:-1], token, "x" * 9999, "\ud800"):
        with pytest.raises(LinkClosed) as closed:
            answering.open(wrong)
        said.append((closed.value.reason, closed.value.message, closed.value.next_step))

    assert len(set(said)) == 1


def test_a_link_that_was_taken_back_takes_no_answer_and_keeps_the_one_it_had(
    answering: RoundAnswering,
    keeping: RoundKeeping,
    started: Started,
    token: str,
    kept: MemoryRounds,
) -> None:
    answering.answer(token, "mine", {"q01": 2})
    address = next(i.address for i in started.invitations if token in i.address)
    keeping.revoke(ME, started.round.id, f" {address}/ ")

    with pytest.raises(LinkClosed, match="taken back"):
        answering.answer(token, "mine", {"q01": 3})
    assert kept.responses(ME, started.round.id) == [Response(Side.SALES, {"q01": 2})]


@pytest.mark.parametrize("answers", [{"q03": 1}, {"q01": 5}, {"q01": 0}, {"line": 1}])
def test_what_is_no_answer_of_this_survey_is_refused(
    answers: dict[str, int], answering: RoundAnswering, token: str, kept: MemoryRounds
) -> None:
    with pytest.raises(RoundError, match="not of this survey"):
        answering.answer(token, "key", answers)

    assert kept.links.stored[fingerprint(token)][0].uses_left == 1


def test_an_empty_form_and_an_endless_line_use_nothing_up(
    answering: RoundAnswering, token: str
) -> None:
    with pytest.raises(RoundError, match="no answer in it"):
        answering.answer(token, "key", {}, " \n ")
    with pytest.raises(RoundError, match="300 characters"):
        answering.answer(token, "key", {"q01": 1}, "x" * (LONGEST_LINE + 1))

    assert answering.open(token).given is None


def test_typed_answers_are_counted_apart(
    answering: RoundAnswering, keeping: RoundKeeping, started: Started
) -> None:
    answering.take(ME, started.round.id, [Response(Side.SALES, {"q01": 1})] * 3)

    assert keeping.counts(ME, started.round.id)[Side.SALES] == Count(given=0, typed=3)


def test_nothing_is_typed_into_a_closed_round_nor_too_much_at_once(
    answering: RoundAnswering, keeping: RoundKeeping, started: Started, clock: FakeClock
) -> None:
    one = Response(Side.SALES, {"q01": 1})
    with pytest.raises(RoundError, match="at once"):
        answering.take(ME, started.round.id, [one] * (MOST_TYPED + 1))
    keeping.close(ME, started.round.id)
    clock.advance(60)
    with pytest.raises(RoundError, match="closed"):
        answering.take(ME, started.round.id, [one])


def test_an_expired_link_opens_again_where_its_round_runs_longer(
    answering: RoundAnswering, keeping: RoundKeeping, started: Started, token: str, clock: FakeClock
) -> None:
    later = started.round.closes_at + timedelta(days=30)
    keeping.change(ME, started.round.id, closes_at=later)
    clock.advance(20 * DAY)

    assert answering.open(token).round.closes_at == later


def test_links_say_whether_they_work_elsewhere(linking: Linking, started: Started) -> None:
    assert not linking.local
    assert started.invitations[0].address.startswith("https://coach.example.org/answer/")
    assert "secret" not in repr(started.invitations)
