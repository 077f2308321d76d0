from __future__ import annotations

from coach.adapters.database.endpoints import SqlConsents, SqlEndpoints
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from tests.fakes import ME, FakeClock


def test_a_workspace_is_asked_once_per_host_and_model(records: Records) -> None:
    consents = SqlConsents(records, FakeClock())
    assert not consents.has("home", "api.example.com", "m")
    consents.give(ME, "api.example.com", "m")
    consents.give(Person("colleague", "home"), "api.example.com", "m")
    assert consents.has("home", "api.example.com", "m")
    assert not consents.has("home", "api.example.com", "another")
    assert not consents.has("home", "elsewhere.example.com", "m")
    assert not consents.has("away", "api.example.com", "m")


def test_what_an_endpoint_can_do_is_remembered_per_address_and_model(records: Records) -> None:
    endpoints = SqlEndpoints(records, FakeClock())
    assert endpoints.recall("http://127.0.0.1:1/v1", "m") == {}
    endpoints.remember("http://127.0.0.1:1/v1", "m", {"structured": "json_schema"})
    endpoints.remember("http://127.0.0.1:1/v1", "m", {"structured": "none"})
    assert endpoints.recall("http://127.0.0.1:1/v1", "m") == {"structured": "none"}
    assert endpoints.recall("http://127.0.0.1:1/v1", "other") == {}
