from __future__ import annotations

from datetime import timedelta

import pytest

from coach.domain.rounds import Count, RoundState
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.errors import LinkClosed, NotFound, RoundError
from coach.services.linking import LOCAL
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import MOST_LINKS, SINGLE, RoundKeeping, Started, missing
from tests.fakes import ME, START, FakeClock, FakeIds
from tests.round_fakes import MemoryLinks, MemoryRounds, a_linking, token_of

BOTH = (Side.SALES, Side.MARKETING)


def answered(
    keeping: RoundKeeping, answering: RoundAnswering, sales: int, marketing: int
) -> Started:
    started = keeping.start(ME, "Round", dict.fromkeys(BOTH, 5))
    for side, number in ((Side.SALES, sales), (Side.MARKETING, marketing)):
        theirs = [token_of(i.address) for i in started.invitations if i.link.side is side]
        for token in theirs[:number]:
            answering.answer(token, f"key of {token}", {"q01": 1})
    return started


def test_a_round_runs_for_two_weeks_with_links_of_one_use_for_both_sides(started: Started) -> None:
    sides = [i.link.side for i in started.invitations]

    assert started.round.closes_at == START + timedelta(days=14)
    assert (sides.count(Side.SALES), sides.count(Side.MARKETING)) == (SINGLE, SINGLE)
    assert not any(i.link.shared for i in started.invitations)
    assert len({i.address for i in started.invitations}) == 2 * SINGLE


def test_a_shared_link_is_one_for_the_side(keeping: RoundKeeping) -> None:
    started = keeping.start(ME, "Shared", dict.fromkeys((*BOTH, Side.OTHER), None))

    assert [i.link.shared for i in started.invitations] == [True] * 3


@pytest.mark.parametrize(
    ("title", "links", "days"),
    [
        ("  ", None, 14),
        ("x" * 121, None, 14),
        ("Round", {Side.SALES: 3}, 14),
        ("Round", {Side.SALES: 3, Side.BOTH: 3, Side.MARKETING: 3}, 14),
        ("Round", {Side.SALES: 0, Side.MARKETING: 3}, 14),
        ("Round", {Side.SALES: 3, Side.MARKETING: MOST_LINKS + 1}, 14),
        ("Round", None, 0),
        ("Round", None, 400),
    ],
)
def test_what_makes_no_round_is_refused(
    title: str, links: dict[Side, int | None] | None, days: int, keeping: RoundKeeping
) -> None:
    with pytest.raises(RoundError):
        keeping.start(ME, title, links, START + timedelta(days=days))

    assert keeping.list(ME) == []


def test_closing_early_leaves_a_minute_for_what_is_on_its_way(
    keeping: RoundKeeping, started: Started, clock: FakeClock
) -> None:
    closed = keeping.close(ME, started.round.id)
    assert keeping.state(closed) is RoundState.CLOSING
    clock.advance(30)
    assert keeping.close(ME, started.round.id) == closed
    clock.advance(30)

    assert keeping.state(closed) is RoundState.CLOSED


def test_a_round_whose_results_can_be_seen_stays_closed(
    keeping: RoundKeeping, answering: RoundAnswering, clock: FakeClock
) -> None:
    enough, few = (answered(keeping, answering, 4, marketing) for marketing in (4, 3))
    for started in (enough, few):
        keeping.close(ME, started.round.id)
        keeping.reopen(ME, started.round.id)
        keeping.close(ME, started.round.id)
    clock.advance(60)
    with pytest.raises(RoundError, match="can be seen already"):
        keeping.reopen(ME, enough.round.id)

    assert keeping.state(keeping.reopen(ME, few.round.id)) is RoundState.OPEN


@pytest.mark.parametrize(
    ("given", "typed", "short"), [(4, 0, 0), (4, 9, 0), (3, 9, 1), (1, 3, 3), (0, 4, 0), (0, 3, 1)]
)
def test_beside_typed_answers_four_others_are_needed(given: int, typed: int, short: int) -> None:
    counts = {Side.SALES: Count(given, typed), Side.MARKETING: Count(4)}

    assert missing(counts).get(Side.SALES, 0) == short


def test_further_links_are_for_open_rounds_and_sides_that_are_asked(
    keeping: RoundKeeping, started: Started
) -> None:
    assert len(keeping.more_links(ME, started.round.id, Side.SALES, 3)) == 3
    with pytest.raises(RoundError, match="not ask that side"):
        keeping.more_links(ME, started.round.id, Side.OTHER, 1)
    with pytest.raises(RoundError, match="at most"):
        keeping.more_links(ME, started.round.id, Side.SALES, MOST_LINKS - 5)
    keeping.close(ME, started.round.id)
    with pytest.raises(RoundError, match="closed"):
        keeping.more_links(ME, started.round.id, Side.SALES, 1)


def test_only_a_rounds_own_link_is_taken_back_through_it(
    keeping: RoundKeeping, started: Started
) -> None:
    other = keeping.start(ME, "Another")
    for wrong in (other.invitations[0].address, "https://x.example/answer/forged", ""):
        with pytest.raises(LinkClosed):
            keeping.revoke(ME, started.round.id, wrong)


def test_a_deleted_round_can_be_brought_back(keeping: RoundKeeping, started: Started) -> None:
    keeping.delete(ME, started.round.id)
    with pytest.raises(NotFound):
        keeping.get(ME, started.round.id)
    keeping.undo(ME, started.round.id)

    assert keeping.list(ME) == [started.round]


@pytest.mark.parametrize(
    ("here", "begins"),
    [("", LOCAL), ("http://192.168.1.5:8502/standing?round=1", "http://192.168.1.5:8502")],
)
def test_without_a_public_address_links_begin_as_the_page_does(
    here: str, begins: str, clock: FakeClock
) -> None:
    linking = a_linking(MemoryLinks(), clock, "")
    keeping = RoundKeeping(MemoryRounds(), linking, clock, FakeIds())
    started = keeping.start(ME, "Round", here=here)

    assert linking.local
    assert started.invitations[0].address.startswith(f"{begins}/answer/")


def test_a_public_address_without_its_kind_is_taken_as_a_safe_one(clock: FakeClock) -> None:
    linking = a_linking(MemoryLinks(), clock, " example.org/accord/ ")
    keeping = RoundKeeping(MemoryRounds(), linking, clock, FakeIds())
    address = keeping.start(ME, "Round", here="http://localhost:1").invitations[0].address

    assert address.startswith("https://example.org/accord/answer/")
    assert (linking.local, linking.prefix) == (False, "/accord")


def test_typed_answers_alone_make_a_round_too(
    keeping: RoundKeeping, answering: RoundAnswering, started: Started
) -> None:
    for side in BOTH:
        answering.take(ME, started.round.id, [Response(side, {"q01": 1})] * 4)

    assert missing(keeping.counts(ME, started.round.id)) == {}
