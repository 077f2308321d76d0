"""The words over HTTP: for one side, on any phone, telling nothing before both have written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from coach.bootstrap.agreements import Agreements
from coach.domain.notes import Kind, Note, Playbook
from coach.domain.shared_words import SharedWord, Word
from coach.domain.stages import Side
from coach.services.linking import Linking
from coach.services.shared_words.inviting import WordsByLink
from coach.services.shared_words.settling import Settling
from coach.web.headers import HEADERS, SecurityHeaders
from coach.web.plain import MOST_BYTES
from coach.web.words import words_routes
from tests.agreement_fakes import MemoryWords
from tests.fakes import ME, FakeClock, FakeIds
from tests.round_fakes import FakeSecrets, MemoryLinks, token_of

LEAD = Word(
    "qualified-lead",
    "qualified lead",
    "A qualified lead",
    "Who is one?",
    "A buyer who asked.",
    ("MQL",),
)
HOSTILE = "<script>alert(1)</script>\"'{{ 7*7 }}"


class Notes:
    """`TeamNotes` that keep nothing."""

    def write(self, note_id: str, text: str) -> Note:
        return Note(id=note_id, kind=Kind.PRACTICE, title="", summary="", file="")

    def remove(self, note_id: str) -> str:
        return ""


class Site:
    """The routes on services in memory."""

    def __init__(self) -> None:
        self.ready, clock, secrets = True, FakeClock(), FakeSecrets()
        playbook = Playbook(notes=(), sources=())
        self.settling = Settling(MemoryWords(), (LEAD,), Notes(), playbook, clock)
        linking = Linking(MemoryLinks(), clock, FakeIds(), secrets)
        self.by_link = WordsByLink(linking, self.settling, clock, secrets)
        self.agreements = cast("Agreements", SimpleNamespace(by_link=self.by_link))

    def device(self) -> TestClient:
        routes = words_routes(lambda: self.ready, lambda: self.agreements)
        app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        base = "https://coach.example.org"
        return TestClient(app, base, raise_server_exceptions=False)

    def link(self, side: Side = Side.MARKETING) -> str:
        return f"/words/{token_of(self.by_link.invite(ME, side).address)}"

    def stored(self) -> SharedWord:
        return self.settling.begun(ME)[LEAD.key]


@pytest.fixture
def site() -> Site:
    return Site()


def send(client: TestClient, where: str, text: str, word: str = LEAD.key) -> str:
    return client.post(where, data={"word": word, "text": text}).text


def test_the_page_says_what_it_is_for_whom_and_until_when(site: Site) -> None:
    answer = site.device().get(site.link())
    said = " ".join(answer.text.split())

    for part in (
        "software, not a person",
        ">marketing</b> side",
        "Who is one?",
        "21 December 2026",
    ):
        assert part in said
    assert "no-store" in answer.headers["cache-control"]
    assert set(HEADERS) <= {name.title().replace("-Xss", "-XSS") for name in answer.headers} | set(
        HEADERS
    )


def test_a_side_writes_sees_its_own_text_and_no_other_device_does(site: Site) -> None:
    where, phone, laptop = site.link(), site.device(), site.device()
    phone.get(where)
    said = send(phone, where, "planted by marketing")

    assert "planted by marketing" in said
    assert "planted" not in laptop.get(where).text
    assert "in another place" in send(laptop, where, "forged")
    assert "planted" not in site.device().get(site.link(Side.SALES)).text
    assert "second thoughts" in send(phone, where, "second thoughts")


def test_a_browser_that_keeps_no_cookies_still_writes(site: Site) -> None:
    where, client = site.link(), site.device()
    client.post(where, data={"word": LEAD.key, "text": "sent"}, follow_redirects=False)

    assert site.stored().wrote == {Side.MARKETING}


def test_both_texts_and_the_wording_appear_once_both_wrote_and_are_accepted(site: Site) -> None:
    where, phone = site.link(), site.device()
    phone.get(where)
    send(phone, where, "A buyer who asked for a price.")
    site.settling.write(ME, LEAD.key, Side.SALES, "A buyer with a budget.")
    draft = site.settling.reword(ME, LEAD.key, "A buyer who asked.").draft
    text = phone.get(where).text
    assert "A buyer with a budget." in text
    assert draft in text
    seen = text.split('name="seen" value="')[1].split('"')[0]
    accept = {"do": "accept", "word": LEAD.key, "seen": seen}
    assert "You have accepted this" in phone.post(where, data=accept).text
    assert set(site.stored().accepted) == {Side.MARKETING}
    site.settling.reword(ME, LEAD.key, "Another.")

    assert "changed meanwhile" in phone.post(where, data=accept).text


def test_a_choice_left_open_has_no_button(site: Site) -> None:
    where = site.link()
    for side, days in ((Side.SALES, 2), (Side.MARKETING, 9)):
        site.settling.write(ME, LEAD.key, side, f"A rep calls within {days} days.")
    text = site.device().get(where).text

    assert "a choice is still open" in text
    assert "Accept it" not in text


def test_what_was_typed_stays_text(site: Site) -> None:
    where, client = site.link(), site.device()
    client.get(where)
    send(client, where, HOSTILE)
    site.settling.write(ME, LEAD.key, Side.SALES, HOSTILE)
    text = client.get(where).text

    assert "<script>alert" not in text
    assert "{{ 7*7 }}" in text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"word=qualified-lead&text=", 400),
        (b"word=nonsense&text=x", 400),
        (b"text=x", 400),
        (b"word=qualified-lead&text=" + b"x" * 1600, 400),
        (b"word=qualified-lead&text=" + b"x" * MOST_BYTES, 400),
        (b"&".join([b"a=1"] * 99), 400),
        (b"do=accept&word=qualified-lead&seen=x", 400),
        ("\u2028".encode("utf-16"), 400),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_stored(
    body: bytes, status: int, site: Site
) -> None:
    answer = site.device().post(site.link(), content=body)

    assert answer.status_code == status
    assert site.settling.begun(ME) == {}


def test_forged_revoked_and_other_links_open_nothing(site: Site) -> None:
    client, first = site.device(), site.link()
    site.link()

    assert client.get("/words/forged").status_code == 404
    assert client.get(first).status_code == 410
    assert send(client, "/words/forged", "x") != send(client, first, "x")
    assert site.settling.begun(ME) == {}


def test_until_the_services_are_ready_the_page_says_to_wait(site: Site) -> None:
    site.ready = False

    assert site.device().get("/words/x").status_code == 503
