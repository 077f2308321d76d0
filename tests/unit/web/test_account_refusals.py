"""What the other side's page refuses, and how it takes whatever is typed."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from coach.domain.conflict import LONGEST
from coach.errors import StorageLocked
from coach.web.account import MOST_BYTES
from tests.case_site import CaseSite
from tests.fakes import ME

HOSTILE = "<script>alert(1)</script>\"'{{ 7*7 }}"


@pytest.fixture
def site() -> CaseSite:
    return CaseSite()


@pytest.fixture
def client(site: CaseSite) -> TestClient:
    return site.device()


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused_in_a_sentence(
    text: str, site: CaseSite, client: TestClient
) -> None:
    where = f"/account/{site.ask()}"
    client.get(where)
    answer = client.post(where, data={"do": "write", "text": text})

    assert answer.status_code == 400
    assert "your text is still there" in answer.text
    assert "Your account" in client.get(where).text


def test_fifty_thousand_letters_of_any_alphabet_fit(site: CaseSite, client: TestClient) -> None:
    where = f"/account/{site.ask()}"
    client.get(where)
    text = "🙂" * (LONGEST - 40) + " On Monday 12 leads were students."
    client.post(where, data={"do": "write", "text": text})

    assert "On Monday 12 leads were students." in client.get(where).text


@pytest.mark.parametrize("body", [b"text=" + b"x" * MOST_BYTES, b"&".join([b"a=1"] * 99)])
def test_more_than_a_person_types_is_refused(
    body: bytes, site: CaseSite, client: TestClient
) -> None:
    answer = client.post(f"/account/{site.ask()}", content=body)

    assert answer.status_code == 400
    assert "more than fits" in answer.text


def test_everything_that_was_typed_stays_text(site: CaseSite, client: TestClient) -> None:
    where = f"/account/{site.ask(HOSTILE[:60], HOSTILE)}"
    pages = [client.get(where).text]
    hostile = f"On Monday 12 leads {HOSTILE} came."
    pages.append(client.post(where, data={"do": "write", "text": hostile}).text)
    pages.append(client.post(where, data={"do": "agree"}).text)
    site.asking.agree(ME, "case1", True)
    pages.append(client.get(where).text)
    pages.append(client.get(f"/account/{HOSTILE.replace('/', '')}").text)

    for page in pages:
        assert "<script>alert" not in page
        assert "49" not in page


def test_what_is_wrong_inside_is_not_for_people_outside(
    site: CaseSite, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StorageLocked("The records at /srv/secret are held by another.")

    where = f"/account/{site.ask()}"
    monkeypatch.setattr(site.exchanges, "open", locked)
    answer = client.get(where)

    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_a_page_says_to_wait_until_the_services_are_ready(
    site: CaseSite, client: TestClient
) -> None:
    where = f"/account/{site.ask()}"
    site.ready = False

    assert client.get(where).status_code == 503


def test_nobody_keeps_a_copy_of_a_page_and_no_search_engine_lists_it(
    site: CaseSite, client: TestClient
) -> None:
    headers = client.get(f"/account/{site.ask()}").headers

    assert headers["cache-control"] == "no-store"
    assert "noindex" in headers["x-robots-tag"]
