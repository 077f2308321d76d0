from __future__ import annotations

import pytest

from coach.adapters.loopback import is_loopback


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine_is_known_by_its_names(host: str):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "10.0.0.1", "localhost.example.com", "api.openai.com", "127.0.0.1.x"]
)
def test_any_other_host_is_somewhere_else(host: str):
    assert not is_loopback(host)
