"""The other side's page over HTTP: what it says first, stores, shows to whom, and refuses."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from coach.domain.accounts import Standing
from tests.case_fakes import MARKETING_SAYS, SALES_SAYS
from tests.case_site import SURE, UNSURE, CaseSite
from tests.fakes import ME


@pytest.fixture
def site() -> CaseSite:
    return CaseSite()


@pytest.fixture
def client(site: CaseSite) -> TestClient:
    return site.device()


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def written(site: CaseSite, client: TestClient, text: str = MARKETING_SAYS) -> str:
    """Open the link on a device and write; returns the address."""
    where = f"/account/{site.ask()}"
    client.get(where)
    assert client.post(where, data={"do": "write", "text": text}).status_code == 200
    return where


def test_the_first_lines_say_what_asks_for_whom_and_what_happens_to_the_text(
    site: CaseSite, client: TestClient
) -> None:
    text = words(client.get(f"/account/{site.ask()}").text)

    assert "This is software, not a person. Anna asks for the account of the marketing side" in text
    assert "“Monday's leads”" in text.replace("&#39;", "'")
    assert "Anna is not shown it, and you are not shown what Anna wrote" in text
    assert "Until both have agreed you can take it back, and it is deleted at once" in text
    assert "Monday, 7 December 2026 at 09:00 UTC" in text


def test_no_word_of_the_askers_text_is_on_any_page_before_both_agreed(
    site: CaseSite, client: TestClient
) -> None:
    where = f"/account/{site.ask()}"
    pages = [client.get(where).text]
    pages.append(client.post(where, data={"do": "write", "text": MARKETING_SAYS}).text)
    pages.append(client.post(where, data={"do": "agree"}).text)
    pages.append(client.get(f"{where}?change").text)

    for sentence in SALES_SAYS.split(". "):
        assert not any(sentence in page for page in pages)


def test_the_writer_sees_what_could_be_quoted_before_agreeing(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    text = client.get(where).text

    assert "3 of 20 leads that we sent on Monday were students." in text
    assert "the quality of leads" in text
    assert "I agree to the joint result" in text


def test_both_agree_and_the_same_link_shows_the_joint_result_on_this_device(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    assert "Waiting for Anna" in words(client.post(where, data={"do": "agree"}).text)
    site.asking.agree(ME, "case1", True)
    text = words(client.get(where).text)

    assert "12 of 20 leads you sent on Monday were students." in text
    assert "3 of 20 leads that we sent on Monday were students." in text
    assert "heliotrope" not in text
    assert "By 1 December 2026" in text


def test_another_device_with_the_same_link_sees_nothing_of_it(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    client.post(where, data={"do": "agree"})
    site.asking.agree(ME, "case1", True)
    answer = site.device().get(where)

    assert answer.status_code == 410
    assert "students" not in answer.text
    assert site.device().post(where, data={"do": "delete"}).status_code == 410


def test_an_agreement_is_taken_back_until_both_agreed_and_no_later(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    client.post(where, data={"do": "agree"})
    client.post(where, data={"do": "disagree"})
    site.asking.agree(ME, "case1", True)
    assert "May these sentences be quoted?" in client.get(where).text
    client.post(where, data={"do": "agree"})

    assert client.post(where, data={"do": "delete"}).status_code == 400
    assert "Where the two agree" in client.get(where).text


def test_a_deleted_account_is_gone_and_both_sides_are_told_no_more_than_that(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    answer = client.post(where, data={"do": "delete"})
    seen = site.asking.seen(ME, "case1")
    assert seen is not None

    assert "There will be no joint result." in answer.text
    assert seen.standing is Standing.NONE
    assert "aubergine" not in repr(site.exchanges)


def test_a_question_taken_back_is_said_on_the_device_that_wrote(
    site: CaseSite, client: TestClient
) -> None:
    where = written(site, client)
    site.asking.stop(ME, "case1")

    assert "The question was taken back." in client.get(where).text
    assert site.device().get(where).status_code == 410


@pytest.mark.parametrize("text", [SURE, UNSURE])
def test_a_hand_over_is_warm_stores_nothing_and_is_on_no_second_page(
    text: str, site: CaseSite, client: TestClient
) -> None:
    where = f"/account/{site.ask()}"
    client.get(where)
    answer = client.post(where, data={"do": "write", "text": text})

    assert "That sounds hard." in answer.text
    assert "**" not in answer.text
    assert "Nothing of what you wrote was stored" in words(answer.text)
    assert "That sounds hard." not in client.get(where).text
    assert ("Store the work matter alone" in answer.text) is (text is UNSURE)


def test_the_work_matter_of_it_can_be_stored_alone(site: CaseSite, client: TestClient) -> None:
    where = f"/account/{site.ask()}"
    client.get(where)
    text = f"On Monday {UNSURE} over 12 leads."
    answer = client.post(where, data={"do": "write", "work": "1", "text": text})

    assert "May these sentences be quoted?" in answer.text


def test_without_cookies_nothing_is_stored_and_the_text_is_not_lost(site: CaseSite) -> None:
    where = f"/account/{site.ask()}"
    answer = site.device().post(where, data={"do": "write", "text": MARKETING_SAYS})

    assert answer.status_code == 400
    assert "going back, your text is still there" in words(answer.text)
    assert site.exchanges.stored["case1"].theirs is None


def test_the_key_is_for_this_page_alone_and_no_script_reads_it(site: CaseSite) -> None:
    where = f"/account/{site.ask()}"
    cookie = site.device().get(where).headers["set-cookie"]

    assert f"Path={where}" in cookie
    for said in ("HttpOnly", "Secure", "SameSite=strict"):
        assert said in cookie
