"""A round on the page: started, sent, counted, changed, closed and deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.bootstrap import Services
from coach.domain.rounds import RoundState
from coach.domain.stages import Side
from coach.errors import NotFound
from coach.ui.standing import links, offline
from tests.fakes import FakeClock
from tests.standing_story import answer, closed, labels, opened, press, shown, started

HEADS = "side," + ",".join(f"q{n:02}" for n in range(1, 17))


def test_before_the_first_round_the_page_teaches_and_offers_three_ways(services: Services) -> None:
    page = opened(services)

    assert "A round asks sales and marketing the same sixteen questions" in shown(page)
    assert "Ask both sides" in labels(page)
    assert not page.exception


def test_a_round_begins_with_links_for_each_side_and_a_text_to_send(services: Services) -> None:
    page = press(opened(services, view="ask"), "Start the round")
    its = services.rounds.keeping.list(services.identity.current())[0]

    assert page.query_params["round"] == its.id
    assert shown(page).count("/answer/") == 16
    assert "open **on this machine only**" in page.warning[0].value
    assert "COACH_PUBLIC_URL" not in page.warning[0].value
    assert "the setting is COACH_PUBLIC_URL" in shown(page)
    assert not page.exception


def test_a_shared_link_says_that_it_is_not_protected(services: Services) -> None:
    page = opened(services, view="ask")
    page.radio(key="standing-kind").set_value("shared").run()
    page = press(page, "Start the round")

    assert shown(page).count("not protected against double answers") == 2
    assert shown(page).count("/answer/") == 2


def test_links_are_shown_where_they_were_made_and_nowhere_else(services: Services) -> None:
    its, _ = started(services)
    page = opened(services, round=its.id)

    assert "/answer/" not in shown(page)
    assert "can't be shown again" in shown(page)


def test_the_page_counts_answers_against_the_four_that_are_needed(services: Services) -> None:
    its, tokens = started(services)
    answer(services, tokens[Side.SALES], 1, 2)
    page = opened(services, round=its.id)

    assert "**2** answers" in shown(page)
    assert "2 more needed" in shown(page)
    assert "4 more needed" in shown(page)


def test_a_link_that_is_taken_back_opens_nothing_and_leaves_the_list(services: Services) -> None:
    page = press(opened(services, view="ask"), "Start the round")
    page = press(page, "Take back")

    assert shown(page).count("/answer/") == 15


def test_another_link_is_taken_back_by_its_address(services: Services) -> None:
    its, tokens = started(services)
    page = opened(services, round=its.id)
    page.text_input(key="standing-address").set_value(f"https://x/answer/{tokens[Side.SALES][0]}")
    page = press(page, "Take it back")
    assert page.success[0].value.startswith("Taken back.")
    page.text_input(key="standing-address").set_value("https://x/answer/forged")
    page = press(page, "Take it back")

    assert len(page.error) == 1


def test_closing_asks_first_and_can_be_undone_for_a_minute(services: Services) -> None:
    its, _ = started(services)
    me = services.identity.current()
    page = press(opened(services, round=its.id), "Close it now")
    assert services.rounds.keeping.state(services.rounds.keeping.get(me, its.id)) is RoundState.OPEN
    page = press(page, "Yes, close it")
    assert "Answers on their way still count" in shown(page)
    page = press(page, "Open it again")

    assert "Close it now" in labels(page)


def test_the_closing_day_can_be_changed(services: Services) -> None:
    its, _ = started(services)
    page = opened(services, round=its.id)
    day = (its.closes_at + timedelta(days=3)).date()
    page.date_input(key="standing-new-day").set_value(day)
    page = press(page, "Change the day")

    changed = services.rounds.keeping.get(services.identity.current(), its.id)
    assert changed.closes_at.date() == day


def test_a_deleted_round_is_gone_from_the_list_and_comes_back(services: Services) -> None:
    its, _ = started(services)
    page = press(opened(services, round=its.id), "Delete")
    assert "Deleted “Autumn check”" in shown(page)
    with pytest.raises(NotFound):
        services.rounds.keeping.get(services.identity.current(), its.id)
    page = press(page, "Undo")

    assert page.query_params["round"] == its.id


def test_a_round_that_people_answered_is_deleted_only_after_saying_how_many_answers_go(
    services: Services,
) -> None:
    its, tokens = started(services, "Answered by three")
    answer(services, tokens[Side.SALES], 1, 2)
    answer(services, tokens[Side.MARKETING], 3)
    me = services.identity.current()
    page = press(opened(services, round=its.id), "Delete")
    assert "Delete this round with all 3 answers in it?" in shown(page)
    page = press(page, "Keep it")
    assert services.rounds.keeping.get(me, its.id) == its
    page = press(press(page, "Delete"), "Yes, delete it")
    assert "Deleted “Answered by three”" in shown(page)
    page = press(page, "Undo")

    assert page.query_params["round"] == its.id
    assert "Yes, delete it" not in labels(page)


def test_a_round_that_is_not_there_leads_to_the_first_view(services: Services) -> None:
    page = opened(services, round="gone")

    assert len(page.error) == 1
    assert "Ask both sides again" in labels(page)


def test_below_four_a_side_the_page_says_how_many_are_missing(
    services: Services, clock: FakeClock
) -> None:
    its, tokens = started(services)
    answer(services, tokens[Side.SALES], 1, 2, 3)
    answer(services, tokens[Side.MARKETING], 1, 2, 3, 4)
    closed(services, clock, its)
    page = opened(services, round=its.id)

    assert "**Sales is 1 answer short.**" in shown(page)
    assert "Keep the Monday call" not in shown(page)
    page = press(page, "Open it again")
    assert "Close it now" in labels(page)


def test_a_filled_sheet_is_taken_whole(services: Services) -> None:
    its, _ = started(services)
    me = services.identity.current()
    rows = "\r\n".join((HEADS, "sales," + ",".join("1" * 16), "marketing" + ",dk" * 16))

    assert offline.take(services, me, its, b"\xef\xbb\xbf" + rows.encode()) == 2
    assert services.rounds.keeping.counts(me, its.id)[Side.SALES].typed == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"side,q01\nsales,1",
        f"{HEADS}\nsales{',6' * 16}".encode(),
        HEADS.encode(),
        b"\xff\xfe\x00",
    ],
)
def test_a_sheet_with_a_fault_is_refused_in_a_sentence_and_nothing_is_taken(
    content: bytes, services: Services
) -> None:
    its, _ = started(services)
    page = opened(services, round=its.id)
    page.get("file_uploader")[0].upload("answers.csv", content, "text/csv")
    page.run()
    counts = services.rounds.keeping.counts(services.identity.current(), its.id)

    assert len(page.error) == 1
    assert all(count.total == 0 for count in counts.values())
    assert not page.exception


def test_the_text_to_send_names_the_day_and_the_link(services: Services) -> None:
    its, _ = started(services)
    text = links.invitation(its, "https://x/answer/t")

    assert text.endswith("https://x/answer/t\n\nThank you.")
    assert "who has answered" in links.reminder(its)
