"""The key by which a device finds its own answer again, and nobody else does."""

from __future__ import annotations

from starlette.testclient import TestClient

from coach.domain.stages import Side
from coach.domain.survey import Response
from tests.survey_site import Site, path


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


def test_behind_a_proxy_that_ends_tls_the_key_still_travels_over_tls_only(site: Site) -> None:
    where, behind = path(site.start()), {"X-Forwarded-Proto": "https"}
    device = site.device("http://127.0.0.1")
    sent = device.post(where, data={"q01": "1"}, headers=behind, follow_redirects=False)

    assert "secure" in sent.headers["set-cookie"].lower()
