"""The survey's form over HTTP: what it stores, what it tells nobody, and what it refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coach.bootstrap.rounds import Rounds
from coach.errors import StorageLocked
from coach.web.headers import HEADERS
from coach.web.plain import MOST_BYTES
from coach.web.survey import survey_routes
from tests.survey_site import Site, path

HOSTILE = "<script>alert(1)</script>\"'{{ 7*7 }}"


def test_the_first_lines_say_what_asks_for_whom_what_is_shown_and_until_when(
    site: Site, client: TestClient
) -> None:
    text = " ".join(client.get(path(site.start())).text.split())

    for said in ("software, not a person", ">sales</b> side", "Autumn", "from four answers on"):
        assert said in text
    assert "never one by one" in text
    assert "Monday, 7 December 2026 at 09:00 UTC" in text


def test_nothing_of_what_was_sent_or_asked_for_is_said_back(site: Site, client: TestClient) -> None:
    where = path(site.start())
    for answer in (
        client.get(f"/answer/{HOSTILE.replace('/', '')}"),
        client.get(f"{where}?{HOSTILE}"),
        client.post(where, data={HOSTILE: "1"}),
        client.post(where, data={"q01": HOSTILE}),
        client.post(where, data={"key": HOSTILE, "q01": "9"}),
        client.post(where, content=HOSTILE.encode("utf-16")),
    ):
        assert "alert" not in answer.text
        assert "49" not in answer.text
    assert site.kept.answers == {}


def test_titles_and_lines_stay_text(site: Site, client: TestClient) -> None:
    where = path(site.start(HOSTILE))
    client.post(where, data={"line": HOSTILE})

    for page in (client.get(where), client.get(f"{where}?change")):
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;alert(1)" in page.text
        assert "{{ 7*7 }}" in page.text


@pytest.mark.parametrize("body", [b"q01=1&line=" + b"x" * MOST_BYTES, b"&".join([b"a=1"] * 99)])
def test_more_than_a_person_types_is_refused(body: bytes, site: Site, client: TestClient) -> None:
    where = path(site.start())
    answer = client.post(where, content=body)

    assert answer.status_code == 400
    assert "nothing was stored" in answer.text
    assert client.get(where).status_code == 200


@pytest.mark.parametrize("where", ["/answer/forged", "/answer-blank", "/answer/%00", "/answer/é"])
def test_no_page_is_kept_indexed_or_told_of_elsewhere(where: str, client: TestClient) -> None:
    headers = client.get(where).headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_no_script_or_style_stands_in_a_page(site: Site, client: TestClient) -> None:
    where = path(site.start())
    client.post(where, data={"q01": "2"})

    for page in (site.device().get(path(site.start())), client.get(where), client.get("/answer/x")):
        assert page.text.count("<script") == page.text.count('<script src="../answer-assets/')
        assert "style=" not in page.text
        assert "<style" not in page.text


def test_after_the_round_answers_are_thanked_for_and_no_longer_changed(
    site: Site, client: TestClient
) -> None:
    where = path(started := site.start())
    client.post(where, data={"q01": "2"})
    site.clock.time = started.round.final_at + timedelta(seconds=1)

    assert "can no longer be changed" in client.get(f"{where}?change").text
    assert client.post(where, data={"q01": "4"}).status_code == 410
    assert client.get(path(started, 1)).status_code == 410


def test_until_the_services_are_ready_the_page_waits_and_asks_again(
    site: Site, client: TestClient
) -> None:
    where, site.ready = path(site.start()), False
    page = client.get(where)

    assert (page.status_code, page.headers["Retry-After"]) == (503, "3")
    assert '<meta http-equiv="refresh" content="3">' in page.text
    assert client.get("/answer-blank.csv").status_code == 503
    client.post(where, data={"q01": "1"})
    assert len(site.kept.answers) == 1  # what was sent waits for them instead


def test_what_is_wrong_inside_is_not_told_outside(site: Site) -> None:
    where = path(site.start())

    def broken() -> Rounds:
        raise StorageLocked("/home/ana/data is locked")

    routes = survey_routes(lambda: True, broken)
    outside = TestClient(Starlette(routes=routes))
    for page in (outside.get(where), outside.post(where, data={"q01": "1"})):
        assert page.status_code == 503
        assert "does not work just now" in page.text
        assert "ana" not in page.text


def test_the_file_to_fill_in_has_a_column_a_statement(client: TestClient) -> None:
    assert client.get("/answer-blank.csv").text == "side,q01,q02,line\r\n"


def test_only_our_own_files_are_served(client: TestClient) -> None:
    for name, kind in (("plain.css", "text/css"), ("survey.js", "text/javascript")):
        assert client.get(f"/answer-assets/{name}").headers["content-type"].startswith(kind)
    for other in ("base.html", "..%2Fplain.py", "%2e%2e/plain.py"):
        assert client.get(f"/answer-assets/{other}").status_code == 404
