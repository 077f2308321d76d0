"""The survey's form over HTTP: what it stores, what it tells nobody, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from coach.bootstrap.rounds import Rounds
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.services.linking import Linking
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from coach.web.headers import HEADERS, SecurityHeaders
from coach.web.plain import MOST_BYTES
from coach.web.survey import survey_routes
from tests.fakes import ME, FakeClock, FakeIds
from tests.round_fakes import FakeSecrets, MemoryRounds, a_survey, token_of

HOSTILE = "<script>alert(1)</script>\"'{{ 7*7 }}"


class Site:
    """The routes on services in memory; `client` is one device."""

    def __init__(self, public_url: str = "") -> None:
        self.clock, self.kept, self.ready = FakeClock(), MemoryRounds(), True
        secrets = FakeSecrets()
        linking = Linking(self.kept.links, self.clock, FakeIds(), secrets, public_url)
        self.keeping = RoundKeeping(self.kept, linking, self.clock, FakeIds())
        self.rounds = cast(
            "Rounds",
            SimpleNamespace(
                linking=linking,
                survey=a_survey(),
                answering=RoundAnswering(self.kept, a_survey(), self.clock, secrets),
            ),
        )

    def device(self, base: str = "https://coach.example.org") -> TestClient:
        routes = survey_routes(lambda: self.ready, lambda: self.rounds)
        app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        return TestClient(app, base, raise_server_exceptions=False)

    def start(self, title: str = "Autumn", number: int | None = 2) -> Started:
        return self.keeping.start(ME, title, dict.fromkeys((Side.SALES, Side.MARKETING), number))


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def client(site: Site) -> Iterator[TestClient]:
    with site.device() as client:
        yield client


def path(started: Started, number: int = 0) -> str:
    return f"/answer/{token_of(started.invitations[number].address)}"


def test_the_first_lines_say_what_asks_for_whom_what_is_shown_and_until_when(
    site: Site, client: TestClient
) -> None:
    text = " ".join(client.get(path(site.start())).text.split())

    for said in ("software, not a person", ">sales</b> side", "Autumn", "from four answers on"):
        assert said in text
    assert "never one by one" in text
    assert "Monday, 7 December 2026 at 09:00 UTC" in text


def test_an_answer_is_stored_and_only_this_device_finds_it_again(
    site: Site, client: TestClient
) -> None:
    where = path(site.start())
    sent = client.post(where, data={"q01": "3", "q02": "dk", "line": "Keep it"})
    (stored,) = site.kept.answers.values()

    assert stored == Response(Side.SALES, {"q01": 3, "q02": None}, "Keep it")
    assert "Your answers are stored" in sent.text
    assert 'value="Keep it"' in client.get(f"{where}?change").text
    other = site.device().get(where)
    assert other.status_code == 410
    assert "Keep it" not in other.text
    assert "I answered on this device" in other.text


def test_the_key_is_a_cookie_for_this_address_that_no_script_and_no_other_site_can_use(
    site: Site, client: TestClient
) -> None:
    where = path(site.start())
    response = client.post(where, data={"q01": "1"}, follow_redirects=False)
    cookie = response.headers["set-cookie"].lower()

    for part in ("httponly", "samesite=strict", "secure", f"path={where}".lower(), "expires=mon"):
        assert part in cookie
    assert client.cookies["answer"] not in str(site.kept)


def test_behind_a_path_the_cookie_is_for_the_address_as_browsers_see_it() -> None:
    site = Site("https://example.org/accord/")
    where = path(site.start())
    cookie = site.device().post(where, data={"q01": "1"}, follow_redirects=False).headers

    assert f"Path=/accord{where}" in cookie["set-cookie"]


def test_a_form_sent_twice_is_stored_once_even_where_cookies_are_off(site: Site) -> None:
    where = path(site.start(number=None))
    form = site.device().get(where).text
    key = form.split('name="key" value="')[1].split('"')[0]
    for _ in range(3):
        site.device().post(where, data={"q01": "2", "key": key})

    assert len(site.kept.answers) == 1


def test_a_browser_without_cookies_is_thanked_all_the_same(site: Site) -> None:
    for number in (2, None):
        where = path(site.start(number=number))
        thanks = site.device().get(f"{where}?sent")
        site.device().post(where, data={"q01": "2"})
        assert "can no longer be changed" in site.device().get(f"{where}?sent").text
        assert thanks.status_code == 200


def test_a_shared_device_forgets_the_first_person(site: Site, client: TestClient) -> None:
    where = path(site.start(number=None))
    client.post(where, data={"q01": "2", "line": "Mine"})
    fresh = client.post(where, data={"do": "forget"})

    assert "answer" not in client.cookies
    assert "Mine" not in fresh.text
    client.post(where, data={"q01": "4"})
    assert len(site.kept.answers) == 2


def test_a_device_with_a_single_link_forgets_the_key_and_keeps_the_answer(
    site: Site, client: TestClient
) -> None:
    where = path(site.start())
    client.post(where, data={"q01": "2"})

    assert "forgotten its key" in client.post(where, data={"do": "forget"}).text
    assert client.get(where).status_code == 410
    assert len(site.kept.answers) == 1


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


def test_the_file_to_fill_in_has_a_column_a_statement(client: TestClient) -> None:
    assert client.get("/answer-blank.csv").text == "side,q01,q02,line\r\n"


def test_only_our_own_files_are_served(client: TestClient) -> None:
    for name, kind in (("plain.css", "text/css"), ("survey.js", "text/javascript")):
        assert client.get(f"/answer-assets/{name}").headers["content-type"].startswith(kind)
    for other in ("base.html", "..%2Fplain.py", "%2e%2e/plain.py"):
        assert client.get(f"/answer-assets/{other}").status_code == 404
