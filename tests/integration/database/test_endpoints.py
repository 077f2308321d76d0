from __future__ import annotations

from coach.adapters.database.endpoints import SqlConsents, SqlEndpoints
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from tests.fakes import ME, START, FakeClock

COLLEAGUE = Person("colleague", ME.workspace)


def test_each_person_is_asked_once_per_host_and_model(records: Records) -> None:
    clock = FakeClock()
    consents = SqlConsents(records, clock)
    assert consents.since(ME, "api.example.com", "m") is None
    consents.give(ME, "api.example.com", "m")
    clock.advance(60)
    consents.give(COLLEAGUE, "api.example.com", "m")
    assert consents.since(ME, "api.example.com", "m") == START
    assert consents.since(COLLEAGUE, "api.example.com", "m") == clock.now()
    assert consents.since(ME, "api.example.com", "another") is None
    assert consents.since(ME, "elsewhere.example.com", "m") is None
    assert consents.since(Person(ME.id, "away"), "api.example.com", "m") is None


def test_one_persons_consent_is_nobody_elses_but_is_known_of(records: Records) -> None:
    consents = SqlConsents(records, FakeClock())
    assert not consents.anybody("api.example.com", "m")
    consents.give(COLLEAGUE, "api.example.com", "m")
    assert consents.since(ME, "api.example.com", "m") is None
    assert consents.anybody("api.example.com", "m")
    assert not consents.anybody("api.example.com", "another")


def test_what_an_endpoint_can_do_is_remembered_per_address_and_model(records: Records) -> None:
    endpoints = SqlEndpoints(records, FakeClock())
    assert endpoints.recall("http://127.0.0.1:1/v1", "m") == {}
    endpoints.remember("http://127.0.0.1:1/v1", "m", {"structured": "json_schema"})
    endpoints.remember("http://127.0.0.1:1/v1", "m", {"structured": "none"})
    assert endpoints.recall("http://127.0.0.1:1/v1", "m") == {"structured": "none"}
    assert endpoints.recall("http://127.0.0.1:1/v1", "other") == {}
